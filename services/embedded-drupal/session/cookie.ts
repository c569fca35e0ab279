import { createHash } from "node:crypto";
import { sessionLimits } from "./session-store.ts";

export function cookieName(host: string): string {
  const name = host.replace(/:\d+$/, "");
  return `SESS${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
}

export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}

export function sessionCookie(name: string, value: string): string {
  const expires = new Date(Date.now() + sessionLimits.absolute * 1000).toUTCString();
  return `${name}=${value}; expires=${expires}; Max-Age=${sessionLimits.absolute}; path=/; HttpOnly; SameSite=Lax`;
}

export function expiredCookie(name: string): string {
  return `${name}=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly`;
}
