import * as z from "zod";
import {
  decimalMarks,
  separators,
  textEncodings,
  type DecimalMark,
  type Separator,
} from "../../../../../platform/tables/settings.ts";
import type { Problem } from "../../contract.ts";

export { decimalMarks, separators, textEncodings };

/** What a column of a supplier's table can be. */
export const tableFields = [
  "supplier",
  "invoiceNumber",
  "issuedOn",
  "lineNumber",
  "serviceId",
  "iccid",
  "number",
  "customerReference",
  "itemCode",
  "description",
  "type",
  "quantity",
  "unitPrice",
  "gross",
  "discount",
  "net",
  "currency",
  "periodStart",
  "periodEnd",
  "period",
] as const;

export type TableField = (typeof tableFields)[number];

/** What a person says of one table of a file; what they say nothing of is found out. */
export const tableAnswer = z.object({
  /** Which of the file's tables. */
  table: z.string().max(300),
  encoding: z.enum(textEncodings).optional(),
  separator: z.enum(separators).optional(),
  /** 1-based; 0 where the columns have no names. */
  headerRow: z.int().min(0).max(1_000).optional(),
  decimals: z.enum(decimalMarks).optional(),
  /** Column, counted from 0, to its field; null leaves it out. */
  columns: z.record(z.string().regex(/^\d{1,3}$/), z.enum(tableFields).nullable()).optional(),
  invoiceNumber: z.string().trim().min(1).max(64).optional(),
  issuedOn: z.iso.date().optional(),
  discountInNet: z.boolean().optional(),
  /** What stands in a cell, where the file's own text can't be read. */
  corrections: z
    .array(z.object({ row: z.int().min(1), column: z.int().min(0), text: z.string().max(64) }))
    .max(100)
    .optional(),
  /** Rows left out. */
  without: z.array(z.int().min(1)).max(1_000).optional(),
  /** Kept for the supplier's next file with these columns. */
  remember: z.boolean().optional(),
});

export type TableAnswer = z.infer<typeof tableAnswer>;

export type Confidence = "sure" | "probable" | "asked" | "unused";

export interface TableColumn {
  readonly name: string;
  readonly field: TableField | null;
  /** `asked`: the import depends on it and only a person can say it. */
  readonly confidence: Confidence;
  readonly samples: readonly string[];
  /** Cells whose figures a spreadsheet has lost. */
  readonly destroyed: number;
}

/** What only a person can say. */
export type TableQuestion =
  | { readonly kind: "invoice_number" | "issued_on"; readonly suggestion: string | null }
  /** Is this column that field? */
  | { readonly kind: "column"; readonly column: number; readonly field: TableField }
  /** No column seems to be that field; the key is any of service id, ICCID, number, reference or label. */
  | { readonly kind: "missing"; readonly field: "net" | "key" }
  | { readonly kind: "discount_in_net"; readonly column: number; readonly fits: number; readonly rows: number }
  /** A cell that can't be read; with what it may have been meant to be. */
  | {
      readonly kind: "cell";
      readonly row: number;
      readonly column: number;
      readonly found: string;
      readonly suggestion: string | null;
    };

export interface TableRow {
  /** 1-based, as the file counts. */
  readonly row: number;
  readonly kind: "line" | "total" | "aside";
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
}

/** A table of a file as it was understood, for a person to look at and correct. */
export interface TableView {
  readonly table: string;
  /** Who said what the columns are: their names and values, an earlier import, a person; or somebody has to. */
  readonly state: "recognised" | "remembered" | "answered" | "needs-mapping";
  readonly settings: {
    readonly encoding: string | null;
    readonly separator: Separator | null;
    readonly headerRow: number;
    readonly decimals: DecimalMark;
    readonly lines: number;
    readonly totals: number;
  };
  readonly invoiceNumber: string | null;
  readonly issuedOn: string | null;
  readonly columns: readonly TableColumn[];
  readonly questions: readonly TableQuestion[];
  /** The first rows, those with a problem, the totals; in their order. */
  readonly rows: readonly TableRow[];
}
