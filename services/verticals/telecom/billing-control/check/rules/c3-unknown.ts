import { months } from "../days.ts";
import type { Check } from "./check.ts";

/** A row with an identifier that no line of the park has. An invoice of which the park knows nothing says so itself, not row by row. */
export const unknown: Check = {
  id: "C3",
  charges: ["recurring", "option"],
  find({ line, parkLine, knownInvoice, left, period, proration }) {
    const { serviceId, iccid, number, customerReference } = line;
    if (parkLine || !knownInvoice || !(serviceId || iccid || number || customerReference)) return undefined;
    return {
      gap: left,
      gapPerMonth: Math.round(left / months(period.start, period.end, proration)),
      evidence: { serviceId, iccid, number, customerReference },
    };
  },
};
