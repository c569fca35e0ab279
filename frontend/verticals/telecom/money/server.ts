import "server-only";
import type { SwPrice } from "@softwhere/services/model/generated/entities";
import { perMonth, periodPrice } from "@softwhere/services/verticals/telecom/domain/billing-period";
import { datedPriceFields } from "@softwhere/services/verticals/telecom/domain/dated-prices";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import { lastMonths, monthlyTrend, type TrendMonth } from "./trend";

const fewCustomers = 8;
const account = z.object({ accountId: z.uuid() });
/** A month's part of an amount, in euros. */
function monthly(net: string | null | undefined, period: SwPrice["billing_period"] | undefined): number | null {
  const price = periodPrice(net, period);
  return price ? perMonth(price) / 10_000 : null;
}

export const moneyRouter = router({
  /** Sell and buy of the last twelve months, from what the person may see: without the right to prices there is nothing to add up. */
  trend: userProcedure.input(account).query(async ({ ctx, input }): Promise<TrendMonth[]> => {
    const of = (path: string) => new DrupalJsonApiParams().addFilter(path, input.accountId);
    const [terms, options] = await Promise.all([
      ctx.backend.listAll("sw_line_term", () =>
        of("line.park.account.id")
          .addFields("sw_line_term--sw_line_term", [
            "plan",
            "valid_from",
            "valid_to",
            "negotiated_sell_price",
            "negotiated_sell_period",
            "negotiated_buy_price",
            "negotiated_buy_period",
            "line",
          ])
          .addFields("sw_line--sw_line", ["end_date"])
          .addInclude(["line"]),
      ),
      ctx.backend.listAll("sw_line_option", () =>
        of("line.park.account.id").addFields("sw_line_option--sw_line_option", [
          "item",
          "valid_from",
          "valid_to",
          "quantity",
          "sell_price",
          "sell_period",
          "buy_price",
          "buy_period",
        ]),
      ),
    ]);
    const items = [
      ...new Set([
        ...terms.flatMap((term) => term.plan?.id ?? []),
        ...options.flatMap((option) => option.item?.id ?? []),
      ]),
    ];
    const prices = (
      await Promise.all(
        Array.from({ length: Math.ceil(items.length / 50) }, (_, part) =>
          ctx.backend.listAll("sw_price", () =>
            new DrupalJsonApiParams()
              .addFields("sw_price--sw_price", [...datedPriceFields])
              .addFilter("item.id", items.slice(part * 50, part * 50 + 50), "IN")
              .addSort("valid_from"),
          ),
        ),
      )
    ).flat();
    return monthlyTrend(
      lastMonths(await ctx.today(), 12),
      terms.map((term) => ({
        planId: term.plan?.id ?? null,
        from: term.valid_from ?? "",
        to: term.valid_to ?? null,
        sell: monthly(term.negotiated_sell_price, term.negotiated_sell_period),
        buy: monthly(term.negotiated_buy_price, term.negotiated_buy_period),
        lineEnd: term.line?.end_date ?? null,
      })),
      options.map((option) => ({
        itemId: option.item?.id ?? null,
        from: option.valid_from ?? "",
        to: option.valid_to ?? null,
        quantity: option.quantity ?? 1,
        sell: monthly(option.sell_price, option.sell_period),
        buy: monthly(option.buy_price, option.buy_period),
      })),
      prices.map((price) => ({
        itemId: price.item?.id ?? "",
        direction: price.direction ?? "sell",
        from: price.valid_from ?? "",
        to: price.valid_to ?? null,
        net: monthly(price.net, price.billing_period) ?? 0,
      })),
    );
  }),

  /** Open gaps by customer, the dearest first; how many there are where the person may not see what they cost. */
  gapsByAccount: userProcedure.query(async ({ ctx }) => {
    const filter = () =>
      new DrupalJsonApiParams().addFilter("status", "open").addFilter("account.id", null, "IS NOT NULL");
    const groups =
      (await unlessRefused(
        ctx.backend,
        ctx.backend.aggregate("sw_anomaly", {
          groupBy: ["account"],
          sumOf: ["amount_per_month"],
          filter: filter(),
        }),
        undefined,
      )) ?? (await ctx.backend.aggregate("sw_anomaly", { groupBy: ["account"], filter: filter() }));
    const dearest = groups
      .flatMap(({ keys, count, sums }) => {
        const perMonth = sums?.["amount_per_month"];
        const known = perMonth === undefined || perMonth === null ? undefined : Number(perMonth);
        return typeof keys["account"] === "string" ? [{ id: keys["account"], count, perMonth: known }] : [];
      })
      .sort((a, b) => (b.perMonth ?? 0) - (a.perMonth ?? 0) || b.count - a.count);
    const shown = dearest.slice(0, fewCustomers);
    const accounts =
      shown.length === 0
        ? []
        : await ctx.backend.list(
            "sw_account",
            new DrupalJsonApiParams().addFields("sw_account--sw_account", ["legal_name"]).addFilter(
              "id",
              shown.map(({ id }) => id),
              "IN",
            ),
          );
    const names = new Map(accounts.map((account) => [account.id, account.legal_name ?? ""]));
    return {
      customers: dearest.length,
      gaps: dearest.reduce((sum, { count }) => sum + count, 0),
      dearest: shown.flatMap((one) => {
        const name = names.get(one.id);
        return name === undefined ? [] : [{ ...one, name }];
      }),
    };
  }),

  /** The open gaps that cost most. */
  gaps: userProcedure.input(account).query(async ({ ctx, input }) => {
    const rows = await ctx.backend.list(
      "sw_anomaly",
      new DrupalJsonApiParams()
        .addFields("sw_anomaly--sw_anomaly", ["check", "amount_per_month", "line"])
        .addFields("sw_line--sw_line", ["number"])
        .addInclude(["line"])
        .addFilter("account.id", input.accountId)
        .addFilter("status", "open")
        .addSort("amount_per_month", "DESC")
        .addCustomParam({ page: { limit: 6 } }),
    );
    return rows.map((row) => ({
      id: row.id,
      check: row.check ?? "manual",
      number: row.line?.number ?? "",
      perMonth: row.amount_per_month === undefined ? undefined : Number(row.amount_per_month),
    }));
  }),
});
