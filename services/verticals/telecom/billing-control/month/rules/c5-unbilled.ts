import { inService, type MonthCheck } from "./check.ts";

/**
 * A line in service all month for which the customer is billed nothing. Only where most of the customer's lines are billed in the month. The gap is
 * what the line is sold for; nothing where no price says it, none where it is free.
 */
export const unbilled: MonthCheck = {
  id: "C5",
  find(line, { tolerance, wholeShare }) {
    const { sold, ofCustomer, begins } = line;
    const serves = inService(line);
    if (serves !== true) return serves || undefined;
    if (sold.is || (sold.due !== undefined && sold.due <= tolerance)) return undefined;
    if (ofCustomer.billed === 0) return "not_billed";
    if (ofCustomer.billed < ofCustomer.lines * wholeShare) return "billed_partly";
    return { expected: sold.due ?? null, found: 0, gap: sold.due ?? 0, evidence: { since: begins, ...ofCustomer } };
  },
};
