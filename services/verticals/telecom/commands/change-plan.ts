import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { SwPrice } from "../../../model/generated/entities.ts";
import type { SwLine, SwLineTerm } from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import { type RowWrite, writeEach } from "../../../platform/backend/write-each.ts";
import { monthlyText, periodPrice } from "../domain/billing-period.ts";
import { type DatedPrices, datedPriceFields, type PricesOfItem, pricesOn } from "../domain/dated-prices.ts";
import {
  type ChangeDay,
  lineOn,
  type LineTerm,
  type NewPlan,
  type PlanChangeLine,
  type PlanChangeRow,
  planChangeRow,
} from "../domain/plan-change.ts";
import { planChangeOperations } from "../domain/plan-change-operations.ts";
import { pricesRead, readsOf } from "./reads.ts";
import type { planChangeInput, planChangePreviewInput, plansInput, RowResult } from "./contract.ts";
import { changedResult, inOrder } from "./run.ts";

export interface OfferedPlan extends PricesOfItem {
  readonly id: string;
  readonly name: string;
  readonly operatorId: string | null;
}

/** Plans that lines of these operators can take, with the prices true on the day. */
export async function plansOf(
  backend: BackendClient,
  viewer: Viewer,
  { operatorIds, on }: z.infer<typeof plansInput>,
): Promise<OfferedPlan[]> {
  if (operatorIds.length === 0) return [];
  const items = {
    type: "sw_catalogue_item" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_catalogue_item--sw_catalogue_item", ["name", "supplier", "active"])
      .addFilter("kind", "plan")
      .addFilter("active", "1")
      .addFilter("supplier.id", operatorIds, "IN")
      .addSort("name")
      .addCustomParam({ page: { limit: 500 } }),
  };
  const dated = {
    type: "sw_price" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_price--sw_price", [...datedPriceFields])
      .addFilter("item.kind", "plan")
      .addFilter("item.active", "1")
      .addFilter("item.supplier.id", operatorIds, "IN")
      .addFilter("valid_from", on, "<=")
      .addSort("valid_from")
      .addCustomParam({ page: { limit: 500 } }),
  };
  const [plans, prices] = viewer.permissions.has("view sw_price")
    ? await backend.lists([items, dated])
    : [(await backend.lists([items]))[0], []];
  const priceOf = pricesOn(prices, on, viewer.permissions);
  return plans
    .map((item) => ({
      id: item.id,
      name: item.name ?? "",
      operatorId: item.supplier?.id ?? null,
      ...priceOf(item.id),
    }))
    .filter((plan) => plan.sell !== null);
}

/** What would happen to each line. Writes nothing. */
export async function previewPlanChange(
  backend: BackendClient,
  viewer: Viewer,
  input: z.infer<typeof planChangePreviewInput>,
): Promise<{ plan: NewPlan; rows: PlanChangeRow[] }> {
  const on = { effectiveOn: input.effectiveOn, today: todayOf(viewer) };
  const { plan, lines } = await load(backend, viewer, input.planId, input.lineIds, on);
  return { plan, rows: lines.map((line) => planChangeRow(line, plan, input.policy, on)) };
}

/**
 * Changes lines, at once or on a day to come. Each line changes whole or not at all, a refused one stops no other. `version` is the one the preview
 * showed: a line that somebody changed meanwhile is refused.
 */
export async function changePlan(
  backend: BackendClient,
  viewer: Viewer,
  input: z.infer<typeof planChangeInput>,
): Promise<RowResult[]> {
  const on = { effectiveOn: input.effectiveOn, today: todayOf(viewer) };
  const ids = input.lines.map((line) => line.id);
  const { plan, lines } = await load(backend, viewer, input.planId, ids, on);
  const found = new Map(lines.map((line) => [line.id, line]));
  const results: RowResult[] = [];
  const writes: RowWrite<string>[] = [];
  for (const { id, version } of input.lines) {
    const line = found.get(id);
    const row = line && planChangeRow(line, plan, input.policy, on);
    if (!row) results.push({ id, kind: "refused", reason: "missing", detail: null });
    else if (row.version !== version) results.push({ id, kind: "refused", reason: "changed-since", detail: null });
    else if (row.blocked) results.push({ id, kind: "refused", reason: row.blocked.reason, detail: row.blocked.until });
    else
      writes.push({
        id,
        operations: planChangeOperations(row, { planId: input.planId, runId: input.runId, ...on }),
      });
  }
  results.push(...(await writeEach(() => backend, writes)).map(changedResult));
  return inOrder(ids, results);
}

