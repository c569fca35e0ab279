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
  const { ownerPath } = recordTypes[type] ?? {};
  const way = ownerPath === undefined || ownerPath === "self" ? [] : ownerPath.split(".");
  const rows: readonly object[] = await backend.listAll(type, () => {
    const params = new DrupalJsonApiParams()
      .addFields(`${type}--${type}`, [...labelFieldsOf(type), due.field, ...way.slice(0, 1)])
      .addFilter(due.field, day, due.when === "today" ? "=" : "<")
      .addFilter(due.while.field, due.while.value)
      .addSort(due.field);
    if (way.length > 1) {
      params.addInclude([way.slice(0, -1).join(".")]);
      for (const [name, step] of steps(type, way)) params.addFields(`${name}--${name}`, [step]);
    }
    return audience.field ? params.addFilter(`${audience.field}.id`, null, "IS NOT NULL") : params;
  });
  return rows.map((row) => {
    const id = String(Reflect.get(row, "id"));
    const account = way.reduce<unknown>((at, step) => (isObject(at) ? Reflect.get(at, step) : null), row);
    return {
      key: `${kind.name}:${id}:${String(Reflect.get(row, due.field))}`,
      kind: kind.name,
      run: `due-${day}`,
      order: 0,
      subjectType: type,
      subjectId: id,
      subjectLabel: labelOf(type, row),
      value: null,
      accountId: way.length > 0 && isObject(account) ? String(Reflect.get(account, "id")) : null,
      actorId: null,
      actorName: "",
      permission: null,
      occurredAt: now.toISOString().replace(/\.\d+Z$/, "+00:00"),
    };
  });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The types that a path of references goes through after its first step, each with the step that leads on. */
function* steps(type: string, [first = "", ...others]: readonly string[]): Generator<readonly [string, string]> {
  let at = targetOf(type, first);
  for (const step of others) {
    yield [at, step];
    at = targetOf(at, step);
  }
}

const targetOf = (type: string, field: string): string =>
  recordTypes[type]?.fields.find(({ name }) => name === field)?.target ?? "";
