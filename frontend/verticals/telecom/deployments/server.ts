import "server-only";
import {
  approvalInput,
  articleChoicesInput,
  deploymentInput,
  deploymentPreviewInput,
  deploymentStateInput,
  knownNumbersInput,
  launchInput,
  launchPreviewInput,
  newLineChoicesInput,
  newLinesInput,
  portCorrectionInput,
  refusalInput,
  undoInput,
} from "@softwhere/services/verticals/telecom/commands/contract";
import { isToDo } from "@softwhere/services/verticals/telecom/domain/launch";
import type { SwAction } from "@softwhere/services/model/generated/entities";
import type {} from "@softwhere/services/model/generated/sw_telecom/entities";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import { connected } from "@/base/connections/connected-server";
import { commands } from "../service";
import { wayOf } from "./way";
import { boardQuery } from "./board-server";
import { milestonesRouter } from "./milestones-server";

/** The services' own users have this name. */
const serviceName = "SoftWhere";

/** The vendor that an action goes to, where that connection is paused. */
function pausedWay({ capability, operation, line, deployment }: SwAction, connections: Connections): string | null {
  const supplierId = (line ? line.park?.operator?.id : deployment?.supplier?.id) ?? null;
  const way = wayOf({ capability: capability ?? "", operation: operation ?? "", supplierId }, connections);
  return way.kind === "vendor" && way.isPaused ? way.label : null;
}
type Connections = Parameters<typeof wayOf>[1];

