import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { labelFieldsOf, labelOf } from "@softwhere/services/model/row-label";
import { userProcedure } from "@/server/trpc/init";
import type {} from "@softwhere/services/model/generated/sw_telecom/entities";
import { type BoardCard, isFinished, type OpenStep, type Trouble, troubledStates } from "./board";

const open = ["draft", "planned", "awaiting_approval", "launched", "undoing"];
const over = ["done", "undone"];
/** More than a board shows; the list has them all. */
const most = 500;
const mostDone = 30;

const cards = () =>
  new DrupalJsonApiParams()
    .addFields("sw_deployment--sw_deployment", [
      "name",
      "status",
      "planned_on",
      "blocked_by",
      "account",
      "owner",
      "approval_asked_by",
    ])
    .addFields("sw_account--sw_account", [...labelFieldsOf("sw_account")])
    .addFields("user--user", ["display_name"])
    .addInclude(["account", "owner", "approval_asked_by"]);

/** The deployments of the brand that are open, and those that ended last, with how far their actions are. */
export const boardQuery = userProcedure.query(async ({ ctx }) => {
  const { backend } = ctx;
  const counts = (filter: DrupalJsonApiParams) =>
    backend.aggregate("sw_action", { groupBy: ["deployment", "status"], filter });
  const [opened, ended, total, totalEnded, states, troubles, steps] = await Promise.all([
    backend.list(
      "sw_deployment",
      cards()
        .addFilter("status", open, "IN")
        .addSort("planned_on")
        .addCustomParam({ page: { limit: most } }),
    ),
    backend.list(
      "sw_deployment",
      cards()
        .addFilter("status", over, "IN")
        .addSort("planned_on", "DESC")
        .addCustomParam({ page: { limit: mostDone } }),
    ),
    backend.count("sw_deployment", new DrupalJsonApiParams().addFilter("status", open, "IN")),
    backend.count("sw_deployment", new DrupalJsonApiParams().addFilter("status", over, "IN")),
    counts(new DrupalJsonApiParams().addFilter("deployment.status", open, "IN")),
    backend.list(
      "sw_action",
      new DrupalJsonApiParams()
        .addFields("sw_action--sw_action", ["status", "reason", "deployment"])
        .addFilter("deployment.status", ["launched", "undoing"], "IN")
        .addFilter("status", [...troubledStates], "IN")
        .addSort("changed")
        .addCustomParam({ page: { limit: most } }),
    ),
    backend.listAll("sw_milestone", () =>
      new DrupalJsonApiParams()
        .addFields("sw_milestone--sw_milestone", ["kind", "due_on", "deployment"])
        .addFilter("deployment.status", open, "IN")
        .addFilter("status", "open"),
    ),
  ]);
  const counted = new Map<string, { done: number; total: number }>();
  const statesOfEnded =
    ended.length > 0
      ? await counts(
          new DrupalJsonApiParams().addFilter(
            "deployment.id",
            ended.map(({ id }) => id),
            "IN",
          ),
        )
      : [];
  for (const { keys, count } of [...states, ...statesOfEnded]) {
    const id = String(keys["deployment"]);
    const sum = counted.get(id) ?? { done: 0, total: 0 };
    sum.total += count;
    if (isFinished(String(keys["status"]))) sum.done += count;
    counted.set(id, sum);
  }
  const trouble = new Map<string, Trouble>();
  for (const { deployment, status, reason } of troubles)
    if (deployment && !trouble.has(deployment.id))
      trouble.set(deployment.id, { status: status ?? "held", reason: reason ?? null });
  const stepsOf = new Map<string, OpenStep[]>();
  for (const { id, kind, due_on: dueOn, deployment } of steps)
    if (deployment)
      stepsOf.set(deployment.id, [
        ...(stepsOf.get(deployment.id) ?? []),
        { id, kind: kind ?? "go_live", dueOn: dueOn ?? null },
      ]);
  return {
    cards: [...opened, ...ended].map(
      ({
        id,
        name,
        status,
        planned_on: day,
        blocked_by: blockedBy,
        account,
        owner,
        approval_asked_by: asked,
      }): BoardCard => ({
        id,
        name: name ?? "",
        status: status ?? "draft",
        day: day ?? null,
        account: account ? { id: account.id, name: labelOf("sw_account", account) } : null,
        owner: owner ? { id: owner.id, name: owner.display_name ?? "" } : null,
        ...(counted.get(id) ?? { done: 0, total: 0 }),
        steps: stepsOf.get(id) ?? [],
        trouble:
          status === "awaiting_approval"
            ? { askedBy: asked?.display_name ?? "", reason: null }
            : blockedBy
              ? { reason: blockedBy }
              : (trouble.get(id) ?? null),
      }),
    ),
    open: total,
    /** What the board doesn't show. */
    more: total - opened.length,
    moreDone: totalEnded - ended.length,
  };
});
