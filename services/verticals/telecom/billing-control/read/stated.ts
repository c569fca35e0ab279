import type { Money } from "../../../../platform/money.ts";
import type { InvoiceFormat } from "../contract.ts";
import type { Seller } from "../invoice.ts";
import type { Decimal } from "./fields.ts";

/** What an e-invoice states, by the business terms of EN 16931, whatever its syntax; amounts with the signs that it writes. */
export interface StatedInvoice {
  readonly format: InvoiceFormat;
  /** Its root or type says that what it states is given back. */
  readonly credit: boolean;
  readonly number: string;
  readonly issuedOn: string;
  readonly currency: string;
  readonly period: Period;
  readonly seller: Seller;
  /** BT-18: what the invoice is about. */
  readonly objects: readonly string[];
  /** BT-19. */
  readonly accounting: string | null;
  /** BG-20 and BG-21. */
  readonly allowances: readonly StatedAllowance[];
  readonly lines: readonly StatedLine[];
  /** BG-23. */
  readonly vat: readonly StatedVat[];
  readonly totals: StatedTotals;
}

export interface StatedTotals {
  /** BT-106 to BT-109. */
  readonly lines: Money | null;
  readonly allowances: Money | null;
  readonly charges: Money | null;
  readonly net: Money;
  /** BT-110, BT-112 to BT-115. */
  readonly vat: Money | null;
  readonly gross: Money | null;
  readonly prepaid: Money | null;
  readonly rounding: Money | null;
  readonly payable: Money | null;
}

export interface StatedVat {
  readonly base: Money | null;
  readonly tax: Money | null;
  /** `S 20 %`. */
  readonly name: string;
  readonly rate: Decimal | null;
}

export interface StatedAllowance {
  readonly charge: boolean;
  readonly amount: Money;
  readonly reason: string | null;
  /** Of UNTDID 5189 for an allowance, 7161 for a charge. */
  readonly code: string | null;
}

export interface StatedLine {
  readonly number: string;
  readonly parent: string | null;
  /** Of a line with sub-lines or of one itself: whether it counts, where the document says so. */
  readonly status: "detail" | "group" | "information" | null;
  readonly description: string;
  readonly notes: readonly string[];
  /** BT-131; null where a group or an information states none. */
  readonly net: Money | null;
  /** BT-129, BT-146 and BT-149. */
  readonly quantity: Decimal | null;
  readonly price: Decimal | null;
  readonly priceQuantity: Decimal | null;
  /** Taken off the price of one unit (BT-147, or what BT-148 is more than BT-146). */
  readonly priceDiscount: number;
  /** BG-27 and BG-28. */
  readonly allowances: readonly StatedAllowance[];
  readonly period: Period;
  /** BT-155, else BT-157. */
  readonly itemCode: string | null;
  /** BT-128. */
  readonly objects: readonly string[];
  /** BG-32. */
  readonly properties: readonly Property[];
  /** BT-156, BT-133 and BT-132: what the buyer calls it, the most telling first. */
  readonly references: readonly (string | null)[];
}

export interface Period {
  readonly start: string | null;
  readonly end: string | null;
}

export interface Property {
  readonly name: string;
  readonly value: string;
}

/** Types of UNTDID 1001 that are credit notes. */
const creditTypes: ReadonlySet<string> = new Set([
  "81",
  "83",
  "261",
  "262",
  "296",
  "308",
  "381",
  "396",
  "420",
  "458",
  "502",
  "503",
  "532",
]);

export const isCreditType = (code: string | null): boolean => creditTypes.has(code ?? "");

export const sum = (amounts: readonly Money[]): Money => amounts.reduce((total, amount) => total + amount, 0);

export const totalOf = (allowances: readonly StatedAllowance[], charges: boolean): Money =>
  sum(allowances.filter(({ charge }) => charge === charges).map(({ amount }) => amount));
