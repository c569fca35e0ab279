import type { Field } from "../../model/index.ts";

/** A stored value as the wire shows it. */
export function wireValue(field: Field, stored: unknown): unknown {
  if (stored === null || stored === undefined) return field.multiple ? [] : null;
  return field.type === "datetime" && typeof stored === "number" ? rfc3339(stored) : stored;
}

export function rfc3339(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "1970-01-01T00:00:00+00:00" : `${date.toISOString().slice(0, 19)}+00:00`;
}
