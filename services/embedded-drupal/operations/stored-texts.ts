import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Field } from "../../model/index.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Logger } from "../../platform/logger.ts";
import { normalised } from "../../platform/normalise.ts";
import { writeJournal } from "../journal/write.ts";
import { Scope } from "../plan/scope.ts";
import { seconds } from "../session/session-store.ts";
import type { ResourceType, ResourceTypes } from "../store/resource-type.ts";
import { persist } from "../work/persist.ts";
import { isEmpty, sameValue } from "../work/same-value.ts";
import { type Change, UnitOfWork, type Values, type WorkRow } from "../work/unit-of-work.ts";
import { countryOf, ownerOf, startOf } from "./paths.ts";
import { UniqueIndex } from "./uniqueness.ts";

const atOnce = 500;
const done = "normalised_texts";

/** Whoever carries it out is nobody's user. */
const nobody = {
  id: 0,
  uuid: "",
  name: "",
  label: "",
  brand: null,
  modules: null,
  permissions: new Set<string>(),
  ownAccounts: null,
};

/**
 * Texts that were stored before they were normalised get their one form, once, with version and history. A row whose key another one has by then, or
 * whose required text is no text, keeps its writing and is named.
 */
export async function normaliseStored(db: Database, types: ResourceTypes, log: Pick<Logger, "warn">): Promise<void> {
  const { rows } = await sql`SELECT 1 FROM core_key_value WHERE name = ${done}`.execute(db);
  if (rows.length > 0) return;
  for (const type of types.byName.values()) {
    const fields = Object.values(type.entity.fields).filter(isText);
    if (!type.entity.writable || fields.length === 0) continue;
    for (let last: number | undefined = 0; last !== undefined; ) {
      const after: number = last;
      last = await db.transaction().execute(async (transaction) => {
        const found = await sql<{ id: number }>`SELECT id FROM ${sql.table(type.table)} WHERE id > ${after}
          ORDER BY id LIMIT ${sql.lit(atOnce)}`.execute(transaction);
        const ids = found.rows.map(({ id }) => id);
        const work = new UnitOfWork(transaction, new Scope(types, nobody), { now: seconds(), origin: "" });
        await normaliseRows(work, { type, fields, ids }, log);
        return ids.at(-1);
      });
    }
  }
  await sql`INSERT INTO core_key_value (name, value) VALUES (${done}, '1') ON CONFLICT (name) DO NOTHING`.execute(db);
}

function isText({ type, format, module }: Field): boolean {
  if (module === "core" || format === "time_zone" || format === "module") return false;
  return type === "string" || type === "text" || type === "email" || type === "external_id";
}

async function normaliseRows(
  work: UnitOfWork,
  { type, fields, ids }: { type: ResourceType; fields: readonly Field[]; ids: readonly number[] },
  log: Pick<Logger, "warn">,
): Promise<void> {
  await work.loadIds(type, ids);
  const unique = new UniqueIndex(work);
  const fresh: { row: WorkRow; values: Values }[] = [];
  for (const id of ids) {
    const row = work.knownById(type, id);
    if (!row) continue;
    const values: Values = {};
    for (const field of fields) {
      const value = await inOneForm(work, row, field);
      if (!sameValue(value, row.values[field.name])) values[field.name] = value;
    }
    if (Object.keys(values).length > 0) fresh.push({ row, values });
  }
  await unique.preload(
    fresh.map(({ row, values }) => ({ type, brand: row.brand, values: { ...row.values, ...values } })),
  );
  const changes: Change[] = [];
  for (const { row, values } of fresh) {
    const before = { ...row.values };
    const lost = fields.find((field) => field.required && field.name in values && isEmpty(values[field.name]));
    Object.assign(row.values, values);
    const [problem] = lost ? [] : unique.check(row, before);
    if (lost || problem) {
      row.values = before;
      log.warn({ type: type.name, id: row.uuid, field: lost?.name ?? problem?.pointer }, "keeps its writing");
      continue;
    }
    work.touch(row, new Set(Object.keys(values)));
    const after = { ...row.values };
    changes.push({ operation: "update", row, before, after, version: row.version, owner: await ownerOf(work, row) });
  }
  await persist(work);
  await writeJournal(work, changes, { requestId: randomUUID(), cause: "rule" });
}

async function inOneForm(work: UnitOfWork, row: WorkRow, field: Field): Promise<unknown> {
  const stored = row.values[field.name];
  if (isEmpty(stored)) return stored;
  const country = field.format === "phone" ? await dialledIn(work, row, field) : undefined;
  const text = (value: unknown): unknown => (typeof value === "string" ? normalised(field, value, country) : value);
  const item = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, text(part)]))
      : text(value);
  if (Array.isArray(stored)) return stored.map(item).filter((value) => value !== "");
  const value = item(stored);
  return value === "" ? null : value;
}

async function dialledIn(work: UnitOfWork, row: WorkRow, field: Field): Promise<string | undefined> {
  const own = await countryOf(work, field, startOf(row));
  const brand = own === undefined && row.brand !== null ? await work.byId(work.scope.types.brand, row.brand) : null;
  const country = own ?? brand?.values["country"];
  return typeof country === "string" ? country : undefined;
}
