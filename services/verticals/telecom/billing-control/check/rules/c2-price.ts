import { type Money, moneyText } from "../../../../../platform/money.ts";
import { months } from "../days.ts";
import type { Check } from "./check.ts";

/** What is asked for the days that may be billed, against their dated buy prices. Less than agreed is no gap. */
export const price: Check = {
  id: "C2",
  charges: ["recurring", "option"],
  find({ line, period, proration, left, net, cost }) {
    const due = cost();
    if (!due) return undefined;
    const dated = due.negotiated === null ? due.price : undefined;
    return {
      expected: due.net,
      found: left,
      gap: left - due.net,
      gapPerMonth: Math.round((left - due.net) / months(period.start, period.end, proration)),
      evidence: {
        gross: text(dated?.gross),
        discount: text(dated?.discount),
        priceFrom: due.price?.from ?? null,
        priceSource: due.price?.source ?? null,
        negotiated: text(due.negotiated),
        planFrom: due.from,
        ...(due.per === "month" ? {} : { billingPeriod: due.per }),
        ...(net === line.net ? {} : { deducted: moneyText(line.net - net) }),
      },
    };
  },
};

const text = (amount: Money | null | undefined): string | null =>
  amount === null || amount === undefined ? null : moneyText(amount);
