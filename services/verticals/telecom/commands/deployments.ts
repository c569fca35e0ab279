import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { SwAction } from "../../../model/generated/entities.ts";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { BackendError, errorOperation } from "../../../platform/backend/errors.ts";
import { refusalOf } from "../../../platform/backend/refusal.ts";
import {
  type ActionKind,
  actionId,
  actionOperations,
  actionsPerLine,
  deploymentBlock,
  deploymentId,
  deploymentOperation,
  type DeploymentOrder,
  deploymentRow,
  isArticleWork,
  type OrderedArticle,
} from "../domain/deployment-order.ts";
import type { LineBlock, LineOrderRow, OrderedLine } from "../domain/line-order.ts";
import { articleOfWork } from "./articles.ts";
import { billedLines } from "./billed-lines.ts";
import { loadLines } from "./load-lines.ts";
import { isOver } from "../domain/launch.ts";
import { milestoneOperations, usualMilestones } from "../domain/milestones.ts";
import type { deploymentInput, deploymentPreviewInput, deploymentStateInput, RowResult } from "./contract.ts";
import { milestonesWith } from "./milestones.ts";
import { stockOf } from "./sim-cards.ts";
import { inOrder } from "./run.ts";
import { type StateSet, update, written } from "./state.ts";

/** What would happen to each line. Writes nothing. */
export async function previewDeployment(
  backend: BackendClient,
  { kind, code, lineIds }: z.infer<typeof deploymentPreviewInput>,
): Promise<{ rows: LineOrderRow[]; accounts: number }> {
  const [article, lines] = await Promise.all([
    articleOfWork(backend, { kind, code }),
    linesFor(backend, lineIds, { kind, code }).catch((error: unknown) => {
      // Who may not see what is billed can't plan its end, and is shown the rest.
      if (error instanceof BackendError && error.status === 403)
        return loadLines(backend, lineIds, { action: { operation: kind } });
      throw error;
    }),
  ]);
  return {
    rows: lines.map((line) => deploymentRow(line, kind, article)),
    accounts: new Set(lines.map((line) => line.accountId)).size,
  };
}

/** The lines, with what the work has to know of them. */
async function linesFor(
  backend: BackendClient,
  ids: readonly string[],
  { kind, code = null }: { readonly kind: ActionKind; readonly code?: string | null | undefined },
): Promise<OrderedLine[]> {
  const [lines, billed] = await Promise.all([
    loadLines(backend, ids, { action: { operation: kind, ...(isArticleWork(kind) && { code }) } }),
    kind === "terminate_line" ? billedLines(backend, ids) : undefined,
  ]);
  return billed ? lines.map((line) => ({ ...line, isBilled: billed.has(line.id) })) : lines;
}

/**
 * All lines at once: the deployments and the actions are there together or not at all; where a request doesn't hold them, part by part. A line that
 * is refused is left out and named.
 */
export async function planDeployment(
  backend: BackendClient,
  { order, runId: run, lines: asked }: z.infer<typeof deploymentInput>,
): Promise<RowResult[]> {
  const ids = asked.map((line) => line.id);
  // Whoever asks for more means something else.
  if (order.work.kind === "swap_sim" && ids.length > 1)
    return ids.map((id) => ({ id, kind: "refused", reason: "no-card", detail: null }));
  const [article, found] = await Promise.all([articleOfWork(backend, order.work), linesFor(backend, ids, order.work)]);
  const lines = new Map(found.map((line) => [line.id, line]));
  const results: RowResult[] = [];
  const pending: OrderedLine[] = [];
  for (const { id, version } of asked) {
    const line = lines.get(id);
    // Made by this very run before its answer was lost.
    const made = line?.plannedActions.includes(actionId(run, id));
    const blocked =
      line && !made
        ? (deploymentBlock(line, order.work.kind, article) ?? (await cardBlock(backend, line, order)))
        : null;
    if (!line?.accountId) results.push({ id, kind: "refused", reason: "missing", detail: null });
    else if (made) results.push({ id, kind: "changed", version });
    else if (line.version !== version) results.push({ id, kind: "refused", reason: "changed-since", detail: null });
    else if (blocked) results.push({ id, kind: "refused", reason: blocked, detail: null });
    else pending.push(line);
  }
  const severalAccounts = new Set([...lines.values()].map((line) => line.accountId)).size > 1;
  const most = Math.floor(mostActions / actionsPerLine(order.work.kind));
  for (let from = 0; from < pending.length; from += most) {
    const later = pending.slice(from + most);
    const part = pending.slice(from, from + most);
    results.push(...(await planLines(backend, { order, run, article, severalAccounts, later }, part)));
  }
  return inOrder(ids, results);
}

/** A card is one line's: it is looked at again when it is planned. */
async function cardBlock(
  backend: BackendClient,
  line: OrderedLine,
  { work }: DeploymentOrder,
): Promise<LineBlock | null> {
  if (work.kind !== "swap_sim") return null;
  const cards = await stockOf(backend, line);
  return cards.some(({ iccid }) => iccid === work.iccid) ? null : "no-card";
}

interface Plan {
  readonly order: DeploymentOrder;
  readonly run: string;
  readonly article: OrderedArticle | null | undefined;
  readonly severalAccounts: boolean;
  /** Lines of later parts: the deployments are theirs too. */
  readonly later: readonly OrderedLine[];
}

/** Of one request, which holds 10,000 operations, deployments among them. */
const mostActions = 9_800;

