import { sql } from "kysely";
import { fieldViewAccess, typeAccess } from "../plan/access.ts";
import type { RequestContext } from "../context/request-context.ts";
import { isUuid } from "../store/uuid.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { dataDocument, pagerLinks } from "../response/document.ts";
import { envelope } from "../response/encode.ts";
import { forbidden, notFound, type Refusal } from "../problem/refusal.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { accessDetail, readCollection } from "./collection.ts";
import { resolveIncludes } from "./includes.ts";
import { findRow, readRows, referenceIds, relationshipMember } from "./rows.ts";
import type { Loaded, Row } from "../store/row.ts";

export function notConverted(type: ResourceType, route: string, path = ""): Refusal {
  return notFound(
    `The "entity" parameter was not converted for the path "/jsonapi/${type.name}/${type.name}/{entity}${path}" (route name: "jsonapi.${type.resource}.${route}")`,
  );
}

export async function getCollection(context: RequestContext, type: ResourceType): Promise<Answer> {
  const { rows, page, hasNext } = await readCollection(context, type);
  const loaded = rows.map((row) => ({ type, row }));
  return respond(context, loaded, { many: true, links: pagerLinks(context.url, page, hasNext) });
}

export async function getIndividual(context: RequestContext, type: ResourceType, id: string): Promise<Answer> {
  const row = await existing(context, type, id, { route: "individual", include: true });
  const access = typeAccess(context.backend.types, context.viewer, type, "view");
  if (!access.allowed) throw forbidden(accessDetail("GET", access.reason), "/data");
  return respond(context, [{ type, row }], { many: false });
}

/** A row of the viewer's scope, or core's 404. */
export async function existing(
  context: RequestContext,
  type: ResourceType,
  id: string,
  options: { route: string; path?: string; include?: boolean },
): Promise<Row> {
  const selection = {
    fieldsets: options.include ? context.fieldsets : new Map(),
    include: options.include ? context.include : new Map(),
  };
  const row = isUuid(id) ? await findRow(context.backend.db, context.scope, type, id, selection) : undefined;
  if (!row) throw notConverted(type, options.route, options.path);
  return row;
}

async function host(
  context: RequestContext,
  type: ResourceType,
  at: { id: string; field: string; kind: "related" | "relationship" },
) {
  const route = at.kind === "related" ? `${at.field}.related` : `${at.field}.relationship.get`;
  const path = at.kind === "related" ? `/${at.field}` : `/relationships/${at.field}`;
  const row = await existing(context, type, at.id, { route, path });
  const member = relationshipMember(context.scope, type, at.field);
  if (!member) throw notConverted(type, route, path);
  const view = typeAccess(context.backend.types, context.viewer, type, "view");
  const own = type.kind === "user" && row.id === context.viewer.id;
  const field =
    member.system || own ? { allowed: true, reason: "" } : fieldViewAccess(context.viewer, type, member.field);
  const denied = view.allowed ? (field.allowed ? undefined : field) : view;
  if (denied)
    throw forbidden(
      `The current user is not allowed to view this relationship.${denied.reason ? ` ${denied.reason}` : ""}`,
    );
  return { row, member };
}

export async function getRelated(
  context: RequestContext,
  type: ResourceType,
  at: { id: string; field: string },
): Promise<Answer> {
  const { row, member } = await host(context, type, { ...at, kind: "related" });
  const target = context.backend.types.target(member.field);
  const access = typeAccess(context.backend.types, context.viewer, target, "view");
  const ids = referenceIds(row, member);
  const from = sql`SELECT b.* FROM ${sql.table(target.table)} AS b
    WHERE b.id = ANY(${ids}::integer[]) AND ${context.scope.rows(target, "b")}
    ORDER BY array_position(${ids}::integer[], b.id)`;
  const selection = { fieldsets: context.fieldsets, include: context.include };
  const rows =
    ids.length === 0 ? [] : await readRows(context.backend.db, context.scope, { type: target, from, selection });
  const many = member.field.multiple;
  if (access.allowed)
    return respond(
      context,
      rows.map((found) => ({ type: target, row: found })),
      { many },
    );
  const omitted = rows.map(({ uuid }) => ({ type: target, uuid, reason: access.reason }));
  const links = { self: { href: context.url.self } };
  return documentAnswer(dataDocument(context.writer, { data: many ? [] : null, omitted, links }));
}

export async function getRelationship(
  context: RequestContext,
  type: ResourceType,
  at: { id: string; field: string },
  status = 200,
): Promise<Answer> {
  const { row } = await host(context, type, { ...at, kind: "relationship" });
  const { writer } = context;
  const links = {
    related: writer.relationshipLinks(type, row.uuid, at.field)["related"],
    self: { href: context.url.self },
  };
  const included = context.include.size > 0 ? await includedOf(context, type, row.uuid) : [];
  return documentAnswer(
    {
      jsonapi: envelope,
      data: writer.linkage(type, row, at.field),
      ...(included.length > 0 ? { included } : {}),
      links,
    },
    status,
  );
}

async function includedOf(context: RequestContext, type: ResourceType, uuid: string): Promise<unknown[]> {
  const row = await existing(context, type, uuid, { route: "individual", include: true });
  const { resources } = await resolveIncludes(context.backend.db, context.scope, [{ type, row }], {
    tree: context.include,
    fieldsets: context.fieldsets,
  });
  return resources.map((loaded) => context.writer.write(loaded));
}

/** The document for rows already read: their includes, omissions and links. */
export async function respond(
  context: RequestContext,
  loaded: readonly Loaded[],
  options: {
    many: boolean;
    links?: Record<string, { href: string }>;
    status?: number;
    headers?: Record<string, string>;
  },
): Promise<Answer> {
  const request = { tree: context.include, fieldsets: context.fieldsets };
  const { resources, omitted } = await resolveIncludes(context.backend.db, context.scope, loaded, request);
  const { writer } = context;
  const objects = loaded.map((entry) => writer.write(entry));
  const document = dataDocument(writer, {
    data: options.many ? objects : (objects[0] ?? null),
    included: resources.map((entry) => writer.write(entry)),
    omitted,
    links: options.links ?? { self: { href: context.url.self } },
  });
  return documentAnswer(document, options.status ?? 200, options.headers);
}
