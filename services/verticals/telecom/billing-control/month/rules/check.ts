import type { SwAnomaly } from "../../../../../model/generated/entities.ts";
import type { Money } from "../../../../../platform/money.ts";
import type { Period } from "../../check/cost.ts";
import type { MonthCheckId, MonthReason } from "../contract.ts";

/** Of a customer's lines that were in service all month: how many there are, and how many of them are billed. */
export interface Share {
  readonly lines: number;
  readonly billed: number;
}

/** What supplier or customer is billed for one line in the month. */
export interface BilledMonth {
  /** Whether anything is, one-off charges and credits left aside. */
  readonly is: boolean;
  /** Subscriptions and options of these days, what is taken off them included; undefined where none is. */
  readonly net: Money | undefined;
  /** What its dated prices make of these days; undefined where one of them has none. */
  readonly due: Money | undefined;
}

/** A line in a month, with all that a check may hold against it. */
export interface LineMonth {
  readonly id: string;
  readonly supplierId: string;
  readonly month: Period;
  /** First and last day of service; null where it has none. */
  readonly begins: string | null;
  readonly ends: string | null;
  readonly isSuspended: boolean;
  /** By the supplier to us, and by us to the customer. */
  readonly bought: BilledMonth;
  readonly sold: BilledMonth;
  /** What the customer is billed most for, and how many items there are. */
  readonly label: string;
  readonly items: number;
  /** Of the customer's lines of this kind at the supplier, and of all the customer's lines. */
  readonly ofSupplier: Share;
  readonly ofCustomer: Share;
}

/** What a check leaves alone, and from where on it speaks. */
export interface Limits {
  /** A gap up to here is rounding. */
  readonly tolerance: Money;
  /** The least share of a customer's lines on an invoice that makes it a whole one. */
  readonly wholeShare: number;
  /** The least margin, in percent of the sale. */
  readonly marginPercent: number;
}

export const usualLimits: Limits = { tolerance: 100, wholeShare: 0.5, marginPercent: 0 };

export interface MonthGap {
  /** Null where no price says it. */
  readonly expected: Money | null;
  readonly found: Money;
  readonly gap: Money;
  readonly evidence: NonNullable<SwAnomaly["evidence"]>;
}

/** A gap; why there is no telling; or nothing. */
export type Verdict = MonthGap | MonthReason | undefined;

/** One check of a line's month. Pure: what it needs is in the subject. */
export interface MonthCheck {
  readonly id: MonthCheckId;
  readonly find: (line: LineMonth, limits: Limits) => Verdict;
}

/** Whether a line was in service on every day of the month; or why that can't be known. */
export function inService({
  month,
  begins,
  ends,
  isSuspended,
}: Pick<LineMonth, "month" | "begins" | "ends" | "isSuspended">): boolean | MonthReason {
  if (ends !== null && ends < month.end) return false;
  if (begins === null) return "no_dates";
  if (begins > month.start) return false;
  return isSuspended ? "suspended" : true;
}
