import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import { type ThingRef, thingOf } from "@/base/editing/things";

type Operation = "create" | "update" | "delete";

/** One field of one row, from before the event to after it. */
export interface ThingChange {
  readonly type: string;
  readonly rowId: string;
  readonly operation: Operation;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an event did to one thing: to its own row and to the periods of it. */
export interface EventThing extends ThingRef {
  readonly label: string;
  /** What happened to its own row; null where only what belongs to it changed. */
  readonly operation: Operation | null;
  readonly changes: readonly ThingChange[];
}

/** What an event did to one field of how many things; the values where all have the same. */
export interface EventFact {
  readonly type: string;
  readonly operation: Operation;
  readonly field: string;
  readonly count: number;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** How much of an event was taken back, and by whom. */
export interface Undone {
  readonly requestId: string;
  readonly by: string;
  readonly at: string;
  readonly count: number;
}

/** One thing done: all that one request, or one run in several parts, changed. */
export interface HistoryEvent {
  /** The request id. */
  readonly id: string;
  /** Of its newest entry. */
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly actorId: string | null;
  readonly cause: string;
  readonly count: number;
  /** Whether it did more than was read: the count is the least it can be. */
  readonly more: boolean;
  /** The types of its things with how many of each, the most first. */
  readonly types: readonly { readonly type: string; readonly operation: Operation | null; readonly count: number }[];
  /** The types of the rows that it wrote, which taking it back needs the right to. */
  readonly wrote: readonly { readonly type: string; readonly operation: Operation }[];
  readonly facts: readonly EventFact[];
  /** The first of its things. */
  readonly things: readonly EventThing[];
  readonly undone: Undone | null;
}

const keyOf = ({ type, id }: ThingRef) => `${type}/${id}`;
const operationOf = (entry: SwJournalEntry): Operation =>
  entry.operation === "create" || entry.operation === "delete" ? entry.operation : "update";

/** What is stored of the references that rows are counted by, by row. */
export type StoredParents = ReadonlyMap<string, string>;

/** The things of an event's entries, which come newest first, in the order in which they were first touched. */
export function eventThings(entries: readonly SwJournalEntry[], parents: StoredParents): EventThing[] {
  const rows = new Map<string, SwJournalEntry[]>();
  for (const entry of [...entries].reverse()) {
    const { subject_type: type, subject_id: id } = entry;
    if (!type || !id) continue;
    const key = keyOf({ type, id });
    const row = rows.get(key);
    if (row) row.push(entry);
    else rows.set(key, [entry]);
  }
  const things = new Map<string, EventThing & { changes: ThingChange[] }>();
  for (const told of rows.values()) {
    const [first] = told;
    const row = { type: first?.subject_type ?? "", id: first?.subject_id ?? "" };
    const ref = thingOf(
      row,
      told.map(({ changes }) => ({ changes: changes ?? [] })),
      parents.get(row.id),
    );
    const own = ref.type === row.type && ref.id === row.id;
    const known = things.get(keyOf(ref));
    const operation = rowOperation(told);
    const changes = rowChanges(row, operation, told);
    things.set(keyOf(ref), {
      ...ref,
      label: (own && told.at(-1)?.subject_label) || known?.label || "",
      operation: own ? operation : (known?.operation ?? null),
      // What is said of the thing itself comes first.
      changes: own ? [...changes, ...(known?.changes ?? [])] : [...(known?.changes ?? []), ...changes],
    });
  }
  return [...things.values()];
}

function rowOperation(told: readonly SwJournalEntry[]): Operation {
  const all = told.map(operationOf);
  return all.includes("delete") ? "delete" : all.includes("create") ? "create" : "update";
}

/** The day of a change is told with the change. */
const isStamp = (type: string, field: string): boolean =>
  recordTypes[type]?.fields.some(({ name, stamp }) => name === field && stamp !== undefined) ?? false;

/** A field that was changed twice went from what it was first to what it is last. */
function rowChanges(row: ThingRef, operation: Operation, told: readonly SwJournalEntry[]): ThingChange[] {
  const fields = new Map<string, ThingChange>();
  for (const { field, from, to } of told.flatMap((entry) => entry.changes ?? []))
    fields.set(field, {
      ...{ type: row.type, rowId: row.id, operation, field, from, to },
      ...(fields.has(field) && { from: fields.get(field)?.from ?? null }),
    });
  return [...fields.values()].filter(({ from, to, field }) => from !== to && !isStamp(row.type, field));
}

/** What happened to which field of how many things. */
export function eventFacts(things: readonly EventThing[]): EventFact[] {
  const facts = new Map<
    string,
    { fact: EventFact; things: Set<string>; from: Set<string | null>; to: Set<string | null> }
  >();
  for (const thing of things)
    for (const { type, operation, field, from, to } of thing.changes) {
      const key = `${type}/${operation}/${field}`;
      const known = facts.get(key) ?? {
        fact: { type, operation, field, count: 0 },
        things: new Set(),
        from: new Set(),
        to: new Set(),
      };
      known.things.add(keyOf(thing));
      known.from.add(from);
      known.to.add(to);
      facts.set(key, known);
    }
  const only = (values: Set<string | null>) => (values.size === 1 ? [...values][0] : undefined);
  return [...facts.values()].map(({ fact, things: those, from, to }) => ({
    ...fact,
    count: those.size,
    ...(only(from) !== undefined && { from: only(from) ?? null }),
    ...(only(to) !== undefined && { to: only(to) ?? null }),
  }));
}

const mostFacts = 60;

/** An event of all of its entries, newest first. */
export function eventOf(
  entries: readonly SwJournalEntry[],
  parents: StoredParents,
  shown: number,
): HistoryEvent & { readonly all: readonly EventThing[] } {
  const [newest] = entries;
  const all = eventThings(entries, parents);
  const types = new Map<string, { type: string; operation: Operation | null; count: number }>();
  for (const { type, operation } of all) {
    const known = types.get(type);
    types.set(type, {
      type,
      operation: !known || known.operation === operation ? operation : null,
      count: (known?.count ?? 0) + 1,
    });
  }
  const wrote = new Map(
    entries.map((entry) => {
      const one = { type: entry.subject_type ?? "", operation: operationOf(entry) };
      return [`${one.type}/${one.operation}`, one] as const;
    }),
  );
  return {
    id: newest?.request_id ?? "",
    sequence: newest?.sequence ?? 0,
    at: newest?.occurred_at ?? "",
    actor: newest?.actor_name ?? "",
    actorId: newest?.actor?.id ?? null,
    cause: newest?.cause ?? "user",
    count: all.length,
    more: false,
    types: [...types.values()].sort((a, b) => b.count - a.count),
    wrote: [...wrote.values()],
    facts: eventFacts(all).slice(0, mostFacts),
    things: all.slice(0, shown),
    undone: null,
    all,
  };
}

/** One request that took another one back, and a row that it wrote. */
export interface UndoingRow extends ThingRef {
  readonly undoes: string;
  readonly requestId: string;
  readonly by: string;
  readonly at: string;
}

/** What of an event is taken back now: an undoing that was itself taken back counts no more. */
export function undoneOf(id: string, things: readonly EventThing[], undoings: readonly UndoingRow[]): Undone | null {
  // Callers name what they take back: two requests that name each other must not lead in a circle.
  const stands = (requestId: string, asked: readonly string[] = []): boolean =>
    !undoings.some(
      (one) =>
        one.undoes === requestId && !asked.includes(one.requestId) && stands(one.requestId, [...asked, requestId]),
    );
  const rows = undoings.filter((one) => one.undoes === id && stands(one.requestId));
  const last = rows.reduce<UndoingRow | undefined>(
    (found, one) => (!found || one.at > found.at ? one : found),
    undefined,
  );
  if (!last) return null;
  const undone = new Set(rows.map(keyOf));
  const count = things.filter(
    (thing) =>
      undone.has(keyOf(thing)) || thing.changes.some(({ type, rowId }) => undone.has(keyOf({ type, id: rowId }))),
  ).length;
  return { requestId: last.requestId, by: last.by, at: last.at, count };
}
