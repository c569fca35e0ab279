import { addDays } from "../../../../../platform/day.ts";
import { daysBetween, isWhole, prorations } from "../days.ts";
import { askedFor, type Check } from "./check.ts";

/** A part of a month that is billed too long or by another share: days before the service began, or what fits only another proration. */
export const proration: Check = {
  id: "C10",
  charges: ["recurring", "option"],
  find(subject) {
    const { entitled, period, left, cost, tolerance, proration: own } = subject;
    const periodDays = daysBetween(period.start, period.end);
    const early = { start: period.start, end: addDays(period.start, entitled.early - 1) };
    const tooEarly = entitled.days ? askedFor(early, subject) : 0;
    if (entitled.begins && tooEarly > tolerance)
      return {
        gap: tooEarly,
        gapPerMonth: 0,
        evidence: { periodDays, begins: entitled.begins, earlyDays: entitled.early },
      };
    if (!entitled.days || isWhole(period.start, period.end)) return undefined;
    const due = cost();
    if (!due) return undefined;
    const fits = prorations.find((other) => other !== own && Math.abs(left - (cost(other)?.net ?? 0)) <= tolerance);
    if (!fits) return undefined;
    return {
      expected: due.net,
      found: left,
      gap: left - due.net,
      gapPerMonth: 0,
      evidence: { periodDays, proration: own, fits },
    };
  },
};
