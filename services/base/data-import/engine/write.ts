import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError, errorOperation } from "../../../platform/backend/errors.ts";
import type { ImportOperation, WriteInput, WriteResult } from "../contract.ts";

type Row = WriteInput["rows"][number];

/** One atomic request for all rows; where one is refused it is set aside with its reason and the others are sent again. */
export async function writeRows(backend: Pick<BackendClient, "operate">, rows: readonly Row[]): Promise<WriteResult[]> {
  const results: WriteResult[] = [];
  let remaining = rows;
  while (remaining.length > 0) {
    try {
      await backend.operate(remaining.flatMap(({ operations }) => operations));
      results.push(...remaining.map(({ row }): WriteResult => ({ row, kind: "written" })));
      break;
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      const [first] = error.errors;
      const position = first ? errorOperation(first) : undefined;
      const owner = position === undefined ? undefined : ownerOf(remaining, position);
      if (!first || !owner) throw error;
      results.push({
        row: owner.row,
        kind: "refused",
        reason:
          first.code === "version_conflict"
            ? "changed_since"
            : error.status === 409
              ? "exists"
              : error.status === 403
                ? "forbidden"
                : "backend",
        field: /\/data\/(?:attributes|relationships)\/([a-z0-9_]+)/.exec(first.source?.pointer ?? "")?.[1] ?? null,
        detail: first.detail ?? null,
      });
      remaining = remaining.filter((row) => row !== owner);
    }
  }
  return results.sort((a, b) => a.row - b.row);
}

function ownerOf(rows: readonly Row[], position: number): Row | undefined {
  let end = 0;
  return rows.find(({ operations }) => {
    end += operations.length;
    return position < end;
  });
}

/** Types that the operations touch. */
export const touchedTypes = (rows: readonly { readonly operations: readonly ImportOperation[] }[]): Set<string> =>
  new Set(rows.flatMap(({ operations }) => operations.map(({ data }) => data.type.split("--")[0] ?? "")));
