import { type Kysely, sql } from "kysely";
import { fold } from "../../platform/fold.ts";
import { columnName, foldedFields, foldedName } from "./column.ts";
import type { ResourceType, ResourceTypes } from "./resource-type.ts";

const atOnce = 1000;

/** Fills the columns for sorting and searching that were added to a table with rows. */
export async function fillFolded(db: Kysely<unknown>, types: ResourceTypes, known: ReadonlySet<string>): Promise<void> {
  for (const type of types.byName.values()) {
    const fresh = foldedFields(type).filter(({ name }) => !known.has(`${type.table}.${foldedName(name)}`));
    if (!known.has(`${type.table}.id`)) continue;
    for (const { name } of fresh) await fill(db, type, name);
  }
}

async function fill(db: Kysely<unknown>, type: ResourceType, field: string): Promise<void> {
  const [from, to] = [sql.ref(columnName(field)), sql.ref(foldedName(field))];
  for (let last = 0; ; ) {
    const { rows } = await sql<{ id: number; text: string }>`SELECT id, ${from} AS text FROM ${sql.table(type.table)}
      WHERE id > ${last} AND ${from} IS NOT NULL ORDER BY id LIMIT ${sql.lit(atOnce)}`.execute(db);
    if (rows.length === 0) return;
    await sql`UPDATE ${sql.table(type.table)} AS t SET ${to} = x.text
      FROM unnest(${rows.map(({ id }) => id)}::integer[], ${rows.map(({ text }) => fold(text))}::text[]) AS x(id, text) WHERE t.id = x.id`.execute(
      db,
    );
    last = rows.at(-1)?.id ?? last;
  }
}
