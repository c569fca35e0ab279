import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { amountOf, type Money, moneyText } from "../../../../platform/money.ts";
import { monthChecks } from "../month/contract.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import type { SupplierMatch } from "./load.ts";
import { parts } from "../../../../platform/backend/parts.ts";

/** A gap of an earlier invoice that waits for its credit. */
export interface WaitingGap {
  readonly id: string;
  readonly lineId: string;
  readonly start: string;
  readonly end: string;
  /** What has not been credited yet. */
  readonly left: Money;
  readonly recovered: Money;
}

/** What a credit pays back of a gap. */
export interface Recovery {
  readonly gap: WaitingGap;
  readonly amount: Money;
}

/** Gaps of these rows' lines that have been found in earlier invoices and not been closed. */
export async function waitingGaps(
  backend: BackendClient,
  supplier: SupplierMatch,
  rows: readonly CheckedRow[],
): Promise<WaitingGap[]> {
  const ids = creditRows(rows).map(({ match }) => match.line?.id ?? null);
  const reads = parts(ids).map((some) => ({
    type: "sw_anomaly" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_anomaly--sw_anomaly", ["line", "period_start", "period_end", "amount", "recovered"])
      .addFilter("line.id", some, "IN")
      .addFilter("supplier.id", supplier.id)
      .addFilter("status", ["open", "disputed"], "IN")
      .addFilter("check", [...monthChecks], "NOT IN")
      .addSort("period_start"),
  }));
  return (await backend.lists(reads)).flat().map(toGap);
}

function toGap({ id, line, period_start, period_end, amount: of, recovered }: SwAnomaly): WaitingGap {
  return {
    id,
    lineId: line?.id ?? "",
    start: period_start ?? "",
    end: period_end ?? "",
    left: amountOf(of) - amountOf(recovered),
    recovered: amountOf(recovered),
  };
}

/** Rows that give money back and belong to no row of their own invoice. */
const creditRows = (rows: readonly CheckedRow[]): CheckedRow[] =>
  rows.filter(({ line, unchecked }) => line.net < 0 && unchecked === "credit");

/**
 * Which gaps the credits of an invoice pay back: of the same line and, where the credit has a period, of that time; the oldest first, each up to
 * what it waits for.
 */
export function recoveries(rows: readonly CheckedRow[], gaps: readonly WaitingGap[]): Recovery[] {
  const paid = new Map<WaitingGap, Money>();
  for (const { line, match } of creditRows(rows)) {
    let rest = -line.net;
    for (const gap of gaps) {
      const { periodStart: start, periodEnd: end } = line;
      const inTime = !start || (gap.start <= (end ?? start) && gap.end >= start);
      const waits = gap.left - (paid.get(gap) ?? 0);
      if (gap.lineId !== match.line?.id || !inTime || waits <= 0 || rest <= 0) continue;
      const part = Math.min(rest, waits);
      paid.set(gap, (paid.get(gap) ?? 0) + part);
      rest -= part;
    }
  }
  return [...paid].map(([gap, part]) => ({ gap, amount: part }));
}

/** A gap that is paid back to the cent is closed. */
export function recoveryOperations(found: readonly Recovery[]): AtomicOperation[] {
  return found.map(({ gap, amount: part }) => ({
    op: "update",
    data: {
      type: "sw_anomaly--sw_anomaly",
      id: gap.id,
      attributes: {
        recovered: moneyText(gap.recovered + part),
        ...(gap.left - part < 100 ? { status: "credited" } : {}),
      },
    },
  }));
}
