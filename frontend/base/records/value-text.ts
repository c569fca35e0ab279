import { type Format, formatNumber } from "@/base/format/format-text";
import { typedDecimal } from "@/base/editing/typed-decimal";
import { columnField, type FieldDescription, type RecordDescription } from "./description";
import type { Linked, RecordRow, RecordValue } from "./rows";

const price = /price|gross|net$|discount/;
const money = /amount|total|^(expected|found|cumulated|recovered|tolerance)$/;
const isPrice = ({ type, name }: FieldDescription): boolean => type === "decimal" && price.test(name);
export const isMoney = (field: FieldDescription): boolean =>
  isPrice(field) || (field.type === "decimal" && money.test(field.name));

/** What a list shows of a row in a column: a field, or a path to one. */
export function cellText(description: RecordDescription, column: string, row: RecordRow, format: Format): string {
  const field = columnField(description, column);
  if (!field) return "—";
  const value = row.values[column];
  // A text may be the machine name of something: a role, an event.
  const words = typeof value === "string" && value ? format.valueLabel(description.type, column, value) : value;
  return words === value ? valueText(field, value, format) : String(words);
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
      if (isPrice(field)) return format.price(text);
      return isMoney(field) && !Number.isNaN(Number(text)) ? format.money(text) : format.decimal(text);
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
  if (field.type === "integer") {
    const whole = typedDecimal(text, 0);
    return /^-?\d{1,15}$/.test(whole) ? Number(whole) : text;
  }
  if (field.type === "decimal") return typedDecimal(text, field.scale ?? 4);
  if (field.type === "datetime" && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text))
    return new Date(text).toISOString().replace(".000Z", "+00:00");
  return text;
}
