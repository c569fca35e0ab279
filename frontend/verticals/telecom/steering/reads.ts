import "server-only";
import type { AggregateGroup, BackendClient } from "@softwhere/services/platform/backend/client";
import { parts } from "@softwhere/services/platform/backend/parts";
import { datedPriceFields } from "@softwhere/services/verticals/telecom/domain/dated-prices";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";

/** Lines that are sold and bought today. */
export const inService = ["active", "suspended"] as const;

export const linesInService = () => new DrupalJsonApiParams().addFilter("status", [...inService], "IN");

/** Plan periods that hold on the day, of lines that were in service on it. */
export function termsOn(day: string): DrupalJsonApiParams {
  return new DrupalJsonApiParams()
    .addFilter("valid_from", day, "<=")
    .addGroup("until", "OR")
    .addFilter("valid_to", null, "IS NULL", "until")
    .addFilter("valid_to", day, ">=", "until")
    .addGroup("service", "OR")
    .addFilter("line.status", [...inService], "IN", "service")
    .addGroup("ended", "AND", "service")
    .addFilter("line.status", ["terminating", "terminated"], "IN", "ended")
    .addFilter("line.end_date", day, ">=", "ended");
}

/** The values of a key that is a text or a reference. */
export const keysIn = (groups: readonly AggregateGroup[], path: string): string[] => [
  ...new Set(groups.flatMap(({ keys }) => (typeof keys[path] === "string" ? [keys[path]] : []))),
];

/** Prices of these plans that hold on the day or later, in the order of their first day. */
export async function pricesOf(backend: BackendClient, plans: readonly string[], day: string) {
  const reads = parts(plans).map((some) => ({
    type: "sw_price" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_price--sw_price", [...datedPriceFields])
      .addFilter("item.id", some, "IN")
      .addGroup("until", "OR")
      .addFilter("valid_to", null, "IS NULL", "until")
      .addFilter("valid_to", day, ">=", "until")
      .addSort("valid_from"),
  }));
  return (await backend.lists(reads)).flat();
}

const labels = { sw_account: "legal_name", sw_supplier: "name", sw_catalogue_item: "name" } as const;

/** What rows are called, by id. */
export async function namesOf(
  backend: BackendClient,
  type: keyof typeof labels,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const reads = parts(ids.filter(Boolean)).map((some) => ({
    type,
    params: new DrupalJsonApiParams().addFields(`${type}--${type}`, [labels[type]]).addFilter("id", some, "IN"),
  }));
  const rows: readonly object[] = (await backend.lists(reads)).flat();
  return new Map(rows.map((row) => [String(Reflect.get(row, "id")), String(Reflect.get(row, labels[type]) ?? "")]));
}
