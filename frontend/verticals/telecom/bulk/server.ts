import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { operateEach, type PendingRow } from "@/base/bulk/operate-each";
import type { RowResult } from "@/base/bulk/run-store";
import { router, userProcedure } from "@/server/trpc/init";
import { pricesOn } from "../prices/prices-on";
import { type LineOrder, lineOrder, lineOrderOperations, lineOrderRow, type OrderedLine, type OrderTarget } from "./line-order";

const mostLines = 10_000;
const idsPerRequest = 100;
const requestsAtOnce = 4;

export const bulkRouter = router({
  /** What would happen to each line. Writes nothing. */
  preview: userProcedure.input(z.object({ order: lineOrder, lineIds: z.array(z.uuid()).min(1).max(mostLines) })).query(async ({ ctx, input }) => {
    const [target, lines] = await Promise.all([targetOf(ctx.backend, ctx.session.userId, input.order), loadLines(ctx.backend, input.lineIds, input.order)]);
    return lines.map((line) => lineOrderRow(line, input.order, target));
  }),

  /** Up to 200 lines. Each changes whole or not at all, a refused one stops no other; one that somebody changed since the preview is refused. */
  run: userProcedure
    .input(z.object({ order: lineOrder, runId: z.string().regex(/^[A-Za-z0-9._-]{8,64}$/), lines: z.array(z.object({ id: z.uuid(), version: z.number().int() })).min(1).max(200) }))
    .mutation(async ({ ctx, input }): Promise<RowResult[]> => {
      const { order, runId } = input;
      const backend = ctx.backendFor(runId);
      const ids = input.lines.map((line) => line.id);
      const [target, lines] = await Promise.all([targetOf(backend, ctx.session.userId, order), loadLines(backend, ids, order)]);
      const found = new Map(lines.map((line) => [line.id, line]));
      const results = new Map<string, RowResult>();
      const pending: PendingRow[] = [];
      for (const { id, version } of input.lines) {
        const line = found.get(id);
        const blocked = line && lineOrderRow(line, order, target).blocked;
        if (!line) results.set(id, { id, kind: "refused", reason: "missing", detail: null });
        else if (line.version !== version) results.set(id, { id, kind: "refused", reason: "changed-since", detail: null });
        else if (blocked) results.set(id, { id, kind: "refused", reason: blocked, detail: null });
        else pending.push({ id, operations: lineOrderOperations(line, order, { runId, target, today: new Date().toISOString().slice(0, 10) }) });
      }
      await operateEach(backend, pending, results);
      return ids.flatMap((id) => results.get(id) ?? []);
    }),

  /** What a line of these accounts can be moved to, and the options its operator offers. */
  choices: userProcedure.input(z.object({ lineIds: z.array(z.uuid()).min(1).max(mostLines) })).query(async ({ ctx, input }) => {
    // A selection of thousands is of a few accounts; the first hundreds tell which.
    const lines = await loadLines(ctx.backend, input.lineIds.slice(0, 400), { action: "keep" });
    const distinct = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))].slice(0, 20);
    const accountIds = distinct(lines.map((line) => line.accountId));
    const operatorIds = distinct(lines.map((line) => line.operatorId));
    const ofAccounts = (type: "sw_site" | "sw_billing_site") =>
      accountIds.length === 0
        ? []
        : ctx.backend.listAll(type, () => new DrupalJsonApiParams().addFields(`${type}--${type}`, ["name"]).addFilter("account.id", accountIds, "IN").addSort("name")).then((rows) => rows.map(({ id, name }) => ({ id, name: name ?? "" })));
    const parks = async () => {
      if (accountIds.length === 0) return [];
      const rows = await ctx.backend.listAll("sw_park", () =>
        new DrupalJsonApiParams().addFields("sw_park--sw_park", ["kind", "operator", "site"]).addFields("sw_supplier--sw_supplier", ["name"]).addFields("sw_site--sw_site", ["name"]).addInclude(["operator", "site"]).addFilter("account.id", accountIds, "IN"),
      );
      return rows.map((park) => ({ id: park.id, kind: park.kind ?? "mobile", operator: park.operator?.name ?? "", site: park.site?.name ?? null }));
    };
    const options = async () => {
      const rows = await ctx.backend.listAll("sw_catalogue_item", () => new DrupalJsonApiParams().addFields("sw_catalogue_item--sw_catalogue_item", ["name", "supplier"]).addFilter("kind", "option").addSort("name"));
      return rows.filter((item) => !item.supplier || operatorIds.includes(item.supplier.id)).map(({ id, name }) => ({ id, name: name ?? "" }));
    };
    const [sites, billingSites, parkRows, optionRows] = await Promise.all([ofAccounts("sw_site"), ofAccounts("sw_billing_site"), parks(), options()]);
    return { sites, billingSites, parks: parkRows, options: optionRows };
  }),
});

