import { sql } from "kysely";
import { typeAccess } from "../plan/access.ts";
import { Scope } from "../plan/scope.ts";
import type { Viewer } from "../session/viewer.ts";
import { findRow } from "../query/rows.ts";
import type { Row } from "../store/row.ts";
import type { Backend } from "../context/request-context.ts";
import { type Answer, jsonAnswer } from "../response/answer.ts";
import { columnName } from "../store/column.ts";
import { isRelationship, patternLabel, type ResourceType, type ResourceTypes } from "../store/resource-type.ts";

const kept = { "Cache-Control": "private, no-store" } as const;
const nowhere = { message: "Unable to resolve the path.", details: "No resource has its page at this path." } as const;

/** Which row the page at a path is about, and where the API has it: next-drupal's translatePath(). */
export async function translatePath(
  backend: Backend,
  viewer: Viewer | undefined,
  request: { origin: string; path: unknown },
): Promise<Answer> {
  const { origin, path } = request;
  const at = viewer && typeof path === "string" ? pageOf(backend.types, path) : undefined;
  if (!viewer || !at) return jsonAnswer(nowhere, 404, kept);
  const { type, id } = at;
  const scope = new Scope(backend.types, viewer);
  const found = await sql<{
    uuid: string;
  }>`SELECT b.uuid FROM ${sql.table(type.table)} AS b WHERE b.id = ${id} AND ${scope.rows(type, "b")}`.execute(
    backend.db,
  );
  const uuid = found.rows[0]?.uuid;
  const row =
    uuid === undefined
      ? undefined
      : await findRow(backend.db, scope, type, uuid, { fieldsets: new Map(), include: new Map() });
  if (!row) return jsonAnswer(nowhere, 404, kept);
  if (!typeAccess(backend.types, viewer, type, "view").allowed) {
    return jsonAnswer(
      { message: "Access denied for entity.", details: "The current user is not allowed to view the resource." },
      403,
      kept,
    );
  }
  const canonical = `${origin}${pagePath(type)}/${row.id}`;
  return jsonAnswer(
    {
      resolved: canonical,
      isExternal: false,
      isHomePath: path === "/",
      entity: { canonical, type: type.name, bundle: type.name, id: String(row.id), uuid: row.uuid },
      langcode: type.kind === "user" ? "en" : "und",
      label: await label(backend, { scope, type, row }),
      jsonapi: {
        individual: `${origin}/jsonapi/${type.name}/${type.name}/${row.uuid}`,
        resourceName: type.resource,
        pathPrefix: "jsonapi",
        basePath: "/jsonapi",
        entryPoint: `${origin}/jsonapi`,
      },
      meta: {},
    },
    200,
    kept,
  );
}

/** Where Drupal's administration has the page of a type's rows. */
function pagePath(type: ResourceType): string {
  return type.kind === "user" ? "/user" : `/admin/softwhere/${type.name.replace(/^sw_/, "").replaceAll("_", "-")}`;
}

function pageOf(types: ResourceTypes, path: string): { type: ResourceType; id: number } | undefined {
  const match = /^(?:\/[a-z]{2})?(\/.+)\/(\d{1,9})$/.exec(path.replace(/[?#].*$/s, "").replace(/(?<=.)\/+$/, ""));
  const type = [...types.byName.values()].find(
    (candidate) => candidate.kind !== "file" && pagePath(candidate) === match?.[1],
  );
  return match && type ? { type, id: Number(match[2]) } : undefined;
}

async function label(backend: Backend, at: { scope: Scope; type: ResourceType; row: Row }): Promise<string> {
  const { type, row } = at;
  if (type.kind === "user") return String(row[columnName("full_name")] || row[columnName("name")]);
  const pattern = patternLabel(type, (name) => row[columnName(name)]);
  if (pattern) return pattern;
  const field = type.entity.fields[type.entity.labelField];
  const value = field ? row[columnName(field.name)] : undefined;
  if (!field || value === null || value === undefined) return "";
  if (!isRelationship(field)) return String(value);
  const target = backend.types.target(field);
  const uuid = row[`r_${field.name}`];
  const found =
    typeof uuid === "string"
      ? await findRow(backend.db, at.scope, target, uuid, { fieldsets: new Map(), include: new Map() })
      : undefined;
  if (!found) return "";
  const valueAt = (name: string) => found[columnName(name)];
  return patternLabel(target, valueAt) || String(valueAt(target.entity.labelField) ?? "");
}
