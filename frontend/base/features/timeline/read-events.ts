import "server-only";
import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { countedAs } from "@/base/editing/things";
import { type EventThing, eventOf, type HistoryEvent, type UndoingRow, undoneOf } from "./events";
import { listByIds } from "./subjects";

const fields = [
  "sequence",
  "occurred_at",
  "actor",
  "actor_name",
  "operation",
  "subject_type",
  "subject_id",
  "subject_label",
  "changes",
  "cause",
  "request_id",
  "view_permission",
];

/** What narrows the entries: whose they are, in parts where ids are many. */
export type Narrowing = readonly (() => DrupalJsonApiParams)[];

/** Entries read to find the next events. */
const windowSize = 150;
const idsPerRequest = 40;
const rowsPerRead = 500;
/** An event of more entries is told by the newest of them, and its count is said to be the least. */
export const mostEntries = 6_000;
const shownThings = 5;

interface EventPage {
  readonly events: readonly (HistoryEvent & { readonly all: readonly EventThing[] })[];
  /** Where the next page begins; null where nothing is older. */
  readonly next: number | null;
}

/**
 * The next events, newest first, each of them whole: an event stands where its newest entry does, and all that belongs to it is read with it,
 * however far its parts lie from each other.
 */
export async function readEvents(
  backend: BackendClient,
  { found, whole }: { found: Narrowing; whole: Narrowing },
  { before, size }: { before: number | null; size: number },
): Promise<EventPage> {
  const seen = new Set<string>();
  const heads: { id: string; sequence: number }[] = [];
  let more = true;
  while (more && heads.length <= size) {
    const window = await newest(backend, found, { before, seen, limit: windowSize });
    more = window.length === windowSize;
    const fresh = new Map<string, number>();
    for (const { request_id: id, sequence } of window) if (id && !fresh.has(id)) fresh.set(id, sequence ?? 0);
    if (fresh.size === 0) break;
    const begun = before === null ? new Set<string>() : await begunSince(backend, found, [...fresh.keys()], before);
    for (const [id, sequence] of fresh) {
      seen.add(id);
      if (!begun.has(id)) heads.push({ id, sequence });
    }
  }
  const page = heads.slice(0, size);
  return {
    events: await wholeEvents(
      backend,
      whole,
      page.map(({ id }) => id),
    ),
    next: heads.length > size ? (page.at(-1)?.sequence ?? null) : null,
  };
}

/** The newest entries of requests that were not met yet. What took something back is told with what it took back. */
async function newest(
  backend: BackendClient,
  narrowing: Narrowing,
  { before, seen, limit }: { before: number | null; seen: ReadonlySet<string>; limit: number },
): Promise<SwJournalEntry[]> {
  const pages = await Promise.all(
    narrowing.map((params) => {
      const asked = params()
        .addFields("sw_journal_entry--sw_journal_entry", ["sequence", "request_id"])
        .addFilter("undoes", null, "IS NULL")
        .addSort("sequence", "DESC")
        .addCustomParam({ page: { limit } });
      if (before !== null) asked.addFilter("sequence", String(before), "<");
      if (seen.size > 0) asked.addFilter("request_id", [...seen], "NOT IN");
      return backend.list("sw_journal_entry", asked);
    }),
  );
  return pages
    .flat()
    .sort((a, b) => (b.sequence ?? 0) - (a.sequence ?? 0))
    .slice(0, limit);
}

/** Which of the requests have entries on the pages before. */
async function begunSince(
  backend: BackendClient,
  narrowing: Narrowing,
  ids: readonly string[],
  sequence: number,
): Promise<Set<string>> {
  const groups = await Promise.all(
    narrowing.flatMap((params) =>
      inParts(ids).map((part) =>
        backend.aggregate("sw_journal_entry", {
          groupBy: ["request_id"],
          filter: params().addFilter("request_id", part, "IN").addFilter("sequence", String(sequence), ">="),
        }),
      ),
    ),
  );
  return new Set(groups.flat().map(({ keys }) => String(keys["request_id"])));
}

/** All that the requests wrote, as events in the order asked. */
export async function wholeEvents(
  backend: BackendClient,
  whole: Narrowing,
  ids: readonly string[],
): Promise<(HistoryEvent & { readonly all: readonly EventThing[] })[]> {
  if (ids.length === 0) return [];
  const cut = new Set<string>();
  const pages = await Promise.all(
    whole.flatMap(async (params) => {
      const parts = await readTogether(backend, params, ids);
      const read = parts.map(async (part) => {
        const entries = await entriesOf(backend, () => params().addFilter("request_id", part, "IN"));
        if (entries.length >= mostEntries) for (const id of part) cut.add(id);
        return entries;
      });
      return (await Promise.all(read)).flat();
    }),
  );
  const entries = [...new Map(pages.flat().map((entry) => [entry.id, entry])).values()].sort(
    (a, b) => (b.sequence ?? 0) - (a.sequence ?? 0),
  );
  const [parents, undoings] = await Promise.all([storedParents(backend, entries), undoingsOf(backend, ids)]);
  const byRequest = new Map<string, SwJournalEntry[]>();
  for (const entry of entries) {
    const own = byRequest.get(entry.request_id ?? "");
    if (own) own.push(entry);
    else byRequest.set(entry.request_id ?? "", [entry]);
  }
  return ids.flatMap((id) => {
    const own = byRequest.get(id);
    if (!own) return [];
    const event = eventOf(own, parents, shownThings);
    return [{ ...event, more: cut.has(id), undone: undoneOf(id, event.all, undoings) }];
  });
}

