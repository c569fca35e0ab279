import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import type { ResourceType } from "./resource-type.ts";

/** By table, the ids of rows that an unfinished request has written: they exist for nobody. */
export const openLoadTable =
  "CREATE TABLE IF NOT EXISTS core_open_load (table_name text PRIMARY KEY, first integer NOT NULL, last integer NOT NULL)";

/** So many rows are deleted at once: others are answered in between. */
const atOnce = 500;

/** Takes the ids of so many rows and hides them before any of them is written. One connection: nobody takes ids in between. */
export async function openLoad(db: Database, { table }: ResourceType, rows: number): Promise<number> {
  // Only the caller may write so many rows to this table now: what is there is of one that could not clean up.
  await dropLoad(db, table);
  const { rows: made } = await sql<{ first: number }>`
    INSERT INTO core_open_load (table_name, first, last)
    SELECT ${table}, taken.last - ${sql.lit(rows - 1)}, taken.last FROM (
      SELECT setval(sequence, nextval(sequence) + ${sql.lit(rows - 1)}) AS last
      FROM (SELECT pg_get_serial_sequence(${`"${table}"`}, 'id')::regclass AS sequence) AS named
    ) AS taken RETURNING first`.execute(db);
  const first = made[0]?.first;
  if (first === undefined) throw new Error(`No ids for rows of ${table}`);
  return first;
}

/** In the transaction of what else the request writes: all its rows exist from its end on. */
export async function showLoad(db: Database, { table }: ResourceType): Promise<void> {
  await sql`DELETE FROM core_open_load WHERE table_name = ${table}`.execute(db);
}

/** Nothing of it stays. */
export async function dropLoad(db: Database, table: string): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`DELETE FROM ${sql.table(table)} WHERE id IN (
      SELECT t.id FROM ${sql.table(table)} AS t JOIN core_open_load AS l ON l.table_name = ${table} AND t.id BETWEEN l.first AND l.last
      LIMIT ${sql.lit(atOnce)})`.execute(db);
    if (!numAffectedRows) break;
    await setImmediate();
  }
  await sql`DELETE FROM core_open_load WHERE table_name = ${table}`.execute(db);
}

/** At start: what the requests left that the end of the process cut off. */
export async function dropUnfinished(db: Database): Promise<void> {
  const { rows } = await sql<{ table: string }>`SELECT table_name AS table FROM core_open_load`.execute(db);
  for (const { table } of rows) await dropLoad(db, table);
}
