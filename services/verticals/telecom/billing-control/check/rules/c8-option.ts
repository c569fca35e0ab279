import { months } from "../days.ts";
import type { Check } from "./check.ts";

/** An option of the catalogue that is billed for a line that never had it. One that ended is C1's. */
export const option: Check = {
  id: "C8",
  charges: ["option"],
  find({ parkLine, item, options, left, period, proration }) {
    if (!parkLine || item?.kind !== "option" || options.length > 0) return undefined;
    return {
      gap: left,
      gapPerMonth: Math.round(left / months(period.start, period.end, proration)),
      evidence: { code: item.code, option: item.name },
    };
  },
};
