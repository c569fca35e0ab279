import "server-only";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";

export type DatedPrices = (itemId: string) => { sell: number | null | undefined; buy: number | null | undefined };

/** Net prices of items on a day: null where none is dated, undefined in a direction that is not the user's to see. */
export async function pricesOn(
  backend: BackendClient,
  userId: string,
  itemIds: readonly string[],
  on: string,
): Promise<DatedPrices> {
  const user = await backend.get("user", userId, new DrupalJsonApiParams().addFields("user--user", ["permissions"]));
  const visible = {
    sell: user.permissions?.includes("view sell price") ?? false,
    buy: user.permissions?.includes("view margin") ?? false,
  };
  const found = new Map<string, number>();
  if (user.permissions?.includes("view sw_price")) {
    for (let start = 0; start < itemIds.length; start += 50) {
      const prices = await backend.listAll("sw_price", () =>
        new DrupalJsonApiParams()
          .addFields("sw_price--sw_price", ["direction", "net", "valid_from", "valid_to", "item"])
          .addFilter("item.id", itemIds.slice(start, start + 50), "IN")
          .addSort("valid_from"),
      );
      for (const price of prices) {
        if ((price.valid_from ?? "") <= on && (!price.valid_to || price.valid_to >= on))
          found.set(`${price.item?.id}/${price.direction}`, Number(price.net));
      }
    }
  }
  const pick = (itemId: string, direction: "sell" | "buy") =>
    visible[direction] ? (found.get(`${itemId}/${direction}`) ?? null) : undefined;
  return (itemId) => ({ sell: pick(itemId, "sell"), buy: pick(itemId, "buy") });
}
