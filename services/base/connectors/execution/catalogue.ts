import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { BilledArticle, BilledPrice } from "./billed-trade.ts";

/** The active article with that code; nothing where several catalogues have one. */
export async function catalogueArticle(backend: BackendClient, code: string): Promise<BilledArticle | undefined> {
  const params = new DrupalJsonApiParams()
    .addFields("sw_catalogue_item--sw_catalogue_item", ["code", "name", "active"])
    .addFilter("code", code);
  const active = (await backend.list("sw_catalogue_item", params)).filter((one) => one.active !== false);
  const [article] = active;
  return article && active.length === 1 ? { id: article.id, code, name: article.name ?? code } : undefined;
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** What an article is sold for on a day; of two prices that hold the later one counts. */
export async function cataloguePrice(
  backend: BackendClient,
  article: string,
  day: string,
): Promise<BilledPrice | undefined> {
  const prices = await backend.listAll("sw_price", () =>
    new DrupalJsonApiParams()
      .addFields("sw_price--sw_price", ["net", "billing_period", "valid_from", "valid_to", "currency"])
      .addFilter("item.id", article)
      .addFilter("direction", "sell")
      .addFilter("valid_from", day, "<=")
      .addSort("valid_from"),
  );
  const price = prices
    .filter(({ valid_to: to, currency }) => (!to || to >= day) && (currency ?? "EUR") === "EUR")
    .at(-1);
  return price?.net ? { net: price.net, months: monthsOf[price.billing_period ?? "month"] } : undefined;
}