async function planLines(backend: BackendClient, plan: Plan, pending: readonly OrderedLine[]): Promise<RowResult[]> {
  const results: RowResult[] = [];
  let remaining = pending;
  while (remaining.length > 0) {
    const heads = await missingHeads(backend, plan, remaining);
    const actions = remaining.flatMap((line) =>
      actionOperations(plan.order, line, {
        runId: plan.run,
        accountId: line.accountId ?? "",
        article: plan.article,
      }).map((operation) => ({ line, operation })),
    );
    try {
      await backend.operate([...heads, ...actions.map(({ operation }) => operation)]);
      return [...results, ...remaining.map(({ id, version }) => ({ id, kind: "changed" as const, version }))];
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      const [first] = error.errors;
      const position = first ? errorOperation(first) : undefined;
      if (!first || position === undefined) throw error;
      const failed = actions[position - heads.length]?.line;
      // Without its deployment no action can be: then all are refused for the same reason.
      for (const { id } of failed ? [failed] : remaining)
        results.push({
          id,
          kind: "refused",
          reason: error.status === 403 ? "forbidden" : "backend",
          detail: refusalOf(error.status, first),
        });
      remaining = failed ? remaining.filter((line) => line !== failed) : [];
    }
  }
  return results;
}

/** The deployments of these lines' accounts that the run has not made yet. */
async function missingHeads(backend: BackendClient, plan: Plan, lines: readonly OrderedLine[]) {
  const { order, run, severalAccounts, later } = plan;
  const accounts = [...new Set(lines.flatMap((line) => line.accountId ?? []))];
  const rows = await backend.list(
    "sw_deployment",
    new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["version"]).addFilter(
      "id",
      accounts.map((accountId) => deploymentId(run, accountId)),
      "IN",
    ),
  );
  const there = new Set(rows.map(({ id }) => id));
  return accounts
    .filter((accountId) => !there.has(deploymentId(run, accountId)))
    .flatMap((accountId) => [
      deploymentOperation(
        order,
        [...lines, ...later].filter((line) => line.accountId === accountId),
        { runId: run, accountId, severalAccounts },
      ),
      ...milestoneOperations(
        { deploymentId: deploymentId(run, accountId), ownerId: order.ownerId, day: order.plannedOn },
        usualMilestones([order.work.kind]),
      ),
    ]);
}

/**
 * A deployment's state with its actions, steps and the lines that it brings: what isn't carried out yet is cancelled with it, and comes back with it. One
 * that was launched is called back: what has not left has no day any more, what has goes on.
 */
export async function setDeploymentState(
  backend: BackendClient,
  { id, version, to }: z.infer<typeof deploymentStateInput>,
): Promise<StateSet> {
  if (to === "done" || to === "undone") return finished(backend, { id, version }, to);
  const { status } = await backend.get(
    "sw_deployment",
    id,
    new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["status"]),
  );
  const change = changeOfActions(status ?? "draft", to);
  const actions = change
    ? await backend.listAll("sw_action", () =>
        new DrupalJsonApiParams()
          .addFields("sw_action--sw_action", ["version", "operation", "line"])
          .addFields("sw_line--sw_line", ["version", "status"])
          .addInclude(["line"])
          .addFilter("deployment.id", id)
          .addFilter("status", [...change.from], "IN"),
      )
    : [];
  const steps =
    to === "cancelled"
      ? await milestonesWith(backend, id, { from: "open", to: "dropped" })
      : status === "cancelled"
        ? await milestonesWith(backend, id, { from: "dropped", to: "open" })
        : [];
  return written(backend, [
    update("sw_deployment", id, { version, status: to }),
    ...steps,
    ...actions.map((action) => update("sw_action", action.id, { version: action.version, ...change?.attributes })),
    ...newLinesWith(actions, change?.attributes.status),
  ]);
}

/** Which of its actions change with a deployment, and how. */
function changeOfActions(
  status: string,
  to: "planned" | "cancelled",
): { readonly from: readonly string[]; readonly attributes: { status?: string; planned_on?: null } } | undefined {
  if (to === "cancelled")
    return { from: ["ready", "rejected_by_us", "rejected_by_vendor"], attributes: { status: "cancelled" } };
  if (status === "launched") return { from: ["ready"], attributes: { planned_on: null } };
  // Planning a draft brings back nothing that was cancelled before.
  return status === "draft" || status === "awaiting_approval"
    ? undefined
    : { from: ["cancelled"], attributes: { status: "ready" } };
}

/** A line that nobody orders any more isn't on order; what became of it otherwise stays. */
function newLinesWith(actions: readonly SwAction[], status: string | undefined): AtomicOperation[] {
  const [from, to] = status === "cancelled" ? ["ordered", "cancelled"] : ["cancelled", "ordered"];
  if (!status) return [];
  return actions.flatMap(({ operation, line }) =>
    (operation === "create_line" || operation === "port_in") && line?.status === from
      ? [update("sw_line", line.id, { version: line.version, status: to })]
      : [],
  );
}

/** A deployment is over when nothing of it is left to be done. */
async function finished(
  backend: BackendClient,
  { id, version }: { readonly id: string; readonly version: number },
  status: "done" | "undone",
) {
  const states = await backend.aggregate("sw_action", {
    groupBy: ["status"],
    filter: new DrupalJsonApiParams().addFilter("deployment.id", id),
  });
  if (!isOver(states.map(({ keys }) => String(keys["status"])))) return { kind: "refused" as const, detail: null };
  return written(backend, [update("sw_deployment", id, { version, status })]);
}
