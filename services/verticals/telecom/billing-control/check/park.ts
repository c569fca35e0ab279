import type { Money } from "../../../../platform/money.ts";
import type { BillingPeriod } from "../../domain/billing-period.ts";
import type { Charge, ChargeRule } from "./charge.ts";
import type { Proration } from "./days.ts";
import type { CheckSetting } from "../../../../base/control/index.ts";
import type { CheckId } from "./rules/check.ts";

/** What the checks need to know of the park of one supplier, as dated facts. */
export interface ParkLine {
  readonly id: string;
  /** Whose it is; null where it wasn't asked. */
  readonly accountId: string | null;
  readonly number: string | null;
  readonly serviceId: string | null;
  readonly iccids: readonly string[];
  /** Our own references as the supplier may repeat them. */
  readonly references: readonly string[];
  /** By which a person has said that an invoice of this supplier names the line. */
  readonly remembered: readonly string[];
  readonly activatedOn: string | null;
  /** Last day of service. */
  readonly endDate: string | null;
  /** Until when we are committed to the supplier. */
  readonly commitmentEnd: string | null;
  readonly terms: readonly ParkTerm[];
  readonly options: readonly ParkOption[];
  /** Days on which work on the line was ordered. */
  readonly orderedOn: readonly string[];
}

export interface ParkTerm {
  readonly planId: string;
  readonly from: string;
  readonly to: string | null;
  /** Buy price agreed for this line alone, and what it pays for. */
  readonly negotiated: Money | null;
  readonly negotiatedPer?: BillingPeriod | undefined;
}

export interface ParkOption {
  readonly itemId: string;
  readonly quantity: number;
  readonly from: string;
  readonly to: string | null;
  /** Buy price agreed for this line alone, per unit, and what it pays for. */
  readonly negotiated: Money | null;
  readonly negotiatedPer?: BillingPeriod | undefined;
}

export interface CatalogueItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: "plan" | "option" | "service" | "hardware" | "fee";
}

export interface BuyPrice {
  readonly planId: string;
  readonly gross: Money;
  readonly discount: Money;
  readonly net: Money;
  /** What it pays for; a month where nothing is said. */
  readonly per?: BillingPeriod | undefined;
  readonly from: string;
  readonly to: string | null;
  readonly source: string | null;
}

/** A row that was billed before, in an earlier invoice of the same supplier or before in the same one. */
export interface EarlierCharge {
  readonly lineId: string;
  readonly invoiceNumber: string;
  readonly itemCode: string | null;
  readonly description: string;
  readonly charge: Charge;
  readonly start: string;
  readonly end: string;
  readonly net: Money;
  /** What of it was asked in the end, where its own invoice takes something off again. */
  readonly asked?: Money | undefined;
}

export interface Park {
  readonly lines: readonly ParkLine[];
  readonly prices: readonly BuyPrice[];
  /** Of the supplier's catalogue: the plans and options of these lines, and what the invoice names by code or name. */
  readonly items: readonly CatalogueItem[];
  readonly earlier: readonly EarlierCharge[];
  /** Days that the supplier may still bill after the end of a line. */
  readonly noticeDays: number;
  /** How the supplier bills parts of months, where a person has set it. */
  readonly proration?: Proration | undefined;
  /** What a person has said of the supplier's rows. */
  readonly chargeRules?: readonly ChargeRule[] | undefined;
  /** What the checks let pass, at this supplier and on these lines. */
  readonly settings?: readonly CheckSetting<CheckId>[] | undefined;
  /** Where numbers that name no country are dialled; France without one. */
  readonly country?: string | undefined;
}

const indexes = new WeakMap<Park, Map<string, BuyPrice[]>>();

/** The dated prices of one item; each park is sorted by item once. */
export function pricesOf(park: Park, itemId: string): readonly BuyPrice[] {
  return (indexes.get(park) ?? indexOf(park)).get(itemId) ?? [];
}

function indexOf(park: Park): Map<string, BuyPrice[]> {
  const index = new Map<string, BuyPrice[]>();
  for (const price of park.prices) {
    const some = index.get(price.planId);
    if (some) some.push(price);
    else index.set(price.planId, [price]);
  }
  indexes.set(park, index);
  return index;
}
