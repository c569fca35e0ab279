import { labelFields, labelPatterns, typeLabels, valueLabels } from "./generated/labels.ts";
import { filledPattern, patternFields } from "./label-pattern.ts";

/** The fields to read for `labelOf`. */
export function labelFieldsOf(type: string): readonly string[] {
  const pattern = labelPatterns[type];
  const field = labelFields[type] ?? "name";
  return pattern === undefined ? [field] : [...new Set([...patternFields(pattern), field])];
}

/** What a row is called, as the wire has its fields; empty where the reader sees none of them or the name is another row's. */
export function labelOf(type: string, row: object): string {
  const text = (field: string): string => {
    const value: unknown = Reflect.get(row, field);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const pattern = labelPatterns[type];
  return (pattern !== undefined && filledPattern(pattern, text)) || text(labelFields[type] ?? "name");
}

/** Types whose rows are called by a value of a list, or by the name of a role or an event. */
const calledByValue = new Set(
  Object.keys(valueLabels).flatMap((key) => {
    const [type = "", field] = key.split(".");
    return labelFields[type] === field && !labelPatterns[type] ? [type] : [];
  }),
);

/** What a row called by a machine value is called in words; undefined where the label is a name. Never the value itself: one that the list doesn't have says the type. */
export function labelInWords(type: string, label: string, locale: "fr" | "en"): string | undefined {
  if (!label || !calledByValue.has(type)) return undefined;
  return (valueLabels[`${type}.${labelFields[type] ?? ""}.${label}`] ?? typeLabels[type])?.[locale];
}
