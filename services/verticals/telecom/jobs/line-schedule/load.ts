import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { pricesRead, readsOf } from "../../commands/reads.ts";
import { monthlyText, periodPrice } from "../../domain/billing-period.ts";
import { pricesOn } from "../../domain/dated-prices.ts";
import type { DueLine, DueTerm, PriceOf } from "../../domain/due.ts";

const idsPerRequest = 80;

/** Lines with periods that have begun and were not taken over: all of them, or those of the given lines. */
export async function loadDueLines(
  backend: BackendClient,
  day: string,
  lineIds?: readonly string[],
): Promise<DueLine[]> {
  const params = () =>
    new DrupalJsonApiParams()
      .addFields("sw_line_term--sw_line_term", [
        "line",
        "plan",
        "valid_from",
        "valid_to",
        "negotiated_sell_price",
        "negotiated_sell_period",
        "negotiated_buy_price",
        "negotiated_buy_period",
        "version",
      ])
      .addFields("sw_line--sw_line", ["number", "status", "plan", "sell_price", "buy_price", "price_reason", "version"])
      .addInclude(["line"])
      .addFilter("applied", "0")
      .addFilter("valid_from", day, "<=");
  const rows = await inParts(lineIds, (ids) =>
    backend.listAll("sw_line_term", () => (ids ? params().addFilter("line.id", [...ids], "IN") : params())),
  );
  const lines = new Map<string, DueLine & { terms: DueTerm[] }>();
  for (const { line, plan, ...term } of rows) {
    if (!line || !plan) continue;
    const known = lines.get(line.id) ?? {
      id: line.id,
      version: line.version ?? 1,
      number: line.number ?? "",
      status: line.status ?? "",
      planId: line.plan?.id ?? null,
      sell: line.sell_price ?? null,
      buy: line.buy_price ?? null,
      priceReason: line.price_reason ?? null,
      terms: [],
    };
    known.terms.push({
      id: term.id,
      version: term.version ?? 1,
      planId: plan.id,
      from: term.valid_from ?? "",
      to: term.valid_to ?? null,
      negotiatedSell: monthlyText(periodPrice(term.negotiated_sell_price, term.negotiated_sell_period)) ?? null,
      negotiatedBuy: monthlyText(periodPrice(term.negotiated_buy_price, term.negotiated_buy_period)) ?? null,
    });
    lines.set(line.id, known);
  }
  return [...lines.values()];
}

export interface EndedLine {
  readonly id: string;
  readonly version: number;
  readonly number: string;
}

/** Lines whose announced last day is over. */
export async function loadEndedLines(
  backend: BackendClient,
  day: string,
  lineIds?: readonly string[],
): Promise<EndedLine[]> {
  const params = () =>
    new DrupalJsonApiParams()
      .addFields("sw_line--sw_line", ["number", "version"])
      .addFilter("status", "terminating")
      .addFilter("end_date", day, "<");
  const rows = await inParts(lineIds, (ids) =>
    backend.listAll("sw_line", () => (ids ? params().addFilter("id", [...ids], "IN") : params())),
  );
  return rows.map((line) => ({ id: line.id, version: line.version ?? 1, number: line.number ?? "" }));
}

/** What the scheduler's role holds, so that no direction is hidden. */
const seesBoth: ReadonlySet<string> = new Set(["view sell price", "view margin"]);

/** What these items cost a month by the prices that are true on the day. */
export async function loadPrices(backend: BackendClient, itemIds: readonly string[], day: string): Promise<PriceOf> {
  const rows = await backend.lists(readsOf(itemIds, (part) => pricesRead(part, day)));
  const prices = pricesOn(rows.flat(), day, seesBoth);
  return (itemId, direction) => monthlyText(prices(itemId)[direction]) ?? null;
}

/** One question without ids, several with: addresses have a length. */
async function inParts<Row>(
  ids: readonly string[] | undefined,
  load: (ids?: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  if (!ids) return load();
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += idsPerRequest)
    rows.push(...(await load(ids.slice(start, start + idsPerRequest))));
  return rows;
}
