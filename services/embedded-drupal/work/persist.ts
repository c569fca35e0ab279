import { sql } from "kysely";
import { fold } from "../../platform/fold.ts";
import { endAccess, passwordsChanged } from "../session/account-mails.ts";
import { type Column, columnName, columnsOf, foldedName } from "../store/column.ts";
import type { ResourceType, ResourceTypes } from "../store/resource-type.ts";
import type { UnitOfWork, WorkRow } from "./unit-of-work.ts";
import type { Database } from "../../platform/database/database.ts";

/** So many rows are one INSERT: more would need the memory of all of them at once, and nobody be answered meanwhile. */
const atOnce = 1000;

/** Writes the unit of work: per type one UPDATE, one DELETE and as few INSERTs as there may be, whatever the number of rows. */
export async function persist(work: UnitOfWork): Promise<void> {
  for (const [type, rows] of byType(work.rows)) {
    const gone = rows.filter((row) => row.state === "deleted").map((row) => row.id);
    if (gone.length > 0)
      await sql`DELETE FROM ${sql.table(type.table)} WHERE id = ANY(${gone}::integer[])`.execute(work.db);
    const fresh = rows.filter((row) => row.state === "new");
    for (let start = 0; start < fresh.length; start += atOnce)
      await insertRows(work.db, type, fresh.slice(start, start + atOnce));
    await updateRows(
      work.db,
      type,
      rows.filter((row) => row.state === "changed"),
    );
  }
  await endSessions(work.db, work.scope.types, work.rows);
}

function byType(rows: readonly WorkRow[]): Map<ResourceType, WorkRow[]> {
  const groups = new Map<ResourceType, WorkRow[]>();
  for (const row of rows) {
    if (row.state === "stored") continue;
    const group = groups.get(row.type);
    if (group) group.push(row);
    else groups.set(row.type, [row]);
  }
  return groups;
}

export async function insertRows(db: Database, type: ResourceType, rows: readonly WorkRow[]): Promise<void> {
  if (rows.length === 0) return;
  const readers = columnsOf(type).map(({ name }) => [name, readerOf(name)] as const);
  // What no row has is null without being named.
  const given = new Set(readers.flatMap(([name, read]) => (rows.some((row) => read(row) !== null) ? [name] : [])));
  const columns = columnsOf(type).filter(({ name }) => given.has(name));
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  await sql`INSERT INTO ${sql.table(type.table)} (${names}) SELECT x.* FROM ${recordset(columns, rows, shortName)}`.execute(
    db,
  );
}

async function updateRows(db: Database, type: ResourceType, rows: readonly WorkRow[]): Promise<void> {
  if (rows.length === 0) return;
  const touched = new Set(
    rows.flatMap((row) => [...row.touched]).flatMap((name) => [columnName(name), foldedName(name)]),
  );
  const always = new Set(["id", "changed", "version"]);
  if (rows.some((row) => row.pass !== undefined)) await updatePasswords(db, type, rows);
  const columns = columnsOf(type).filter(({ name }) => always.has(name) || touched.has(name));
  const assignments = columns
    .filter(({ name }) => name !== "id")
    .map(({ name }) => sql`${sql.ref(name)} = ${sql.ref(`x.${name}`)}`);
  await sql`UPDATE ${sql.table(type.table)} AS t SET ${sql.join(assignments)} FROM ${recordset(columns, rows)} WHERE t.id = x.id`.execute(
    db,
  );
}

async function updatePasswords(db: Database, type: ResourceType, rows: readonly WorkRow[]): Promise<void> {
  for (const row of rows) {
    if (row.pass !== undefined)
      await sql`UPDATE ${sql.table(type.table)} SET pass = ${row.pass} WHERE id = ${row.id}`.execute(db);
  }
}

/** Names stand in every record: half of its text where they are as long as the columns'. */
const shortName = (_name: string, at: number): string => `c${at}`;

/** One parameter carries all rows, so that the statement is the same for one and for ten thousand. */
function recordset(
  columns: readonly Column[],
  rows: readonly WorkRow[],
  named: (name: string, at: number) => string = (name) => name,
) {
  const readers = columns.map(({ name }, at) => [named(name, at), readerOf(name)] as const);
  const records = rows.map((row) => {
    const record: Record<string, unknown> = {};
    for (const [name, read] of readers) {
      const value = read(row);
      if (value !== null) record[name] = value;
    }
    return record;
  });
  const definition = columns.map(({ name, sqlType }, at) => `"${named(name, at)}" ${sqlType}`).join(", ");
  return sql`json_to_recordset(${JSON.stringify(records)}::json) AS x(${sql.raw(definition)})`;
}

/** What a row has in a column. */
function readerOf(column: string): (row: WorkRow) => unknown {
  switch (column) {
    case "id":
    case "uuid":
    case "brand":
    case "created":
    case "changed":
    case "version":
      return (row) => row[column];
    case "pass":
      return (row) => row.pass ?? null;
    default: {
      const isFold = column.startsWith(foldedName(""));
      const field = column.slice((isFold ? foldedName("") : columnName("")).length);
      if (!isFold) return (row) => row.values[field] ?? null;
      return ({ values: { [field]: value } }) => (typeof value === "string" ? fold(value) : (value ?? null));
    }
  }
}

/** A blocked account and an old password open nothing any more. */
async function endSessions(db: Database, types: ResourceTypes, rows: readonly WorkRow[]): Promise<void> {
  const users = rows.filter((row) => row.type.name === types.user.name && row.state === "changed");
  await endAccess(
    db,
    users.filter(({ values }) => values["status"] === false).map(({ id }) => id),
  );
  await passwordsChanged(
    db,
    users.filter(({ pass }) => pass !== undefined).map(({ id }) => id),
  );
}
