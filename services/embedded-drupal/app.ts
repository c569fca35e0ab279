import { randomUUID } from "node:crypto";
import type { Logger } from "../platform/logger.ts";
import { download } from "./files/download.ts";
import { upload } from "./files/upload.ts";
import { runAtomic } from "./operations/atomic.ts";
import { writeRelationship } from "./operations/relationship-writes.ts";
import { createResource, deleteResource, updateResource } from "./operations/resource-writes.ts";
import { aggregateParameters, getAggregate } from "./query/aggregate.ts";
import { getCollection, getIndividual, getRelated, getRelationship } from "./query/read-resource.ts";
import { relationshipMember } from "./query/rows.ts";
import { readBody } from "./request/body.ts";
import { type Backend, RequestContext, type RequestFacts } from "./request/context.ts";
import { allowedMethods, checkMethod, isUpload, type JsonApiRoute } from "./request/gate.ts";
import { checkParameterNames, parseQuery } from "./request/query-string.ts";
import { matchRoute } from "./request/route.ts";
import { type Answer, documentAnswer, emptyAnswer, errorAnswer, pageAnswer } from "./response/answer.ts";
import { RequestUrl } from "./response/document.ts";
import { forbidden, Refusal } from "./response/errors.ts";
import { entryPoint } from "./response/entry-point.ts";
import { asClientProblem } from "./store/database-error.ts";
import { cookieName, readCookie } from "./session/cookie.ts";
import { answerSession, unsafePurpose } from "./session/routes.ts";
import type { Session, SessionStore } from "./session/session-store.ts";

const jsonLimit = 64 * 1024 * 1024;
const uploadLimit = 128 * 1024 * 1024;
const safeMethods = new Set(["GET", "HEAD"]);
const causes = new Set(["import", "connector", "rule"]);

export interface App {
  handle(request: Request, remoteAddress: string): Promise<Response>;
}

export function createApp(backend: Backend, sessions: SessionStore, log: Logger): App {
  return {
    async handle(request, remoteAddress) {
      const facts = requestFacts(request);
      let url = new RequestUrl(originOf(request), pathOf(request), new Map());
      try {
        url = new RequestUrl(url.origin, url.path, parseQuery(new URL(request.url).search));
        return toResponse(await route(request, { url, facts, remoteAddress }), facts);
      } catch (error) {
        return toResponse(problemAnswer(error, url, log), facts);
      }
    },
  };

  async function route(request: Request, at: { url: RequestUrl; facts: RequestFacts; remoteAddress: string }): Promise<Answer | Response> {
    const { url, facts } = at;
    const matched = matchRoute(backend.types, url.path);
    if (!matched) return pageAnswer("Page not found", 404);
    const name = cookieName(request.headers.get("host") ?? "");
    const cookie = readCookie(request.headers.get("cookie") ?? undefined, name);
    const session = cookie === undefined ? undefined : await sessions.find(cookie);
    switch (matched.kind) {
      case "login":
      case "logout":
      case "login-status":
      case "token":
        return answerSession(backend.db, backend.types, sessions, {
          kind: matched.kind, method: request.method, query: url.query, session, cookieName: name, cookiePresent: cookie !== undefined,
          address: clientAddress(request, at.remoteAddress), body: async () => text(await readBody(request, 64 * 1024)),
        });
      case "file":
        if (!session || !safeMethods.has(request.method)) return pageAnswer("Page not found", 404);
        return (await download(new RequestContext(backend, session.viewer, { url, facts }), matched.path)) ?? pageAnswer("Page not found", 404);
      default:
        return jsonApi(request, matched, { url, facts, session });
    }
  }

  async function jsonApi(request: Request, matched: JsonApiRoute, at: { url: RequestUrl; facts: RequestFacts; session: Session | undefined }): Promise<Answer> {
    const { url, facts, session } = at;
    if (request.method === "OPTIONS") return emptyAnswer(200, { Allow: allowedMethods(matched).join(", ") });
    checkMethod(matched, { method: request.method, url: `${url.origin}${url.path}`, contentType: request.headers.get("content-type") });
    if (matched.kind === "entry-point") {
      checkParameterNames(url.query);
      return documentAnswer(entryPoint(backend.types, url, session?.viewer));
    }
    if (!session) throw forbidden(safeMethods.has(request.method) ? "The current user is not allowed to GET the selected resource." : "", "/data");
    if (!safeMethods.has(request.method)) checkToken(session, request);
    checkParameterNames(url.query, matched.kind === "aggregate" ? aggregateParameters : new Set());
    if (url.query.has("resourceVersion")) {
      throw new Refusal([{ status: 501, detail: "Resource versioning is not yet supported for this resource type." }]);
    }
    return dispatch(request, matched, new RequestContext(backend, session.viewer, { url, facts }));
  }

  function checkToken(session: Session, request: Request): void {
    const token = request.headers.get("x-csrf-token");
    if (token === null) throw forbidden("X-CSRF-Token request header is missing");
    if (!sessions.tokenMatches(session.seed, unsafePurpose, token)) throw forbidden("X-CSRF-Token request header is invalid");
  }
}

