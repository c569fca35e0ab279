import { type ExternalId, externalIdsText } from "@softwhere/services/platform/external-ids";
import type { Format } from "@/base/format/format-text";
import type { FieldDescription } from "./description";
import type { RecordValue } from "./rows";
import { isMoney, valueText } from "./value-text";

export type SheetCell =
  | null
  | { readonly value: number; readonly type: NumberConstructor; readonly format?: string }
  | { readonly value: Date; readonly type: DateConstructor; readonly format: string }
  | { readonly value: string; readonly type: StringConstructor };

/** A value as a file shows it: as on screen, but whole, so that an import reads the same value again. Empty for none. */
export function exportText(field: FieldDescription, value: RecordValue | undefined, format: Format): string {
  if (value === undefined || value === null || value === "") return "";
  if (isExternalIds(value)) return externalIdsText(value);
  if (field.type === "decimal" && (typeof value === "string" || typeof value === "number"))
    return decimalText(field, String(value), format);
  // A name that the reader may not see.
  if (typeof value === "object" && "label" in value && value.label === null) return "";
  const shown = valueText(field, value, format);
  return shown === "—" ? "" : shown;
}

/** All decimals that are stored; a sum of money has two at least. */
function decimalText(field: FieldDescription, text: string, { language }: Format): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const decimals = Math.max(field.scale ?? 4, text.split(".")[1]?.length ?? 0);
  const options: Intl.NumberFormatOptions = isMoney(field)
    ? { style: "currency", currency: "EUR", minimumFractionDigits: 2 }
    : // Without decimals an English group would read as a French decimal.
      { useGrouping: false };
  return new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    ...options,
    maximumFractionDigits: Math.max(decimals, 2),
    signDisplay: "negative",
  }).format(text as Intl.StringNumericLiteral);
}

const isExternalIds = (value: RecordValue): value is readonly ExternalId[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one: unknown) => typeof one === "object" && one !== null && "system" in one && "value" in one);

/** What Excel holds in one cell: characters, and figures of a number. */
const mostCharacters = 32_767;
const mostFigures = 15;

/** Amounts, numbers and days as such, so that a spreadsheet can count with them; a text where a cell can't hold them. */
export function sheetCell(
  field: FieldDescription | undefined,
  value: RecordValue | undefined,
  format: Format,
): SheetCell {
  const text = field ? exportText(field, value, format) : "";
  if (text === "") return null;
  if (
    (field?.type === "decimal" || field?.type === "integer") &&
    (typeof value === "string" || typeof value === "number")
  )
    return !Number.isNaN(Number(value)) && figures(String(value)) <= mostFigures
      ? { value: Number(value), type: Number, ...(field.type === "decimal" && { format: "#,##0.00####" }) }
      : { value: String(value), type: String };
  // A sheet's days begin in 1900.
  if (field?.type === "date" && typeof value === "string" && value >= "1900-03-01" && /^\d{4}-\d\d-\d\d$/.test(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  return { value: within(text), type: String };
}

/** How many figures matter: zeros in front and behind don't. */
const figures = (number: string): number => number.replace(/\D/g, "").replace(/^0+|0+$/g, "").length;

/** The text without what a sheet's XML can't carry, cut with a sign where it is longer than a cell. */
function within(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");
  if (plain.length <= mostCharacters) return plain;
  return `${plain.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
