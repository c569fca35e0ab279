import type { MonthCheck } from "./check.ts";

/**
 * A line that ended in a month before and that the customer is still billed for, what is credited taken off. The month of the end itself may be
 * billed whole. The gap is what is billed for the days of the month.
 */
export const ended: MonthCheck = {
  id: "C6",
  find({ month, ends, sold, label, items }, { tolerance }) {
    if (ends === null || ends >= month.start || sold.net === undefined || sold.net <= tolerance) return undefined;
    return {
      expected: 0,
      found: sold.net,
      gap: sold.net,
      evidence: { endDate: ends, label: label.slice(0, 200), items },
    };
  },
};
