import { fold } from "../../../../platform/fold.ts";
import type { Money } from "../../../../platform/money.ts";
import type { InvoiceLine } from "../invoice.ts";
import { addDays, daysBetween, earlier, later, months, type Proration, prorations, stretches } from "./days.ts";
import { type BuyPrice, type Park, type ParkLine, type ParkOption, type ParkTerm, pricesOf } from "./park.ts";
import { remembering } from "./remembering.ts";

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
export const planCost = (
  line: Counted,
  days: Period,
  billed: Period,
  park: Park,
  { terms }: Pick<ParkLine, "terms">,
  proration: Proration,
): Cost | undefined => costOf(line, { days, billed, proration }, park, terms, ({ planId }) => planId);

/** What an option should have cost on these days; between two times that the line has it, as in the first. */
export const optionCost = (
  line: Counted,
  days: Period,
  billed: Period,
  park: Park,
  options: readonly ParkOption[],
  proration: Proration,
): Cost | undefined => costOf(line, { days, billed, proration }, park, options, ({ itemId }) => itemId, options[0]);

interface When {
  readonly days: Period;
  readonly billed: Period;
  readonly proration: Proration;
}

/** What a line has on days, by its item and the item's dated price, or the price that was agreed for the line; `otherwise`: what it has on other days. */
function costOf<Of extends ParkTerm | ParkOption>(
  line: Counted,
  { days, billed, proration }: When,
  park: Park,
  held: readonly Of[],
  itemOf: (one: Of) => string,
  otherwise?: Of,
): Cost | undefined {
  const changes = changesOf(days, held, (one) => pricesOf(park, itemOf(one)));
  let perUnit = 0;
  let first: Cost | undefined;
  // As the whole period is cut: a part of it costs its share of the same months.
  for (const stretch of stretches(billed.start, billed.end, proration)) {
    const last = earlier(stretch.last, days.end);
    for (let day = later(stretch.first, days.start); day <= last; ) {
      const has = on(held, day) ?? otherwise;
      const price = has && dayPrice(park, itemOf(has), has, day);
      if (!price) return undefined;
      first ??= price;
      const at = day;
      const next = changes.find((change) => change > at);
      const until = next === undefined ? last : earlier(addDays(next, -1), last);
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

/** The days of a period but its first on which one of them or of its prices begins, or has ended the day before, in their order. */
function changesOf<Of extends Dated>(
  { start, end }: Period,
  held: readonly Of[],
  prices: (one: Of) => readonly Dated[],
): readonly string[] {
  const found: string[] = [];
  const look = ({ from, to }: Dated) => {
    if (from > start && from <= end) found.push(from);
    if (to && to >= start && to < end) found.push(addDays(to, 1));
  };
  for (const one of held) {
    look(one);
    prices(one).forEach(look);
  }
  return found.length > 1 ? found.sort() : found;
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
  keyOfText(itemCode ?? description);

const keyOfText = remembering((text: string): string => fold(text).trim());
