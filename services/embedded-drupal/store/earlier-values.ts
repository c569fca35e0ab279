import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Field } from "../../model/index.ts";
import { columnName } from "./column.ts";
import type { ResourceType, ResourceTypes } from "./resource-type.ts";

/** Rows of before: a field keeps what it had under another name, values that are no longer give way, a list added beside another follows it. */
export async function carryValues(
  db: Kysely<unknown>,
  types: ResourceTypes,
  known: ReadonlySet<string>,
): Promise<void> {
  for (const type of types.byName.values()) {
    if (!known.has(`${type.table}.id`)) continue;
    const isNew = (name: string) => !known.has(`${type.table}.${columnName(name)}`);
    const fields = Object.values(type.entity.fields);
    for (const { name, was } of fields)
      if (was !== undefined && isNew(name) && !isNew(was))
        await set(db, type, name, { to: sql.ref(columnName(was)), where: sql`true` });
    for (const field of fields) if (field.valuesWere) await replace(db, type, field, field.valuesWere);
    for (const { name, valuesBy } of fields)
      if (valuesBy && isNew(valuesBy.field)) {
        const chosen = Object.entries(valuesBy.values).flatMap(([value, of]) => of.map((one) => [one, value] as const));
        await set(db, type, valuesBy.field, { to: byValue(name, chosen), where: sql`true` });
      }
  }
}

async function replace(
  db: Kysely<unknown>,
  type: ResourceType,
  { name }: Field,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const before = Object.keys(values);
  await set(db, type, name, {
    to: byValue(name, Object.entries(values)),
    where: sql`${sql.ref(columnName(name))} IN (${sql.join(before)})`,
  });
}

function byValue(field: string, values: readonly (readonly [string, string])[]): RawBuilder<unknown> {
  const cases = values.map(([value, becomes]) => sql`WHEN ${sql.lit(value)} THEN ${sql.lit(becomes)}`);
  return sql`CASE ${sql.ref(columnName(field))} ${sql.join(cases, sql` `)} END`;
}

async function set(
  db: Kysely<unknown>,
  type: ResourceType,
  field: string,
  { to, where }: { readonly to: RawBuilder<unknown>; readonly where: RawBuilder<unknown> },
): Promise<void> {
  await sql`UPDATE ${sql.table(type.table)} SET ${sql.ref(columnName(field))} = ${to} WHERE ${where}`.execute(db);
}
