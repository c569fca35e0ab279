import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Field } from "../../model/index.ts";
import { fieldEditAccess, typeAccess } from "../plan/access.ts";
import { existing, notConverted, respond } from "../query/read-resource.ts";
import { readByIds } from "../query/rows.ts";
import type { RequestContext } from "../context/request-context.ts";
import type { Answer } from "../response/answer.ts";
import { badRequest, forbidden, notFound, unprocessable } from "../problem/refusal.ts";
import { seconds } from "../session/session-store.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { run } from "../operations/run.ts";
import { OperationFailed } from "../operations/operation.ts";
import { safeFilename } from "./filename.ts";

const defaultMaxBytes = 20 * 1024 * 1024;

export interface Upload {
  readonly field: string;
  /** The row that gets the file; absent: a file for a row to come. */
  readonly id?: string;
  readonly body: Uint8Array;
}

export async function upload(context: RequestContext, type: ResourceType, given: Upload): Promise<Answer> {
  const { backend, viewer } = context;
  const row =
    given.id === undefined
      ? undefined
      : await existing(context, type, given.id, { route: "file_upload.existing_resource", path: "/{file_field_name}" });
  const field = Object.hasOwn(type.entity.fields, given.field) ? type.entity.fields[given.field] : undefined;
  if (!field) throw notFound(`Field "${given.field.slice(0, 100)}" does not exist.`);
  if (field.type !== "file") throw badRequest("The field is not a file field.");
  const access = typeAccess(backend.types, viewer, type, row ? "edit" : "create");
  if (!access.allowed) throw forbidden(access.reason);
  const edit = fieldEditAccess(viewer, type, field, false);
  if (!edit.allowed)
    throw forbidden(`The current user is not permitted to upload a file for this field. ${edit.reason}`.trim());
  const filename = safeFilename(context.facts.headers.get("content-disposition"));
  checkFile(field, filename, given.body);
  const file = await store(context, field, { filename, content: given.body, used: row !== undefined });
  if (row) await attach(context, type, { uuid: row.uuid, field, file });
  const loaded = await readByIds(backend.db, context.scope, backend.types.file, [file.id], {
    fieldsets: context.fieldsets,
    include: context.include,
  });
  const resources = loaded.map((found) => ({ type: backend.types.file, row: found }));
  const links = { self: { href: context.writer.url(backend.types.file, file.uuid) } };
  return respond(context, resources, { many: false, status: row ? 200 : 201, links });
}

function checkFile(field: Field, filename: string, content: Uint8Array): void {
  const problems: string[] = [];
  const extension = filename.includes(".") ? (filename.split(".").at(-1) ?? "").toLowerCase() : "";
  if (field.extensions && !field.extensions.includes(extension)) {
    problems.push(`Only files with the following extensions are allowed: ${field.extensions.join(" ")}.`);
  }
  const limit = field.maxBytes ?? defaultMaxBytes;
  if (content.byteLength > limit) {
    problems.push(
      `The file is ${readableSize(content.byteLength)} exceeding the maximum file size of ${readableSize(limit)}.`,
    );
  }
  if (content.byteLength === 0) problems.push(`The file ${filename} is empty.`);
  if (problems.length > 0) throw unprocessable(`Unprocessable Entity: file validation failed.\n${problems.join("\n")}`);
}

function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const unit = bytes < 1024 * 1024 ? { name: "KB", size: 1024 } : { name: "MB", size: 1024 * 1024 };
  return `${Number((bytes / unit.size).toFixed(2))} ${unit.name}`;
}

const mimeTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  txt: "text/plain",
  csv: "text/csv",
  xml: "application/xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  svg: "image/svg+xml",
  webp: "image/webp",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

async function store(
  context: RequestContext,
  field: Field,
  file: { filename: string; content: Uint8Array; used: boolean },
): Promise<{ id: number; uuid: string }> {
  const { backend, viewer } = context;
  const uuid = randomUUID();
  // On disk before the row: a row never names a content that isn't there.
  await backend.files.write(uuid, file.content);
  const now = seconds();
  const folder = `${viewer.brand?.uuid ?? "platform"}/${field.name}`;
  const uri = `${folder}/${uuid.slice(0, 8)}/${file.filename}`;
  const mime = mimeTypes[file.filename.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
  // Version 2: core stores an upload for the time being, then for good.
  const inserted = await sql<{ id: number }>`INSERT INTO ${sql.table(backend.types.file.table)}
    (uuid, brand, created, changed, version, f_filename, f_filemime, f_filesize, f_status, f_uri, f_uid)
    VALUES (${uuid}::uuid, ${viewer.brand?.id ?? null}, ${now}, ${now}, 2, ${file.filename}, ${mime}, ${file.content.byteLength}, ${file.used}, ${uri}, ${viewer.id})
    RETURNING id`.execute(backend.db);
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error("The file's row was not stored");
  return { id, uuid };
}

async function attach(
  context: RequestContext,
  type: ResourceType,
  at: { uuid: string; field: Field; file: { uuid: string } },
): Promise<void> {
  const { file } = context.backend.types;
  const target = { type: file, resource: file.resource, uuid: at.file.uuid };
  const input = {
    name: at.field.name,
    member: "relationships" as const,
    field: at.field,
    system: false,
    raw: null,
    targets: [target],
  };
  try {
    await run(context, [{ op: "update", type, uuid: at.uuid, inputs: [input], route: "individual.patch" }], "nothing");
  } catch (error) {
    await context.backend.files.remove(at.file.uuid);
    await sql`DELETE FROM ${sql.table(file.table)} WHERE uuid = ${at.file.uuid}::uuid`.execute(context.backend.db);
    if (error instanceof OperationFailed) throw error.refusal;
    if (error instanceof Error && error.name === "Refusal") throw error;
    throw notConverted(type, "individual.patch");
  }
}
