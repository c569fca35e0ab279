import { sql } from "kysely";
import type { RequestContext } from "../context/request-context.ts";
import { textParameter } from "../request/query-string.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { envelope } from "../response/encode.ts";
import { badRequest } from "../problem/refusal.ts";
import { wireValue } from "../response/wire-value.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { planRows, requireView } from "./collection.ts";

const maxGroups = 10_000;
const maxPaths = 16;

export const aggregateParameters: ReadonlySet<string> = new Set(["groupBy", "sumOf"]);

/** Counts and sums over exactly the rows that the collection would list. */
export async function getAggregate(context: RequestContext, type: ResourceType): Promise<Answer> {
  requireView(context, type);
  const { planner, where } = planRows(context, type);
  const keys = paths(context, "groupBy").map((path) => {
    const target = planner.resolveKey(path);
    return { path, target };
  });
  const sums = paths(context, "sumOf").map((path) => {
    const target = planner.resolveSingle(path);
    if (
      path.includes(".") ||
      target.kind !== "value" ||
      target.field.multiple ||
      (target.field.type !== "decimal" && target.field.type !== "integer")
    ) {
      throw badRequest(`The field \`${path}\` has no sum.`);
    }
    return { path, target };
  });
  const columns = [
    ...keys.map(({ target }, index) => sql`${target.expression} AS ${sql.ref(`k${index}`)}`),
    sql`count(*)::bigint AS "count"`,
    ...sums.map(({ target }, index) => {
      const scale = target.field.type === "decimal" ? (target.field.scale ?? 0) : 0;
      return sql`round(coalesce(sum(${target.expression}), 0), ${sql.lit(scale)})::text AS ${sql.ref(`s${index}`)}`;
    }),
  ];
  const positions = keys.map((_, index) => sql.raw(String(index + 1)));
  const grouping =
    keys.length === 0
      ? sql``
      : sql`GROUP BY ${sql.join(positions)} ORDER BY ${sql.join(positions.map((position) => sql`${position} NULLS FIRST`))}`;
  const result = await sql<
    Record<string, unknown>
  >`SELECT ${sql.join(columns)} FROM ${sql.table(type.table)} AS b ${planner.joins}
    WHERE ${where} ${grouping} LIMIT ${maxGroups}`.execute(context.backend.db);
  const groups = result.rows.map((row) => ({
    keys: Object.fromEntries(
      keys.map(({ path, target }, index) => [path, wireValue({ ...target.field, multiple: false }, row[`k${index}`])]),
    ),
    count: row["count"],
    sums: Object.fromEntries(sums.map(({ path }, index) => [path, row[`s${index}`]])),
  }));
  return documentAnswer({ jsonapi: envelope, data: [], meta: { groups } });
}

function paths(context: RequestContext, name: string): string[] {
  const text = textParameter(context.query, name);
  if (!text) return [];
  const list = text.split(",");
  if (list.includes("") || new Set(list).size < list.length)
    throw badRequest(`The ${name} parameter must be a list of different paths.`);
  if (list.length > maxPaths) throw badRequest(`At most ${maxPaths} paths in ${name}.`);
  return list;
}
