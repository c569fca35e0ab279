import { type Answer, documentAnswer, emptyAnswer } from "../response/answer.ts";
import { envelope } from "../response/encode.ts";
import { rfc3339 } from "../response/wire-value.ts";
import type { Caller } from "../session/callers.ts";
import { sessionLimits, type SessionStore } from "../session/session-store.ts";
import type { Viewer } from "../session/viewer.ts";

const noStore = { "Cache-Control": "private, no-store" };

/** One's own open sessions; DELETE ends all but the one that asks. */
export async function ownSessions(
  store: SessionStore,
  viewer: Viewer,
  { session }: Pick<Caller, "session">,
  method: string,
): Promise<Answer> {
  if (method === "DELETE") {
    await store.endOthers(viewer.id, session);
    return emptyAnswer(204, noStore);
  }
  const sessions = (await store.open(viewer.id, session)).map(({ begun, used, agent, current }) => ({
    begun: rfc3339(begun),
    used: rfc3339(used),
    agent,
    current,
  }));
  return documentAnswer({ jsonapi: envelope, data: [], meta: { sessions, limits: sessionLimits } }, 200, noStore);
}
