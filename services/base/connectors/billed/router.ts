import { TRPCError } from "@trpc/server";
import * as z from "zod";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import { callerWith } from "../../../platform/service/caller.ts";
import type { BillingMirrors, MirrorTold } from "../invoices/mirrors.ts";

const { router, procedure } = serviceProcedures<{ readonly billed: BillingMirrors }>();

export const billedRouter = router({
  /** As of when what is billed again and again is read; which system it is and what went wrong there, to those who see that. */
  told: procedure.input(z.object({ billingSite: z.uuid() })).query(async ({ ctx, input }): Promise<MirrorTold> => {
    const { brand, can } = await callerWith(ctx, "view customer invoices");
    const told = await ctx.service.billed.told(brand, [input.billingSite]);
    return {
      ...told,
      vendor: can("view suppliers") ? told.vendor : null,
      ...(!can("view api details") && { failure: null, unplaced: 0 }),
    };
  }),

  /** Reads it now. It is the daily work of whoever edits billing sites. */
  refresh: procedure.mutation(async ({ ctx }) => {
    const { brand, can } = await callerWith(ctx, "view customer invoices");
    if (!can("edit sw_billing_site")) throw new TRPCError({ code: "FORBIDDEN" });
    await ctx.service.billed.refresh(brand);
  }),
});
