import "server-only";
import { plansInput, previewInput, runInput } from "@softwhere/services/verticals/telecom/commands/change-plan";
import { cancelPlanInput } from "@softwhere/services/verticals/telecom/commands/scheduled-plan";
import { router, userProcedure } from "@/server/trpc/init";
import { commands } from "../service";

export const changePlanRouter = router({
  plans: userProcedure.input(plansInput).query(({ ctx, input }) => commands(ctx.session).plans.query(input)),
  preview: userProcedure
    .input(previewInput)
    .query(({ ctx, input }) => commands(ctx.session).previewPlanChange.query(input)),
  run: userProcedure.input(runInput).mutation(({ ctx, input }) => commands(ctx.session).changePlan.mutate(input)),
  cancel: userProcedure
    .input(cancelPlanInput)
    .mutation(({ ctx, input }) => commands(ctx.session).cancelScheduledPlan.mutate(input)),
});
