import type { RowOutcome } from "../../../platform/backend/write-each.ts";
import type { RowResult } from "./contract.ts";

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
