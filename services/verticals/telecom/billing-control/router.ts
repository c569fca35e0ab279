import { randomUUID } from "node:crypto";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import type { BillingControl } from "./billing-control.ts";
import { claimInput, importInput } from "./contract.ts";

const { router, procedure } = serviceProcedures<BillingControl>();

const importing = procedure.input(importInput);
const runOf = () => `import-${randomUUID()}`;

export const billingControlRouter = router({
  /** Dry run: reads, matches and checks, writes nothing. */
  preview: importing.mutation(({ ctx, input }) => ctx.service.preview(input, ctx.backendFor(runOf(), "import"))),
  /** A claim as a document for the supplier. A dispute of somebody else's is one that doesn't exist. */
  claim: procedure.input(claimInput).query(({ ctx, input }) => ctx.service.claim(input, ctx.backendFor("claim"))),
  /** The same, and writes each document's invoice, lines and anomalies at once or not at all. */
  commit: importing.mutation(({ ctx, input }) => ctx.service.commit(input, ctx.backendFor(runOf(), "import"))),
});

export type BillingControlRouter = typeof billingControlRouter;
