import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { startOfDay } from "@softwhere/services/platform/day";
import type { RecordFilter } from "./filters";

interface FieldKind {
  readonly name: string;
  readonly type: string;
}

/**
 * Filters and free text as the backend's query. References are compared by id, moments by the days of the brand's time zone; a path that the
 * model doesn't have is left out.
 */
export function filterParams(
  fields: ReadonlyMap<string, FieldKind>,
  filters: readonly RecordFilter[],
  text: { search: string; searched: readonly FieldKind[]; timeZone?: string | undefined },
): DrupalJsonApiParams {
  const params = new DrupalJsonApiParams();
  for (const { field, op, value } of filters) {
    const kind = fields.get(field);
    if (!kind) continue;
    const path = kind.type === "reference" ? `${field}.id` : field;
    const [first = ""] = value;
    if (op === "empty") params.addFilter(path, null, "IS NULL");
    else if (op === "filled") params.addFilter(path, null, "IS NOT NULL");
    else if (first === "") continue;
    else if (kind.type === "datetime" && isDay(first)) {
      if (op !== "to") params.addFilter(path, startOfDay(first, 0, text.timeZone), ">=");
      if (op !== "from") params.addFilter(path, startOfDay(first, 1, text.timeZone), "<");
    } else if (op === "contains") params.addFilter(path, first, "CONTAINS");
    else if (op === "from") params.addFilter(path, first, ">=");
    else if (op === "to") params.addFilter(path, first, "<=");
    else if (value.length > 1) params.addFilter(path, [...value], "IN");
    else params.addFilter(path, kind.type === "boolean" ? String(Number(first === "true")) : first);
  }
  const search = text.search.trim();
  if (search && text.searched.length > 0) {
    params.addGroup("text", "OR");
    for (const field of text.searched) params.addFilter(field.name, search, "CONTAINS", "text");
  }
  return params;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
