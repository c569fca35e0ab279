import type { Money } from "../../../platform/money.ts";
import type { InvoiceFormat, Problem } from "./contract.ts";

/**
 * One line as the supplier wrote it. Amounts are for the whole line and period, excluding VAT, and what the supplier asks for: whatever gives
 * money back is negative, in a credit note as in an invoice, in every format.
 */
export interface InvoiceLine {
  readonly lineNumber: string;
  readonly serviceId: string | null;
  readonly iccid: string | null;
  readonly number: string | null;
  readonly customerReference: string | null;
  readonly itemCode: string | null;
  readonly description: string;
  /** What kind of charge it is, in the document's own word or code; null where it has none. */
  readonly type: string | null;
  /** How many; of an e-invoice never negative, the amounts say what is given back. */
  readonly quantity: Money;
  /** Before what is taken off and added: net + discount - charges. */
  readonly gross: Money | null;
  readonly discount: Money;
  /** Added on the line, apart from its price; nothing where absent. */
  readonly charges?: Money;
  readonly net: Money;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  /** Whose the period is: a document's alone makes no charge a recurring one. */
  readonly periodOf: "line" | "document" | null;
  /** An allowance or a charge on the whole document is a row as well. */
  readonly level: "line" | "document";
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
export const maxLines = 50_000;
/** Of an e-invoice, of which a tree is made in memory. */
export const maxXmlLines = 4_500;

export type ReadResult =
  | {
      readonly kind: "invoice";
      readonly invoice: Invoice;
      /** What of it doesn't add up but keeps nobody from using it. */
      readonly warnings?: readonly Problem[];
    }
  | { readonly kind: "rejected"; readonly problems: readonly Problem[] };

export const rejected = (problems: Problem | readonly Problem[]): ReadResult => ({
  kind: "rejected",
  problems: [problems].flat() as readonly Problem[],
});
