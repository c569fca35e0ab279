import type { Money } from "../../../../platform/money.ts";
import type { ChargeRule } from "./charge.ts";
import type { Proration } from "./days.ts";

/** What the checks need to know of the park of one supplier, as dated facts. */
export interface ParkLine {
  readonly id: string;
  readonly number: string | null;
  readonly serviceId: string | null;
  readonly iccids: readonly string[];
  /** Our own references as the supplier may repeat them. */
  readonly references: readonly string[];
  readonly activatedOn: string | null;
  /** Last day of service. */
  readonly endDate: string | null;
  readonly terms: readonly ParkTerm[];
}

export interface ParkTerm {
  readonly planId: string;
  readonly from: string;
  readonly to: string | null;
  /** Buy price agreed for this line alone. */
  readonly negotiated: Money | null;
}

export interface BuyPrice {
  readonly planId: string;
  readonly gross: Money;
  readonly discount: Money;
  readonly net: Money;
  readonly from: string;
  readonly to: string | null;
  readonly source: string | null;
}

export interface Park {
  readonly lines: readonly ParkLine[];
  readonly prices: readonly BuyPrice[];
  /** Days that the supplier may still bill after the end of a line. */
  readonly noticeDays: number;
  /** How the supplier bills parts of months, where a person has set it. */
  readonly proration?: Proration | undefined;
  /** What a person has said of the supplier's rows. */
  readonly chargeRules?: readonly ChargeRule[] | undefined;
  /** Where numbers that name no country are dialled; France without one. */
  readonly country?: string | undefined;
}
