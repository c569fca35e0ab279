import type { Money } from "../../platform/money.ts";

/** What a check lets pass between two dates: for one thing that it looks at, for a customer, for the supplier, or for all (each null). */
export interface CheckSetting<Check extends string = string> {
  readonly check: Check;
  readonly supplierId: string | null;
  /** What the trade's checks look at, such as a line. */
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly enabled: boolean;
  /** Null: a cent. */
  readonly tolerance: Money | null;
}

/** Up to which gap a check says nothing. */
export type Allowance<Check extends string = string> = (check: Check) => Money;

/** What a check looks at. */
interface Place {
  readonly subjectId: string | undefined;
  readonly accountId: string | null;
  /** Needed where the settings are of several. */
  readonly supplierId?: string;
  readonly period: { readonly start: string };
}

/** A cent over a whole row is rounding, not a gap. */
export const rounding: Money = 100;

/** Nothing is reported. */
const off = Number.POSITIVE_INFINITY;

/**
 * What holds on the first day of a billed period: the thing's own setting before its customer's before its supplier's before the brand's, of
 * equal ones the latest. The settings are sorted once.
 */
export function allowances<Check extends string>(settings: readonly CheckSetting<Check>[]) {
  const bySubject = new Map<string | null, CheckSetting<Check>[]>();
  for (const one of settings.toSorted((a, b) => rank(b) - rank(a) || (a.from < b.from ? 1 : -1)))
    bySubject.set(one.subjectId, [...(bySubject.get(one.subjectId) ?? []), one]);
  const forAll = bySubject.get(null) ?? [];
  return ({ subjectId, accountId, supplierId, period: { start: day } }: Place): Allowance<Check> => {
    const own = (subjectId && bySubject.get(subjectId)) || [];
    return (id) => {
      const holds = ({ check, from, to, supplierId: of, accountId: whose }: CheckSetting<Check>) =>
        check === id &&
        from <= day &&
        (!to || to >= day) &&
        (of === null || !supplierId || of === supplierId) &&
        (whose === null || whose === accountId);
      const setting = own.find(holds) ?? forAll.find(holds);
      return setting ? (setting.enabled ? (setting.tolerance ?? rounding) : off) : rounding;
    };
  };
}

/** Those for all: the customer's before the supplier's before the brand's. */
const rank = ({ accountId, supplierId }: CheckSetting): number => (accountId ? 2 : 0) + (supplierId ? 1 : 0);
