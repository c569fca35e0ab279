import "server-only";
import {
  cancelPlanInput,
  planChangeInput,
  planChangePreviewInput,
  plansInput,
} from "@softwhere/services/verticals/telecom/commands/contract";
import { router, userProcedure } from "@/server/trpc/init";
import { commands } from "../service";

export const changePlanRouter = router({
  plans: userProcedure.input(plansInput).query(({ ctx, input }) => commands(ctx.session).plans.query(input)),
  preview: userProcedure
    .input(planChangePreviewInput)
    .query(({ ctx, input }) => commands(ctx.session).previewPlanChange.query(input)),
  run: userProcedure
    .input(planChangeInput)
    .mutation(({ ctx, input }) => commands(ctx.session).changePlan.mutate(input)),
  cancel: userProcedure
    .input(cancelPlanInput)
    .mutation(({ ctx, input }) => commands(ctx.session).cancelScheduledPlan.mutate(input)),
});
