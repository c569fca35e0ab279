import { sql } from "kysely";
import { fieldViewAccess, typeAccess } from "../plan/access.ts";
import { relationshipsOf } from "../plan/members.ts";
import type { Scope } from "../plan/scope.ts";
import type { Fieldsets, IncludeTree } from "../request/list-parameters.ts";
import type { Omission } from "../response/document.ts";
import { badRequest } from "../problem/refusal.ts";
import type { ResourceType } from "../store/resource-type.ts";
import type { Loaded, Row } from "../store/row.ts";
import { readRows, referenceIds, relationshipMember } from "./rows.ts";
import type { Database } from "../../platform/database/database.ts";

export interface Included {
  readonly resources: readonly Loaded[];
  readonly omitted: readonly Omission[];
}

export interface IncludeRequest {
  readonly tree: IncludeTree;
  readonly fieldsets: Fieldsets;
}

/** Loads the related rows of one level after the other, one query for each relationship of a level. */
export async function resolveIncludes(
  db: Database,
  scope: Scope,
  primary: readonly Loaded[],
  request: IncludeRequest,
): Promise<Included> {
  const resources = new Map<string, Loaded>();
  const omitted = new Map<string, Omission>();
  const seen = new Set(primary.map(({ type, row }) => `${type.name}:${row.id}`));
  const firstType = primary[0]?.type;
  if (firstType) checkTree(scope, firstType, request.tree, []);

  const visit = async (parents: readonly Loaded[], tree: IncludeTree): Promise<void> => {
    for (const [name, below] of tree) {
      const level = await loadLevel(db, scope, parents, { name, below, fieldsets: request.fieldsets });
      for (const omission of level.omitted) omitted.set(omission.uuid, omission);
      for (const loaded of level.resources) {
        const key = `${loaded.type.name}:${loaded.row.id}`;
        if (!seen.has(key) && !resources.has(key)) resources.set(key, loaded);
      }
      await visit(level.resources, below);
    }
  };
  await visit(primary, request.tree);
  return { resources: [...resources.values()], omitted: [...omitted.values()] };
}

function checkTree(scope: Scope, type: ResourceType, tree: IncludeTree, above: readonly string[]): void {
  for (const [name, below] of tree) {
    const member = relationshipMember(scope, type, name);
    if (!member) {
      const possible = relationshipsOf(scope.types, type).map(({ field }) => field.name);
      const message = `\`${name}\` is not a valid relationship field name. Possible values: ${possible.join(", ")}.`;
      throw badRequest(
        above.length === 0 ? message : `\`${[...above, name].join(".")}\` is not a valid include path. ${message}`,
      );
    }
    checkTree(scope, scope.types.target(member.field), below, [...above, name]);
  }
}

interface Level {
  readonly name: string;
  readonly below: IncludeTree;
  readonly fieldsets: Fieldsets;
}

async function loadLevel(db: Database, scope: Scope, parents: readonly Loaded[], level: Level): Promise<Included> {
  const type = parents[0]?.type;
  const member = type ? relationshipMember(scope, type, level.name) : undefined;
  if (!type || !member || !fieldViewAccess(scope.viewer, type, member.field).allowed)
    return { resources: [], omitted: [] };
  const ids = [...new Set(parents.flatMap(({ row }) => referenceIds(row, member)))];
  if (ids.length === 0) return { resources: [], omitted: [] };
  const target = scope.types.target(member.field);
  const access = typeAccess(scope.types, scope.viewer, target, "view");
  const from = sql`SELECT b.* FROM ${sql.table(target.table)} AS b
    WHERE b.id = ANY(${ids}::integer[]) AND ${scope.rows(target, "b")} ORDER BY b.id`;
  const rows: Row[] = await readRows(db, scope, {
    type: target,
    from,
    selection: { fieldsets: level.fieldsets, include: level.below },
  });
  if (access.allowed) return { resources: rows.map((row) => ({ type: target, row })), omitted: [] };
  return { resources: [], omitted: rows.map((row) => ({ type: target, uuid: row.uuid, reason: access.reason })) };
}
