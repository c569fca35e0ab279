import { randomUUID } from "node:crypto";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import type { BillingControl } from "./billing-control.ts";
import { attachInput, chargeInput, importInput, recheckInput, unmatchedInput } from "./contract.ts";
import { monthInput } from "./month/contract.ts";

const { router, procedure } = serviceProcedures<BillingControl>();

const importing = procedure.input(importInput);
const runOf = () => `import-${randomUUID()}`;

export const billingControlRouter = router({
  /** Dry run: reads, matches and checks, writes nothing. */
  preview: importing.mutation(({ ctx, input }) => ctx.service.preview(input, ctx.backendFor(runOf(), "import"))),
  /** What invoices bill and the park doesn't know, with the lines that it may mean. */
  unmatched: procedure
    .input(unmatchedInput)
    .query(({ ctx, input }) => ctx.service.unmatched(input.supplierId, ctx.backendFor("unmatched"))),
  attach: procedure
    .input(attachInput)
    .mutation(({ ctx, input }) => ctx.service.attach(input, ctx.backendFor(`attach-${randomUUID()}`))),
  /** Rows that nothing says what they are for. */
  unclearCharges: procedure
    .input(unmatchedInput)
    .query(({ ctx, input }) => ctx.service.unclearCharges(input.supplierId, ctx.backendFor("charges"))),
  sayCharge: procedure
    .input(chargeInput)
    .mutation(({ ctx, input }) => ctx.service.sayCharge(input, ctx.backendFor(`charge-${randomUUID()}`))),
  /** Checks an imported invoice as of today's park, prices and rules. */
  recheck: procedure
    .input(recheckInput)
    .mutation(({ ctx, input }) => ctx.service.recheck(input.invoiceId, ctx.backendFor(`recheck-${randomUUID()}`))),
  /** Checks a month over the whole park and what customers are billed. */
  checkMonth: procedure
    .input(monthInput)
    .mutation(({ ctx, input }) => ctx.service.checkMonth(input, ctx.backendFor(`month-${randomUUID()}`))),
  /** The same, and writes each document's invoice, lines and anomalies at once or not at all. */
  commit: importing.mutation(({ ctx, input }) => ctx.service.commit(input, ctx.backendFor(runOf(), "import"))),
});

export type BillingControlRouter = typeof billingControlRouter;
