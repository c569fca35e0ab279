import { sql } from "kysely";
import { type Member, memberOf, relationshipsOf } from "../plan/members.ts";
import { column, type Fragment, type Scope } from "../plan/scope.ts";
import type { Fieldsets, IncludeTree } from "../request/list-parameters.ts";
import { columnName } from "../store/column.ts";
import type { Row } from "../store/row.ts";
import { isTenant, type ResourceType, subjectType } from "../store/resource-type.ts";
import type { Database } from "../../platform/database/database.ts";

export interface Selection {
  readonly fieldsets: Fieldsets;
  readonly include: IncludeTree;
}

/** Reads what the answer shows of the rows that `from` yields, in their order. */
export async function readRows(
  db: Database,
  scope: Scope,
  read: { type: ResourceType; from: Fragment; selection: Selection; extra?: readonly Fragment[] },
): Promise<Row[]> {
  const columns = [...selectedColumns(scope, read.type, read.selection), ...(read.extra ?? [])];
  const result = await sql<Row>`SELECT ${sql.join(columns)} FROM (${read.from}) AS p`.execute(db);
  return result.rows;
}

function selectedColumns(scope: Scope, type: ResourceType, selection: Selection): Fragment[] {
  const wanted = selection.fieldsets.get(type.resource);
  const shown = (name: string) => wanted === undefined || wanted.has(name);
  const needed = type.kind === "user" ? ["full_name", "name"] : [subjectType];
  const attributes = type.attributes.filter((field) => shown(field.name) || needed.includes(field.name));
  const columns = ["id", "uuid", "brand", "created", "changed", "version"].map((name) => column("p", name));
  columns.push(...attributes.map((field) => column("p", columnName(field.name))));
  for (const member of relationshipsOf(scope.types, type)) {
    const name = member.field.name;
    if (name !== "brand" && (shown(name) || selection.include.has(name))) columns.push(column("p", member.column));
    if (shown(name)) columns.push(sql`${linkage(scope, type, member)} AS ${sql.ref(`r_${name}`)}`);
  }
  return columns;
}

/** Targets in the row's own brand only, and people whom the viewer knows: others are as good as deleted. */
function linkage(scope: Scope, type: ResourceType, member: Member): Fragment {
  const target = scope.types.target(member.field);
  const reference = column("p", member.column);
  const sameBrand = isTenant(target)
    ? isTenant(type)
      ? sql`AND t.brand IS NOT DISTINCT FROM p.brand AND ${scope.people(target, "t")}`
      : sql`AND ${scope.people(target, "t")}`
    : sql`AND ${scope.tenant(target, "t")}`;
  if (!member.field.multiple) {
    return sql`(SELECT t.uuid FROM ${sql.table(target.table)} AS t WHERE t.id = ${reference} ${sameBrand})`;
  }
  return sql`(SELECT jsonb_agg(jsonb_build_array(u.id, t.uuid) ORDER BY u.delta) FROM unnest(${reference}) WITH ORDINALITY AS u(id, delta)
    LEFT JOIN ${sql.table(target.table)} AS t ON t.id = u.id ${sameBrand})`;
}

/** One row by UUID, if it exists for the viewer. */
export async function findRow(
  db: Database,
  scope: Scope,
  type: ResourceType,
  uuid: string,
  selection: Selection,
): Promise<Row | undefined> {
  const from = sql`SELECT b.* FROM ${sql.table(type.table)} AS b WHERE b.uuid = ${uuid}::uuid AND ${scope.rows(type, "b")}`;
  const rows = await readRows(db, scope, { type, from, selection });
  return rows[0];
}

export async function readByIds(
  db: Database,
  scope: Scope,
  type: ResourceType,
  ids: readonly number[],
  selection: Selection,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const from = sql`SELECT b.* FROM ${sql.table(type.table)} AS b WHERE b.id = ANY(${ids}::integer[]) ORDER BY b.id`;
  return readRows(db, scope, { type, from, selection });
}

export function referenceIds(row: Row, member: Member): readonly number[] {
  const value = row[member.column];
  if (typeof value === "number") return [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === "number") : [];
}

export function relationshipMember(scope: Scope, type: ResourceType, name: string): Member | undefined {
  const member = memberOf(scope.types, type, name);
  return member && (member.field.type === "reference" || member.field.type === "file") ? member : undefined;
}
