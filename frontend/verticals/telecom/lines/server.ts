import "server-only";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { periodPrice } from "@softwhere/services/verticals/telecom/domain/billing-period";
import { runId, stockInput } from "@softwhere/services/verticals/telecom/commands/contract";
import { deploymentId } from "@softwhere/services/verticals/telecom/domain/deployment-order";
import {
  datedPriceFields,
  type PricesOfItem,
  pricesOn,
} from "@softwhere/services/verticals/telecom/domain/dated-prices";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import { connected } from "@/base/connections/connected-server";
import { wayOf } from "../deployments/way";
import { commands } from "../service";

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

  /** The cards in stock that the line could work with, and who would be asked to swap them. */
  stock: userProcedure.input(stockInput).query(async ({ ctx, input }) => {
    const [{ cards, operatorId }, connections] = await Promise.all([
      commands(ctx.session).stock.query(input),
      connected(ctx.session).catch(() => null),
    ]);
    return {
      cards,
      way: wayOf({ capability: "supplier", operation: "swap_sim", supplierId: operatorId }, connections),
    };
  }),
  swap: userProcedure
    .input(
      z.object({
        id: z.uuid(),
        version: z.int(),
        accountId: z.uuid(),
        runId,
        iccid: z.string(),
        plannedOn: z.iso.date(),
        name: z.string().max(160),
      }),
    )
    .mutation(async ({ ctx, input: { id, version, accountId, iccid, ...given } }) => {
      const work = { kind: "swap_sim" as const, iccid };
      const order = { name: given.name, plannedOn: given.plannedOn, ownerId: ctx.session.userId, work };
      const lines = [{ id, version }];
      const [result] = await commands(ctx.session).planDeployment.mutate({ order, runId: given.runId, lines });
      return {
        result: result ?? { id, kind: "refused" as const, reason: "missing", detail: null },
        deploymentId: deploymentId(given.runId, accountId),
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
