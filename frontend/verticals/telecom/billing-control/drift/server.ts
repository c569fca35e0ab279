import "server-only";
import type { ConnectorsRouter } from "@softwhere/services/base/connectors/router";
import type { SwBilledItem } from "@softwhere/services/model/generated/sw_telecom/entities";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { serviceClient } from "@/server/services";
import { router, userProcedure } from "@/server/trpc/init";

const type = "sw_billed_item";
/** Those that are listed at most; the others are in the list of all. */
const few = 50;
const fields = [
  "name",
  "line",
  "price",
  "quantity",
  "months",
  "agreed_price",
  "agreed_quantity",
  "drift",
  "period_end",
];

export interface DriftRow {
  readonly id: string;
  readonly name: string;
  readonly drift: NonNullable<SwBilledItem["drift"]>;
  readonly line: { readonly id: string; readonly number: string } | null;
  readonly months: number;
  readonly quantity: string | null;
  readonly agreedQuantity: string | null;
  readonly endedOn: string | null;
  /** Decimal texts; undefined to those who may not see sell prices. */
  readonly price?: string | null | undefined;
  readonly agreedPrice?: string | null | undefined;
}

const scope = z.object({ billingSiteId: z.uuid() });

/** Where what a billing site is billed isn't what was agreed, as it was found when it was read. */
export const driftRouter = router({
  ofSite: userProcedure.input(scope).query(async ({ ctx, input }) => {
    const of = () =>
      new DrupalJsonApiParams()
        .addFilter("billing_site.id", input.billingSiteId)
        .addFilter("drift", null, "IS NOT NULL");
    const billed = new DrupalJsonApiParams()
      .addFilter("billing_site.id", input.billingSiteId)
      .addFilter("months", null, "IS NOT NULL")
      .addFilter("period_end", null, "IS NULL");
    const [rows, count, open] = await Promise.all([
      ctx.backend.list(
        type,
        of()
          .addFields(`${type}--${type}`, fields)
          .addFields("sw_line--sw_line", ["number"])
          .addInclude(["line"])
          .addSort("drift")
          .addSort("name")
          .addPageLimit(few),
      ),
      ctx.backend.count(type, of()),
      ctx.backend.count(type, billed),
    ]);
    return {
      count,
      open,
      rows: rows.flatMap((row): DriftRow[] =>
        row.drift
          ? [
              {
                id: row.id,
                name: row.name ?? "",
                drift: row.drift,
                line: row.line ? { id: row.line.id, number: row.line.number ?? "" } : null,
                months: row.months ?? 1,
                quantity: row.quantity ?? null,
                agreedQuantity: row.agreed_quantity ?? null,
                endedOn: row.period_end ?? null,
                price: row.price,
                agreedPrice: row.agreed_price,
              },
            ]
          : [],
      ),
    };
  }),

  /** As of when that was read. */
  told: userProcedure.input(scope).query(({ ctx, input }) =>
    serviceClient<ConnectorsRouter>("connectors", ctx.session).billed.told.query({
      billingSite: input.billingSiteId,
    }),
  ),

  refresh: userProcedure.mutation(({ ctx }) =>
    serviceClient<ConnectorsRouter>("connectors", ctx.session).billed.refresh.mutate(),
  ),
});
