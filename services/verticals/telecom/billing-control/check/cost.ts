import { addDays } from "../../../../platform/day.ts";
import { fold } from "../../../../platform/fold.ts";
import type { Money } from "../../../../platform/money.ts";
import type { InvoiceLine } from "../invoice.ts";
import { daysBetween, earlier, later, months, type Proration, prorations, stretches } from "./days.ts";
import {
  type BuyPrice,
  type CatalogueItem,
  type Park,
  type ParkLine,
  type ParkOption,
  type ParkTerm,
  pricesOf,
} from "./park.ts";

export interface Period {
  readonly start: string;
  readonly end: string;
}

/** What may rightly be billed of a period, and what lies before and after it. */
export interface Entitled {
  /** Null where nothing of it may. */
  readonly days: Period | null;
  /** Days before the service began, and after it ended and the supplier's notice was over. */
  readonly early: number;
  readonly overdue: number;
  readonly begins: string | null;
  /** Last day of service, without the notice. */
  readonly ends: string | null;
}

/** The days of a period on which there was a service that began and ended on these days. */
export function entitled(period: Period, begins: string | null, ends: string | null, noticeDays: number): Entitled {
  const paidUntil = ends && addDays(ends, noticeDays);
  const start = begins ? later(period.start, begins) : period.start;
  const end = paidUntil ? earlier(period.end, paidUntil) : period.end;
  return {
    days: start <= end ? { start, end } : null,
    early: begins ? daysBetween(period.start, earlier(period.end, addDays(begins, -1))) : 0,
    overdue: paidUntil ? daysBetween(later(period.start, addDays(paidUntil, 1)), period.end) : 0,
    begins,
    ends,
  };
}

type Counted = Pick<InvoiceLine, "quantity">;

export interface Cost {
  readonly net: Money;
  /** The dated price of the first day, and whether it was agreed for this line alone. */
  readonly price: BuyPrice | undefined;
  readonly negotiated: Money | null;
  readonly from: string;
}

/** What a plan should have cost on these days, by the plan and the dated price of each. Undefined where one day has none. */
export function planCost(
  line: Counted,
  days: Period,
  billed: Period,
  park: Park,
  parkLine: Pick<ParkLine, "terms">,
  proration: Proration,
): Cost | undefined {
  const changes = changesOf(parkLine.terms, ({ planId }) => pricesOf(park, planId));
  return costOf(line, days, billed, proration, changes, (day) => {
    const term = on(parkLine.terms, day);
    return term && dayPrice(park, term.planId, term, day);
  });
}

/** What an option should have cost on these days. */
export function optionCost(
  line: Counted,
  days: Period,
  billed: Period,
  park: Park,
  options: readonly ParkOption[],
  proration: Proration,
): Cost | undefined {
  const changes = changesOf(options, ({ itemId }) => pricesOf(park, itemId));
  return costOf(line, days, billed, proration, changes, (day) => {
    const option = on(options, day) ?? options[0];
    return option && dayPrice(park, option.itemId, option, day);
  });
}

function costOf(
  line: Counted,
  days: Period,
  billed: Period,
  proration: Proration,
  changes: readonly string[],
  priceOf: (day: string) => Cost | undefined,
): Cost | undefined {
  let perUnit = 0;
  let first: Cost | undefined;
  // As the whole period is cut: a part of it costs its share of the same months.
  for (const stretch of stretches(billed.start, billed.end, proration)) {
    const last = earlier(stretch.last, days.end);
    for (let day = later(stretch.first, days.start); day <= last; ) {
      const price = priceOf(day);
      if (!price) return undefined;
      first ??= price;
      const next = changes.find((change) => change > day) ?? addDays(last, 1);
      const until = earlier(addDays(next, -1), last);
      perUnit += (price.net * daysBetween(day, until)) / stretch.of;
      day = addDays(until, 1);
    }
  }
  return first && { ...first, net: Math.round(perUnit * units(line, billed)) };
}

interface Dated {
  readonly from: string;
  readonly to: string | null;
}

/** The days on which one of them or of its prices begins, or has ended the day before, in their order. */
function changesOf<Of extends Dated>(held: readonly Of[], prices: (one: Of) => readonly Dated[]): string[] {
  const dated: Dated[] = held.flatMap((one) => [one, ...prices(one)]);
  return [...new Set(dated.flatMap(({ from, to }) => (to ? [from, addDays(to, 1)] : [from])))].filter(Boolean).sort();
}

/** What one unit costs a month, by the price of a day. */
function dayPrice(
  park: Park,
  itemId: string,
  { from, negotiated }: Pick<ParkTerm, "from" | "negotiated">,
  day: string,
): Cost | undefined {
  const price = on(pricesOf(park, itemId), day);
  const net = negotiated ?? price?.net;
  return net === undefined ? undefined : { net, price, negotiated, from };
}

const on = <Of extends Dated>(dated: readonly Of[], day: string) =>
  dated.find(({ from, to }) => from <= day && (!to || to >= day));

/** How many are billed. A quantity that is the length of the period itself, in months or days, says no more than the period does. */
function units({ quantity }: Counted, { start, end }: Period): number {
  const count = quantity / 10_000;
  const days = daysBetween(start, end);
  if (count > 1 && count === days) return 1;
  const lengths = prorations.map((proration) => months(start, end, proration));
  const isLength = lengths.some((length) => Math.abs(length - 1) > 0.000_1 && Math.abs(length - count) <= 0.005);
  return isLength ? 1 : count;
}

/** Rows with the same one are for the same thing. */
export const itemKey = ({ itemCode, description }: Pick<InvoiceLine, "itemCode" | "description">): string =>
  fold(itemCode ?? description).trim();

/** The item of the supplier's catalogue that a row names by its code, else by its name. */
export function itemOf(line: InvoiceLine, items: readonly CatalogueItem[]): CatalogueItem | undefined {
  const same = (text: string, other: string | null) => other !== null && fold(text.trim()) === fold(other.trim());
  return (
    items.find(({ code }) => same(code, line.itemCode)) ??
    items.find(({ name }) => same(name, line.description)) ??
    items.find(({ name }) => name !== "" && fold(line.description).startsWith(`${fold(name)} `))
  );
}
