import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { EventKind } from "../../../model/index.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Event } from "../events/event.ts";

const chunk = 100;

/** How somebody comes to be told of an event: for what they are to it, or because they follow its account. */
export interface Concerned {
  readonly events: Set<Event>;
  /** Where following an account is the only reason: what that account is followed on. */
  readonly followed: Map<Event, { readonly console: boolean; readonly mail: boolean }>;
}

export interface AccountFacts {
  readonly name: string;
  readonly salesperson: string | null;
}

export async function accountFacts(backend: BackendClient, ids: readonly string[]): Promise<Map<string, AccountFacts>> {
  const rows = await readByIds(ids, (part) =>
    backend.list(
      "sw_account",
      new DrupalJsonApiParams()
        .addFields("sw_account--sw_account", ["legal_name", "salesperson"])
        .addFilter("id", [...part], "IN")
        .addCustomParam({ page: { limit: chunk } }),
    ),
  );
  return new Map(rows.map((row) => [row.id, { name: row.legal_name ?? "", salesperson: row.salesperson?.id ?? null }]));
}

/** Whom a batch of one kind concerns. Those who did it themselves don't need to be told. */
export async function concernedBy(
  backend: BackendClient,
  kind: EventKind,
  events: readonly Event[],
  accounts: ReadonlyMap<string, AccountFacts>,
): Promise<Map<string, Concerned>> {
  const people = new Map<string, Concerned>();
  const concern = (user: string, event: Event): Concerned | undefined => {
    if (user === event.actorId) return undefined;
    const one = people.get(user) ?? { events: new Set<Event>(), followed: new Map() };
    people.set(user, one);
    return one;
  };
  if (kind.audience.field) {
    const field = kind.audience.field;
    const named = await peopleNamed(backend, events, field);
    for (const event of events) {
      const user = named.get(event.subjectId);
      // Somebody else has it meanwhile: they are told by the event that gave it to them.
      if (user && (kind.on?.field !== field || event.value === user)) concern(user, event)?.events.add(event);
    }
  }
  if (kind.audience.account) {
    const followers = await followersOf(backend, [...accounts.keys()]);
    for (const event of events) {
      const salesperson = accounts.get(event.accountId ?? "")?.salesperson;
      if (salesperson) concern(salesperson, event)?.events.add(event);
      for (const { user, ...channels } of followers.get(event.accountId ?? "") ?? [])
        concern(user, event)?.followed.set(event, channels);
    }
  }
  if (kind.audience.permission)
    for (const user of await staff(backend)) for (const event of events) concern(user, event)?.events.add(event);
  return people;
}

/** What people chose for the kind; those who chose nothing are not in it. */
export async function choicesOf(
  backend: BackendClient,
  kind: string,
): Promise<Map<string, { console: boolean; mail: boolean }>> {
  const rows = await backend.listAll("sw_subscription", () =>
    new DrupalJsonApiParams()
      .addFields("sw_subscription--sw_subscription", ["subscriber", "console", "mail"])
      .addFilter("kind", kind),
  );
  return new Map(
    rows.flatMap((row) =>
      row.subscriber ? [[row.subscriber.id, { console: row.console ?? true, mail: row.mail ?? true }]] : [],
    ),
  );
}

async function peopleNamed(
  backend: BackendClient,
  events: readonly Event[],
  field: string,
): Promise<Map<string, string>> {
  const type = (events[0]?.subjectType ?? "") as EntityTypeName;
  const rows = await readByIds(
    [...new Set(events.map(({ subjectId }) => subjectId))],
    (part) =>
      backend.list(
        type,
        new DrupalJsonApiParams()
          .addFields(`${type}--${type}`, [field])
          .addFilter("id", [...part], "IN")
          .addCustomParam({ page: { limit: chunk } }),
      ) as Promise<object[]>,
  );
  return new Map(
    rows.flatMap((row) => {
      const person: unknown = Reflect.get(row, field);
      return typeof person === "object" && person !== null
        ? [[String(Reflect.get(row, "id")), String(Reflect.get(person, "id"))] as const]
        : [];
    }),
  );
}

async function followersOf(
  backend: BackendClient,
  accounts: readonly string[],
): Promise<Map<string, { user: string; console: boolean; mail: boolean }[]>> {
  const rows = await readByIds(accounts, (part) =>
    backend.listAll("sw_subscription", () =>
      new DrupalJsonApiParams()
        .addFields("sw_subscription--sw_subscription", ["subscriber", "account", "console", "mail"])
        .addFilter("account.id", [...part], "IN"),
    ),
  );
  const followers = new Map<string, { user: string; console: boolean; mail: boolean }[]>();
  for (const { subscriber, account, console, mail } of rows) {
    if (subscriber && account)
      followers.set(account.id, [
        ...(followers.get(account.id) ?? []),
        { user: subscriber.id, console: console ?? true, mail: mail ?? true },
      ]);
  }
  return followers;
}

async function staff(backend: BackendClient): Promise<string[]> {
  const rows = await backend.listAll("user", () =>
    new DrupalJsonApiParams().addFields("user--user", ["full_name"]).addFilter("user_type", "internal"),
  );
  return rows.map(({ id }) => id);
}

async function readByIds<Row>(
  ids: readonly string[],
  read: (part: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += chunk) rows.push(...(await read(ids.slice(start, start + chunk))));
  return rows;
}
