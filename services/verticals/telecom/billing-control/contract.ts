import * as z from "zod";
import type { ProrationFound } from "./check/proration.ts";
import type { CheckId } from "./check/rules/check.ts";

/** What the console sends for one file. One file per call, so that each has its own result and a broken one stops no other. */
export const importInput = z.object({
  fileName: z.string().min(1).max(255),
  /** Base64 of the bytes as uploaded. */
  content: z.string(),
  /** Set where the user named the supplier because the file's own could not be found. */
  supplierId: z.uuid().optional(),
});

export type ImportInput = z.infer<typeof importInput>;

/** Decoded bytes. Larger files are refused before they are read. */
export const maxFileBytes = 20 * 1024 * 1024;

export type InvoiceFormat = "ubl" | "cii" | "facturx" | "csv";

/** Why a file or a row can't be used. The console words each code in the user's language with `values`. */
export const problemCodes = [
  "empty_file",
  "file_too_large",
  "too_demanding",
  "unknown_format",
  "xml_malformed",
  "xml_not_an_invoice",
  "xml_forbidden_doctype",
  "pdf_unreadable",
  "pdf_without_invoice",
  "encoding_unreadable",
  "csv_unknown_layout",
  "csv_missing_column",
  "csv_row_length",
  "csv_several_invoices",
  "field_missing",
  "number_invalid",
  "date_invalid",
  "currency_invalid",
  "period_invalid",
  "total_mismatch",
  "line_mismatch",
  "vat_mismatch",
  "payable_mismatch",
  "header_only",
  "credit_negative",
  "duplicate_line",
  "too_many_lines",
  "duplicate_other_content",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  readonly code: ProblemCode;
  /** 1-based row of the file, header included, for row problems. */
  readonly row?: number;
  /** Column of the CSV, or business term of the e-invoice (`BT-1 invoice number`). */
  readonly field?: string;
  /** What was found there, at most 80 characters. */
  readonly found?: string;
  /** What was expected, where that helps; of a total, what the document states. */
  readonly expected?: string;
  /** Of amounts: found less expected, decimal text. */
  readonly difference?: string;
}

export interface InvoiceSummary {
  readonly format: InvoiceFormat;
  readonly kind: "invoice" | "credit_note";
  readonly number: string;
  readonly issuedOn: string;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly currency: string;
  /** Decimal text. */
  readonly totalNet: string;
  readonly lineCount: number;
}

export interface CheckSummary {
  readonly check: CheckId;
  readonly count: number;
  /** Sum of the gaps over the invoiced period, decimal text. */
  readonly amount: string;
}

/** Why a line could not be held against park and prices. */
export const uncheckedReasons = [
  "unmatched",
  "no_price",
  "no_period",
  "not_recurring",
  "credit",
  "other_currency",
] as const;

export type UncheckedReason = (typeof uncheckedReasons)[number];

/** What of an invoice was checked, in rows and euros, and what was not, and why. */
export interface Coverage {
  readonly rows: number;
  /** Decimal text. */
  readonly net: string;
  readonly checked: { readonly rows: number; readonly net: string };
  /** Each reason that occurs, the dearest first. */
  readonly unchecked: readonly { readonly reason: UncheckedReason; readonly rows: number; readonly net: string }[];
  /** Of the amounts, credits counted as what they are worth: 0 to 1. */
  readonly share: number;
}

export type ImportReport =
  | {
      readonly kind: "ready" | "imported";
      readonly fileName: string;
      readonly invoice: InvoiceSummary;
      readonly supplier: { readonly id: string; readonly name: string };
      /** Lines found in the park, by the key that found them. */
      readonly matched: Readonly<Record<string, number>>;
      readonly unmatched: number;
      readonly coverage: Coverage;
      /** By which share parts of months were checked; null where the invoice has none whose price is known. */
      readonly proration: ProrationFound | null;
      readonly checks: readonly CheckSummary[];
      readonly warnings: readonly Problem[];
      /** Gaps of earlier invoices that this one's credits pay back, and how much of them. */
      readonly recovered: { readonly count: number; readonly amount: string };
      readonly invoiceId: string | null;
    }
  /** The same file was imported before: nothing changes. */
  | {
      readonly kind: "already-imported";
      readonly fileName: string;
      readonly invoice: InvoiceSummary;
      readonly supplier: { readonly id: string; readonly name: string };
      readonly invoiceId: string;
    }
  /** The invoice is sound but no supplier of the brand carries its VAT number, SIREN or name. */
  | {
      readonly kind: "unknown-supplier";
      readonly fileName: string;
      readonly invoice: InvoiceSummary;
      readonly seller: {
        readonly name: string;
        readonly vatNumber: string | null;
        readonly siren: string | null;
      } /** Several suppliers match: the user says which. */;
      readonly ambiguous: boolean;
    }
  | {
      readonly kind: "rejected";
      readonly fileName: string;
      readonly problems: readonly Problem[] /** Problems beyond the first 100. */;
      readonly more: number;
    };

/** A claim as a document: a letter, its rows for a spreadsheet, or the status message of one invoice for the e-invoicing network. */
export const claimInput = z.object({
  disputeId: z.uuid(),
  format: z.enum(["pdf", "csv", "cdar"]),
  language: z.enum(["fr", "en"]),
  /** The invoice's number, for a status message. */
  invoice: z.string().max(64).optional(),
});
export type ClaimInput = z.infer<typeof claimInput>;
