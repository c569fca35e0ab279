import { itemKey } from "../cost.ts";
import { daysBetween, earlier, later, months } from "../days.ts";
import type { Check } from "./check.ts";

/**
 * The same item for the same line and days a second time, in this invoice or an earlier one. Days count as the same where they are half of the
 * shorter period: cycles that touch in a day are no duplicates. What was credited meanwhile is no gap.
 */
export const duplicate: Check = {
  id: "C9",
  charges: ["recurring", "option", "device", "one_off"],
  find({ line, parkLine, period, left, before, options, proration }) {
    if (!parkLine || left <= 0) return undefined;
    const key = itemKey(line);
    const same = before.filter((row) => {
      const shared = daysBetween(later(row.start, period.start), earlier(row.end, period.end));
      const shorter = Math.min(daysBetween(row.start, row.end), daysBetween(period.start, period.end));
      return (row.net < 0 || itemKey(row) === key) && shared * 2 >= shorter && shared > 0;
    });
    const first = same.find(({ net }) => net > 0);
    const units = options.reduce((sum, { quantity }) => sum + quantity, 0) || 1;
    if (!first || same.filter(({ net }) => net > 0).length < units) return undefined;
    const askedBefore = same.reduce((sum, { net, asked }) => sum + (asked ?? net), 0);
    const days = daysBetween(later(first.start, period.start), earlier(first.end, period.end));
    const shared = Math.round((left * days) / daysBetween(period.start, period.end));
    const gap = Math.min(shared, askedBefore + left - first.net * units);
    return {
      gap,
      gapPerMonth: Math.round(gap / Math.max(1, months(period.start, period.end, proration))),
      evidence: { invoice: first.invoiceNumber, start: first.start, end: first.end },
    };
  },
};
