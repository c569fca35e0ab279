import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { eventKinds } from "../../../model/generated/event-kinds.ts";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import { recordTypes } from "../../../model/generated/record-types.ts";
import type { EventKind } from "../../../model/index.ts";
import { isOpen } from "../../../model/open-modules.ts";
import { labelFieldsOf, labelOf } from "../../../model/row-label.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Event } from "./event.ts";

const dueKinds = Object.values(eventKinds).filter((kind) => kind.due);

/** Types of rows that a day can come for: a change of one of them is a reason to look again. */
export const dueTypes: ReadonlySet<string> = new Set(dueKinds.flatMap((kind) => kind.due?.type ?? []));

/** What is due today and what is late. A row's day makes one event, on whichever day it is first met. */
export async function dueEvents(
  backend: BackendClient,
  { day, now, modules }: { day: string; now: Date; modules: readonly string[] },
): Promise<Event[]> {
  const events: Event[] = [];
  for (const kind of dueKinds)
    if (isOpen(kind.due?.type ?? "", modules)) events.push(...(await eventsOfKind(backend, kind, day, now)));
  return events;
}

async function eventsOfKind(backend: BackendClient, kind: EventKind, day: string, now: Date): Promise<Event[]> {
  const { due, audience } = kind;
  if (!due) return [];
  const type = due.type as EntityTypeName;
  // Only an account that the row itself names: a longer way isn't worth the joins.
  const owner = recordTypes[type]?.ownerPath === "account" ? "account" : undefined;
  const rows: readonly object[] = await backend.listAll(type, () => {
    const params = new DrupalJsonApiParams()
      .addFields(`${type}--${type}`, [...labelFieldsOf(type), due.field, ...(owner ? [owner] : [])])
      .addFilter(due.field, day, due.when === "today" ? "=" : "<")
      .addFilter(due.while.field, due.while.value)
      .addSort(due.field);
    return audience.field ? params.addFilter(`${audience.field}.id`, null, "IS NOT NULL") : params;
  });
  return rows.map((row) => {
    const id = String(Reflect.get(row, "id"));
    const account: unknown = owner ? Reflect.get(row, owner) : null;
    return {
      key: `${kind.name}:${id}:${String(Reflect.get(row, due.field))}`,
      kind: kind.name,
      run: `due-${day}`,
      order: 0,
      subjectType: type,
      subjectId: id,
      subjectLabel: labelOf(type, row),
      value: null,
      accountId: typeof account === "object" && account !== null ? String(Reflect.get(account, "id")) : null,
      actorId: null,
      actorName: "",
      permission: null,
      occurredAt: now.toISOString().replace(/\.\d+Z$/, "+00:00"),
    };
  });
}
