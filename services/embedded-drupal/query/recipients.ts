import { sql } from "kysely";
import { z } from "zod";
import { typeAccess } from "../plan/access.ts";
import { Scope } from "../plan/scope.ts";
import type { RequestContext } from "../context/request-context.ts";
import { isUuid } from "../store/uuid.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { envelope } from "../response/encode.ts";
import { badRequest, forbidden } from "../problem/refusal.ts";
import { columnName } from "../store/column.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { accessDetail } from "./collection.ts";

const permission = "send notifications";
const uuids = (most: number) => z.array(z.string().refine(isUuid)).min(1).max(most);
const question = z.object({
  meta: z.object({
    type: z.string(),
    ids: uuids(500),
    users: uuids(100),
    permissions: z.array(z.string().max(64)).max(10).default([]),
  }),
});
const person = z.object({
  id: z.number(),
  uuid: z.string(),
  mail: z.string().nullable(),
  language: z.string().nullable(),
});

/** Which of these rows each of these people may see, and how to reach them: for the service that tells people of changes. */
export async function getRecipients(context: RequestContext, body: unknown): Promise<Answer> {
  const { backend, viewer } = context;
  if (!viewer.permissions.has(permission))
    throw forbidden(accessDetail("POST", `The '${permission}' permission is required.`), "/data");
  const asked = question.safeParse(body);
  const type = asked.success ? backend.types.byName.get(asked.data.meta.type) : undefined;
  if (!asked.success || type?.kind !== "entity") {
    throw badRequest(
      'The request body must have "meta" with the "type" of an entity, 1 to 500 "ids", 1 to 100 "users" and at most 10 "permissions".',
    );
  }
  const access = typeAccess(backend.types, viewer, type, "view");
  if (!access.allowed) throw forbidden(accessDetail("POST", access.reason), "/data");
  const { ids, users, permissions } = asked.data.meta;
  const recipients = [];
  for (const candidate of await people(context, users)) {
    const they = await backend.viewerOf(candidate.id);
    if (!they || !permissions.every((name) => they.permissions.has(name))) continue;
    const scope = new Scope(backend.types, they);
    if (!typeAccess(backend.types, they, type, "view").allowed) continue;
    const seen = await rows(context, scope, type, ids);
    if (seen.length > 0)
      recipients.push({
        id: they.uuid,
        name: they.label,
        mail: candidate.mail,
        language: candidate.language,
        ids: seen,
      });
  }
  return documentAnswer({ jsonapi: envelope, data: [], meta: { recipients } }, 200, {
    "Cache-Control": "private, no-store",
  });
}

/** People of the asking service's own brand, in the order asked. */
async function people(context: RequestContext, users: readonly string[]): Promise<z.infer<typeof person>[]> {
  const { user } = context.backend.types;
  const found =
    await sql`SELECT u.id, u.uuid, ${sql.ref(`u.${columnName("mail")}`)} AS mail, ${sql.ref(`u.${columnName("preferred_langcode")}`)} AS language
    FROM ${sql.table(user.table)} AS u WHERE u.uuid = ANY(${[...users]}::uuid[]) AND ${context.scope.rows(user, "u")}
    ORDER BY array_position(${[...users]}::uuid[], u.uuid)`.execute(context.backend.db);
  return found.rows.map((row) => person.parse(row));
}

async function rows(
  context: RequestContext,
  scope: Scope,
  type: ResourceType,
  ids: readonly string[],
): Promise<string[]> {
  const found = await sql<{ uuid: string }>`SELECT b.uuid FROM ${sql.table(type.table)} AS b
    WHERE b.uuid = ANY(${[...ids]}::uuid[]) AND ${scope.rows(type, "b")} ORDER BY array_position(${[...ids]}::uuid[], b.uuid)`.execute(
    context.backend.db,
  );
  return found.rows.map((row) => row.uuid);
}
