import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { BackendError, errorOperation } from "../../../../platform/backend/errors.ts";

/** What is written of one line, whole or not at all. */
export interface LineWrite {
  readonly id: string;
  readonly operations: readonly AtomicOperation[];
}

export interface WriteReport {
  readonly written: string[];
  /** Somebody changed or removed something meanwhile: to be read and decided again. */
  readonly conflicts: string[];
  readonly refused: { readonly id: string; readonly detail: string }[];
}

/** Writes in atomic batches. Where one line fails, those before it are sent alone and those after it go on, so that no line is sent more than twice. */
export async function writeLines(
  backendOf: () => Promise<BackendClient>,
  writes: readonly LineWrite[],
  batchSize: number,
): Promise<WriteReport> {
  const report: WriteReport = { written: [], conflicts: [], refused: [] };
  for (let start = 0; start < writes.length; start += batchSize) {
    let batch = writes.slice(start, start + batchSize);
    while (batch.length > 0) {
      const failure = await attempt(await backendOf(), batch);
      const good = failure ? batch.slice(0, failure.index) : batch;
      // What stands before the failing line passed a moment ago; should it fail now, it is read again.
      if (failure && good.length > 0 && (await attempt(await backendOf(), good)))
        report.conflicts.push(...good.map(({ id }) => id));
      else report.written.push(...good.map(({ id }) => id));
      const failed = failure && batch[failure.index];
      if (!failure || !failed) break;
      if (failure.status === 409 || failure.status === 404) report.conflicts.push(failed.id);
      else report.refused.push({ id: failed.id, detail: failure.detail });
      batch = batch.slice(failure.index + 1);
    }
  }
  return report;
}

interface Failure {
  /** Place of the failing line in the batch. */
  readonly index: number;
  readonly status: number;
  readonly detail: string;
}

async function attempt(backend: BackendClient, batch: readonly LineWrite[]): Promise<Failure | undefined> {
  try {
    await backend.operate(batch.flatMap(({ operations }) => operations));
    return undefined;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const [first] = error.errors;
    const position = first ? errorOperation(first) : undefined;
    if (position === undefined) throw error;
    const index = lineAt(batch, position);
    if (index === undefined) throw error;
    return { index, status: error.status, detail: first?.detail ?? error.message };
  }
}

/** Place of the line that the operation belongs to. */
function lineAt(batch: readonly LineWrite[], position: number): number | undefined {
  let end = 0;
  for (const [index, { operations }] of batch.entries()) {
    end += operations.length;
    if (position < end) return index;
  }
  return undefined;
}
