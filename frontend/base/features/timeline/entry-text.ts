import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { labelFields } from "@softwhere/services/model/generated/labels";
import { type Format, formatNumber } from "@/base/format/format";

interface SubjectName {
  readonly field: string;
  readonly name: string;
  readonly from: string | null;
}

/** What an entry is about, as a person says it: "Ligne 06 39 98 41 07", "Forfait Business 100 Go dès le 5 nov. 2025". */
export function subjectText(
  entry: SwJournalEntry,
  subject: SubjectName | undefined,
  format: Format,
  since: (name: string, day: string) => string,
): string {
  const type = entry.subject_type ?? "";
  if (!subject)
    return [format.typeLabel(type), entry.subject_label && format.rowLabel(type, entry.subject_label)]
      .filter(Boolean)
      .join(" ");
  const labelKind = fieldKinds[type]?.[labelFields[type] ?? ""]?.type;
  const first =
    labelKind === "list" && entry.subject_label
      ? format.rowLabel(type, entry.subject_label)
      : format.fieldLabel(type, subject.field);
  const name = `${first} ${subject.name}`;
  return subject.from ? since(name, format.dayText(subject.from)) : name;
}

/** A value of the journal as a person reads it; `—` for none. */
export function valueText(
  entry: SwJournalEntry,
  field: string,
  text: string | null,
  names: Readonly<Record<string, string>>,
  format: Format,
): string {
  if (text === null || text === "") return "—";
  const kind = fieldKinds[entry.subject_type ?? ""]?.[field];
  if (kind?.target && kind.multiple)
    return (JSON.parse(text) as string[]).map((id) => names[id] || "…").join(", ") || "—";
  if (kind?.target) return names[text] || "…";
  if (kind?.type === "list" || kind?.type === "state") return format.valueLabel(entry.subject_type ?? "", field, text);
  if (kind?.type === "date") return format.day(text);
  if (kind?.type === "boolean") return format.yesNo(text === "true" || text === "1");
  if (kind?.type === "decimal" && /price|gross|net|discount|amount|expected|found/.test(field))
    return format.money(text);
  return formatNumber(text);
}
