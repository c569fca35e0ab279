import { createHash } from "node:crypto";
import type { Viewer } from "./viewer.ts";
import { RequestLimit } from "../../platform/request-limit.ts";
import { forbidden, Refusal } from "../problem/refusal.ts";
import { basicViewer } from "./basic-auth.ts";
import type { TrustedProxies } from "./client-address.ts";
import { cookieName, readCookie } from "./cookie.ts";
import type { Database } from "../../platform/database/database.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import { type Session, sessionKey, type SessionStore, unsafePurpose } from "./session-store.ts";

/** Addresses that nobody has signed in from get this part of a person's requests. */
const anonymousShare = 10;

/** Who sent a request. */
export interface Caller {
  readonly viewer: Viewer | undefined;
  readonly session: Session | undefined;
  readonly address: string;
  /** Showed neither cookie nor credentials: a refusal asks for them. */
  readonly challenge: boolean;
}

/** What a request identifies itself with, as it may be kept. */
export function credentialOf(request: Request): string {
  const basic = request.headers.get("authorization");
  if (basic !== null) return `basic ${createHash("sha256").update(basic).digest("hex")}`;
  const cookie = cookieOf(request);
  return cookie === undefined ? "none" : `session ${sessionKey(cookie)}`;
}

export function cookieOf(request: Request): string | undefined {
  return readCookie(request.headers.get("cookie") ?? undefined, cookieName(request.headers.get("host") ?? ""));
}

/** Tells callers apart, by session or basic authentication, and slows down who asks too much. */
export class Callers {
  readonly sessions: SessionStore;
  readonly #db: Database;
  readonly #types: ResourceTypes;
  readonly #proxies: TrustedProxies;
  readonly #perUser: number;
  readonly #limit = new RequestLimit();

  constructor(
    { db, types }: { db: Database; types: ResourceTypes },
    sessions: SessionStore,
    { proxies, requestsPerMinute }: { proxies: TrustedProxies; requestsPerMinute: number },
  ) {
    this.#db = db;
    this.#types = types;
    this.sessions = sessions;
    this.#proxies = proxies;
    this.#perUser = requestsPerMinute;
  }

  async identify(request: Request, connection: string, by: "session" | "any"): Promise<Caller> {
    const { address, inside } = this.#proxies.caller(connection, request.headers.get("x-forwarded-for"));
    const authorization = request.headers.get("authorization");
    const cookie = cookieOf(request);
    const basic = by === "any" && authorization !== null && /^Basic /i.test(authorization) ? authorization : undefined;
    const session = basic === undefined && cookie !== undefined ? await this.sessions.find(cookie) : undefined;
    const viewer =
      basic === undefined
        ? session?.viewer
        : await basicViewer(this.#db, this.#types, this.sessions, { header: basic, address });
    if (!inside && viewer) this.#count(`user ${viewer.id}`, this.#perUser);
    else if (!inside) this.#count(`address ${address}`, Math.max(1, Math.floor(this.#perUser / anonymousShare)));
    return { viewer, session, address, challenge: authorization === null && cookie === undefined };
  }

  #count(caller: string, limit: number): void {
    const retryAfter = this.#limit.count(caller, limit);
    if (retryAfter === undefined) return;
    throw new Refusal([{ status: 429, detail: `Too many requests. Try again in ${retryAfter} seconds.` }], {
      "Retry-After": String(retryAfter),
    });
  }

  /** A browser sends its cookie by itself, so a write needs the token too. */
  checkToken({ session }: Caller, request: Request): void {
    if (!session) return;
    const token = request.headers.get("x-csrf-token");
    if (token === null) throw forbidden("X-CSRF-Token request header is missing");
    if (!this.sessions.tokenMatches(session.seed, unsafePurpose, token))
      throw forbidden("X-CSRF-Token request header is invalid");
  }
}
