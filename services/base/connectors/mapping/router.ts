import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import type { Billing } from "../capabilities/billing.ts";
import { callerWith } from "../../../platform/service/caller.ts";
import type { Way } from "../execution/carry-out.ts";
import type { InvoiceCalls } from "../invoices/router.ts";
import { acceptedMappings } from "./contract.ts";
import { accept, mappingsOf } from "./mapping.ts";

export interface MappingCalls extends InvoiceCalls {
  /** Reads what changed there. */
  readBilling(brand: string): Promise<void>;
  /** The brand's billing system; undefined where it isn't connected to one. */
  billingOf(brand: string): Promise<(Pick<Way, "vendor"> & { readonly offer: Billing }) | undefined>;
}

const { router, procedure } = serviceProcedures<MappingCalls>();

/** Whoever edits billing sites and sees what others call them: it is their daily work, and the backend asks the same of what they write. */
const mapping = procedure.use(async ({ ctx, next }) => {
  const { brand, can } = await callerWith(ctx, "edit sw_billing_site");
  if (!can("view api details")) throw new TRPCError({ code: "FORBIDDEN" });
  const way = await ctx.service.billingOf(brand);
  if (!way?.offer.listCustomers) throw new TRPCError({ code: "PRECONDITION_FAILED" });
  return next({ ctx: { brand, way, backend: ctx.backendFor(`mapping-${randomUUID()}`) } });
});

export const mappingRouter = router({
  /** Billing sites that nobody has mapped yet. */
  open: mapping.query(({ ctx: { backend, way } }) => mappingsOf(backend, way.offer, way.vendor)),

  /** Maps them to the customers that a person has chosen. */
  accept: mapping.input(acceptedMappings).mutation(async ({ ctx: { brand, backend, way, service }, input }) => {
    const accepted = await accept(backend, way.offer, way.vendor, input);
    await service.readBilling(brand);
    return accepted;
  }),
});
