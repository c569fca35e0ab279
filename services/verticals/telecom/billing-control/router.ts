import { randomUUID } from "node:crypto";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import type { BillingControl } from "./billing-control.ts";
import { attachInput, chargeInput, importInput, recheckInput, unmatchedInput } from "./contract.ts";
import type { MonthChecks } from "./month/month-checks.ts";
import { monthInput, monthRunInput } from "./month/contract.ts";

interface Calls {
  readonly control: BillingControl;
  readonly months: MonthChecks;
}

const { router, procedure } = serviceProcedures<Calls>();

const importing = procedure.input(importInput);
const runOf = () => `import-${randomUUID()}`;

export const billingControlRouter = router({
  /** Dry run: reads, matches and checks, writes nothing. */
  preview: importing.mutation(({ ctx, input }) =>
    ctx.service.control.preview(input, ctx.backendFor(runOf(), "import")),
  ),
  /** What invoices bill and the park doesn't know, with the lines that it may mean. */
  unmatched: procedure
    .input(unmatchedInput)
    .query(({ ctx, input }) => ctx.service.control.unmatched(input.supplierId, ctx.backendFor("unmatched"))),
  attach: procedure
    .input(attachInput)
    .mutation(({ ctx, input }) => ctx.service.control.attach(input, ctx.backendFor(`attach-${randomUUID()}`))),
  /** Rows that nothing says what they are for. */
  unclearCharges: procedure
    .input(unmatchedInput)
    .query(({ ctx, input }) => ctx.service.control.unclearCharges(input.supplierId, ctx.backendFor("charges"))),
  sayCharge: procedure
    .input(chargeInput)
    .mutation(({ ctx, input }) => ctx.service.control.sayCharge(input, ctx.backendFor(`charge-${randomUUID()}`))),
  /** Checks an imported invoice as of today's park, prices and rules. */
  recheck: procedure
    .input(recheckInput)
    .mutation(({ ctx, input }) =>
      ctx.service.control.recheck(input.invoiceId, ctx.backendFor(`recheck-${randomUUID()}`)),
    ),
  /** Has a month checked over the whole park and what customers are billed: a run, which goes on whatever becomes of the call. */
  checkMonth: procedure
    .input(monthInput)
    .mutation(({ ctx, input }) => ctx.service.months.start(input, ctx.backendFor(`month-${randomUUID()}`))),
  monthRun: procedure
    .input(monthRunInput)
    .query(({ ctx, input }) => ctx.service.months.state(input, ctx.backendFor("month-run"))),
  /** The same, and writes each document's invoice, lines and anomalies at once or not at all. */
  commit: importing.mutation(({ ctx, input }) => ctx.service.control.commit(input, ctx.backendFor(runOf(), "import"))),
});

export type BillingControlRouter = typeof billingControlRouter;
