import * as z from "zod";

/** Decoded bytes of a file; larger ones are refused before they are read. */
export const maxFileBytes = 10 * 1024 * 1024;
export const maxRows = 20_000;
export const maxColumns = 200;
/** Operations sent to the backend at once. */
export const partOperations = 400;

const kindName = z.string().regex(/^sw_[a-z_]+$/);
/** As long as a file can make it; a field says itself what it holds. */
const cell = z.string().max(maxFileBytes);

export const readInput = z.object({
  kind: kindName,
  fileName: z.string().min(1).max(255),
  /** Base64 of the bytes as uploaded. */
  content: z.string(),
});

export const checkInput = z.object({
  kind: kindName,
  header: z.array(cell).max(maxColumns),
  /** For each column of the file the field that takes it, or null. */
  mapping: z.array(z.string().max(64).nullable()).max(maxColumns),
  rows: z.array(z.array(cell).max(maxColumns)).max(maxRows),
  /** What is done with rows that exist already. */
  existing: z.enum(["skip", "update"]),
});

const identifier = z.object({ type: z.string(), id: z.uuid() });
const operation = z.object({
  op: z.enum(["add", "update"]),
  data: z.object({
    type: z.string(),
    id: z.uuid(),
    attributes: z.record(
      z.string(),
      z.union([
        z.string(),
        z.number(),
        z.boolean(),
        z.null(),
        z.array(z.object({ system: z.string(), value: z.string() })),
      ]),
    ),
    relationships: z.record(z.string(), z.object({ data: z.union([identifier, z.null()]) })),
  }),
});

/** One operation of an import: a new row, or a change on the version that was read. */
export type ImportOperation = z.infer<typeof operation>;

export const writeInput = z.object({
  kind: kindName,
  /** One for the whole import: what undo takes back. */
  runId: z.string().regex(/^import-[0-9a-f-]{36}$/),
  rows: z.array(z.object({ row: z.number().int(), operations: z.array(operation).min(1).max(8) })).max(1_000),
});

export const rememberInput = z.object({
  kind: kindName,
  columns: z.record(z.string().max(200), z.string().max(64).nullable()),
});

export type ReadInput = z.infer<typeof readInput>;
export type CheckInput = z.infer<typeof checkInput>;
export type WriteInput = z.infer<typeof writeInput>;
export type RememberInput = z.infer<typeof rememberInput>;

interface Label {
  readonly fr: string;
  readonly en: string;
}

/** What a column of the file can be mapped to. */
export interface KindColumn {
  readonly name: string;
  readonly label: Label;
  readonly type: string;
  readonly required: boolean;
  readonly help?: Label;
  /** What a list or state can be; suggestions for it are these values. */
  readonly options?: readonly { readonly value: string; readonly label: Label }[];
  /** Needed to write it. */
  readonly permission?: string;
}

export interface KindDescription {
  readonly type: string;
  readonly createPermission: string;
  readonly columns: readonly KindColumn[];
}

export const fileProblems = [
  "empty_file",
  "file_too_large",
  "unknown_format",
  "too_many_rows",
  "too_many_columns",
  "too_demanding",
] as const;
export type FileProblem = (typeof fileProblems)[number];

export type ReadReport =
  | { readonly kind: "rejected"; readonly code: FileProblem }
  | {
      readonly kind: "table";
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Where each row stands in the file, the header being 1. */
      readonly numbers: readonly number[];
      readonly mapping: readonly (string | null)[];
      /** Columns whose field is known from an earlier import. */
      readonly remembered: number;
    };

export const problemCodes = [
  "required",
  "too_long",
  "siren_invalid",
  "siret_invalid",
  "siret_other_siren",
  "vat_invalid",
  "phone_invalid",
  "not_a_number",
  "iccid_invalid",
  "email_invalid",
  "date_invalid",
  "number_invalid",
  "too_many_decimals",
  "boolean_invalid",
  "choice_unknown",
  "country_unknown",
  "currency_invalid",
  "external_id_invalid",
  "digits_lost",
  "character_lost",
  "completed",
  "reference_unknown",
  "reference_ambiguous",
  "duplicate_in_file",
  "similar_in_file",
  "similar_exists",
  "resembles_in_file",
  "resembles_exists",
  "read_as",
  "person_blocked",
  "taken",
  "left_as_is",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface Suggestion {
  /** Text to put into the cell. Empty leaves the field out. */
  readonly value: string;
  readonly label?: string;
}

export interface RowProblem {
  readonly code: ProblemCode;
  readonly severity: "refused" | "warning";
  /** Field at fault; the mapping says in which column it stands. */
  readonly column: string;
  readonly found: string;
  readonly expected?: string;
  /** Index of another row that it is about. */
  readonly other?: number;
  readonly suggestions: readonly Suggestion[];
}

export interface PlannedRow {
  /** Index in the rows sent. */
  readonly row: number;
  /** `existing`: there already and left as it is; `unchanged`: to be updated, but nothing differs. */
  readonly state: "new" | "update" | "existing" | "unchanged" | "refused";
  readonly label: string;
  readonly problems: readonly RowProblem[];
  readonly operations: readonly ImportOperation[];
}

export interface CheckReport {
  readonly rows: readonly PlannedRow[];
  /** What several rows need first, each carrying the first row that does. */
  readonly shared: readonly { readonly row: number; readonly operations: readonly ImportOperation[] }[];
  /** Required fields that no column is mapped to; nothing was checked then. */
  readonly unmapped: readonly string[];
}

export type WriteResult =
  | { readonly row: number; readonly kind: "written" }
  | {
      readonly row: number;
      readonly kind: "refused";
      readonly reason: "changed_since" | "exists" | "forbidden" | "backend";
      readonly field: string | null;
      readonly detail: string | null;
    };
