import { createHash } from "node:crypto";

/** Longer than the backend keeps a session. */
const keptFor = 30 * 86_400_000;

declare global {
  /** Next bundles pages and routes apart: what both must know lies outside of the modules. */
  var swEndedSessions: Map<string, number> | undefined;
}

const ended = (): Map<string, number> => (globalThis.swEndedSessions ??= new Map());
const keyOf = (backendCookie: string) => createHash("sha256").update(backendCookie).digest("base64url");

/** A session that somebody left. The sealed cookie may lie elsewhere too, and the backend may not have answered. */
export function markEnded(backendCookie: string, now = Date.now()): void {
  const sessions = ended();
  // In the order of their ends.
  for (const [key, at] of sessions) {
    if (at > now - keptFor) break;
    sessions.delete(key);
  }
  sessions.set(keyOf(backendCookie), now);
}

export function hasEnded(backendCookie: string): boolean {
  return ended().has(keyOf(backendCookie));
}
