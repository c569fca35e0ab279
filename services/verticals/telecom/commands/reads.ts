import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { PageRead } from "../../../platform/backend/client.ts";
import { datedPriceFields } from "../domain/dated-prices.ts";

/** As many ids as an address holds. */
const idsPerRead = 100;

/** The reads of the given ids, as many as it takes; `read` says of what, and sees to it that a part is at most 500 rows. */
export function readsOf<Read extends PageRead>(ids: readonly string[], read: (ids: string[]) => Read): Read[] {
  return Array.from({ length: Math.ceil(ids.length / idsPerRead) }, (_, index) =>
    read(ids.slice(index * idsPerRead, (index + 1) * idsPerRead)),
  );
}

/** Prices of items in both directions, in the order of their first day. */
export function pricesRead(itemIds: readonly string[], day: string) {
  return {
    type: "sw_price" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_price--sw_price", [...datedPriceFields])
      .addFilter("item.id", [...itemIds], "IN")
      .addFilter("valid_from", day, "<=")
      .addSort("valid_from")
      .addCustomParam({ page: { limit: 500 } }),
  };
}
