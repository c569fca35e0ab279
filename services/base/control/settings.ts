import type { Money } from "../../../../platform/money.ts";
import type { Period } from "./cost.ts";
import type { CheckId } from "./rules/check.ts";
import { tolerance } from "./proration.ts";

/** What a check lets pass between two dates: for one line, for a customer, for the supplier, or for all (each null). */
export interface CheckSetting {
  readonly check: CheckId;
  readonly supplierId: string | null;
  readonly lineId: string | null;
  readonly accountId: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly enabled: boolean;
  /** Null: a cent. */
  readonly tolerance: Money | null;
}

/** Up to which gap a check says nothing. */
export type Allowance = (check: CheckId) => Money;

/** What a check looks at. */
interface Place {
  readonly lineId: string | undefined;
  readonly accountId: string | null;
  /** Needed where the settings are of several. */
  readonly supplierId?: string;
  readonly period: Period;
}

/** Nothing is reported. */
const off = Number.POSITIVE_INFINITY;

/**
 * What holds on the first day of a billed period: a line's own setting before its customer's before its supplier's before the brand's, of
 * equal ones the latest. The settings are sorted once.
 */
export function allowances(settings: readonly CheckSetting[]) {
  const byLine = new Map<string | null, CheckSetting[]>();
  for (const one of settings.toSorted((a, b) => rank(b) - rank(a) || (a.from < b.from ? 1 : -1)))
    byLine.set(one.lineId, [...(byLine.get(one.lineId) ?? []), one]);
  const forAll = byLine.get(null) ?? [];
  return ({ lineId, accountId, supplierId, period: { start: day } }: Place): Allowance => {
    const own = (lineId && byLine.get(lineId)) || [];
    return (id) => {
      const holds = ({ check, from, to, supplierId: of, accountId: whose }: CheckSetting) =>
        check === id &&
        from <= day &&
        (!to || to >= day) &&
        (of === null || !supplierId || of === supplierId) &&
        (whose === null || whose === accountId);
      const setting = own.find(holds) ?? forAll.find(holds);
      return setting ? (setting.enabled ? (setting.tolerance ?? tolerance) : off) : tolerance;
    };
  };
}

/** Those for all lines: the customer's before the supplier's before the brand's. */
const rank = ({ accountId, supplierId }: CheckSetting): number => (accountId ? 2 : 0) + (supplierId ? 1 : 0);
