import { labelFields, labelPatterns } from "./generated/labels.ts";
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
