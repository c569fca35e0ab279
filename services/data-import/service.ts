import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import * as z from "zod";
import { recordTypes } from "../model/generated/record-types.ts";
import { BackendClient } from "../platform/backend/client.ts";
import { BackendError, BackendUnreachable } from "../platform/backend/errors.ts";
import type { BackendSession } from "../platform/backend/session-header.ts";
import type { KindDescription } from "./contract.ts";
import { checkRows } from "./engine/check.ts";
import { guessMapping } from "./engine/guess-mapping.ts";
import type { ImportKind } from "./engine/kind.ts";
import { readTable } from "./engine/read-table.ts";
import { recall, remember } from "./engine/remembered.ts";
import { touchedTypes, writeRows } from "./engine/write.ts";
import type { DataImport } from "./router.ts";

/** Imports into one backend. Each call acts with the session of the user who makes it. */
export function createDataImport(baseUrl: string, kinds: readonly ImportKind[]): DataImport {
  const kindOf = (type: string): ImportKind => {
    const kind = kinds.find((one) => one.type === type);
    if (!kind) throw new TRPCError({ code: "NOT_FOUND" });
    return kind;
  };
  const clientOf = (session: BackendSession, requestId: string) =>
    new BackendClient({ baseUrl, cookie: session.cookie, csrfToken: session.csrfToken, requestId, cause: "import" });
  const reader = (session: BackendSession) => clientOf(session, `import-read-${randomUUID()}`);
  return {
    kinds: () => kinds.map(describe),
    read: ({ kind: type, content }, session) =>
      translated(async () => {
        const kind = kindOf(type);
        const result = await readTable(new Uint8Array(Buffer.from(content, "base64")));
        if (result.kind === "rejected") return result;
        const { header, rows, numbers } = result.table;
        return {
          kind: "table",
          header,
          rows,
          numbers,
          ...guessMapping(header, kind.columns, await recall(reader(session), kind.type)),
        };
      }),
    check: (input, session) =>
      translated(async () => {
        const backend = reader(session);
        return checkRows(kindOf(input.kind), input, { backend, brandId: await brandOf(backend) });
      }),
    write: ({ kind: type, runId, rows }, session) =>
      translated(async () => {
        const { writes } = kindOf(type);
        if ([...touchedTypes(rows)].some((touched) => !writes.some((allowed) => allowed === touched)))
          throw new TRPCError({ code: "BAD_REQUEST" });
        return writeRows(clientOf(session, runId), rows);
      }),
    remember: ({ kind, columns }, session) =>
      translated(async () => {
        const backend = reader(session);
        await remember(backend, kindOf(kind).type, { brandId: await brandOf(backend), columns });
      }),
  };
}

function describe({ type, columns }: ImportKind): KindDescription {
  const access = recordTypes[type]?.access;
  return {
    type,
    createPermission: access?.create ?? "",
    deletePermission: access?.delete ?? "",
    columns: columns.map(({ name, field, required }) => ({
      name,
      label: field.label,
      type: field.type,
      required,
      ...(field.help && { help: field.help }),
      ...(field.options && { options: field.options }),
      ...(field.editPermission || field.viewPermission
        ? { permission: field.editPermission ?? field.viewPermission ?? "" }
        : {}),
    })),
  };
}

const entryPoint = z.looseObject({
  meta: z.looseObject({ links: z.looseObject({ me: z.looseObject({ meta: z.looseObject({ id: z.string() }) }) }) }),
});

/** The brand of the person who imports: part of every id, so that two brands' equal files stay two. */
async function brandOf(backend: BackendClient): Promise<string> {
  const document: unknown = await (await backend.download("/jsonapi")).json();
  const me = entryPoint.safeParse(document);
  if (!me.success) throw new TRPCError({ code: "UNAUTHORIZED" });
  const { brand } = await backend.get("user", me.data.meta.links.me.meta.id);
  if (!brand) throw new TRPCError({ code: "FORBIDDEN" });
  return brand.id;
}

/** Backend failures as tRPC codes: the console words them, nothing internal travels. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackendUnreachable) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause: error });
    const status =
      error instanceof BackendError
        ? error.status
        : error instanceof Error && "statusCode" in error
          ? Number(error.statusCode)
          : 0;
    if (status === 403) throw new TRPCError({ code: "FORBIDDEN", cause: error });
    if (status === 401) throw new TRPCError({ code: "UNAUTHORIZED", cause: error });
    if (status === 422) throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", cause: error });
    throw error;
  }
}
