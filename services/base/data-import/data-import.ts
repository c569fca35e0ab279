import { TRPCError } from "@trpc/server";
import { recordTypes } from "../../model/generated/record-types.ts";
import type { BackendClient } from "../../platform/backend/client.ts";
import { TooDemanding, workerPool } from "../../platform/worker/worker-pool.ts";
import type {
  CheckInput,
  CheckReport,
  KindDescription,
  ReadInput,
  ReadReport,
  RememberInput,
  WriteInput,
  WriteResult,
} from "./contract.ts";
import { checkRows } from "./engine/check.ts";
import { guessMapping } from "./engine/guess-mapping.ts";
import type { ImportKind } from "./engine/kind.ts";
import type { TableResult } from "./engine/read-table.ts";
import { recall, remember } from "./engine/remembered.ts";
import { touchedTypes, writeRows } from "./engine/write.ts";

/** What reading one file may take. */
const readLimits = { megabytes: 512, seconds: 60 };

/** Imports of the given kinds. Each call acts with the session of the user who makes it. */
export class DataImport {
  private readonly tables = workerPool<Uint8Array, TableResult>(
    new URL("./engine/read-table.ts", import.meta.url),
    "readTable",
    readLimits,
  );

  constructor(private readonly importKinds: readonly ImportKind[]) {}

  kinds(): KindDescription[] {
    return this.importKinds.map(describe);
  }

  /** The file as a table, with the fields its columns seem to mean. */
  async read({ kind: type, content }: ReadInput, backend: BackendClient): Promise<ReadReport> {
    const kind = this.kindOf(type);
    // Before the file is touched.
    await mayWrite(backend, kind);
    const result = await this.table(new Uint8Array(Buffer.from(content, "base64")));
    if (result.kind === "rejected") return result;
    const { header, rows, numbers } = result.table;
    return {
      kind: "table",
      header,
      rows,
      numbers,
      ...guessMapping(header, kind.columns, await recall(backend, kind.type)),
    };
  }

  /** Dry run: what each row would do, and what stands against it. */
  async check(input: CheckInput, backend: BackendClient): Promise<CheckReport> {
    const { id: brandId, time_zone: timeZone, country } = await brandOf(backend);
    return checkRows(this.kindOf(input.kind), input, {
      backend,
      brandId,
      timeZone: timeZone ?? undefined,
      country: country ?? undefined,
    });
  }

  /** Writes a part of what a check planned, all under the client's request id. */
  async write({ kind: type, rows }: WriteInput, backend: BackendClient): Promise<WriteResult[]> {
    const { writes } = this.kindOf(type);
    if ([...touchedTypes(rows)].some((touched) => !writes.some((allowed) => allowed === touched)))
      throw new TRPCError({ code: "BAD_REQUEST" });
    return writeRows(backend, rows);
  }

  /** Keeps the mapping for the brand's next file of this kind. */
  async remember({ kind, columns }: RememberInput, backend: BackendClient): Promise<void> {
    await remember(backend, this.kindOf(kind).type, { brandId: (await brandOf(backend)).id, columns });
  }

  async close(): Promise<void> {
    await this.tables.close();
  }

  private kindOf(type: string): ImportKind {
    const kind = this.importKinds.find((one) => one.type === type);
    if (!kind) throw new TRPCError({ code: "NOT_FOUND" });
    return kind;
  }

  private async table(bytes: Uint8Array): Promise<TableResult> {
    try {
      return await this.tables.run(bytes);
    } catch (error) {
      if (error instanceof TooDemanding) return { kind: "rejected", code: "too_demanding" };
      throw error;
    }
  }
}

function describe({ type, columns }: ImportKind): KindDescription {
  const access = recordTypes[type]?.access;
  return {
    type,
    createPermission: access?.create ?? "",
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

/** Throws for those who may neither create nor change such rows. */
async function mayWrite(backend: BackendClient, { type }: ImportKind): Promise<void> {
  const access = recordTypes[type]?.access;
  const held = (await backend.me()).permissions ?? [];
  if (![access?.create, access?.edit].some((permission) => permission !== undefined && held.includes(permission)))
    throw new TRPCError({ code: "FORBIDDEN" });
}

/** The brand of the person who imports: part of every id, so that two brands' equal files stay two. */
async function brandOf(
  backend: BackendClient,
): Promise<NonNullable<Awaited<ReturnType<BackendClient["me"]>>["brand"]>> {
  const { brand } = await backend.me();
  if (!brand) throw new TRPCError({ code: "FORBIDDEN" });
  return brand;
}
