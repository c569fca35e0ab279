import { inService, type MonthCheck } from "./check.ts";

/**
 * A line in service all month that the supplier bills nothing for: never provisioned, or a gift. Only where the supplier does bill most of the
 * customer's lines of this kind in the month. The gap is what the line should have cost; nothing where no price says it, none where it is free.
 */
export const absent: MonthCheck = {
  id: "C4",
  find(line, { tolerance, wholeShare }) {
    const { bought, ofSupplier, begins } = line;
    const serves = inService(line);
    if (serves !== true) return serves || undefined;
    if (bought.is || (bought.due !== undefined && bought.due <= tolerance)) return undefined;
    if (ofSupplier.billed === 0) return "not_invoiced";
    if (ofSupplier.billed < ofSupplier.lines * wholeShare) return "invoice_partial";
    return {
      expected: bought.due ?? null,
      found: 0,
      gap: bought.due ?? 0,
      evidence: { since: begins, ...ofSupplier },
    };
  },
};
