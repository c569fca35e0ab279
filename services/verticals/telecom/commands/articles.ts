/** What of the catalogue a deployment adds to lines: options, hardware, fees. */
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { BillingWork, SwAction, SwCatalogueItem } from "../../../model/generated/entities.ts";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Viewer } from "../../../platform/backend/viewers.ts";
import { type PricesOfItem, pricesOn } from "../domain/dated-prices.ts";
import { periodPrice } from "../domain/billing-period.ts";
import type { LaunchedArticle } from "../domain/launch.ts";
import { articleKinds, type DeploymentOrder, isArticleWork, type OrderedArticle } from "../domain/deployment-order.ts";
import type { articleChoicesInput } from "./contract.ts";
import { loadLines } from "./load-lines.ts";
import { pricesRead, readsOf } from "./reads.ts";

export interface OfferedArticle extends OrderedArticle, PricesOfItem {}

/** What can be added to these lines, with the prices of the day as far as the person may see them. Of two with one code neither can be named. */
export async function articleChoices(
  backend: BackendClient,
  viewer: Viewer,
  { kind, lineIds, on }: z.infer<typeof articleChoicesInput>,
): Promise<OfferedArticle[]> {
  // A selection of thousands is of a few operators; the first hundreds tell which.
  const [lines, items] = await Promise.all([
    loadLines(backend, lineIds.slice(0, 400)),
    backend.listAll("sw_catalogue_item", () => activeItems().addSort("name")),
  ]);
  const operators = new Set(lines.map(({ operatorId }) => operatorId));
  const offered = [...byCode(items).values()].flatMap((item) => {
    const article = item && item.kind === articleKinds[kind] ? articleOf(item) : null;
    return article && (article.operatorId === null || operators.has(article.operatorId))
      ? [{ id: item?.id ?? "", ...article }]
      : [];
  });
  const pricesOf = await itemPrices(
    backend,
    viewer,
    offered.map(({ id }) => id),
    on,
  );
  return offered.map(({ id, ...article }) => ({ ...article, ...pricesOf(id) }));
}

/** What the work adds; null where the catalogue has no such article, nothing where it names none. */
export async function articleOfWork(
  backend: BackendClient,
  { kind, code }: { readonly kind: DeploymentOrder["work"]["kind"]; readonly code?: string | null | undefined },
): Promise<OrderedArticle | null | undefined> {
  if (!code || !isArticleWork(kind)) return undefined;
  const item = (await itemsByCode(backend, [code])).get(code);
  return item && item.kind === articleKinds[kind] ? articleOf(item) : null;
}

/**
 * What actions bill of the catalogue, by action: at what was agreed with the line for an option, else at what it is sold for on the day. One that
 * names no article that can be found isn't there.
 */
export async function launchedArticles(
  backend: BackendClient,
  viewer: Viewer,
  actions: readonly SwAction[],
  day: string,
): Promise<ReadonlyMap<string, LaunchedArticle>> {
  const named = actions.flatMap(({ id, operation = "", payload, line }) => {
    const { code, quantity = 1 } = (payload ?? {}) as Partial<BillingWork>;
    return code && operation && isArticleWork(operation) ? [{ id, operation, code, quantity, lineId: line?.id }] : [];
  });
  if (named.length === 0) return new Map();
  const items = await itemsByCode(
    backend,
    named.map(({ code }) => code),
  );
  const ids = [...items.values()].flatMap((item) => item?.id ?? []);
  const lineIds = named.flatMap(({ operation, lineId }) => (operation === "add_option" && lineId ? [lineId] : []));
  const [pricesOf, options] = await Promise.all([
    itemPrices(backend, viewer, ids, day),
    backend.lists(readsOf([...new Set(lineIds)], (part) => agreedRead(part, day))),
  ]);
  const agreed = new Map(
    options.flat().flatMap(({ line, item, sell_price: net, sell_period: period }) => {
      const price = periodPrice(net, period);
      return price ? [[`${line?.id}/${item?.id}`, price] as const] : [];
    }),
  );
  return new Map(
    named.flatMap(({ id, operation, code, quantity, lineId }) => {
      const item = items.get(code);
      if (!item) return [];
      const prices = pricesOf(item.id);
      const own = operation === "add_option" ? agreed.get(`${lineId}/${item.id}`) : undefined;
      return [[id, { name: item.name ?? code, quantity, ...prices, ...(own && { sell: own }) }] as const];
    }),
  );
}

const agreedRead = (lineIds: string[], day: string) => ({
  type: "sw_line_option" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_line_option--sw_line_option", ["line", "item", "sell_price", "sell_period"])
    .addFilter("line.id", lineIds, "IN")
    .addFilter("valid_from", day, "<=")
    .addGroup("until", "OR")
    .addFilter("valid_to", null, "IS NULL", "until")
    .addFilter("valid_to", day, ">=", "until")
    .addSort("valid_from")
    .addCustomParam({ page: { limit: 500 } }),
});

/** Active articles by their codes; null where several catalogues have one. */
export async function itemsByCode(
  backend: BackendClient,
  codes: readonly string[],
): Promise<ReadonlyMap<string, SwCatalogueItem | null>> {
  const read = (part: string[]) => ({
    type: "sw_catalogue_item" as const,
    params: activeItems()
      .addFilter("code", part, "IN")
      .addCustomParam({ page: { limit: 500 } }),
  });
  return byCode((await backend.lists(readsOf([...new Set(codes)], read))).flat());
}

/** The prices of a day, of as many articles as it takes. */
export async function itemPrices(backend: BackendClient, viewer: Viewer, ids: readonly string[], on: string) {
  const rows = viewer.permissions.has("view sw_price")
    ? (await backend.lists(readsOf([...ids], (part) => pricesRead(part, on)))).flat()
    : [];
  return pricesOn(rows, on, viewer.permissions);
}

const activeItems = (): DrupalJsonApiParams =>
  new DrupalJsonApiParams()
    .addFields("sw_catalogue_item--sw_catalogue_item", ["code", "name", "kind", "supplier"])
    .addFilter("active", "1");

const byCode = (items: readonly SwCatalogueItem[]): Map<string, SwCatalogueItem | null> => {
  const found = new Map<string, SwCatalogueItem | null>();
  for (const item of items) {
    const code = item.code ?? "";
    found.set(code, found.has(code) ? null : item);
  }
  return found;
};

const articleOf = ({ code, name, supplier }: SwCatalogueItem): OrderedArticle => ({
  code: code ?? "",
  name: name ?? code ?? "",
  operatorId: supplier?.id ?? null,
});