async function dispatch(request: Request, matched: Exclude<JsonApiRoute, { kind: "entry-point" }>, context: RequestContext): Promise<Answer> {
  const { method } = request;
  if (isUpload(matched, method)) {
    const body = await readBody(request, uploadLimit);
    if (matched.kind === "individual") return upload(context, matched.type, { field: matched.id, body });
    if (matched.kind === "related") return upload(context, matched.type, { field: matched.field, id: matched.id, body });
  }
  const body = safeMethods.has(method) ? "" : text(await readBody(request, jsonLimit));
  switch (matched.kind) {
    case "collection":
      return method === "POST" ? createResource(context, matched.type, body) : getCollection(context, matched.type);
    case "individual":
      if (method === "PATCH") return updateResource(context, matched.type, matched.id, body);
      return method === "DELETE" ? deleteResource(context, matched.type, matched.id) : getIndividual(context, matched.type, matched.id);
    case "related":
      if (!relationshipMember(context.scope, matched.type, matched.field)) return pageAnswer("Page not found", 404);
      return getRelated(context, matched.type, matched);
    case "relationship":
      if (!relationshipMember(context.scope, matched.type, matched.field)) return pageAnswer("Page not found", 404);
      if (safeMethods.has(method)) return getRelationship(context, matched.type, matched);
      return writeRelationship(context, matched.type, { id: matched.id, field: matched.field, method, body });
    case "aggregate":
      return getAggregate(context, matched.type);
    case "operations":
      return runAtomic(context, body);
  }
}

function problemAnswer(error: unknown, url: RequestUrl, log: Logger): Answer {
  if (error instanceof Refusal) return errorAnswer(error.problems, url.self, error.headers);
  const client = asClientProblem(error);
  if (client) return errorAnswer([client], url.self);
  log.error({ err: error, path: url.path }, "request failed");
  return errorAnswer([{ status: 500, detail: "The website encountered an unexpected error. Try again later." }], url.self);
}

function toResponse(answer: Answer | Response, facts: RequestFacts): Response {
  if (answer instanceof Response) return answer;
  const body = facts.method === "HEAD" ? null : answer.body;
  return new Response(typeof body === "string" ? Buffer.from(body) : body ? Buffer.from(body) : null, { status: answer.status, headers: answer.headers });
}

function requestFacts(request: Request): RequestFacts {
  const given = request.headers.get("x-request-id") ?? "";
  const cause = request.headers.get("x-sw-cause") ?? "";
  return {
    method: request.method, headers: request.headers,
    requestId: /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID(),
    cause: causes.has(cause) ? cause : "user",
  };
}

function originOf(request: Request): string {
  const host = request.headers.get("host") ?? "localhost";
  return `http://${/^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? host : "localhost"}`;
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Only our own front may speak for somebody else's address. */
function clientAddress(request: Request, remoteAddress: string): string {
  const forwarded = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return forwarded && loopback.has(remoteAddress) ? forwarded.slice(0, 64) : remoteAddress;
}

function text(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}
