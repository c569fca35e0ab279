import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type * as z from "zod";
import type { BackendSession } from "../platform/backend/session-header.ts";
import { type ImportReport, importInput } from "./contract.ts";

/** The imports as the console calls them; `main.ts` supplies what does the work. */
export interface BillingControl {
  /** Dry run: reads, matches and checks, writes nothing. */
  preview(input: z.infer<typeof importInput>, session: BackendSession): Promise<ImportReport>;
  /** The same, and writes invoice, lines and anomalies at once or not at all. */
  commit(input: z.infer<typeof importInput>, session: BackendSession): Promise<ImportReport>;
}

export interface BillingControlContext {
  readonly billingControl: BillingControl;
  readonly session: BackendSession | undefined;
}

const t = initTRPC.context<BillingControlContext>().create({
  transformer: superjson,
  // A code is all the console needs; what went wrong inside stays in this service's log.
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.code,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus },
  }),
});

const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, session: ctx.session } });
});

export const billingControlRouter = t.router({
  preview: signedIn.input(importInput).mutation(({ ctx, input }) => ctx.billingControl.preview(input, ctx.session)),
  commit: signedIn.input(importInput).mutation(({ ctx, input }) => ctx.billingControl.commit(input, ctx.session)),
});

export type BillingControlRouter = typeof billingControlRouter;
