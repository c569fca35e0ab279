import { sql } from "kysely";
import { readByIds } from "../query/rows.ts";
import { Refusal } from "../problem/refusal.ts";
import { ResourceWriter } from "../response/resource-object.ts";
import { rfc3339 } from "../response/wire-value.ts";
import { columnName } from "../store/column.ts";
import type { DecodedInput } from "./apply-values.ts";
import type { Operation } from "./operation.ts";
import type { UnitOfWork, WorkRow } from "../work/unit-of-work.ts";

/** A write that names a version must name the stored one. */
export async function checkVersion(
  work: UnitOfWork,
  row: WorkRow,
  operation: Operation,
  decoded: readonly DecodedInput[],
): Promise<void> {
  const sent = decoded.find(({ input }) => input.system && input.name === "version" && input.raw !== null);
  const header = operation.ifMatch?.trim();
  const stale =
    (sent !== undefined && sent.input.raw !== row.version) ||
    (header !== undefined && header !== "*" && header !== `"${row.version}"`);
  if (!stale) return;
  throw new Refusal([
    {
      status: 409,
      detail: "The resource was changed since it was read.",
      code: "version_conflict",
      pointer: "/data/attributes/version",
      meta: { current: await current(work, row), last_change: await lastChange(work, row) },
    },
  ]);
}

async function current(work: UnitOfWork, row: WorkRow): Promise<unknown> {
  const stored = await readByIds(work.db, work.scope, row.type, [row.id], { fieldsets: new Map(), include: new Map() });
  const found = stored[0];
  return found ? new ResourceWriter(work.scope, work.origin, new Map()).write({ type: row.type, row: found }) : null;
}

async function lastChange(work: UnitOfWork, row: WorkRow): Promise<unknown> {
  const { journal } = work.scope.types;
  const found = await sql<{ actor_name: string | null; occurred_at: number }>`
    SELECT ${sql.ref(columnName("actor_name"))} AS actor_name, ${sql.ref(columnName("occurred_at"))} AS occurred_at
    FROM ${sql.table(journal.table)} WHERE ${sql.ref(columnName("subject_id"))} = ${row.uuid} AND brand IS NOT DISTINCT FROM ${row.brand}::integer
    ORDER BY ${sql.ref(columnName("sequence"))} DESC LIMIT 1`.execute(work.db);
  const entry = found.rows[0];
  return entry
    ? { actor_name: entry.actor_name, occurred_at: rfc3339(entry.occurred_at) }
    : { actor_name: null, occurred_at: rfc3339(row.changed) };
}
