import { recordTypes } from "../../model/generated/record-types.ts";
import { isOpen } from "../../model/open-modules.ts";
import type { JournalChange } from "../../platform/backend/outbox.ts";

const words = { create: "created", update: "updated", delete: "deleted" } as const;
export const operations = Object.values(words);

/** The type that an address is asked with whether it takes what we send. */
export const testEvent = "webhook.test";

export const eventType = (type: string, operation: keyof typeof words): string => `${type}.${words[operation]}`;

/** The types whose rows' fate may be told to whoever holds these permissions: all that the model journals and that every row of which they may see. */
export function typesFor(permissions: readonly string[], modules: readonly string[]): readonly string[] {
  const holds = (permission: string) => permissions.includes(permission);
  return Object.entries(recordTypes).flatMap(([name, { writable, journal, access, rowPermissions = [] }]) =>
    writable &&
    journal !== false &&
    // What no brand changes has no history in one.
    access.edit !== "administer platform" &&
    isOpen(name, modules) &&
    (access.view === "authenticated" || holds(access.view)) &&
    rowPermissions.every(holds)
      ? [name]
      : [],
  );
}

/** What happened to one row, as far as it may be told. */
export interface RowEvent {
  /** Of the first of its entries: the same however often it is read. */
  readonly sequence: number;
  readonly type: string;
  readonly row: string;
  readonly occurredAt: string;
  readonly fields: readonly string[];
}

/**
 * The events of some entries for whoever holds these permissions. A change of fields that need a permission is an entry of its own: entries of one
 * row that one request made are one event. Of a change that is all in fields which aren't theirs nothing is told, not even that it was.
 */
export function eventsFor(
  entries: readonly JournalChange[],
  permissions: readonly string[],
  modules: readonly string[],
): readonly RowEvent[] {
  const open = new Set(typesFor(permissions, modules));
  const events: (RowEvent & { readonly key: string; fields: string[] })[] = [];
  for (const entry of entries) {
    const { viewPermission, subjectType, subjectId, operation, requestId, sequence, occurredAt } = entry;
    if (!open.has(subjectType) || (viewPermission !== null && !permissions.includes(viewPermission))) continue;
    const key = [subjectId, operation, requestId].join(" ");
    const last = events.at(-1);
    const fields = entry.changes.map(({ field }) => field);
    if (last?.key === key && requestId !== null) last.fields = [...new Set([...last.fields, ...fields])];
    else events.push({ key, sequence, type: eventType(subjectType, operation), row: subjectId, occurredAt, fields });
  }
  return events;
}

/** What is sent: that something happened and to what, never what it is now. Whoever wants to know reads the row with an account of theirs. */
export function payloadOf(brand: string, { type, row, occurredAt, fields }: Omit<RowEvent, "sequence">): string {
  const what = type.endsWith(`.${words.update}`) ? { changed: fields } : {};
  return JSON.stringify({ type, timestamp: occurredAt, data: { brand, id: row, ...what } });
}
