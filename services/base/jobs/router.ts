import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import * as z from "zod";
import { serviceProcedures } from "../../platform/service/procedures.ts";
import type { FailedJobs } from "./failed-jobs.ts";

const { router, procedure } = serviceProcedures<FailedJobs>();

function allowed<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new TRPCError({ code: "FORBIDDEN" });
  return answer;
}

export const jobsRouter = router({
  failed: procedure.query(async ({ ctx }) => allowed(await ctx.service.list(ctx.backendFor(`jobs-${randomUUID()}`)))),
  /** A second call for the same job finds it under way, and is NOT_FOUND as any job that has not failed. */
  repeat: procedure.input(z.object({ id: z.string().min(1).max(200) })).mutation(async ({ ctx, input }) => {
    const repeated = allowed(await ctx.service.repeat(ctx.backendFor(`jobs-${randomUUID()}`), input.id));
    if (!repeated) throw new TRPCError({ code: "NOT_FOUND" });
  }),
});

export type JobsRouter = typeof jobsRouter;
