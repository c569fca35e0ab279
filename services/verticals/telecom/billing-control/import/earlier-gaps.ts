import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { amountOf, type Money } from "../../../../platform/money.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import { parts } from "../../../../platform/backend/parts.ts";

/** What the checks that find something have found in the same lines before, per line and check, `{line id}/{check}`; false positives, and those named, left out. */
export async function earlierGaps(
  backend: BackendClient,
  lines: readonly CheckedRow[],
  without: ReadonlySet<string> = new Set(),
): Promise<Map<string, Money>> {
  const ids = lines.flatMap(({ match, findings }) => (findings.length > 0 && match.line ? [match.line.id] : []));
  const reads = parts(ids).map((some) => ({
    type: "sw_anomaly" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_anomaly--sw_anomaly", ["check", "amount", "line", "status"])
      .addFilter("line.id", some, "IN"),
  }));
  const gaps = new Map<string, Money>();
  for (const { id, line, check, amount, status } of (await backend.lists(reads)).flat()) {
    if (status === "false_positive" || without.has(id)) continue;
    const key = `${line?.id}/${check}`;
    gaps.set(key, (gaps.get(key) ?? 0) + amountOf(amount));
  }
  return gaps;
}
