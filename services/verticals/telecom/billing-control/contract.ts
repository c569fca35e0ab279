import * as z from "zod";
import type { ProrationFound } from "./check/proration.ts";
import type { CheckId } from "./check/rules/check.ts";
import { type TableView, tableAnswer } from "./read/table/contract.ts";

/** What the console sends for one file. One file per call, so that each has its own result and a broken one stops no other. */
export const importInput = z.object({
  fileName: z.string().min(1).max(255),
  /** Base64 of the bytes as uploaded. */
  content: z.string(),
  /** Set where the user named the supplier because the file's own could not be found. */
  supplierId: z.uuid().optional(),
  mapping: z.array(tableAnswer).max(20).optional(),
  /** Numbers of corrected invoices that take the place of those that are there. */
  replace: z.array(z.string().max(64)).max(100).optional(),
});

export type ImportInput = z.infer<typeof importInput>;

/** What importing takes: it writes invoices, finds gaps and closes those that are paid back. */
export const importPermissions = ["import invoices", "manage anomalies"] as const;

/** Decoded bytes. Larger files are refused before they are read. */
export const maxFileBytes = 20 * 1024 * 1024;

export type InvoiceFormat = "ubl" | "cii" | "facturx" | "csv" | "xlsx";

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
  "workbook_unreadable",
  "archive_unreadable",
  "archive_too_large",
  "table_too_large",
  "row_length",
  "row_without_invoice",
  "row_left_out",
  "row_set_aside",
  "digits_lost",
  "no_key",
  "discount_mismatch",
  "issue_date_differs",
  "line_number_given",
  "sign_turned",
  "table_repeats",
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
  "too_many_gaps",
  "duplicate_other_content",
  "duplicate_in_file",
  "replaced_before",
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

/** A row that a corrected invoice has, hasn't, or has otherwise. */
export interface RowChange {
  readonly kind: "added" | "removed" | "changed";
  readonly description: string;
  /** By which it names its line. */
  readonly name: string | null;
  /** Decimal texts; null where there is no such row. */
  readonly before: string | null;
  readonly after: string | null;
}

/** An invoice that is there, and what its correction changes. */
export interface Replacement {
  readonly invoiceId: string;
  /** Of the one that is there; the correction is the next. */
  readonly edition: number;
  /** Decimal text. */
  readonly totalNet: string;
  readonly lineCount: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** The dearest of them. */
  readonly changes: readonly RowChange[];
}

/** What one call says of its file. */
export interface FileReport {
  readonly fileName: string;
  /** One for each document in it, each imported in a transaction of its own. */
  readonly documents: readonly DocumentReport[];
  readonly tables: readonly TableView[];
  /** What was imported bills these months, `2026-10`, the last first: they can be checked over the whole park now. */
  readonly months: readonly string[];
}

/** `table`: which of the file's the document was read from; null for an e-invoice. */
export type DocumentReport = ImportReport & { readonly table: string | null };

export type ImportReport =
  | {
      /** `replaces`: another one of its number is there, and takes its place only where a person wants it. */
      readonly kind: "ready" | "imported" | "replaces";
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
      /** Warnings beyond the first 100. */
      readonly moreWarnings: number;
      /** What is there under its number, and what is other. */
      readonly replaces: Replacement | null;
      readonly invoiceId: string | null;
    }
  /** Nothing is read of this table before a person has answered its questions. */
  | { readonly kind: "needs-mapping"; readonly fileName: string }
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

export interface Identifiers {
  readonly serviceId: string | null;
  readonly iccid: string | null;
  readonly number: string | null;
  readonly customerReference: string | null;
}

/** Rows that name the same line in the same way, over all invoices of a supplier. */
export interface UnmatchedEntry {
  readonly key: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly identifiers: Identifiers;
  readonly labels: readonly string[];
  readonly invoices: readonly string[];
  readonly rowIds: readonly string[];
  /** Decimal text. */
  readonly net?: string | undefined;
}

/** A line that rows may mean. */
export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly serviceId: string | null;
  readonly userName: string | null;
  readonly accountName: string | null;
}

export interface SuggestedEntry extends UnmatchedEntry {
  /** Lines that it may mean, the nearest first. */
  readonly suggestions: readonly (Candidate & {
    /** Whether an identifier is the same but for its case and separators. */
    readonly same: boolean;
  })[];
}

export interface Unmatched {
  readonly entries: readonly SuggestedEntry[];
  /** Entries beyond these. */
  readonly more: number;
}

export const unmatchedInput = z.object({ supplierId: z.uuid().optional() });

/** Whose rows of invoices are, as a person says it. */
export const attachInput = z.object({
  rows: z.array(z.uuid()).min(1).max(500),
  lineId: z.uuid(),
  /** The supplier's next invoices find the line by the same identifier. */
  remember: z.boolean(),
});
export type AttachInput = z.infer<typeof attachInput>;

/** What a supplier's rows of a code or a label are for. */
export const chargeInput = z.object({
  supplierId: z.uuid(),
  by: z.enum(["code", "label"]),
  value: z.string().min(1).max(255),
  charge: z.enum(["recurring", "option", "usage", "one_off", "device", "discount", "credit", "other"]),
});
export type ChargeInput = z.infer<typeof chargeInput>;

/** Rows of a supplier that nothing says what they are for, by their code, else their label. */
export interface UnclearCharge {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly by: "code" | "label";
  readonly value: string;
  readonly label: string;
  readonly rows: number;
  /** Decimal text; of people who may see it. */
  readonly net?: string | undefined;
}

export const recheckInput = z.object({ invoiceId: z.uuid() });
