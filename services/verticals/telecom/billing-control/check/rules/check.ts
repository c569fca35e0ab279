import type { SwAnomaly } from "../../../../../model/generated/entities.ts";
import type { Money } from "../../../../../platform/money.ts";
import type { Billed } from "../billed.ts";
import type { Charge } from "../charge.ts";
import type { Cost, Period } from "../cost.ts";
import { months, monthsWithin, type Proration } from "../days.ts";
import type { EarlierCharge, Park } from "../park.ts";

const checkIds = [
  "C1",
  "C2",
  "C3",
  "C4",
  "C5",
  "C6",
  "C7",
  "C8",
  "C9",
  "C10",
  "C11",
  "C13",
] as const satisfies readonly AnyCheck[];
export type CheckId = (typeof checkIds)[number];
type AnyCheck = NonNullable<SwAnomaly["check"]>;

/** Others are found by people, or by other trades. */
export const isCheck = (check: AnyCheck | null | undefined): check is CheckId => checkIds.some((one) => one === check);

/** A row with all that a check may hold against it. */
export interface Subject extends Omit<Billed, "cost"> {
  /** What of the net no check before has found to be too much. */
  readonly left: Money;
  /** What the days that may be billed should have cost, by this proration; undefined where one of them has no price. */
  readonly cost: (proration?: Proration) => Cost | undefined;
  readonly proration: Proration;
  readonly park: Park;
  readonly issuedOn: string;
  /** Rows for the same line before this one, of this invoice and of earlier ones. */
  readonly before: readonly EarlierCharge[];
  /** Whether the park knows any row of the invoice. */
  readonly knownInvoice: boolean;
  /** A gap up to here is rounding. */
  readonly tolerance: Money;
}

export interface Finding {
  readonly check: CheckId;
  readonly expected: Money;
  readonly found: Money;
  /** Billed too much over the row's period. */
  readonly gap: Money;
  readonly gapPerMonth: Money;
  /** What the finding rests on, kept with the anomaly. Amounts as decimal text. */
  readonly evidence: NonNullable<SwAnomaly["evidence"]>;
}

export type Gap = Omit<Finding, "check" | "expected" | "found"> & Partial<Pick<Finding, "expected" | "found">>;

/** One check: the charges it looks at, and what it finds in a row. Pure: what it needs is in the subject. */
export interface Check {
  readonly id: CheckId;
  readonly charges: readonly Charge[];
  readonly find: (subject: Subject) => Gap | undefined;
}

/** What is asked for days of a row that may not be billed: by the months they make, and never more than what the other days leave. */
export function askedFor({ start, end }: Period, { net, left, period, proration, entitled, cost }: Subject): Money {
  if (start > end) return 0;
  const part = monthsWithin(period.start, period.end, start, end, proration);
  const byDays = Math.round((net * part) / months(period.start, period.end, proration));
  const due = entitled.days ? cost()?.net : 0;
  return Math.max(0, Math.min(byDays, left, due === undefined ? byDays : net - due));
}
