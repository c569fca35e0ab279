import { randomUUID } from "node:crypto";
import type { Logger } from "../platform/logger.ts";
import { download } from "./files/download.ts";
import { upload } from "./files/upload.ts";
import { runAtomic } from "./operations/atomic.ts";
import { progressAnswer } from "./operations/progress.ts";
import { writeRelationship } from "./operations/relationship-writes.ts";
import { createResource, decodeBody, deleteResource, updateResource } from "./operations/resource-writes.ts";
import { aggregateParameters, getAggregate } from "./query/aggregate.ts";
import { brandOfHost } from "./query/brand-of-host.ts";
import { getCollection, getIndividual, getRelated, getRelationship } from "./query/read-resource.ts";
import { relationshipMember } from "./query/rows.ts";
import { getOutbox, outboxParameters } from "./query/outbox.ts";
import { getRecipients } from "./query/recipients.ts";
import { getWaitingMails, takeMail } from "./query/account-mails.ts";
import { getSiteFields } from "./query/site-fields.ts";
import { readBody } from "./request/body.ts";
import { type Backend, RequestContext, type RequestFacts } from "./context/request-context.ts";
import { allowedMethods, checkMethod, isJsonApi, isSignIn, isUpload, type JsonApiRoute } from "./request/gate.ts";
import { checkFormat, checkParameterNames, parseQuery, type QueryMap, WrongFormat } from "./request/query-string.ts";
import { isClosedToAnonymous, matchRoute } from "./request/route.ts";
import {
  type Answer,
  documentAnswer,
  emptyAnswer,
  errorAnswer,
  jsonAnswer,
  notAllowed,
  pageAnswer,
  plainAnswer,
} from "./response/answer.ts";
import { RequestUrl } from "./request/request-url.ts";
import { forbidden, Refusal } from "./problem/refusal.ts";
import { entryPoint } from "./response/entry-point.ts";
import { OpenTypes } from "./store/open-types.ts";
import { asClientProblem } from "./store/database-error.ts";
import { translatePath } from "./router/translate-path.ts";
import { answerReset } from "./router/password-reset.ts";
import { ownSessions } from "./router/sessions.ts";
import { answerSession, sessionRequest } from "./router/sign-in.ts";
import { subrequests } from "./router/subrequests.ts";
import { noCredentials } from "./session/basic-auth.ts";
import type { Viewer } from "./session/viewer.ts";
import type { ResourceType } from "./store/resource-type.ts";
import { type Caller, type Callers, credentialOf } from "./session/callers.ts";

const jsonLimit = 64 * 1024 * 1024;
const smallLimit = 64 * 1024;
const uploadLimit = 128 * 1024 * 1024;
const safeMethods = new Set(["GET", "HEAD"]);
const causes = new Set(["import", "connector", "rule"]);

/** Names in the query that the specification leaves to others. */
const ownParameters: Partial<Record<JsonApiRoute["kind"], ReadonlySet<string>>> = {
  aggregate: aggregateParameters,
  outbox: outboxParameters,
};

export interface App {
  handle(request: Request, remoteAddress: string): Promise<Response>;
}

interface Asked {
  readonly url: RequestUrl;
  readonly facts: RequestFacts;
  readonly connection: string;
}

