import * as z from "zod";
import type { RowOutcome } from "../../../platform/backend/write-each.ts";

/** Names a run: its parts and their repetitions are one, in what they write and in the journal. */
export const runId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);

/** What every command over many lines takes: the run, and the lines with the versions that were shown. */
export const runRows = {
  runId,
  lines: z
    .array(z.object({ id: z.uuid(), version: z.number().int() }))
    .min(1)
    .max(2_000),
};

/** What a command did to a row. The console words each reason. */
export type RowResult =
  | { readonly id: string; readonly kind: "changed"; readonly version?: number | undefined }
  | { readonly id: string; readonly kind: "refused"; readonly reason: string; readonly detail: string | null };

export function changedResult(outcome: RowOutcome<string>): RowResult {
  if (outcome.kind === "changed") return outcome;
  const { id, reason, detail } = outcome;
  return {
    id,
    kind: "refused",
    reason: reason === "gone" ? "missing" : reason === "exists" ? "backend" : reason,
    detail,
  };
}

/** The results in the order of the rows that were asked for. */
export function inOrder(ids: readonly string[], results: readonly RowResult[]): RowResult[] {
  const found = new Map(results.map((result) => [result.id, result]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
