import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import { lastMonths, monthlyTrend, type TrendMonth } from "./trend";

const account = z.object({ accountId: z.uuid() });
const amount = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

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
            "negotiated_buy_price",
            "line",
          ])
          .addFields("sw_line--sw_line", ["end_date"])
          .addInclude(["line"]),
      ),
      ctx.backend.listAll("sw_line_option", () =>
        of("line.park.account.id").addFields("sw_line_option--sw_line_option", [
          "valid_from",
          "valid_to",
          "quantity",
          "sell_price",
          "buy_price",
        ]),
      ),
    ]);
    const plans = [...new Set(terms.flatMap((term) => term.plan?.id ?? []))];
    const prices = (
      await Promise.all(
        Array.from({ length: Math.ceil(plans.length / 50) }, (_, part) =>
          ctx.backend.listAll("sw_price", () =>
            new DrupalJsonApiParams()
              .addFields("sw_price--sw_price", ["item", "direction", "net", "valid_from", "valid_to"])
              .addFilter("item.id", plans.slice(part * 50, part * 50 + 50), "IN")
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
        sell: amount(term.negotiated_sell_price),
        buy: amount(term.negotiated_buy_price),
        lineEnd: term.line?.end_date ?? null,
      })),
      options.map((option) => ({
        from: option.valid_from ?? "",
        to: option.valid_to ?? null,
        quantity: option.quantity ?? 1,
        sell: amount(option.sell_price) ?? 0,
        buy: amount(option.buy_price) ?? 0,
      })),
      prices.map((price) => ({
        itemId: price.item?.id ?? "",
        direction: price.direction ?? "sell",
        from: price.valid_from ?? "",
        to: price.valid_to ?? null,
        net: Number(price.net),
      })),
    );
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
