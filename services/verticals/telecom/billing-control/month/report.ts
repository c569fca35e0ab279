import { amountOf, moneyText } from "../../../../platform/money.ts";
import type { MonthCheckReport, MonthReason } from "./contract.ts";
import type { Shares } from "./lines.ts";

/** What two parts of a run have changed together; they report the same checks in the same order. */
export function added(
  some: readonly MonthCheckReport[],
  others: readonly MonthCheckReport[],
): readonly MonthCheckReport[] {
  if (some.length === 0) return others;
  return some.map((one): MonthCheckReport => {
    const other = others.find(({ check }) => check === one.check);
    if (!other) return one;
    return {
      check: one.check,
      found: one.found + other.found,
      known: one.known + other.known,
      closed: one.closed + other.closed,
      amount: moneyText(amountOf(one.amount) + amountOf(other.amount)),
      unchecked: counted([...one.unchecked, ...other.unchecked]),
    };
  });
}

/** Each reason once, what most lines have first. */
export function counted(reasons: MonthCheckReport["unchecked"]): MonthCheckReport["unchecked"] {
  const sums = new Map<MonthReason, number>();
  for (const { reason, lines } of reasons) sums.set(reason, (sums.get(reason) ?? 0) + lines);
  return [...sums].map(([reason, lines]) => ({ reason, lines })).sort((a, b) => b.lines - a.lines);
}

/** Adds what another part has counted. */
export function addShares(sum: Shares, some: Shares): void {
  for (const of of ["ofSupplier", "ofCustomer"] as const)
    for (const [key, { lines, billed }] of Object.entries(some[of])) {
      const before = sum[of][key];
      sum[of][key] = { lines: lines + (before?.lines ?? 0), billed: billed + (before?.billed ?? 0) };
    }
}
