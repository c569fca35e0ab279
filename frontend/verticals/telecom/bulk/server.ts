import "server-only";
import {
  orderChoicesInput,
  orderInput,
  orderPreviewInput,
  runProgressInput,
} from "@softwhere/services/verticals/telecom/commands/contract";
import { router, userProcedure } from "@/server/trpc/init";
import { commands } from "../service";

export const bulkRouter = router({
  preview: userProcedure
    .input(orderPreviewInput)
    .query(({ ctx, input }) => commands(ctx.session).previewOrder.query(input)),
  run: userProcedure.input(orderInput).mutation(({ ctx, input }) => commands(ctx.session).orderLines.mutate(input)),
  choices: userProcedure
    .input(orderChoicesInput)
    .query(({ ctx, input }) => commands(ctx.session).orderChoices.query(input)),
  /** How far a run of any of telecom's commands is at the backend, in operations. */
  progress: userProcedure
    .input(runProgressInput)
    .query(({ ctx, input }) => commands(ctx.session).progress.query(input)),
});
