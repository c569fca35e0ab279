/** What a price pays for: a month, a quarter or a year. Pure. */
import type { SwPrice } from "../../../model/generated/entities.ts";
import { amountOf, type Money, moneyText } from "../../../platform/money.ts";

export type BillingPeriod = NonNullable<SwPrice["billing_period"]>;

/** Rows of before there were others say none: theirs is the month. */
export const billingPeriod = (said: SwPrice["billing_period"] | undefined): BillingPeriod => said ?? "month";

export const monthsOf: Readonly<Record<BillingPeriod, number>> = { month: 1, quarter: 3, year: 12 };

export const isBillingPeriod = (value: unknown): value is BillingPeriod =>
  typeof value === "string" && value in monthsOf;

/** An amount and what it pays for; the amount is a decimal text of the backend's. */
export interface PeriodPrice {
  readonly net: string;
  readonly period: BillingPeriod;
}

/** Undefined where the amount isn't the reader's to see, null where there is none. */
export const periodPrice = (
  net: string | null | undefined,
  period: SwPrice["billing_period"] | undefined,
): PeriodPrice | null | undefined => (net ? { net, period: billingPeriod(period) } : net === undefined ? net : null);

/** A month's part, with the parts of a ten-thousandth that it has: who adds up many rounds the sum. */
export const perMonth = ({ net, period }: PeriodPrice): Money => amountOf(net) / monthsOf[period];

/** A month's part as a field holds it, to the ten-thousandth: half of one is the most by which it is off. */
export function monthlyText(price: PeriodPrice): string;
export function monthlyText(price: PeriodPrice | null | undefined): string | null | undefined;
export function monthlyText(price: PeriodPrice | null | undefined): string | null | undefined {
  if (!price) return price;
  return price.period === "month" ? price.net : moneyText(perMonth(price));
}
