import { addDays } from "../../../../../platform/day.ts";
import { daysBetween, months, monthsWithin } from "../days.ts";
import { askedFor, type Check } from "./check.ts";

/**
 * Days billed after the end of a line or an option and the supplier's notice. The part before is rightly billed. Per month: the row's rate where all
 * of it is too late, else what the late months cost.
 */
export const terminated: Check = {
  id: "C1",
  charges: ["recurring", "option"],
  find(subject) {
    const { entitled, park, period, net, proration, item, options } = subject;
    if (!entitled.ends || entitled.overdue === 0) return undefined;
    const late = { start: addDays(period.end, 1 - entitled.overdue), end: period.end };
    const gap = askedFor(late, subject);
    const days = daysBetween(period.start, period.end);
    const lateMonths = monthsWithin(period.start, period.end, late.start, late.end, proration);
    return {
      gap,
      gapPerMonth:
        entitled.overdue === days
          ? Math.round(net / months(period.start, period.end, proration))
          : Math.round(gap / Math.max(1, lateMonths)),
      evidence: {
        endDate: entitled.ends,
        noticeDays: park.noticeDays,
        overdueDays: entitled.overdue,
        periodDays: days,
        ...(options.length > 0 && item ? { option: item.name } : {}),
      },
    };
  },
};
