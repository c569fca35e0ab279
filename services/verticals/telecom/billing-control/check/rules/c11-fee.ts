import { addDays } from "../../../../../platform/day.ts";
import { fold } from "../../../../../platform/fold.ts";
import type { Check } from "./check.ts";

/** Days before the invoice in which work explains a fee, and days after it: work may be billed when it is ordered. */
const window = { before: 100, after: 31 };

const termination = /\b(RESILIATION|TERMINATION|PENALITE|ANTICIPE)/;

/** A one-off fee that nothing explains: no work ordered, no beginning; a fee for an early end without a commitment that reached beyond it. */
export const fee: Check = {
  id: "C11",
  charges: ["one_off", "device"],
  find({ line, parkLine, left, issuedOn }) {
    if (!parkLine) return undefined;
    const { endDate, commitmentEnd, activatedOn, orderedOn } = parkLine;
    const early = termination.test(fold(line.description));
    const near = (day: string | null) =>
      day !== null && day >= addDays(issuedOn, -window.before) && day <= addDays(issuedOn, window.after);
    const explained = early
      ? endDate !== null && commitmentEnd !== null && commitmentEnd > endDate
      : [...orderedOn, activatedOn, endDate].some(near);
    if (explained) return undefined;
    return {
      gap: left,
      gapPerMonth: 0,
      evidence: { fee: early ? "termination" : "one_off", endDate, commitmentEnd },
    };
  },
};
