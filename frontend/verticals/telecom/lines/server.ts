import "server-only";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { periodPrice } from "@softwhere/services/verticals/telecom/domain/billing-period";
import {
  datedPriceFields,
  type PricesOfItem,
  pricesOn,
} from "@softwhere/services/verticals/telecom/domain/dated-prices";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";

export interface LineOption extends Partial<PricesOfItem> {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  readonly from: string;
  readonly to: string | null;
}

export const linesRouter = router({
  get: userProcedure.input(z.object({ id: z.uuid() })).query(async ({ ctx, input }) => {
    const { backend } = ctx;
    const today = await ctx.today();
    const line = await backend.get(
      "sw_line",
      input.id,
      new DrupalJsonApiParams().addInclude(["park.operator", "park.account", "site", "billing_site", "plan"]),
    );
    const ofLine = () => new DrupalJsonApiParams().addFilter("line.id", input.id);
    const [sims, terms, held] = await Promise.all([
      unlessRefused(
        backend,
        backend.list("sw_sim", ofLine().addFields("sw_sim--sw_sim", ["iccid", "kind", "status"])),
        [],
      ),
      unlessRefused(
        backend,
        backend.list(
          "sw_line_term",
          ofLine()
            .addInclude(["plan"])
            .addFields("sw_line_term--sw_line_term", [
              "valid_from",
              "valid_to",
              "plan",
              "applied",
              "version",
              "negotiated_sell_price",
              "negotiated_sell_period",
              "negotiated_buy_price",
              "negotiated_buy_period",
            ])
            .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
            .addSort("valid_from", "DESC"),
        ),
        [],
      ),
      unlessRefused(
        backend,
        backend.list(
          "sw_line_option",
          ofLine()
            .addInclude(["item"])
            .addFields("sw_line_option--sw_line_option", [
              "item",
              "quantity",
              "sell_price",
              "sell_period",
              "buy_price",
              "buy_period",
              "valid_from",
              "valid_to",
            ])
            .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
            .addSort("valid_from"),
        ),
        [],
      ),
    ]);
    const options = held.filter(({ valid_to: to }) => !to || to >= today);
    const items = [line.plan?.id, ...options.map(({ item }) => item?.id)].filter((id) => id !== undefined);
    const listed = await pricesToday(backend, items, { today, permissions: (await ctx.viewer()).permissions });
    const running = terms.find(({ valid_from: from, valid_to: to }) => (from ?? "") <= today && (!to || to >= today));
    const plan = line.plan ? listed(line.plan.id) : null;
    return {
      line,
      sims,
      terms,
      /** What the plan costs as it was agreed, else as the catalogue has it, and what that pays for. */
      planPrices: {
        sell: periodPrice(running?.negotiated_sell_price, running?.negotiated_sell_period) ?? plan?.sell,
        buy: periodPrice(running?.negotiated_buy_price, running?.negotiated_buy_period) ?? plan?.buy,
      },
      options: options.map((option): LineOption => {
        const dated = option.item ? listed(option.item.id) : null;
        return {
          id: option.id,
          name: option.item?.name ?? "",
          quantity: option.quantity ?? 1,
          from: option.valid_from ?? "",
          to: option.valid_to ?? null,
          sell: periodPrice(option.sell_price, option.sell_period) ?? dated?.sell,
          buy: periodPrice(option.buy_price, option.buy_period) ?? dated?.buy,
        };
      }),
    };
  }),
});

async function pricesToday(
  backend: BackendClient,
  items: readonly string[],
  { today, permissions }: { readonly today: string; readonly permissions: ReadonlySet<string> },
) {
  const rows =
    items.length === 0 || !permissions.has("view sw_price")
      ? []
      : await backend.list(
          "sw_price",
          new DrupalJsonApiParams()
            .addFields("sw_price--sw_price", [...datedPriceFields])
            .addFilter("item.id", [...new Set(items)], "IN")
            .addFilter("valid_from", today, "<=")
            .addSort("valid_from"),
        );
  return pricesOn(rows, today, permissions);
}
