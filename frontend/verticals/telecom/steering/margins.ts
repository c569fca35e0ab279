import type { AggregateGroup } from "@softwhere/services/platform/backend/client";
import { nextMonth } from "@softwhere/services/platform/day";
import { type Money, parseMoney } from "@softwhere/services/platform/money";
import { isBillingPeriod, perMonth, periodPrice } from "@softwhere/services/verticals/telecom/domain/billing-period";
import type { DatedPrices } from "@softwhere/services/verticals/telecom/domain/dated-prices";

/** Sell and buy per month, in ten-thousandths and, of prices for longer, parts of them: rounded where it is shown. And the lines they are of. */
export interface Sums {
  readonly lines: number;
  readonly sell: Money;
  readonly buy: Money;
}

/** Which customers a table shows, and by what it orders them. */
export const whichCustomers = ["all", "falling", "low"] as const;
export const customerOrders = ["margin", "sell", "rate", "change"] as const;

/** What a margin is compared with: the month a year before, or the one before. */
export const comparisons = ["year", "month"] as const;

export const nothing: Sums = { lines: 0, sell: 0, buy: 0 };

export const add = (one: Sums, other: Sums): Sums => ({
  lines: one.lines + other.lines,
  sell: one.sell + other.sell,
  buy: one.buy + other.buy,
});

/** As numbers for a screen. */
export const euros = (money: Money): number => money / 10_000;

/** The share of what is sold that is earned; nothing sold is no rate. */
export const rateOf = ({ sell, buy }: Sums): number | undefined => (sell > 0 ? (sell - buy) / sell : undefined);

/** By how much a margin has changed, as a share of what it was; undefined where there was none. */
export const changeOf = (now: number, before: number): number | undefined =>
  before > 0 ? (now - before) / before : undefined;

export const marginOf = ({ sell, buy }: Sums): Money => sell - buy;

const amount = (text: unknown): Money => (typeof text === "string" ? (parseMoney(text) ?? 0) : 0);

/** Of groups of lines, whose prices are their own. */
export const ofLines = ({ count, sums }: AggregateGroup): Sums => ({
  lines: count,
  sell: amount(sums["sell_price"]),
  buy: amount(sums["buy_price"]),
});

/** Of groups of plan periods: their negotiated prices where there are any, else the plan's of the day. */
export const ofTerms =
  (pricesOf: DatedPrices) =>
  ({ count, keys }: AggregateGroup): Sums => {
    const listed = pricesOf(String(keys["plan"]));
    const sum = (direction: "sell" | "buy") => {
      const [net, period] = [keys[`negotiated_${direction}_price`], keys[`negotiated_${direction}_period`]];
      const agreed = typeof net === "string" ? periodPrice(net, isBillingPeriod(period) ? period : null) : null;
      const price = agreed ?? listed[direction];
      return price ? count * perMonth(price) : 0;
    };
    return { lines: count, sell: sum("sell"), buy: sum("buy") };
  };

/** The sums by one of the groups' keys; an empty key is "". */
export function sumsBy(
  groups: readonly AggregateGroup[],
  path: string,
  of: (group: AggregateGroup) => Sums,
): Map<string, Sums> {
  const found = new Map<string, Sums>();
  for (const group of groups) {
    const key = String(group.keys[path] ?? "");
    found.set(key, add(found.get(key) ?? nothing, of(group)));
  }
  return found;
}

export const totalOf = (sums: Iterable<Sums>): Sums => [...sums].reduce(add, nothing);

/** Those of the largest value first, their margin unless said otherwise; those beyond `most` together. */
export function firstOf(
  sums: ReadonlyMap<string, Sums>,
  most: number,
  worthOf: (id: string, sums: Sums) => number = (_id, one) => marginOf(one),
): { readonly first: readonly (readonly [string, Sums])[]; readonly others: Sums & { readonly count: number } } {
  const sorted = [...sums].sort(([a, one], [b, other]) => worthOf(b, other) - worthOf(a, one) || a.localeCompare(b));
  const rest = sorted.slice(most);
  return {
    first: sorted.slice(0, most),
    others: { ...totalOf(rest.map(([, one]) => one)), count: rest.length },
  };
}

/** A month's last day. */
export const lastOf = (month: string): string => monthEnds(`${nextMonth(`${month}-01`)}`, 1)[0] ?? "";

/** The last days of the `count` months before the one of `today`, the oldest first. */
export function monthEnds(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 0)).toISOString().slice(0, 10),
  );
}
