import type { Money } from "../../../platform/money.ts";
import type { InvoiceFormat, Problem } from "./contract.ts";

export type Charge = "recurring" | "usage" | "one_off" | "discount" | "other";

/** One line as the supplier wrote it. Amounts are for the whole line and period, excluding VAT. */
export interface InvoiceLine {
  readonly lineNumber: string;
  readonly serviceId: string | null;
  readonly iccid: string | null;
  readonly number: string | null;
  readonly customerReference: string | null;
  readonly itemCode: string | null;
  readonly description: string;
  readonly charge: Charge;
  readonly quantity: Money;
  readonly gross: Money | null;
  readonly discount: Money;
  readonly net: Money;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
}

export interface Seller {
  readonly name: string;
  readonly vatNumber: string | null;
  readonly siren: string | null;
}

export interface Invoice {
  readonly format: InvoiceFormat;
  readonly kind: "invoice" | "credit_note";
  readonly number: string;
  readonly issuedOn: string;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly currency: string;
  readonly totalNet: Money;
  readonly totalGross: Money | null;
  readonly seller: Seller;
  readonly lines: readonly InvoiceLine[];
}

/** Largest number of lines one import writes in one transaction. */
export const maxLines = 4_500;

export type ReadResult =
  | { readonly kind: "invoice"; readonly invoice: Invoice }
  | { readonly kind: "rejected"; readonly problems: readonly Problem[] };

export const rejected = (problems: Problem | readonly Problem[]): ReadResult => ({
  kind: "rejected",
  problems: [problems].flat() as readonly Problem[],
});
