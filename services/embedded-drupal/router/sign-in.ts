import { type Answer, emptyAnswer, jsonAnswer, notAllowed, pageAnswer, plainAnswer } from "../response/answer.ts";
import type { QueryMap } from "../request/query-string.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import { type Caller, cookieOf } from "../session/callers.ts";
import { cookieName, expiredCookie, sessionCookie } from "../session/cookie.ts";
import { logIn } from "../session/login.ts";
import { type Session, type SessionStore, unsafePurpose } from "../session/session-store.ts";
import type { Database } from "../../platform/database/database.ts";

export interface SessionRequest {
  readonly kind: "login" | "logout" | "login-status" | "token";
  readonly method: string;
  readonly query: QueryMap;
  readonly session: Session | undefined;
  readonly cookieName: string;
  readonly cookiePresent: boolean;
  readonly address: string;
  readonly agent: string | null;
  readonly body: () => Promise<string>;
}

export function sessionRequest(
  request: Request,
  asked: Pick<SessionRequest, "kind" | "query" | "body"> & { readonly caller: Caller },
): SessionRequest {
  const { caller, ...rest } = asked;
  return {
    ...rest,
    method: request.method,
    session: caller.session,
    address: caller.address,
    agent: request.headers.get("user-agent"),
    cookieName: cookieName(request.headers.get("host") ?? ""),
    cookiePresent: cookieOf(request) !== undefined,
  };
}

const methods = {
  login: ["POST"],
  logout: ["POST", "GET"],
  "login-status": ["GET", "HEAD"],
  token: ["GET", "HEAD"],
} as const;

const logoutPurpose = "user/logout";

export async function answerSession(
  db: Database,
  types: ResourceTypes,
  store: SessionStore,
  request: SessionRequest,
): Promise<Answer> {
  const allowed: readonly string[] = methods[request.kind];
  if (request.kind !== "token" && request.query.get("_format") !== "json") {
    if (request.kind !== "login") return pageAnswer("Page not found", 404);
    return request.method === "POST" && request.query.has("_format")
      ? jsonAnswer({ message: "Sign-in takes JSON." }, 400)
      : pageAnswer("Log in", 200);
  }
  if (!allowed.includes(request.method)) {
    return notAllowed(request.method, allowed.join(", "));
  }
  switch (request.kind) {
    case "login":
      return login(db, types, store, request);
    case "logout":
      return logout(store, request);
    case "login-status": {
      const stale: Record<string, string> =
        request.cookiePresent && !request.session ? { "Set-Cookie": expiredCookie(request.cookieName) } : {};
      return plainAnswer("text/plain; charset=UTF-8", request.session ? "1" : "0", 200, stale);
    }
    case "token":
      return plainAnswer("text/plain; charset=UTF-8", store.token(request.session?.seed ?? "anonymous", unsafePurpose));
  }
}

async function login(
  db: Database,
  types: ResourceTypes,
  store: SessionStore,
  request: SessionRequest,
): Promise<Answer> {
  if (request.session) return jsonAnswer({ message: "This route can only be accessed by anonymous users." }, 403);
  const result = await logIn(db, types, { body: await request.body(), address: request.address });
  if (!result.ok) return jsonAnswer({ message: result.failure.message }, Number(result.failure.code));
  const { account, name } = result.value;
  const { id, seed } = await store.start(account, request.agent);
  const body = {
    current_user: { uid: String(account), name },
    csrf_token: store.token(seed, unsafePurpose),
    logout_token: store.token(seed, logoutPurpose),
  };
  return jsonAnswer(body, 200, { "Set-Cookie": sessionCookie(request.cookieName, id) });
}

async function logout(store: SessionStore, request: SessionRequest): Promise<Answer> {
  if (!request.session) return jsonAnswer({ message: "This route can only be accessed by authenticated users." }, 403);
  const token = request.query.get("token");
  if (typeof token !== "string") return jsonAnswer({ message: "'csrf_token' URL query argument is missing." }, 403);
  if (!store.tokenMatches(request.session.seed, logoutPurpose, token)) {
    return jsonAnswer({ message: "'csrf_token' URL query argument is invalid." }, 403);
  }
  await store.end(request.session);
  return emptyAnswer(204, { "Set-Cookie": expiredCookie(request.cookieName) });
}
