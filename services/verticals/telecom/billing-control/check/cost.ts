import { fold } from "../../../../platform/fold.ts";
import type { Money } from "../../../../platform/money.ts";
import { type BillingPeriod, billingPeriod, monthsOf } from "../../domain/billing-period.ts";
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

/** What one unit should have cost on some days, with parts of a ten-thousandth. */
export interface UnitPrice {
  readonly perUnit: number;
  /** The dated price of the first day, and whether it was agreed for this line alone. */
  readonly price: BuyPrice | undefined;
  readonly negotiated: Money | null;
  /** What the price of the first day pays for. */
  readonly per: BillingPeriod;
  readonly from: string;
}

export interface Cost extends UnitPrice {
  readonly net: Money;
}

/** Days of a billed period, and how the supplier bills parts of it. */
export interface When {
  readonly days: Period;
  readonly billed: Period;
  readonly proration: Proration;
}

/** What a plan should have cost on these days, by the plan and the dated price of each. Undefined where one day has none. */
export const planPrice = (when: When, park: Park, { terms }: Pick<ParkLine, "terms">): UnitPrice | undefined =>
  priceOver(when, park, terms, ({ planId }) => planId);

/** What an option should have cost on these days; between two times that the line has it, as in the first. */
export const optionPrice = (when: When, park: Park, options: readonly ParkOption[]): UnitPrice | undefined =>
  priceOver(when, park, options, ({ itemId }) => itemId, options[0]);

/** What all that a row counts should have cost. */
export const costOf = ({ quantity }: Counted, { billed }: When, price: UnitPrice | undefined): Cost | undefined =>
  price && { ...price, net: Math.round(price.perUnit * units(quantity, billed, price.per)) };

/** What a line has on days, by its item and the item's dated price, or the price that was agreed for the line; `otherwise`: what it has on other days. */
function priceOver<Of extends ParkTerm | ParkOption>(
  when: When,
  park: Park,
  held: readonly Of[],
  itemOf: (one: Of) => string,
  otherwise?: Of,
): UnitPrice | undefined {
  const { days } = when;
  const changes = changesOf(days, held, (one) => pricesOf(park, itemOf(one)));
  let perUnit = 0;
  let first: DayPrice | undefined;
  for (let day = days.start; day <= days.end; ) {
    const has = on(held, day) ?? otherwise;
    const price = has && dayPrice(park, itemOf(has), has, day);
    if (!price) return undefined;
    first ??= price;
    const at = day;
    const next = changes.find((change) => change > at);
    const until = next === undefined ? days.end : earlier(addDays(next, -1), days.end);
    perUnit += amountOver(price, { start: day, end: until }, when);
    day = addDays(until, 1);
  }
  if (!first) return undefined;
  const { price, negotiated, per, from } = first;
  return { perUnit, price, negotiated, per, from };
}

/** What one price makes on days. As the whole period is cut: a part of it costs its share of the same months. */
function amountOver({ net, per }: DayPrice, { start, end }: Period, { billed, proration }: When): number {
  let months = 0;
  for (const part of stretches(billed.start, billed.end, proration, monthsOf[per]))
    months += (net * daysBetween(later(part.first, start), earlier(part.last, end))) / part.of;
  return months / monthsOf[per];
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

interface DayPrice extends Omit<UnitPrice, "perUnit"> {
  readonly net: Money;
}

/** What one unit costs, by the price of a day. */
function dayPrice(
  park: Park,
  itemId: string,
  { from, negotiated, negotiatedPer }: Pick<ParkTerm, "from" | "negotiated" | "negotiatedPer">,
  day: string,
): DayPrice | undefined {
  const price = on(pricesOf(park, itemId), day);
  const net = negotiated ?? price?.net;
  const per = billingPeriod(negotiated === null ? price?.per : negotiatedPer);
  return net === undefined ? undefined : { net, price, negotiated, per, from };
}

const on = <Of extends Dated>(dated: readonly Of[], day: string) =>
  dated.find(({ from, to }) => from <= day && (!to || to >= day));

/** How many are billed. A quantity that is the length of the period itself, in months, days or what the price pays for, says no more than the period does. */
function units(quantity: InvoiceLine["quantity"], { start, end }: Period, per: BillingPeriod): number {
  const count = quantity / 10_000;
  const days = daysBetween(start, end);
  if (count > 1 && count === days) return 1;
  const lengths = prorations.flatMap((proration) => {
    const length = months(start, end, proration);
    return [length, length / monthsOf[per]];
  });
  const isLength = lengths.some((length) => Math.abs(length - 1) > 0.000_1 && Math.abs(length - count) <= 0.005);
  return isLength ? 1 : count;
}

/** Rows with the same one are for the same thing. */
export const itemKey = ({ itemCode, description }: Pick<InvoiceLine, "itemCode" | "description">): string =>
  keyOfText(itemCode ?? description);

const keyOfText = remembering((text: string): string => fold(text).trim());
