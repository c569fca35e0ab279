/** Money of an account month by month, from the dated plan periods and prices. Amounts are per month. Pure. */

export interface TrendTerm {
  readonly planId: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly sell: number | null;
  readonly buy: number | null;
  /** The line's own end. */
  readonly lineEnd: string | null;
}

export interface TrendOption {
  readonly itemId: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly quantity: number;
  readonly sell: number | null;
  readonly buy: number | null;
}

export interface TrendPrice {
  readonly itemId: string;
  readonly direction: "sell" | "buy";
  readonly from: string;
  readonly to: string | null;
  readonly net: number;
}

export interface TrendMonth {
  /** First day of the month, ISO. */
  readonly month: string;
  readonly sell: number;
  readonly buy: number;
}

const covers = (span: { readonly from: string; readonly to: string | null }, day: string): boolean =>
  span.from <= day && (span.to === null || span.to >= day);

/** What was sold and bought on the first day of each month: negotiated prices where there are any, else the item's price of that day. */
export function monthlyTrend(
  months: readonly string[],
  terms: readonly TrendTerm[],
  options: readonly TrendOption[],
  prices: readonly TrendPrice[],
): TrendMonth[] {
  const byItem = new Map<string, TrendPrice[]>();
  for (const price of prices)
    byItem.set(`${price.itemId}/${price.direction}`, [
      ...(byItem.get(`${price.itemId}/${price.direction}`) ?? []),
      price,
    ]);
  const priceOn = (itemId: string | null, direction: "sell" | "buy", day: string) =>
    byItem.get(`${itemId}/${direction}`)?.findLast((price) => covers(price, day))?.net ?? 0;
  return months.map((month) => {
    let sell = 0;
    let buy = 0;
    for (const term of terms) {
      if (!covers(term, month) || (term.lineEnd !== null && term.lineEnd < month)) continue;
      sell += term.sell ?? priceOn(term.planId, "sell", month);
      buy += term.buy ?? priceOn(term.planId, "buy", month);
    }
    for (const option of options) {
      if (!covers(option, month)) continue;
      sell += option.quantity * (option.sell ?? priceOn(option.itemId, "sell", month));
      buy += option.quantity * (option.buy ?? priceOn(option.itemId, "buy", month));
    }
    return { month, sell, buy };
  });
}

/** First days of the `count` months up to the one of `today`, the oldest first. */
export function lastMonths(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 10),
  );
}
