import { addDays } from "../../../../../platform/day.ts";
import type { Money } from "../../../../../platform/money.ts";
import type { Limits, MonthGap } from "./check.ts";

/** A claim to which the supplier has said yes. */
export interface Promised {
  readonly id: string;
  readonly supplierId: string;
  readonly reference: string;
  readonly promisedOn: string;
  /** How long its credit is awaited. */
  readonly days: number;
  readonly amount: Money;
  readonly received: Money;
}

/** The last day on which the credit is awaited. */
export const dueOn = ({ promisedOn, days }: Promised): string => addDays(promisedOn, days);

/** A credit that was promised and isn't there, or not all of it, when its day is over. The gap is what is missing. */
export function missingCredit(promised: Promised, today: string, { tolerance }: Limits): MonthGap | undefined {
  const { reference, promisedOn, amount, received } = promised;
  if (dueOn(promised) >= today || amount - received <= tolerance) return undefined;
  return {
    expected: amount,
    found: received,
    gap: amount - received,
    evidence: { reference, promisedOn, dueOn: dueOn(promised) },
  };
}
