import type { Money } from "../../../../platform/money.ts";
import { billingPeriod, monthsOf } from "../../domain/billing-period.ts";
import type { Period } from "./cost.ts";
import { isWhole, months } from "./days.ts";
import { type Park, type ParkTerm, pricesOf } from "./park.ts";
import { tolerance } from "./proration.ts";
import { remembering } from "./remembering.ts";
import type { Row } from "./row.ts";

/** Of a whole quantity of one. */
const one = 10_000;

/**
 * Tells rows that no check has to look at: whole months of the line's one plan at its one price, or less, on days on which the line was in service.
 * Only for a row that is alone with its line, in its document and before. Most rows of an invoice are such; all others need the rules, and
 * `plain.test.ts` holds the rules to what is said here.
 */
export function plainlyRight(park: Park): (row: Row, net: Money) => boolean {
  const isPeriod = remembering((start: string) => remembering((end: string) => isWhole(start, end)));
  const lengths = (start: string, end: string) => months(start, end);
  const priceOf = dated(park);
  return ({ line, charge, match: { line: parkLine } }, net) => {
    const { periodStart: start, periodEnd: end, quantity } = line;
    if (charge !== "recurring" || !parkLine || !start || !end || quantity !== one || !isPeriod(start)(end))
      return false;
    const [term, other] = parkLine.terms;
    if (!term || other || !holds(term, { start, end })) return false;
    if (parkLine.endDate !== null && parkLine.endDate < end) return false;
    const price = agreed(term) ?? priceOf(term.planId, { start, end });
    return price !== undefined && net <= price * lengths(start, end) + tolerance;
  };
}

type Dated = Pick<ParkTerm, "from" | "to">;

const holds = ({ from, to }: Dated, { start, end }: Period): boolean => from <= start && (!to || to >= end);

/** What was agreed for the line alone, for a month. */
const agreed = ({ negotiated, negotiatedPer }: ParkTerm): number | null =>
  negotiated === null ? null : negotiated / monthsOf[billingPeriod(negotiatedPer)];

/** What an item costs a month on all days of a period; undefined where that is not one price of the catalogue. */
function dated(park: Park) {
  const priceIn = (itemId: string, period: Period): number | null => {
    const [price, other] = pricesOf(park, itemId).filter(
      ({ from, to }) => from <= period.end && (!to || to >= period.start),
    );
    return price && !other && holds(price, period) ? price.net / monthsOf[billingPeriod(price.per)] : null;
  };
  const known = remembering((itemId: string) =>
    remembering((start: string) => remembering((end: string) => priceIn(itemId, { start, end }))),
  );
  return (itemId: string, { start, end }: Period): number | undefined => known(itemId)(start)(end) ?? undefined;
}
