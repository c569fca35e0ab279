import "server-only";
import { getIronSession, type IronSession, type SessionOptions } from "iron-session";
import { cookies } from "next/headers";
import { hasEnded } from "./ended-sessions";
import { env } from "./env";

/** What the sealed cookie holds: the user's own session at the backend, never a password. */
export interface ConsoleSession {
  backendCookie?: string;
  csrfToken?: string;
  logoutToken?: string;
  userId?: string;
}

export type SignedInSession = Required<ConsoleSession>;

/** No longer than the backend's session can live. */
const sealedFor = 14 * 86_400;

function options(): SessionOptions {
  const secure = env().SW_SECURE_COOKIES === "1";
  return {
    // With this prefix a browser takes the cookie over HTTPS and from this very host only; none that a neighbour wrote.
    cookieName: secure ? "__Host-sw_session" : "sw_session",
    ttl: sealedFor,
    password: env().SW_SESSION_SECRET,
    cookieOptions: { httpOnly: true, sameSite: "lax", secure, path: "/" },
  };
}

export async function readSession(): Promise<IronSession<ConsoleSession>> {
  const store = await cookies();
  // A cookie that was never sealed here is no session; the next sign-in replaces it.
  const session = await getIronSession<ConsoleSession>(store, options()).catch(() =>
    getIronSession<ConsoleSession>({ get: () => undefined, set: store.set.bind(store) } as typeof store, options()),
  );
  // A copy of a cookie whose person signed out: it opens nothing, whatever the backend was told.
  if (session.backendCookie && hasEnded(session.backendCookie)) delete session.backendCookie;
  return session;
}

export function isSignedIn(session: ConsoleSession): session is SignedInSession {
  return Boolean(session.backendCookie && session.csrfToken && session.userId && session.logoutToken);
}
