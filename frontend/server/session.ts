import "server-only";
import { getIronSession, type IronSession, type SessionOptions } from "iron-session";
import { cookies } from "next/headers";
import { env } from "./env";

/** What the sealed cookie holds: the user's own session at the backend, never a password. */
export interface ConsoleSession {
  backendCookie?: string;
  csrfToken?: string;
  logoutToken?: string;
  userId?: string;
}

export type SignedInSession = Required<ConsoleSession>;

function options(): SessionOptions {
  return {
    cookieName: "sw_session",
    password: env().SW_SESSION_SECRET,
    cookieOptions: { httpOnly: true, sameSite: "lax", secure: env().SW_SECURE_COOKIES === "1", path: "/" },
  };
}

export async function readSession(): Promise<IronSession<ConsoleSession>> {
  return getIronSession<ConsoleSession>(await cookies(), options());
}

export function isSignedIn(session: ConsoleSession): session is SignedInSession {
  return Boolean(session.backendCookie && session.csrfToken && session.userId && session.logoutToken);
}
