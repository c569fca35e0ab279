import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { labelInWords } from "@softwhere/services/model/row-label";
import { type Format, formatNumber } from "@/base/format/format";
import type { SubjectName } from "./subject-name";

/** What is named. */
interface Named {
  readonly type: string;
  readonly label: string;
}

/** What a thing is called, as a person says it: "Ligne 06 39 98 41 07", "Forfait Business 100 Go dès le 5 nov. 2025". */
export function subjectText(
  { type, label }: Named,
  subject: SubjectName | undefined,
  format: Format,
  since: (name: string, day: string) => string,
): string {
  if (!subject)
    return [...new Set([format.typeLabel(type), label && format.rowLabel(type, label)])].filter(Boolean).join(" ");
  const words = labelInWords(type, label, format.language);
  const first = words ?? format.fieldLabel(type, subject.field);
  const name = `${first} ${subject.name}`;
  return subject.from ? since(name, format.dayText(subject.from)) : name;
}

/** What stands for values that have no text for people. */
interface Unsaid {
  /** A row that the reader may not see, or of which nobody knows the name any more. */
  readonly hidden: string;
  /** A value of several members. */
  readonly details: string;
}

/** A value of the journal as a person reads it; `—` for none. Never a record's key. */
export function valueText(
  { type, field, text }: { type: string; field: string; text: string | null },
  names: Readonly<Record<string, string>>,
  format: Format,
  unsaid: Unsaid,
): string {
  if (text === null || text === "") return "—";
  const kind = fieldKinds[type]?.[field];
  const nameOf = (id: string) => (names[id] ? format.rowLabel(kind?.target ?? "", names[id]) : unsaid.hidden);
  if (kind?.target && kind.multiple) return listOf(text).map(nameOf).join(", ") || "—";
  if (kind?.target) return nameOf(text);
  if (kind?.multiple && (kind.type === "list" || kind.type === "string" || kind.type === "email"))
    return (
      listOf(text)
        .map((one) => format.valueLabel(type, field, one))
        .join(", ") || "—"
    );
  if (kind?.type === "json" || kind?.multiple) return unsaid.details;
  if (kind?.type === "list" || kind?.type === "state") return format.valueLabel(type, field, text);
  if (kind?.type === "date") return format.day(text);
  if (kind?.type === "datetime") return format.moment(text);
  if (kind?.type === "boolean") return format.yesNo(text === "true" || text === "1");
  if (kind?.type === "decimal")
    return /price|gross|net|discount|amount|expected|found/.test(field) ? format.price(text) : format.decimal(text);
  if (isKey(text)) return unsaid.hidden;
  const words = format.valueLabel(type, field, text);
  return words === text ? formatNumber(text) : words;
}

const isKey = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/.test(text);

function listOf(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [text];
  } catch {
    return [text];
  }
}