/** The plan and the lines as they are on the day of the change, with the prices of that day where it is to come. */
async function load(
  backend: BackendClient,
  viewer: Viewer,
  planId: string,
  ids: readonly string[],
  on: ChangeDay,
): Promise<{ plan: NewPlan; lines: PlanChangeLine[] }> {
  const item = {
    type: "sw_catalogue_item" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_catalogue_item--sw_catalogue_item", ["name", "supplier"])
      .addFilter("id", planId),
  };
  const seesPrices = viewer.permissions.has("view sw_price");
  const prices = seesPrices ? [pricesRead([planId], on.effectiveOn)] : [];
  const lineReads = readsOf(ids, lineRead);
  const termReads = readsOf(ids, (part) => termRead(part, on));
  const [items, ...rest] = await backend.lists([item, ...prices, ...lineReads, ...termReads]);
  const priceRows = (seesPrices ? (rest.shift() ?? []) : []) as SwPrice[];
  const lineRows = rest.slice(0, lineReads.length).flat() as SwLine[];
  const termRows = rest.slice(lineReads.length).flat() as SwLineTerm[];
  const plan: NewPlan = {
    id: planId,
    name: items[0]?.name ?? "",
    operatorId: items[0]?.supplier?.id ?? null,
    ...amounts(pricesOn(priceRows, on.effectiveOn, viewer.permissions))(planId),
  };
  const terms = termsOf(termRows);
  const place = new Map(ids.map((id, index) => [id, index]));
  const lines = lineRows
    .map((line) => planLine(line, terms.get(line.id) ?? []))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  if (on.effectiveOn <= on.today) return { plan, lines };
  const others = new Set(
    lines.flatMap((line) => [line.planId, ...line.terms.map((term) => term.planId)]).filter((id) => id !== null),
  );
  const dated = seesPrices
    ? (await backend.lists(readsOf([...others], (part) => pricesRead(part, on.effectiveOn)))).flat()
    : [];
  const priceOf = amounts(pricesOn(dated, on.effectiveOn, viewer.permissions));
  return { plan, lines: lines.map((line) => lineOn(line, priceOf, on)) };
}

const amount = (value: string | null | undefined) => (value === undefined || value === null ? value : Number(value));

/** Per month, as lines have their prices. */
const amounts = (prices: DatedPrices) => (itemId: string) => {
  const { sell, buy } = prices(itemId);
  return { sell: amount(monthlyText(sell)), buy: amount(monthlyText(buy)) };
};

const lineRead = (ids: string[]) => ({
  type: "sw_line" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_line--sw_line", [
      "number",
      "user_name",
      "status",
      "park",
      "site",
      "plan",
      "sell_price",
      "buy_price",
      "price_reason",
      "supplier_commitment_end",
      "version",
    ])
    .addFields("sw_park--sw_park", ["operator"])
    .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
    .addInclude(["park", "plan"])
    .addFilter("id", ids, "IN")
    .addCustomParam({ page: { limit: ids.length } }),
});

/** Periods that have not ended before the change: those that ended are history, however many there are. */
const termRead = (ids: string[], { effectiveOn, today }: ChangeDay) => ({
  type: "sw_line_term" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_line_term--sw_line_term", [
      "line",
      "plan",
      "valid_from",
      "valid_to",
      "negotiated_sell_price",
      "negotiated_sell_period",
      "version",
    ])
    .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
    .addInclude(["plan"])
    .addFilter("line.id", ids, "IN")
    .addGroup("open", "OR")
    .addFilter("valid_to", null, "IS NULL", "open")
    .addFilter("valid_to", effectiveOn < today ? effectiveOn : today, ">=", "open")
    .addSort("valid_from")
    .addCustomParam({ page: { limit: 500 } }),
});

function termsOf(rows: readonly SwLineTerm[]): Map<string, LineTerm[]> {
  const found = new Map<string, LineTerm[]>();
  for (const term of rows) {
    if (!term.line?.id) continue;
    const known = found.get(term.line.id) ?? [];
    const agreedSell = periodPrice(term.negotiated_sell_price, term.negotiated_sell_period);
    known.push({
      id: term.id,
      version: term.version ?? 1,
      planId: term.plan?.id ?? null,
      planName: term.plan?.name ?? null,
      validFrom: term.valid_from ?? "",
      validTo: term.valid_to ?? null,
      agreedSell,
      negotiatedSell: amount(monthlyText(agreedSell)),
    });
    found.set(term.line.id, known);
  }
  return found;
}

function planLine(line: SwLine, terms: readonly LineTerm[]): PlanChangeLine {
  return {
    id: line.id,
    number: line.number ?? "",
    userName: line.user_name ?? null,
    siteId: line.site?.id ?? null,
    operatorId: line.park?.operator?.id ?? null,
    status: line.status ?? "",
    version: line.version ?? 1,
    planId: line.plan?.id ?? null,
    planName: line.plan?.name ?? null,
    sell: amount(line.sell_price),
    buy: amount(line.buy_price),
    negotiated: Boolean(line.price_reason),
    supplierCommitmentEnd: line.supplier_commitment_end ?? null,
    terms,
  };
}
