import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import { callerWith } from "../../../platform/service/caller.ts";
import type { BillingMirrors, MirrorTold } from "./mirrors.ts";

export interface InvoiceCalls {
  readonly mirrors: BillingMirrors;
}

const { router, procedure } = serviceProcedures<InvoiceCalls>();

export const invoicesRouter = router({
  /** From where and as of when an account's invoices are, to whoever sees them; which system it is, and what went wrong there, to those who see that. */
  told: procedure.input(z.object({ account: z.uuid() })).query(async ({ ctx, input }): Promise<MirrorTold> => {
    const { brand, can } = await callerWith(ctx, "view customer invoices");
    // Those that the person sees, by their own right.
    const sites = await ctx
      .backendFor(`invoices-${randomUUID()}`)
      .listAll("sw_billing_site", () =>
        new DrupalJsonApiParams()
          .addFields("sw_billing_site--sw_billing_site", ["version"])
          .addFilter("account.id", input.account)
          .addSort("id"),
      );
    const told = await ctx.service.mirrors.told(
      brand,
      sites.map(({ id }) => id),
    );
    return {
      ...told,
      vendor: can("view suppliers") ? told.vendor : null,
      ...(!can("view api details") && { failure: null, unplaced: 0 }),
    };
  }),

  /** Reads what changed since the last time, now. It is the daily work of whoever edits billing sites. */
  refresh: procedure.mutation(async ({ ctx }) => {
    const { brand, can } = await callerWith(ctx, "view customer invoices");
    if (!can("edit sw_billing_site")) throw new TRPCError({ code: "FORBIDDEN" });
    await ctx.service.mirrors.refresh(brand);
  }),
});
