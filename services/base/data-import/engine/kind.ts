import type { EntityTypeName } from "../../../model/generated/entities.ts";
import { type RecordField, recordTypes } from "../../../model/generated/record-types.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { ImportOperation, RowProblem } from "../contract.ts";

/** How a cell's text becomes a value, where the field's type alone doesn't say it. */
export type Rule = "siren" | "siret" | "vat" | "phone-or-text" | "iccid" | "country" | "currency" | "postal_code";

export interface ImportColumn {
  readonly name: string;
  readonly field: RecordField;
  readonly required: boolean;
  /** Folded headers of other tools that mean this column. */
  readonly synonyms: readonly string[];
  readonly rule?: Rule;
  /** What other tools write for a value of a list, folded. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

export type Value = string | number | boolean | null | readonly { readonly system: string; readonly value: string }[];

/** What the cells of a row say, by column; references as the id they lead to. A column without a text is absent. */
export type Values = Readonly<Record<string, Value>>;

/** A row of the backend that has the key of one in the file. */
export interface Existing {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly values: Values;
}

export interface Draft {
  readonly row: number;
  readonly values: Values;
}

/** Something that several rows need: written once, before them. */
export interface Shared {
  readonly key: string;
  readonly operation: ImportOperation;
}

/** More of a row than its own cells say: values that follow, problems, what else is written with it. */
export interface Completion {
  readonly values: Values;
  readonly problems: readonly RowProblem[];
  readonly shared: readonly Shared[];
  /** Operations after the row's own, for a new row. */
  readonly extra: (rowId: string) => readonly ImportOperation[];
  /** The same for a row that is there and is updated. */
  readonly follow?: (there: Existing) => Following;
}

/** What an update of a row brings with it. */
export interface Following {
  readonly operations: readonly ImportOperation[];
  readonly problems: readonly RowProblem[];
  /** Columns that stay as they are; a problem says so. */
  readonly without: readonly string[];
}

export interface CompletionContext {
  readonly backend: BackendClient;
  readonly brandId: string;
  /** The rows that can be used so far. */
  readonly drafts: readonly Draft[];
  /** The accounts that they name. */
  readonly accountIds: readonly string[];
  /** The brand's country. */
  readonly country?: string | undefined;
  /** Where the brand's days begin. */
  readonly timeZone?: string | undefined;
}

/** A kind of object that can be imported. */
export interface ImportKind {
  readonly type: EntityTypeName;
  readonly columns: readonly ImportColumn[];
  /** Types its operations may touch. */
  readonly writes: readonly EntityTypeName[];
  /** Natural key of a row within the brand, of the values as they are; undefined while it is incomplete. */
  readonly key: (values: Values) => string | undefined;
  /** A column of the key that tells namesakes apart, where both have it. */
  readonly keyOption?: string;
  /** The column by which a person knows a row again: where a repeated key is reported. */
  readonly keyColumn: string;
  /** Path to the account by which existing rows are looked for; absent where the brand's are few enough to be read whole. */
  readonly accountPath?: string;
  /** A day of the key: existing rows are looked for from the file's first to its last. */
  readonly within?: string;
  /** Columns in which two rows shouldn't say the same. */
  readonly distinct: readonly string[];
  /** Names a row to a person. */
  readonly label: (values: Values) => string;
  readonly complete?: (context: CompletionContext) => Promise<(draft: Draft) => Completion>;
}

interface ColumnOptions {
  readonly synonyms?: string;
  readonly rule?: Rule;
  readonly required?: boolean;
  readonly words?: ImportColumn["words"];
}

/** A column for a field of the model. Throws where the model has none of that name. */
export function column(
  type: EntityTypeName,
  name: string,
  { synonyms = "", rule, required, words }: ColumnOptions = {},
): ImportColumn {
  const field = recordTypes[type]?.fields.find((one) => one.name === name);
  if (!field) throw new Error(`${type} has no field ${name}`);
  return {
    name,
    field,
    required: required ?? (field.required === true && field.default === undefined),
    synonyms: synonyms.split(" ").filter(Boolean),
    ...(rule && { rule }),
    ...(words && { words }),
  };
}

export const text = (value: Value | undefined): string =>
  typeof value === "string" ? value : value === null || value === undefined ? "" : String(value);
