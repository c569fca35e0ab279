import type { Money } from "../../../../../platform/money.ts";

/** What a row says of its amounts; null where it says nothing. */
export interface StatedAmounts {
  readonly gross: Money | null;
  readonly discount: Money | null;
  readonly net: Money | null;
}

export interface Amounts {
  readonly gross: Money | null;
  readonly discount: Money;
  readonly net: Money;
  /** The three that stand there contradict each other. */
  readonly contradicts: boolean;
}

/** A cent: what rounding may leave. */
const cent: Money = 100;
const same = (a: Money, b: Money): boolean => Math.abs(a - b) <= cent;

/** Of the rows with a discount, in how many it is taken off the net, and in how many the net is the gross. */
export function discountFits(rows: readonly StatedAmounts[]): { taken: number; not: number; open: number } {
  let [taken, not, open] = [0, 0, 0];
  for (const { gross, discount, net } of rows) {
    if (discount === null || discount === 0 || net === null) continue;
    if (gross === null) open += 1;
    else if (same(gross - Math.abs(discount), net) || same(gross - discount, net)) taken += 1;
    else if (same(gross, net)) not += 1;
  }
  return { taken, not, open };
}

/** Gross, discount and net, of which one may be missing; undefined where nothing tells the net. */
export function amountsOf({ gross, discount, net }: StatedAmounts, discountInNet: boolean): Amounts | undefined {
  const off = discount === null ? 0 : (gross ?? net ?? 0) < 0 ? -Math.abs(discount) : Math.abs(discount);
  if (net === null) {
    if (gross === null) return undefined;
    return { gross, discount: off, net: gross - off, contradicts: false };
  }
  if (!discountInNet)
    return { gross: net, discount: off, net: net - off, contradicts: gross !== null && !same(gross, net) };
  if (gross === null) return { gross: discount === null ? null : net + off, discount: off, net, contradicts: false };
  if (discount === null) {
    const between = gross - net;
    const taken = Math.abs(gross) >= Math.abs(net) && gross * net >= 0;
    return { gross, discount: taken ? between : 0, net, contradicts: !taken && !same(gross, net) };
  }
  // A discount is written with either sign; what stands between gross and net says which it is.
  if (same(gross - discount, net) || same(gross + discount, net))
    return { gross, discount: gross - net, net, contradicts: false };
  return { gross, discount, net, contradicts: true };
}
