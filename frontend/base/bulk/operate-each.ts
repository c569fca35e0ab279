import "server-only";
import type { AtomicOperation, BackendClient } from "@softwhere/services/platform/backend/client";
import { BackendError, errorOperation } from "@softwhere/services/platform/backend/errors";
import type { RowResult } from "./run-store";

export interface PendingRow {
  readonly id: string;
  readonly operations: readonly AtomicOperation[];
}

/** One atomic request for all; where one row is refused it is set aside and the others are sent again. */
export async function operateEach(
  backend: BackendClient,
  pending: readonly PendingRow[],
  results: Map<string, RowResult>,
): Promise<void> {
  let remaining = pending;
  while (remaining.length > 0) {
    try {
      const answers = await backend.operate(remaining.flatMap((row) => row.operations));
      let index = 0;
      for (const row of remaining) {
        results.set(row.id, { id: row.id, kind: "changed", version: answers[index]?.version });
        index += row.operations.length;
      }
      return;
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      const [first] = error.errors;
      const position = first ? errorOperation(first) : undefined;
      const owner = position === undefined ? undefined : rowOfOperation(remaining, position);
      if (!first || !owner) throw error;
      results.set(owner, {
        id: owner,
        kind: "refused",
        reason: first.code === "version_conflict" ? "changed-since" : error.status === 403 ? "forbidden" : "backend",
        detail: first.detail ?? null,
      });
      remaining = remaining.filter((row) => row.id !== owner);
    }
  }
}

function rowOfOperation(rows: readonly PendingRow[], position: number): string | undefined {
  let end = 0;
  for (const row of rows) {
    end += row.operations.length;
    if (position < end) return row.id;
  }
  return undefined;
}
