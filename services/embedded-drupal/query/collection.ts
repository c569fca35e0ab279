import { sql } from "kysely";
import { typeAccess } from "../plan/access.ts";
import { planFilter, sortable } from "../plan/condition.ts";
import { PathPlanner } from "../plan/path.ts";
import { and, type Fragment } from "../plan/scope.ts";
import type { RequestContext } from "../context/request-context.ts";
import { parseFilter } from "../request/filter.ts";
import { type Page, parsePage, parseSort } from "../request/list-parameters.ts";
import { arrayParameter } from "../request/query-string.ts";
import { forbidden } from "../problem/refusal.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { readRows } from "./rows.ts";
import type { Row } from "../store/row.ts";

const pageMaximum = 50;
/** Grids ask for many rows and few fields. */
const sparsePageMaximum = 500;

export function requireView(context: RequestContext, type: ResourceType): void {
  const access = typeAccess(context.backend.types, context.viewer, type, "view");
  if (!access.allowed) throw forbidden(accessDetail("GET", access.reason), "/data");
}

export function accessDetail(method: string, reason: string): string {
  return `The current user is not allowed to ${method} the selected resource.${reason ? ` ${reason}` : ""}`;
}

/** Filter and scope of a collection over its base relation; aggregates share it. */
export function planRows(context: RequestContext, type: ResourceType): { planner: PathPlanner; where: Fragment } {
  const planner = new PathPlanner(context.scope, type);
  const filter = arrayParameter(context.query, "filter");
  const conditions = filter ? planFilter(planner, parseFilter(filter)) : undefined;
  const scope = context.scope.rows(type, planner.alias);
  return { planner, where: conditions ? and([scope, conditions]) : scope };
}

export interface CollectionPage {
  readonly rows: readonly Row[];
  readonly page: Page;
  readonly hasNext: boolean;
}

export async function readCollection(context: RequestContext, type: ResourceType): Promise<CollectionPage> {
  requireView(context, type);
  const page = parsePage(context.query, context.fieldsets.has(type.resource) ? sparsePageMaximum : pageMaximum);
  const { planner, where } = planRows(context, type);
  const order = parseSort(context.query.get("sort")).map(({ path, descending }) => {
    const target = planner.resolveSingle(path);
    return sql`${sortable(target)} ${sql.raw(descending ? "DESC NULLS LAST" : "ASC NULLS FIRST")}`;
  });
  const from = sql`SELECT b.* FROM ${sql.table(type.table)} AS b ${planner.joins} WHERE ${where}
    ORDER BY ${sql.join([...order, sql`b.id`])} LIMIT ${page.limit + 1} OFFSET ${Math.max(page.offset, 0)}`;
  const rows = await readRows(context.backend.db, context.scope, {
    type,
    from,
    selection: { fieldsets: context.fieldsets, include: context.include },
  });
  return { rows: rows.slice(0, page.limit), page, hasNext: rows.length > page.limit };
}
