import { sql } from "kysely";
import { typeAccess } from "../plan/access.ts";
import { relationshipsOf } from "../plan/members.ts";
import { type Problem, Refusal } from "../problem/refusal.ts";
import { isTenant, type ResourceType, type ResourceTypes } from "../store/resource-type.ts";
import type { UnitOfWork } from "../work/unit-of-work.ts";
import type { Operation } from "./operation.ts";
import type { RowsOperation } from "./rows-operation.ts";

/** How many rows of a type refer to a row; no type where the viewer may not view it. */
interface Referrers {
  readonly type: string | null;
  readonly count: number;
}

/**
 * The first removal that would leave references hanging, once everything of the request is written: what is removed with the row, or
 * points elsewhere by now, refers to it no more. The journal remembers rows that are gone, so it doesn't count.
 */
export async function refusedRemoval(
  work: UnitOfWork,
  types: ResourceTypes,
  operations: readonly (Operation | RowsOperation)[],
): Promise<{ index: number; refusal: Refusal } | undefined> {
  const removed = new Map<ResourceType, Map<number, number>>();
  for (const [index, operation] of operations.entries()) {
    if (operation.op !== "remove" || operation.leaveReferences) continue;
    const row = work.knownByUuid(operation.type, operation.uuid);
    // Accounts are blocked, not deleted.
    if (row?.state !== "deleted") continue;
    removed.set(row.type, (removed.get(row.type) ?? new Map()).set(row.id, index));
  }
  let first: number | undefined;
  const found = new Map<number, Referrers[]>();
  for (const [type, indexes] of removed) {
    for (const [id, referrers] of await referrersOf(work, types, type, [...indexes.keys()])) {
      const index = indexes.get(id);
      if (index === undefined) continue;
      found.set(index, referrers);
      first = first === undefined ? index : Math.min(first, index);
    }
  }
  return first === undefined ? undefined : { index: first, refusal: new Refusal([problem(found.get(first) ?? [])]) };
}

function problem(references: readonly Referrers[]): Problem {
  return {
    status: 409,
    code: "still_referenced",
    detail: "The resource is still referred to by others.",
    pointer: "/data",
    meta: { references },
  };
}

async function referrersOf(
  work: UnitOfWork,
  types: ResourceTypes,
  target: ResourceType,
  ids: readonly number[],
): Promise<Map<number, Referrers[]>> {
  const counts = new Map<number, Map<string | null, number>>();
  const brand = work.scope.viewer.brand?.id;
  for (const type of types.byName.values()) {
    if (!type.entity.writable) continue;
    const named = work.scope.types.byName.has(type.name) && typeAccess(types, work.scope.viewer, type, "view").allowed;
    for (const { field, column } of relationshipsOf(types, type)) {
      if (field.target !== target.name && !(field.type === "file" && target.kind === "file")) continue;
      const reference = sql.ref(column);
      const refers = field.multiple
        ? sql`${reference} && ${ids}::integer[]`
        : sql`${reference} = ANY(${ids}::integer[])`;
      // Indexes begin with the brand; rows of another one can't refer to these.
      const near = brand !== undefined && isTenant(type) ? sql`brand = ${brand}` : sql`true`;
      const rows = await sql<{ id: number; count: string }>`
        SELECT id, count(*) AS count FROM (
          SELECT ${field.multiple ? sql`unnest(${reference})` : reference} AS id FROM ${sql.table(type.table)} WHERE ${near} AND ${refers}
        ) AS referring WHERE id = ANY(${ids}::integer[]) GROUP BY id`.execute(work.db);
      for (const { id, count } of rows.rows) {
        const ofRow = counts.get(id) ?? new Map<string | null, number>();
        const name = named ? type.name : null;
        counts.set(id, ofRow.set(name, (ofRow.get(name) ?? 0) + Number(count)));
      }
    }
  }
  return new Map([...counts].map(([id, ofRow]) => [id, sorted(ofRow)]));
}

function sorted(counts: ReadonlyMap<string | null, number>): Referrers[] {
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => (a.type === null ? 1 : b.type === null ? -1 : a.type < b.type ? -1 : 1));
}