/** `hosts`: names it answers to besides this machine's. */
export function createApp(backend: Backend, callers: Callers, log: Logger, hosts: readonly string[]): App {
  const { progress } = backend;
  const open = new OpenTypes(backend.types);
  /** The server as it is for the viewer: the only place that closes modules. */
  const seenBy = (viewer: Viewer | undefined): Backend => {
    const types = open.of(viewer?.modules ?? null);
    return types === backend.types ? backend : { ...backend, types };
  };

  return {
    async handle(request, remoteAddress) {
      let url = new RequestUrl(originOf(request), pathOf(request), new Map());
      const method = request.method;
      if (!isOwnHost(request, hosts))
        return toResponse(
          plainAnswer("text/plain; charset=UTF-8", "The provided host name is not valid for this server.", 400),
          method,
        );
      try {
        url = new RequestUrl(originOf(request), pathOf(request), parseQuery(new URL(request.url).search));
        return toResponse(
          await route(request, { url, facts: requestFacts(request), connection: remoteAddress }),
          method,
        );
      } catch (error) {
        return toResponse(problemAnswer(error, url, log), method);
      }
    },
  };

  async function route(request: Request, asked: Asked): Promise<Answer | Response> {
    const any = matchRoute(open.all, asked.url.path);
    const closed = isClosedToAnonymous(open.all, asked.url.path);
    if (!any && !closed) return pageAnswer("Page not found", 404);
    if (any?.kind === "progress" && safeMethods.has(request.method)) {
      // Answered without the database, which the running request may have to itself.
      const running = progress.ofCredential(asked.facts.credential, any.requestId);
      if (running) return progressAnswer(running);
    }
    const caller = await callers.identify(request, asked.connection, any && isSignIn(any) ? "session" : "any");
    // Before its method or its parameters are looked at; which methods there are is no secret.
    if (closed && !(any && request.method === "OPTIONS")) requireViewer(caller, request.method);
    const seen = seenBy(caller.viewer);
    const matched = seen === backend ? any : matchRoute(seen.types, asked.url.path);
    if (!matched) return pageAnswer("Page not found", 404);
    switch (matched.kind) {
      case "login":
      case "logout":
      case "login-status":
      case "token":
        return answerSession(
          backend.db,
          backend.types,
          callers.sessions,
          sessionRequest(request, {
            kind: matched.kind,
            query: asked.url.query,
            caller,
            body: async () => text(await readBody(request, smallLimit)),
          }),
        );
      case "password-reset":
      case "password-reset-confirm":
        if (request.method !== "POST") return notAllowed(request.method, "POST");
        return answerReset(backend, {
          kind: matched.kind,
          address: caller.address,
          body: text(await readBody(request, smallLimit)),
        });
      case "file":
        if (!caller.viewer || !safeMethods.has(request.method)) return pageAnswer("Page not found", 404);
        return (
          (await download(new RequestContext(seen, caller.viewer, asked), matched.path)) ??
          pageAnswer("Page not found", 404)
        );
      case "brand-of-host":
        if (!safeMethods.has(request.method)) return notAllowed(request.method, "GET, HEAD");
        return brandOfHost(backend, matched.hostname);
      case "translate-path":
        if (!safeMethods.has(request.method)) return notAllowed(request.method, "GET, HEAD");
        return translatePath(seen, caller.viewer, { origin: asked.url.origin, path: asked.url.query.get("path") });
      case "subrequests":
        if (request.method !== "POST") return notAllowed(request.method, "POST");
        return readTogether(request, asked, caller);
      default:
        return jsonApi(request, matched, { ...asked, caller });
    }
  }

  async function readTogether(request: Request, asked: Asked, caller: Caller): Promise<Answer> {
    try {
      return await readAll(request, asked, caller);
    } catch (error) {
      if (error instanceof Refusal)
        return jsonAnswer({ message: error.message }, error.status, { "Cache-Control": "private, no-store" });
      throw error;
    }
  }

  async function readAll(request: Request, asked: Asked, caller: Caller): Promise<Answer> {
    callers.checkToken(caller, request);
    const origin = originOf(request);
    const seen = seenBy(caller.viewer);
    return subrequests(text(await readBody(request, smallLimit)), origin, async (address) => {
      const parsed = new URL(address, origin);
      let url = new RequestUrl(origin, parsed.pathname, new Map());
      try {
        url = new RequestUrl(origin, parsed.pathname, withoutFormat(parseQuery(parsed.search)));
        const matched = matchRoute(seen.types, url.path);
        if (matched?.kind === "translate-path")
          return await translatePath(seen, caller.viewer, { origin, path: url.query.get("path") });
        // A read that waits would hold up the others.
        if (!matched || !isJsonApi(matched) || matched.kind === "outbox") return pageAnswer("Page not found", 404);
        return await jsonApi(new Request(parsed, { headers: request.headers }), matched, {
          url,
          facts: { ...asked.facts, method: "GET" },
          caller: { ...caller, challenge: false },
        });
      } catch (error) {
        return problemAnswer(error, url, log);
      }
    });
  }

  async function jsonApi(
    request: Request,
    matched: JsonApiRoute,
    at: { url: RequestUrl; facts: RequestFacts; caller: Caller },
  ): Promise<Answer> {
    const { url, facts, caller } = at;
    if (request.method === "OPTIONS") return emptyAnswer(200, { Allow: allowedMethods(matched).join(", ") });
    checkMethod(matched, {
      method: request.method,
      url: `${url.origin}${url.path}`,
      contentType: request.headers.get("content-type"),
    });
    checkFormat(url.query);
    if (matched.kind === "entry-point") {
      checkParameterNames(url.query);
      return documentAnswer(entryPoint(seenBy(caller.viewer).types, url, caller.viewer));
    }
    const viewer = requireViewer(caller, request.method);
    if (!safeMethods.has(request.method)) callers.checkToken(caller, request);
    checkParameterNames(url.query, ownParameters[matched.kind]);
    if (url.query.has("resourceVersion")) {
      throw new Refusal([{ status: 501, detail: "Resource versioning is not yet supported for this resource type." }]);
    }
    if (matched.kind === "sessions") return ownSessions(callers.sessions, viewer, caller, request.method);
    return dispatch(request, matched, new RequestContext(seenBy(viewer), viewer, { url, facts }));
  }
}

