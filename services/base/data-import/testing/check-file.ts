import type { BackendClient } from "../../../platform/backend/client.ts";
import type { CheckInput, CheckReport } from "../contract.ts";
import { checkRows } from "../engine/check.ts";
import { guessMapping } from "../engine/guess-mapping.ts";
import type { ImportKind } from "../engine/kind.ts";
import { readTable, type Table } from "../engine/read-table.ts";

interface World {
  /** What the backend holds, by type; references as `{ id }`. */
  readonly rows?: Readonly<Record<string, readonly object[]>>;
  readonly existing?: CheckInput["existing"];
  readonly timeZone?: string;
}

/** A check of a file against rows in memory. */
export async function checkFile(kind: ImportKind, file: string | Uint8Array, world: World = {}): Promise<CheckReport> {
  const { header, rows } = await tableOf(file);
  const rowsOf = (type: string) => (world.rows?.[type] ?? []).map((row) => ({ ...row }));
  const backend = {
    listAll: async (type: string) => rowsOf(type),
    lists: async (reads: readonly { readonly type: string }[]) => reads.map(({ type }) => rowsOf(type)),
  } as unknown as BackendClient;
  const { mapping } = guessMapping(header, kind.columns, {});
  return checkRows(
    kind,
    { mapping, rows, existing: world.existing ?? "skip" },
    { backend, brandId: "brand", timeZone: world.timeZone },
  );
}

export async function tableOf(file: string | Uint8Array): Promise<Table> {
  const result = await readTable(new Uint8Array(Buffer.from(file)));
  if (result.kind === "rejected") throw new Error(result.code);
  return result.table;
}

export const codesOf = (report: CheckReport, row: number): string[] | undefined =>
  report.rows[row]?.problems.map(({ column, code }) => `${column}:${code}`);
