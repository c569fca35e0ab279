import "server-only";
import { monthChecks } from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";

export interface ParkRow {
  id: string;
  kind: string;
  operator: string;
  operatorId: string | null;
}

export interface LineRow {
  id: string;
  number: string;
  userName: string | null;
  status: string;
  parkId: string | null;
  siteId: string | null;
  planId: string | null;
  /** Decimal text; absent rights give undefined, an empty price null. */
  sell?: string | null | undefined;
  buy?: string | null | undefined;
  endDate: string | null;
  version: number;
}

const lineFields = [
  "number",
  "user_name",
  "status",
  "park",
  "site",
  "plan",
  "sell_price",
  "buy_price",
  "end_date",
  "version",
];

/** Gaps that a supplier owes: what is ours to put right is no sum with them. */
const claimable = () => new DrupalJsonApiParams().addFilter("check", [...monthChecks], "NOT IN");

export const parksRouter = router({
  ofAccount: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const [parks, lines, plans] = await Promise.all([
      ctx.backend.listAll("sw_park", () =>
        new DrupalJsonApiParams()
          .addFields("sw_park--sw_park", ["kind", "operator"])
          .addFields("sw_supplier--sw_supplier", ["name"])
          .addInclude(["operator"])
          .addFilter("account.id", input.accountId),
      ),
      ctx.backend.listAll("sw_line", () =>
        new DrupalJsonApiParams()
          .addFields("sw_line--sw_line", lineFields)
          .addFilter("park.account.id", input.accountId)
          .addSort("number"),
      ),
      ctx.backend.listAll("sw_catalogue_item", () =>
        new DrupalJsonApiParams()
          .addFields("sw_catalogue_item--sw_catalogue_item", ["name", "kind"])
          .addFilter("kind", "plan"),
      ),
    ]);
    return {
      parks: parks.map(
        (park): ParkRow => ({
          id: park.id,
          kind: park.kind ?? "mobile",
          operator: park.operator?.name ?? "",
          operatorId: park.operator?.id ?? null,
        }),
      ),
      plans: Object.fromEntries(plans.map((plan) => [plan.id, plan.name ?? ""])),
      lines: lines.map(
        (line): LineRow => ({
          id: line.id,
          number: line.number ?? "",
          userName: line.user_name ?? null,
          status: line.status ?? "active",
          parkId: line.park?.id ?? null,
          siteId: line.site?.id ?? null,
          planId: line.plan?.id ?? null,
          sell: line.sell_price,
          buy: line.buy_price,
          endDate: line.end_date ?? null,
          version: line.version ?? 1,
        }),
      ),
    };
  }),

  /** Lines, money and open gaps of every account in sight, for the account list. Money only where the user may see it. */
  figures: userProcedure.query(async ({ ctx }) => {
    const running = new DrupalJsonApiParams().addFilter("status", ["active", "suspended"], "IN");
    const lines = await ctx.backend.aggregate("sw_line", { groupBy: ["park.account"], filter: running });
    const money = await unlessRefused(
      ctx.backend,
      ctx.backend.aggregate("sw_line", {
        groupBy: ["park.account"],
        sumOf: ["sell_price", "buy_price"],
        filter: running,
      }),
      [],
    );
    const gaps = await unlessRefused(
      ctx.backend,
      ctx.backend.aggregate("sw_anomaly", {
        groupBy: ["account"],
        sumOf: ["amount_per_month"],
        filter: claimable().addFilter("status", "open"),
      }),
      [],
    );
    const figures: Record<string, { lines: number; margin?: number; gaps?: number; gapAmount?: number }> = {};
    for (const group of lines) figures[String(group.keys["park.account"])] = { lines: group.count };
    for (const group of money) {
      const figure = figures[String(group.keys["park.account"])];
      if (figure) figure.margin = Number(group.sums["sell_price"]) - Number(group.sums["buy_price"]);
    }
    for (const group of gaps) {
      const figure = figures[String(group.keys["account"])];
      if (figure) Object.assign(figure, { gaps: group.count, gapAmount: Number(group.sums["amount_per_month"]) });
    }
    return figures;
  }),

  /** The monthly summary of one account. Undefined amounts are not the user's to see. */
  summary: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const filter = () =>
      new DrupalJsonApiParams()
        .addFilter("park.account.id", input.accountId)
        .addFilter("status", ["active", "suspended"], "IN");
    const sums = (fields: string[]) =>
      ctx.backend
        .aggregate("sw_line", { sumOf: fields, filter: filter() })
        .then((groups) => (field: string) => Number(groups[0]?.sums[field] ?? 0));
    const openGaps = ctx.backend.aggregate("sw_anomaly", {
      sumOf: ["amount_per_month"],
      filter: claimable().addFilter("account.id", input.accountId).addFilter("status", ["open", "disputed"], "IN"),
    });
    const [both, gaps] = await Promise.all([
      unlessRefused(ctx.backend, sums(["sell_price", "buy_price"]), undefined),
      unlessRefused(ctx.backend, openGaps, undefined),
    ]);
    const sellOnly = both ?? (await unlessRefused(ctx.backend, sums(["sell_price"]), undefined));
    return {
      sell: sellOnly?.("sell_price"),
      buy: both?.("buy_price"),
      gap: gaps && { count: gaps[0]?.count ?? 0, amount: Number(gaps[0]?.sums["amount_per_month"] ?? 0) },
    };
  }),
});
