import { moneyText } from "../../../../../platform/money.ts";
import { type BilledMonth, inService, type MonthCheck } from "./check.ts";

/** A month's amount: as it was billed, else by the dated prices. */
function amountOf({ net, due }: BilledMonth): { by: "billed" | "prices"; amount: number } | undefined {
  if (net !== undefined) return { by: "billed", amount: net };
  return due === undefined ? undefined : { by: "prices", amount: due };
}

/**
 * A line in service all month whose sale leaves less than the least margin over its cost. The gap is what the margin lacks. A line that is neither
 * sold nor bought has none.
 */
export const margin: MonthCheck = {
  id: "C7",
  find(line, { tolerance, marginPercent }) {
    const serves = inService(line);
    if (serves !== true) return serves || undefined;
    const [sale, cost] = [amountOf(line.sold), amountOf(line.bought)];
    if (!sale || !cost) return "no_price";
    const least = Math.round((sale.amount * marginPercent) / 100);
    const left = sale.amount - cost.amount;
    if (left >= least - tolerance) return undefined;
    return {
      expected: least,
      found: left,
      gap: least - left,
      evidence: {
        sale: moneyText(sale.amount),
        saleBy: sale.by,
        cost: moneyText(cost.amount),
        costBy: cost.by,
        percent: Math.round(marginPercent),
      },
    };
  },
};
