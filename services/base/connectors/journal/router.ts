import { TRPCError } from "@trpc/server";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import { callerWith } from "../../../platform/service/caller.ts";
import type { Calls } from "./calls.ts";
import { callName, callsOf } from "./contract.ts";

const { router, procedure } = serviceProcedures<{ readonly calls: Calls }>();

/** Whoever may see what is said to vendors, in their brand. */
const reading = procedure.use(async ({ ctx, next }) => {
  const { brand } = await callerWith(ctx, "view api details");
  return next({ ctx: { brand, calls: ctx.service.calls } });
});

export const callsRouter = router({
  /** A page of a connection's calls, the newest first, and how many there were in the last day. */
  page: reading.input(callsOf).query(async ({ ctx, input: { connection, ...filter } }) => {
    const owner = { brand: ctx.brand, connection };
    const [page, lately] = await Promise.all([ctx.calls.page(owner, filter), ctx.calls.lately(owner)]);
    return { ...page, lately };
  }),

  /** One of them with what was sent and answered. */
  one: reading.input(callName).query(async ({ ctx, input }) => {
    const call = await ctx.calls.one(ctx.brand, input.id);
    if (!call) throw new TRPCError({ code: "NOT_FOUND" });
    return call;
  }),
});