/** Requests that are read together; one of very many entries alone, so that it pushes no other out. */
async function readTogether(
  backend: BackendClient,
  params: () => DrupalJsonApiParams,
  ids: readonly string[],
): Promise<string[][]> {
  const groups = await Promise.all(
    inParts(ids).map((part) =>
      backend.aggregate("sw_journal_entry", {
        groupBy: ["request_id"],
        filter: params().addFilter("request_id", part, "IN"),
      }),
    ),
  );
  const large = groups.flat().filter(({ count }) => count > rowsPerRead / 5);
  const alone = new Set(large.map(({ keys }) => String(keys["request_id"])));
  const there = new Set(groups.flat().map(({ keys }) => String(keys["request_id"])));
  return [...inParts(ids.filter((id) => there.has(id) && !alone.has(id))), ...[...alone].map((id) => [id])];
}

async function entriesOf(backend: BackendClient, params: () => DrupalJsonApiParams): Promise<SwJournalEntry[]> {
  const all: SwJournalEntry[] = [];
  while (all.length < mostEntries) {
    const page = await backend.list(
      "sw_journal_entry",
      params()
        .addFields("sw_journal_entry--sw_journal_entry", fields)
        .addSort("sequence", "DESC")
        .addCustomParam({ page: { limit: rowsPerRead, offset: all.length } }),
    );
    all.push(...page);
    if (page.length < rowsPerRead) break;
  }
  return all;
}

/** What periods are of: the entry that ends one doesn't say it. Of those that are gone, what made or removed them says it. */
async function storedParents(backend: BackendClient, entries: readonly SwJournalEntry[]): Promise<Map<string, string>> {
  const parents = new Map<string, string>();
  const types = new Set(entries.flatMap(({ subject_type: type }) => (type && countedAs(type) ? type : [])));
  for (const type of types) {
    const name = countedAs(type)?.name ?? "";
    const ids = new Set(entries.flatMap((entry) => (entry.subject_type === type ? (entry.subject_id ?? []) : [])));
    for (const row of await listByIds(backend, type, [...ids], [name])) {
      const linked: unknown = Reflect.get(row, name);
      if (typeof linked === "object" && linked !== null && "id" in linked) parents.set(row.id, String(linked.id));
    }
    const gone = [...ids].filter((id) => !parents.has(id));
    for (const part of inParts(gone)) {
      const told = await backend.list(
        "sw_journal_entry",
        new DrupalJsonApiParams()
          .addFields("sw_journal_entry--sw_journal_entry", ["subject_id", "changes"])
          .addFilter("subject_id", part, "IN")
          .addFilter("operation", "delete")
          .addPageLimit(rowsPerRead),
      );
      for (const { subject_id: id, changes } of told) {
        const parent = changes?.find(({ field }) => field === name)?.from;
        if (id && parent) parents.set(id, parent);
      }
    }
  }
  return parents;
}

/** An undoing of an undoing of an undoing: nobody goes on much longer. */
const mostSteps = 6;

/** What took the requests back, what took that back, and so on. */
async function undoingsOf(backend: BackendClient, ids: readonly string[]): Promise<UndoingRow[]> {
  const found: UndoingRow[] = [];
  let asked = [...ids];
  for (let step = 0; step < mostSteps && asked.length > 0; step += 1) {
    const groups = await Promise.all(
      inParts(asked).map((part) =>
        backend.aggregate("sw_journal_entry", {
          groupBy: ["undoes", "request_id", "actor_name", "occurred_at", "subject_type", "subject_id"],
          filter: new DrupalJsonApiParams().addFilter("undoes", part, "IN"),
        }),
      ),
    );
    const rows = groups.flat().map(
      ({ keys }): UndoingRow => ({
        undoes: String(keys["undoes"]),
        requestId: String(keys["request_id"]),
        by: String(keys["actor_name"] ?? ""),
        at: String(keys["occurred_at"] ?? ""),
        type: String(keys["subject_type"]),
        id: String(keys["subject_id"]),
      }),
    );
    const known = new Set([...ids, ...found.map(({ requestId }) => requestId)]);
    found.push(...rows);
    asked = [...new Set(rows.map(({ requestId }) => requestId))].filter((id) => !known.has(id));
  }
  return found;
}

function inParts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / idsPerRequest) }, (_, index) =>
    ids.slice(index * idsPerRequest, (index + 1) * idsPerRequest),
  );
}