export const deploymentsRouter = router({
  board: boardQuery,
  milestones: milestonesRouter,
  preview: userProcedure
    .input(deploymentPreviewInput)
    .query(({ ctx, input }) => commands(ctx.session).previewDeployment.query(input)),
  run: userProcedure
    .input(deploymentInput)
    .mutation(({ ctx, input }) => commands(ctx.session).planDeployment.mutate(input)),

  articles: userProcedure
    .input(articleChoicesInput)
    .query(({ ctx, input }) => commands(ctx.session).articleChoices.query(input)),
  newLineChoices: userProcedure.input(newLineChoicesInput).query(async ({ ctx, input }) => {
    const [choices, connections] = await Promise.all([
      commands(ctx.session).newLineChoices.query(input),
      connected(ctx.session).catch(() => null),
    ]);
    const parks = choices.parks.map((park) => ({
      ...park,
      /** By whom a number would be ported there. */
      port: wayOf({ capability: "supplier", operation: "port_in", supplierId: park.operatorId }, connections),
    }));
    return { ...choices, parks };
  }),
  knownNumbers: userProcedure
    .input(knownNumbersInput)
    .query(({ ctx, input }) => commands(ctx.session).knownNumbers.query(input)),
  correctPort: userProcedure
    .input(portCorrectionInput)
    .mutation(({ ctx, input }) => commands(ctx.session).correctPort.mutate(input)),
  planNewLines: userProcedure
    .input(newLinesInput)
    .mutation(({ ctx, input }) => commands(ctx.session).planNewLines.mutate(input)),

  /** Who can be responsible, and where SIMs can be sent when the lines are of one account. */
  choices: userProcedure.query(async ({ ctx }) => {
    const users = await ctx.backend.listAll("user", () =>
      new DrupalJsonApiParams().addFields("user--user", ["display_name"]).addFilter("user_type", "internal"),
    );
    return {
      me: ctx.session.userId,
      owners: users
        .map(({ id, display_name: name }) => ({ id, name: name ?? "" }))
        .filter(({ name }) => name !== serviceName)
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  }),

  setState: userProcedure
    .input(deploymentStateInput)
    .mutation(({ ctx, input }) => commands(ctx.session).setDeploymentState.mutate(input)),

  previewLaunch: userProcedure.input(launchPreviewInput).query(async ({ ctx, input }) => {
    const [preview, connections] = await Promise.all([
      commands(ctx.session).previewLaunch.query(input),
      connected(ctx.session).catch(() => null),
    ]);
    return { ...preview, rows: preview.rows.map((row) => ({ ...row, way: wayOf(row, connections) })) };
  }),
  previewUndo: userProcedure.input(launchPreviewInput).query(async ({ ctx, input }) => {
    const [preview, connections] = await Promise.all([
      commands(ctx.session).previewUndo.query(input),
      connected(ctx.session).catch(() => null),
    ]);
    return {
      ...preview,
      rows: preview.rows.map((row) => ({
        ...row,
        /** By whom it is undone, or asked to end. */
        way: wayOf({ ...row, operation: row.step.kind === "reverse" ? row.step.by : row.operation }, connections),
      })),
    };
  }),
  undo: userProcedure.input(undoInput).mutation(({ ctx, input }) => commands(ctx.session).undo.mutate(input)),
  askApproval: userProcedure
    .input(approvalInput)
    .mutation(({ ctx, input }) => commands(ctx.session).askApproval.mutate(input)),
  refuseApproval: userProcedure
    .input(refusalInput)
    .mutation(({ ctx, input }) => commands(ctx.session).refuseApproval.mutate(input)),
  launch: userProcedure.input(launchInput).mutation(({ ctx, input }) => commands(ctx.session).launch.mutate(input)),

  /** How many of a deployment's actions are still to be done, how many of those have a day, or none yet, and whether it has begun. */
  states: userProcedure.input(z.object({ deploymentId: z.uuid() })).query(async ({ ctx, input }) => {
    const of = () => new DrupalJsonApiParams().addFilter("deployment.id", input.deploymentId);
    const [groups, waiting] = await Promise.all([
      ctx.backend.aggregate("sw_action", { groupBy: ["status"], filter: of() }),
      ctx.backend.count("sw_action", of().addFilter("status", "ready").addFilter("planned_on", null, "IS NULL")),
    ]);
    const open = groups.filter(({ keys }) => isToDo(String(keys["status"])));
    const ready = groups.find(({ keys }) => keys["status"] === "ready")?.count ?? 0;
    return {
      open: open.reduce((sum, { count }) => sum + count, 0),
      ready: ready - waiting,
      waiting,
      /** Whether something was done, or tried. */
      hasBegun: groups.some(({ keys }) => !["ready", "cancelled"].includes(String(keys["status"]))),
    };
  }),

  /** The actions of a deployment, or those planned for a line. */
  actions: userProcedure
    .input(z.object({ deploymentId: z.uuid().optional(), lineId: z.uuid().optional() }))
    .query(async ({ ctx, input }) => {
      const params = new DrupalJsonApiParams()
        .addFields("sw_action--sw_action", [
          "capability",
          "operation",
          "version",
          "payload",
          "corrected",
          "status",
          "reason",
          "cause",
          "planned_on",
          "next_attempt_at",
          "vendor_reference",
          "line",
          "deployment",
        ])
        .addFields("sw_line--sw_line", ["number", "user_name", "park"])
        .addFields("sw_park--sw_park", ["operator"])
        .addFields("sw_deployment--sw_deployment", ["name", "status", "planned_on", "supplier"])
        .addInclude(["line.park", "deployment"])
        .addCustomParam({ page: { limit: 200 } });
      if (input.deploymentId) params.addFilter("deployment.id", input.deploymentId);
      if (input.lineId) params.addFilter("line.id", input.lineId);
      const [rows, total] = await Promise.all([
        ctx.backend.list("sw_action", params),
        input.deploymentId
          ? ctx.backend.count("sw_action", new DrupalJsonApiParams().addFilter("deployment.id", input.deploymentId))
          : 0,
      ]);
      // Who has nothing carried out isn't told what stands in the way of it.
      const connections = rows.some(({ status }) => isToDo(status ?? ""))
        ? await connected(ctx.session).catch(() => null)
        : null;
      return {
        total: Math.max(total, rows.length),
        rows: rows.map((row) => ({
          id: row.id,
          /** The vendor to whom nothing goes at present: it waits. */
          pausedAt: isToDo(row.status ?? "") ? pausedWay(row, connections) : null,
          operation: row.operation ?? "modify_line",
          version: row.version ?? 1,
          payload: row.payload ?? null,
          corrected: row.corrected ?? null,
          cause: row.cause ?? null,
          status: row.status ?? "ready",
          reason: row.reason ?? null,
          nextAttempt: row.next_attempt_at ?? null,
          // Absent where the reader may not see it.
          reference: row.vendor_reference ?? null,
          ownDay: row.planned_on ?? null,
          // Of one that was put off since it was launched the later holds.
          day:
            [row.planned_on, row.deployment?.planned_on]
              .flatMap((one) => one ?? [])
              .sort()
              .at(-1) ?? null,
          line: row.line
            ? { id: row.line.id, number: row.line.number ?? "", userName: row.line.user_name ?? null }
            : null,
          deployment: row.deployment
            ? { id: row.deployment.id, name: row.deployment.name ?? "", status: row.deployment.status ?? "draft" }
            : null,
        })),
      };
    }),
});
