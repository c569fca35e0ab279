import type { RequestContext } from "../context/request-context.ts";
import { badRequest, forbidden } from "../problem/refusal.ts";
import { textParameter } from "../request/query-string.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { envelope } from "../response/encode.ts";
import { followOutbox } from "../store/resource-type.ts";
import { accessDetail } from "./collection.ts";

export const outboxParameters: ReadonlySet<string> = new Set(["after", "wait"]);
const longestWait = 25;

/** How far the journals of all brands are; with the mark of what the reader knows, not before that has changed. */
export async function getOutbox(context: RequestContext, gone: AbortSignal): Promise<Answer> {
  const { backend, viewer, query } = context;
  if (viewer.brand !== null || !viewer.permissions.has(followOutbox))
    throw forbidden(accessDetail("GET", `The '${followOutbox}' permission is required.`), "/data");
  const after = textParameter(query, "after");
  if (after !== undefined && !/^[A-Za-z0-9_-]{1,128}$/.test(after))
    throw badRequest('The "after" parameter must be a mark as an earlier answer gave it.');
  const wait = textParameter(query, "wait") ?? "0";
  if (!/^\d{1,2}$/.test(wait) || Number(wait) > longestWait)
    throw badRequest(`The "wait" parameter must be a whole number of seconds from 0 to ${longestWait}.`);
  const { mark, heads } =
    after === undefined
      ? await backend.journalHeads.read()
      : await backend.journalHeads.after(after, Number(wait), { user: viewer.id, gone });
  return documentAnswer(
    { jsonapi: envelope, data: [], meta: { mark, heads }, links: { self: { href: context.url.self } } },
    200,
    { "Cache-Control": "private, no-store" },
  );
}
