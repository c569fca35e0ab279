import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Viewer } from "../../../platform/backend/viewers.ts";
import { serviceProcedures } from "../../../platform/service/procedures.ts";
import { articleChoices } from "./articles.ts";
import { changePlan, plansOf, previewPlanChange } from "./change-plan.ts";
import {
  approvalInput,
  articleChoicesInput,
  cancelPlanInput,
  deploymentInput,
  deploymentPreviewInput,
  deploymentStateInput,
  knownNumbersInput,
  launchInput,
  launchPreviewInput,
  milestonesInput,
  milestoneStateInput,
  movePlanInput,
  newLineChoicesInput,
  newLinesInput,
  orderChoicesInput,
  orderInput,
  orderPreviewInput,
  planChangeInput,
  planChangePreviewInput,
  plansInput,
  portCorrectionInput,
  refusalInput,
  runProgressInput,
  stockInput,
  undoInput,
} from "./contract.ts";
import { planDeployment, previewDeployment, setDeploymentState } from "./deployments.ts";
import { askApproval, launch, previewLaunch, refuseApproval } from "./launch.ts";
import { prepareMilestones, setMilestoneState } from "./milestones.ts";
import { newLineChoices, planNewLines } from "./new-lines.ts";
import { orderChoices } from "./order-choices.ts";
import { orderLines, previewOrder } from "./order-lines.ts";
import { correctPort, knownNumbers } from "./ports.ts";
import { stockForLine } from "./sim-cards.ts";
import { previewUndo, undo } from "./undo.ts";
import { cancelScheduledPlan, moveScheduledPlan } from "./scheduled-plan.ts";

interface Commands {
  viewerOf(session: string, backend: BackendClient): Promise<Viewer>;
}

const { router, procedure } = serviceProcedures<Commands>();

/** A question: nothing is written, whatever it says. */
const question = procedure.use(({ ctx, next }) => {
  const backend = ctx.backendFor("telecom-preview");
  return next({ ctx: { backend, viewer: () => ctx.service.viewerOf(ctx.session.cookie, backend) } });
});

/** What a person does at once; the journal groups it under the request id, which undoes it. */
const command = procedure.use(({ ctx, next }) => {
  const requestId = `telecom-${crypto.randomUUID()}`;
  const backend = ctx.backendFor(requestId);
  return next({ ctx: { requestId, backend, viewer: () => ctx.service.viewerOf(ctx.session.cookie, backend) } });
});

export const telecomRouter = router({
  plans: question.input(plansInput).query(async ({ ctx, input }) => plansOf(ctx.backend, await ctx.viewer(), input)),
  previewPlanChange: question
    .input(planChangePreviewInput)
    .query(async ({ ctx, input }) => previewPlanChange(ctx.backend, await ctx.viewer(), input)),
  changePlan: procedure.input(planChangeInput).mutation(async ({ ctx, input }) => {
    const backend = ctx.backendFor(input.runId);
    return changePlan(backend, await ctx.service.viewerOf(ctx.session.cookie, backend), input);
  }),
  cancelScheduledPlan: command.input(cancelPlanInput).mutation(async ({ ctx, input }) => ({
    ...(await cancelScheduledPlan(ctx.backend, await ctx.viewer(), input)),
    requestId: ctx.requestId,
  })),
  moveScheduledPlan: command.input(movePlanInput).mutation(async ({ ctx, input }) => ({
    ...(await moveScheduledPlan(ctx.backend, await ctx.viewer(), input)),
    requestId: ctx.requestId,
  })),

  previewOrder: question
    .input(orderPreviewInput)
    .query(async ({ ctx, input }) => previewOrder(ctx.backend, await ctx.viewer(), input)),
  orderLines: procedure.input(orderInput).mutation(async ({ ctx, input }) => {
    const backend = ctx.backendFor(input.runId);
    return orderLines(backend, await ctx.service.viewerOf(ctx.session.cookie, backend), input);
  }),

  orderChoices: question.input(orderChoicesInput).query(({ ctx, input }) => orderChoices(ctx.backend, input)),

  articleChoices: question
    .input(articleChoicesInput)
    .query(async ({ ctx, input }) => articleChoices(ctx.backend, await ctx.viewer(), input)),
  previewDeployment: question
    .input(deploymentPreviewInput)
    .query(({ ctx, input }) => previewDeployment(ctx.backend, input)),
  stock: question.input(stockInput).query(({ ctx, input }) => stockForLine(ctx.backend, input)),
  planDeployment: procedure
    .input(deploymentInput)
    .mutation(({ ctx, input }) => planDeployment(ctx.backendFor(input.runId), input)),
  newLineChoices: question
    .input(newLineChoicesInput)
    .query(async ({ ctx, input }) => newLineChoices(ctx.backend, await ctx.viewer(), input)),
  planNewLines: procedure.input(newLinesInput).mutation(async ({ ctx, input }) => {
    const backend = ctx.backendFor(input.runId);
    return planNewLines(backend, await ctx.service.viewerOf(ctx.session.cookie, backend), input);
  }),
  knownNumbers: question.input(knownNumbersInput).query(({ ctx, input }) => knownNumbers(ctx.backend, input)),
  correctPort: command.input(portCorrectionInput).mutation(({ ctx, input }) => correctPort(ctx.backend, input)),
  setDeploymentState: command.input(deploymentStateInput).mutation(async ({ ctx, input }) => ({
    ...(await setDeploymentState(ctx.backend, input)),
    requestId: ctx.requestId,
  })),
  previewLaunch: question
    .input(launchPreviewInput)
    .query(async ({ ctx, input }) => previewLaunch(ctx.backend, await ctx.viewer(), input)),
  launch: command.input(launchInput).mutation(async ({ ctx, input }) => ({
    ...(await launch(ctx.backend, await ctx.viewer(), input)),
    requestId: ctx.requestId,
  })),
  previewUndo: question
    .input(launchPreviewInput)
    .query(async ({ ctx, input }) => previewUndo(ctx.backend, await ctx.viewer(), input)),
  undo: command.input(undoInput).mutation(async ({ ctx, input }) => undo(ctx.backend, await ctx.viewer(), input)),
  askApproval: command.input(approvalInput).mutation(async ({ ctx, input }) => ({
    ...(await askApproval(ctx.backend, await ctx.viewer(), input)),
    requestId: ctx.requestId,
  })),
  refuseApproval: command.input(refusalInput).mutation(async ({ ctx, input }) => ({
    ...(await refuseApproval(ctx.backend, input)),
    requestId: ctx.requestId,
  })),
  prepareMilestones: command.input(milestonesInput).mutation(async ({ ctx, input }) => ({
    ...(await prepareMilestones(ctx.backend, input)),
    requestId: ctx.requestId,
  })),
  setMilestoneState: command.input(milestoneStateInput).mutation(async ({ ctx, input }) => ({
    ...(await setMilestoneState(ctx.backend, input)),
    requestId: ctx.requestId,
  })),

  /** How far the run's present request is at the backend, in operations; null where none is under way. */
  progress: question.input(runProgressInput).query(({ ctx, input }) => ctx.backend.progress(input.runId)),
});

export type TelecomRouter = typeof telecomRouter;
