import { eventKinds } from "../../../model/generated/event-kinds.ts";
import type { EventKind } from "../../../model/index.ts";
import type { JournalChange } from "../../../platform/backend/outbox.ts";

/** One thing that happened to one row, which some people may want to be told of. */
export interface Event {
  /** The same event has the same key, however often it is met. */
  readonly key: string;
  readonly kind: string;
  /** What happened in one go: a request of somebody, or a day's look at what is due. */
  readonly run: string;
  readonly order: number;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly value: string | null;
  readonly accountId: string | null;
  readonly actorId: string | null;
  readonly actorName: string;
  /** What one needs to hold to see the change. */
  readonly permission: string | null;
  readonly occurredAt: string;
}

const journalKinds = Object.values(eventKinds).filter((kind) => kind.on);

/** What an entry of the journal means to people: nothing, mostly. */
export function eventsOf(entry: JournalChange, kinds: readonly EventKind[] = journalKinds): Event[] {
  return kinds.flatMap((kind) => {
    const { on } = kind;
    if (!on || on.type !== entry.subjectType || !on.operations.some((operation) => operation === entry.operation))
      return [];
    const change = on.field
      ? entry.changes.find(({ field, from, to }) => field === on.field && to !== null && to !== from)
      : undefined;
    if (on.field ? !change : entry.viewPermission !== null) return [];
    if (on.to && !on.to.includes(change?.to ?? "")) return [];
    return [
      {
        key: `${kind.name}:${entry.sequence}`,
        kind: kind.name,
        run: entry.requestId ?? `entry-${entry.sequence}`,
        order: entry.sequence,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId,
        subjectLabel: entry.subjectLabel,
        value: change?.to ?? null,
        accountId: entry.accountId,
        actorId: entry.actorId,
        actorName: entry.actorName,
        permission: entry.viewPermission,
        occurredAt: entry.occurredAt,
      },
    ];
  });
}
