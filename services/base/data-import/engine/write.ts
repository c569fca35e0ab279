import type { BackendClient } from "../../../platform/backend/client.ts";
import { type RefusalReason, writeEach } from "../../../platform/backend/write-each.ts";
import type { ImportOperation, WriteInput, WriteResult } from "../contract.ts";

type Row = WriteInput["rows"][number];

const reasons = {
  "changed-since": "changed_since",
  gone: "backend",
  exists: "exists",
  referenced: "backend",
  forbidden: "forbidden",
  backend: "backend",
} as const satisfies Record<RefusalReason, string>;

/** Writes the rows; one that is refused is set aside with its reason. */
export async function writeRows(backend: Pick<BackendClient, "operate">, rows: readonly Row[]): Promise<WriteResult[]> {
  const outcomes = await writeEach(
    () => backend,
    rows.map(({ row, operations }) => ({ id: row, operations })),
  );
  return outcomes
    .map((outcome): WriteResult => {
      if (outcome.kind === "changed") return { row: outcome.id, kind: "written" };
      const { id: row, reason, field, detail } = outcome;
      return { row, kind: "refused", reason: reasons[reason], field, detail };
    })
    .sort((a, b) => a.row - b.row);
}

/** Types that the operations touch. */
export const touchedTypes = (rows: readonly { readonly operations: readonly ImportOperation[] }[]): Set<string> =>
  new Set(rows.flatMap(({ operations }) => operations.map(({ data }) => data.type.split("--")[0] ?? "")));