function withoutFormat(query: QueryMap): QueryMap {
  query.delete("_format");
  return query;
}

async function dispatch(
  request: Request,
  matched: Exclude<JsonApiRoute, { kind: "entry-point" | "sessions" }>,
  context: RequestContext,
): Promise<Answer> {
  const { method } = request;
  if (isUpload(matched, method)) {
    const body = await readBody(request, uploadLimit);
    if (matched.kind === "individual") return upload(context, matched.type, { field: matched.id, body });
    if (matched.kind === "related")
      return upload(context, matched.type, { field: matched.field, id: matched.id, body });
  }
  const body = safeMethods.has(method) ? "" : text(await readBody(request, jsonLimit));
  switch (matched.kind) {
    case "collection":
      return method === "POST" ? createResource(context, matched.type, body) : getCollection(context, matched.type);
    case "individual":
      if (method === "PATCH") return updateResource(context, matched.type, matched.id, body);
      return method === "DELETE"
        ? deleteResource(context, matched.type, matched.id)
        : getIndividual(context, matched.type, matched.id);
    case "related":
      if (!relationshipMember(context.scope, matched.type, matched.field)) return pageAnswer("Page not found", 404);
      return getRelated(context, matched.type, matched);
    case "relationship":
      if (!relationshipMember(context.scope, matched.type, matched.field)) return pageAnswer("Page not found", 404);
      if (safeMethods.has(method)) return getRelationship(context, matched.type, matched);
      return writeRelationship(context, matched.type, { id: matched.id, field: matched.field, method, body });
    case "aggregate":
      return getAggregate(context, existing(matched.type));
    case "site-fields":
      return getSiteFields(context, existing(matched.type));
    case "progress":
      return progressAnswer(context.backend.progress.find(context.viewer.id, matched.requestId));
    case "outbox":
      return getOutbox(context, request.signal);
    case "recipients":
      return getRecipients(context, decodeBody(body));
    case "account-mails":
      return method === "POST" ? takeMail(context, decodeBody(body)) : getWaitingMails(context);
    case "operations":
      return runAtomic(context, body);
  }
}

function requireViewer({ viewer, challenge }: Caller, method: string): Viewer {
  if (viewer) return viewer;
  if (challenge) throw noCredentials();
  throw forbidden(
    safeMethods.has(method) ? "The current user is not allowed to GET the selected resource." : "",
    "/data",
  );
}

function existing(type: ResourceType | undefined): ResourceType {
  if (!type) throw new Refusal([{ status: 404, detail: "The entity type does not exist." }]);
  return type;
}

function problemAnswer(error: unknown, url: RequestUrl, log: Logger): Answer {
  if (error instanceof WrongFormat) return jsonAnswer({ message: error.message }, 406);
  if (error instanceof Refusal) return errorAnswer(error.problems, url.self, error.headers);
  const client = asClientProblem(error);
  if (client) return errorAnswer([client], url.self);
  log.error({ err: error, path: url.path }, "request failed");
  return errorAnswer(
    [{ status: 500, detail: "The website encountered an unexpected error. Try again later." }],
    url.self,
  );
}

function toResponse(answer: Answer | Response, method: string): Response {
  if (answer instanceof Response) return answer;
  const body = method === "HEAD" ? null : answer.body;
  return new Response(typeof body === "string" ? Buffer.from(body) : body ? Buffer.from(body) : null, {
    status: answer.status,
    headers: answer.headers,
  });
}

function requestFacts(request: Request): RequestFacts {
  const given = sentId(request, "x-request-id");
  const cause = request.headers.get("x-sw-cause") ?? "";
  return {
    method: request.method,
    headers: request.headers,
    credential: credentialOf(request),
    requestId: given ?? randomUUID(),
    undoes: sentId(request, "x-sw-undoes"),
    cause: causes.has(cause) ? cause : "user",
  };
}

/** The id of a request that a header names. */
function sentId(request: Request, header: string): string | undefined {
  const sent = request.headers.get(header) ?? "";
  return /^[A-Za-z0-9._-]{1,64}$/.test(sent) ? sent : undefined;
}

function originOf(request: Request): string {
  const host = request.headers.get("host") ?? "localhost";
  return `http://${/^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? host : "localhost"}`;
}

const usualHosts = ["localhost", "127.0.0.1", "[::1]"];

/** Links and cookies are made of the host's name: one that isn't ours is nobody's. */
function isOwnHost(request: Request, hosts: readonly string[]): boolean {
  const name = (request.headers.get("host") ?? "localhost").replace(/:\d*$/, "").toLowerCase();
  return name === "" || usualHosts.includes(name) || hosts.includes(name);
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

function text(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}
