import { type Format, formatNumber } from "@/base/format/format-text";
import { columnField, type FieldDescription, type RecordDescription } from "./description";
import type { Linked, RecordRow, RecordValue } from "./rows";

const money = /price|gross|net$|discount|amount|total|^(expected|found|cumulated|recovered|tolerance)$/;
export const isMoney = (field: FieldDescription): boolean => field.type === "decimal" && money.test(field.name);

/** What a list shows of a row in a column: a field, or a path to one. */
export function cellText(description: RecordDescription, column: string, row: RecordRow, format: Format): string {
  const field = columnField(description, column);
  return field ? valueText(field, row.values[column], format) : "—";
}

/** A value as a person reads it; `—` for none. Plain text, for cells, exports and titles alike. */
export function valueText(field: FieldDescription, value: RecordValue | undefined, format: Format): string {
  if (value === undefined || value === null || value === "") return "—";
  if (Array.isArray(value))
    return value.length === 0
      ? "—"
      : (value as readonly (string | Linked | { system: string; value: string })[])
          .map((one) => partText(field, one, format))
          .join(", ");
  if (typeof value === "object") return partText(field, value as Linked, format);
  const text = String(value);
  const option = field.options?.find((one) => one.value === text);
  if (option) return option.label[format.language];
  switch (field.type) {
    case "boolean":
      return format.yesNo(value === true || text === "true");
    case "date":
      return format.day(text);
    case "datetime":
      return format.moment(text);
    case "decimal":
      return isMoney(field) ? format.money(text) : format.decimal(text);
    default:
      return formatNumber(text);
  }
}

function partText(
  field: FieldDescription,
  part: string | Linked | { system: string; value: string },
  format: Format,
): string {
  if (typeof part === "string") return field.options?.find((one) => one.value === part)?.label[format.language] ?? part;
  if ("system" in part) return `${part.system} ${part.value}`;
  return part.label === null ? "…" : format.rowLabel(part.type, part.label);
}

/** What a person typed, as the field's value; text that is no such value goes to the backend as typed, which says what is wrong. */
export function parseTyped(field: FieldDescription, text: string): string | number | boolean | null {
  if (text === "") return null;
  if (field.type === "boolean") return text === "true";
  if (field.type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (field.type === "decimal") {
    const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
    return /^-?\d+(\.\d+)?$/.test(plain) && (plain.split(".")[1]?.length ?? 0) <= (field.scale ?? 4)
      ? withScale(plain, field.scale ?? 4)
      : text;
  }
  if (field.type === "datetime" && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text))
    return new Date(text).toISOString().replace(".000Z", "+00:00");
  return text;
}

function withScale(plain: string, scale: number): string {
  const [whole = "0", fraction = ""] = plain.split(".");
  return scale === 0 ? whole : `${whole}.${fraction.padEnd(scale, "0")}`;
}