async function targetOf(backend: BackendClient, userId: string, order: LineOrder): Promise<OrderTarget | null> {
  switch (order.action) {
    case "move-site": {
      if (!order.siteId) return null;
      const site = await backend.get("sw_site", order.siteId);
      return { id: site.id, name: site.name ?? "", accountId: site.account?.id ?? null, operatorId: null };
    }
    case "move-billing-site": {
      if (!order.billingSiteId) return null;
      const site = await backend.get("sw_billing_site", order.billingSiteId);
      return { id: site.id, name: site.name ?? "", accountId: site.account?.id ?? null, operatorId: null };
    }
    case "move-park": {
      const park = await backend.get("sw_park", order.parkId, new DrupalJsonApiParams().addInclude(["operator"]));
      return { id: park.id, name: park.operator?.name ?? "", accountId: park.account?.id ?? null, operatorId: park.operator?.id ?? null };
    }
    case "add-option":
    case "remove-option": {
      const item = await backend.get("sw_catalogue_item", order.itemId);
      const target = { id: item.id, name: item.name ?? "", accountId: null, operatorId: item.supplier?.id ?? null };
      if (order.action === "remove-option") return target;
      const { sell, buy } = (await pricesOn(backend, userId, [item.id], order.from))(item.id);
      return { ...target, ...(sell !== undefined && { sell: sell === null ? null : sell.toFixed(4) }), ...(buy !== undefined && { buy: buy === null ? null : buy.toFixed(4) }) };
    }
    default:
      return null;
  }
}

async function loadLines(backend: BackendClient, ids: readonly string[], order: LineOrder): Promise<OrderedLine[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / idsPerRequest) }, (_, index) => ids.slice(index * idsPerRequest, (index + 1) * idsPerRequest));
  const loaded: OrderedLine[] = [];
  for (let start = 0; start < parts.length; start += requestsAtOnce) {
    for (const lines of await Promise.all(parts.slice(start, start + requestsAtOnce).map((part) => loadPart(backend, part, order)))) loaded.push(...lines);
  }
  const place = new Map(ids.map((id, index) => [id, index]));
  return loaded.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

async function loadPart(backend: BackendClient, ids: readonly string[], order: LineOrder): Promise<OrderedLine[]> {
  const withOptions = order.action === "add-option" || order.action === "remove-option";
  const [lines, options] = await Promise.all([
    backend.list(
      "sw_line",
      new DrupalJsonApiParams()
        .addFields("sw_line--sw_line", ["number", "user_name", "status", "version", "end_date", "park", "site", "billing_site"])
        .addFields("sw_park--sw_park", ["account", "operator"])
        .addFields("sw_site--sw_site", ["name"])
        .addFields("sw_billing_site--sw_billing_site", ["name"])
        .addInclude(["park", "site", "billing_site"])
        .addFilter("id", [...ids], "IN")
        .addCustomParam({ page: { limit: idsPerRequest } }),
    ),
    withOptions ? backend.listAll("sw_line_option", () => new DrupalJsonApiParams().addFields("sw_line_option--sw_line_option", ["line", "item", "version", "valid_from", "valid_to"]).addFilter("line.id", [...ids], "IN").addFilter("valid_to", null, "IS NULL")) : [],
  ]);
  return lines.map((line) => ({
    id: line.id,
    version: line.version ?? 1,
    number: line.number ?? "",
    userName: line.user_name ?? null,
    status: line.status ?? "active",
    accountId: line.park?.account?.id ?? null,
    parkId: line.park?.id ?? null,
    operatorId: line.park?.operator?.id ?? null,
    site: line.site ? { id: line.site.id, name: line.site.name ?? "" } : null,
    billingSite: line.billing_site ? { id: line.billing_site.id, name: line.billing_site.name ?? "" } : null,
    endDate: line.end_date ?? null,
    options: options.filter((option) => option.line?.id === line.id).map((option) => ({ id: option.id, itemId: option.item?.id ?? "", version: option.version ?? 1, validFrom: option.valid_from ?? "" })),
  }));
}
