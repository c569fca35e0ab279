import type { OverdueEvidence, PriceEvidence } from "../../../../model/generated/sw_telecom/entities.ts";
import type { Money } from "../../../../platform/money.ts";
import type { UncheckedReason } from "../contract.ts";
import type { InvoiceLine } from "../invoice.ts";
import { chargeOf } from "./charge.ts";
import { daysBetween, later, months, type Proration, stretches } from "./days.ts";
import { addDays } from "../../../../platform/day.ts";
import type { BuyPrice, Park, ParkLine, ParkTerm } from "./park.ts";

export interface Finding {
  readonly check: "C1" | "C2";
  readonly expected: Money;
  readonly found: Money;
  /** Billed too much over the line's period. */
  readonly gap: Money;
  readonly gapPerMonth: Money;
  /** What the finding rests on, kept with the anomaly. Amounts as decimal text. */
  readonly evidence: OverdueEvidence | PriceEvidence;
}

export interface Billed {
  readonly line: InvoiceLine;
  readonly start: string;
  readonly end: string;
  readonly proration: Proration;
}

/** A cent over a whole line is rounding, not a gap. */
export const tolerance: Money = 100;

/** A line that was held against park and prices, and what was wrong; or why it couldn't be. */
export type Checked =
  | { readonly kind: "checked"; readonly finding: Finding | undefined }
  | { readonly kind: "unchecked"; readonly reason: Exclude<UncheckedReason, "unmatched" | "other_currency"> };

const unchecked = (reason: Extract<Checked, { kind: "unchecked" }>["reason"]): Checked => ({
  kind: "unchecked",
  reason,
});

/** C1 and C2 on one invoice line that was found in the park, as of the invoiced period, never as of today. */
export function checkLine(
  line: InvoiceLine,
  park: Park,
  parkLine: ParkLine,
  proration: Proration = "calendar",
): Checked {
  if (line.net <= 0) return unchecked("credit");
  if (chargeOf(line, park.chargeRules) !== "recurring") return unchecked("not_recurring");
  if (!line.periodStart || !line.periodEnd) return unchecked("no_period");
  const billed: Billed = { line, start: line.periodStart, end: line.periodEnd, proration };
  const overdue = checkTerminated(billed, park, parkLine);
  return overdue ? { kind: "checked", finding: overdue } : checkBuyPrice(billed, park, parkLine);
}

/** C1: days billed after the line's end and the supplier's notice. The part before is rightly billed. */
function checkTerminated(
  { line, start, end, proration }: Billed,
  park: Park,
  { endDate }: ParkLine,
): Finding | undefined {
  if (!endDate) return undefined;
  const paidUntil = addDays(endDate, park.noticeDays);
  const overdue = daysBetween(later(start, addDays(paidUntil, 1)), end);
  if (overdue === 0) return undefined;
  const days = daysBetween(start, end);
  const gap = Math.round((line.net * overdue) / days);
  if (gap <= tolerance) return undefined;
  return {
    check: "C1",
    expected: line.net - gap,
    found: line.net,
    gap,
    gapPerMonth: overdue === days ? Math.round(line.net / months(start, end, proration)) : gap,
    evidence: { endDate, noticeDays: park.noticeDays, overdueDays: overdue, periodDays: days },
  };
}

/** What a line should have cost by the dated buy prices of the plan it had on each day, and where its first price came from. */
export function expectedCost(
  { line, start, end, proration }: Billed,
  park: Park,
  parkLine: ParkLine,
): { readonly net: Money; readonly price: BuyPrice | undefined; readonly term: ParkTerm } | undefined {
  let perUnit = 0;
  let first: { price: BuyPrice | undefined; term: ParkTerm } | undefined;
  for (const stretch of stretches(start, end, proration))
    for (let day = stretch.first; day <= stretch.last; day = addDays(day, 1)) {
      const term = parkLine.terms.find((candidate) => candidate.from <= day && (!candidate.to || candidate.to >= day));
      const price = term && priceOn(park.prices, term.planId, day);
      const net = term?.negotiated ?? price?.net;
      // Without a dated price for every day there is nothing to hold against the supplier.
      if (!term || net === undefined) return undefined;
      first ??= { price, term };
      perUnit += net / stretch.of;
    }
  return first && { net: Math.round(perUnit * (line.quantity / 10_000)), ...first };
}

/** C2: net billed against what the line should have cost. */
function checkBuyPrice(billed: Billed, park: Park, parkLine: ParkLine): Checked {
  const { line, start, end, proration } = billed;
  const first = expectedCost(billed, park, parkLine);
  if (!first) return unchecked("no_price");
  const expected = first.net;
  const gap = line.net - expected;
  if (gap <= tolerance) return { kind: "checked", finding: undefined };
  const finding: Finding = {
    check: "C2",
    expected,
    found: line.net,
    gap,
    gapPerMonth: Math.round(gap / months(start, end, proration)),
    evidence: {
      gross: first.price && first.term.negotiated === null ? decimal(first.price.gross) : null,
      discount: first.price && first.term.negotiated === null ? decimal(first.price.discount) : null,
      priceFrom: first.price?.from ?? null,
      priceSource: first.price?.source ?? null,
      negotiated: first.term.negotiated === null ? null : decimal(first.term.negotiated),
      planFrom: first.term.from,
    },
  };
  return { kind: "checked", finding };
}

function priceOn(prices: readonly BuyPrice[], planId: string, day: string): BuyPrice | undefined {
  return prices.find((price) => price.planId === planId && price.from <= day && (!price.to || price.to >= day));
}

const decimal = (amount: Money): string => (amount / 10_000).toFixed(4);
