import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { BackendError, errorOperation } from "@softwhere/services/platform/backend/errors";
import type { RowResult } from "@/base/bulk/run-store";
import { router, userProcedure } from "@/server/trpc/init";
import type { OrderedLine } from "../bulk/line-order";
import { loadLines } from "../bulk/load-lines";
import {
  actionId,
  actionKind,
  actionOperation,
  deploymentBlock,
  deploymentId,
  deploymentOperation,
  deploymentOrder,
  type DeploymentOrder,
  deploymentRow,
} from "./deployment-order";

/** Actions and their deployments are one atomic request, which takes 10,000 operations. */
const mostLines = 9_900;
const runId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);

/** What scripts/seed/service-accounts.ts calls the services' own users. */
const serviceName = "SoftWhere";

export const deploymentsRouter = router({
  /** What would happen to each line. Writes nothing. */
  preview: userProcedure
    .input(z.object({ kind: actionKind, lineIds: z.array(z.uuid()).min(1).max(mostLines) }))
    .query(async ({ ctx, input }) => {
      const lines = await loadLines(ctx.backend, input.lineIds, { action: input.kind });
      return {
        rows: lines.map((line) => deploymentRow(line, input.kind)),
        accounts: new Set(lines.map((line) => line.accountId)).size,
      };
    }),

  /** All lines at once: the deployments and the actions are there together or not at all. A line that is refused is left out and named. */
  run: userProcedure
    .input(
      z.object({
        order: deploymentOrder,
        runId,
        lines: z
          .array(z.object({ id: z.uuid(), version: z.number().int() }))
          .min(1)
          .max(mostLines),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<RowResult[]> => {
      const { order } = input;
      const backend = ctx.backendFor(input.runId);
      const ids = input.lines.map((line) => line.id);
      const lines = new Map(
        (await loadLines(ctx.backend, ids, { action: order.work.kind })).map((line) => [line.id, line]),
      );
      const results = new Map<string, RowResult>();
      const pending: OrderedLine[] = [];
      for (const { id, version } of input.lines) {
        const line = lines.get(id);
        // Made by this very run before its answer was lost.
        const made = line?.plannedActions.includes(actionId(input.runId, id));
        const blocked = line && !made ? deploymentBlock(line, order.work.kind) : null;
        if (!line?.accountId) results.set(id, { id, kind: "refused", reason: "missing", detail: null });
        else if (made) results.set(id, { id, kind: "changed", version });
        else if (line.version !== version)
          results.set(id, { id, kind: "refused", reason: "changed-since", detail: null });
        else if (blocked) results.set(id, { id, kind: "refused", reason: blocked, detail: null });
        else pending.push(line);
      }
      await planLines(
        backend,
        {
          order,
          runId: input.runId,
          severalAccounts: new Set([...lines.values()].map((line) => line.accountId)).size > 1,
        },
        pending,
        results,
      );
      return ids.flatMap((id) => results.get(id) ?? []);
    }),

  /** How far a run is at the backend, in operations. */
  progress: userProcedure.input(z.object({ runId })).query(({ ctx, input }) => ctx.backend.progress(input.runId)),

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

  /** A deployment's state with its actions': what isn't carried out yet is cancelled with it, and comes back with it. */
  setState: userProcedure
    .input(z.object({ id: z.uuid(), version: z.number().int(), to: z.enum(["cancelled", "planned"]) }))
    .mutation(async ({ ctx, input }) => {
      const requestId = `deployment-${ctx.requestId}`;
      const from = input.to === "cancelled" ? ["planned", "failed"] : ["cancelled"];
      const { status } = await ctx.backend.get(
        "sw_deployment",
        input.id,
        new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["status"]),
      );
      // Planning a draft brings back nothing that was cancelled before.
      const actions =
        input.to === "planned" && status === "draft"
          ? []
          : await ctx.backend.listAll("sw_action", () =>
              new DrupalJsonApiParams()
                .addFields("sw_action--sw_action", ["version"])
                .addFilter("deployment.id", input.id)
                .addFilter("status", from, "IN"),
            );
      try {
        await ctx.backendFor(requestId).operate([
          {
            op: "update",
            data: {
              type: "sw_deployment--sw_deployment",
              id: input.id,
              attributes: { version: input.version, status: input.to },
            },
          },
          ...actions.map((action) => ({
            op: "update" as const,
            data: {
              type: "sw_action--sw_action",
              id: action.id,
              attributes: { version: action.version, status: input.to },
            },
          })),
        ]);
        return { kind: "done" as const, requestId };
      } catch (error) {
        if (error instanceof BackendError && [403, 404, 409, 422].includes(error.status))
          return { kind: "refused" as const, detail: error.status === 409 ? null : (error.errors[0]?.detail ?? null) };
        throw error;
      }
    }),

  /** The actions of a deployment, or those planned for a line. */
  actions: userProcedure
    .input(z.object({ deploymentId: z.uuid().optional(), lineId: z.uuid().optional() }))
    .query(async ({ ctx, input }) => {
      const params = new DrupalJsonApiParams()
        .addFields("sw_action--sw_action", ["kind", "payload", "status", "planned_on", "line", "deployment", "result"])
        .addFields("sw_line--sw_line", ["number", "user_name"])
        .addFields("sw_deployment--sw_deployment", ["name", "status", "planned_on"])
        .addInclude(["line", "deployment"])
        .addCustomParam({ page: { limit: 200 } });
      if (input.deploymentId) params.addFilter("deployment.id", input.deploymentId);
      if (input.lineId) params.addFilter("line.id", input.lineId);
      const [rows, total] = await Promise.all([
        ctx.backend.list("sw_action", params),
        input.deploymentId
          ? ctx.backend.count("sw_action", new DrupalJsonApiParams().addFilter("deployment.id", input.deploymentId))
          : 0,
      ]);
      return {
        total: Math.max(total, rows.length),
        rows: rows.map((row) => ({
          id: row.id,
          kind: row.kind ?? "modify_line",
          payload: row.payload ?? null,
          status: row.status ?? "planned",
          day: row.planned_on ?? row.deployment?.planned_on ?? null,
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

interface Plan {
  readonly order: DeploymentOrder;
  readonly runId: string;
  readonly severalAccounts: boolean;
}

async function planLines(
  backend: BackendClient,
  { order, runId: run, severalAccounts }: Plan,
  pending: readonly OrderedLine[],
  results: Map<string, RowResult>,
): Promise<void> {
  let remaining = pending;
  while (remaining.length > 0) {
    const accounts = [...new Set(remaining.flatMap((line) => line.accountId ?? []))];
    const there = new Set(
      (
        await backend.list(
          "sw_deployment",
          new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["version"]).addFilter(
            "id",
            accounts.map((accountId) => deploymentId(run, accountId)),
            "IN",
          ),
        )
      ).map(({ id }) => id),
    );
    const heads = accounts
      .filter((accountId) => !there.has(deploymentId(run, accountId)))
      .map((accountId) =>
        deploymentOperation(
          order,
          remaining.filter((line) => line.accountId === accountId),
          { runId: run, accountId, severalAccounts },
        ),
      );
    try {
      await backend.operate([
        ...heads,
        ...remaining.map((line) => actionOperation(order, line, { runId: run, accountId: line.accountId ?? "" })),
      ]);
      for (const line of remaining) results.set(line.id, { id: line.id, kind: "changed", version: line.version });
      return;
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      const [first] = error.errors;
      const position = first ? errorOperation(first) : undefined;
      if (!first || position === undefined) throw error;
      const refused = (line: OrderedLine): RowResult => ({
        id: line.id,
        kind: "refused",
        reason: error.status === 403 ? "forbidden" : "backend",
        detail: first.detail ?? null,
      });
      const failed = remaining[position - heads.length];
      // Without its deployment no action can be: then all are refused for the same reason.
      for (const line of failed ? [failed] : remaining) results.set(line.id, refused(line));
      remaining = failed ? remaining.filter((line) => line !== failed) : [];
    }
  }
}
