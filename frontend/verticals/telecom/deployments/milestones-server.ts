import "server-only";
import { milestonesInput, milestoneStateInput } from "@softwhere/services/verticals/telecom/commands/contract";
import { milestoneKinds } from "@softwhere/services/verticals/telecom/domain/milestones";
import { labelFieldsOf, labelOf } from "@softwhere/services/model/row-label";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { router, userProcedure } from "@/server/trpc/init";
import type {} from "@softwhere/services/model/generated/sw_telecom/entities";
import { commands } from "../service";

export const milestonesRouter = router({
  /** The steps of a deployment in the order in which they come, and which of them the brand tells its customers. */
  list: userProcedure.input(milestonesInput).query(async ({ ctx, input }) => {
    const { brandId } = await ctx.viewer();
    const [rows, brand] = await Promise.all([
      ctx.backend.list(
        "sw_milestone",
        new DrupalJsonApiParams()
          .addFields("sw_milestone--sw_milestone", [
            "version",
            "kind",
            "status",
            "due_on",
            "done_on",
            "blocked_by",
            "mailed_at",
            "owner",
            "contact",
          ])
          .addFields("user--user", ["display_name"])
          .addFields("sw_contact--sw_contact", [...labelFieldsOf("sw_contact")])
          .addInclude(["owner", "contact"])
          .addFilter("deployment.id", input.deploymentId),
      ),
      brandId
        ? ctx.backend.get(
            "sw_brand",
            brandId,
            new DrupalJsonApiParams().addFields("sw_brand--sw_brand", ["milestone_mails"]),
          )
        : null,
    ]);
    const told: readonly string[] = brand?.milestone_mails ?? [];
    return rows
      .map((row) => ({
        id: row.id,
        version: row.version ?? 1,
        kind: row.kind ?? "go_live",
        status: row.status ?? "open",
        dueOn: row.due_on ?? null,
        doneOn: row.done_on ?? null,
        blockedBy: row.blocked_by ?? null,
        mailed: Boolean(row.mailed_at),
        owner: row.owner?.display_name ?? null,
        contact: row.contact ? labelOf("sw_contact", row.contact) : null,
        told: told.includes(row.kind ?? ""),
      }))
      .toSorted((a, b) => milestoneKinds.indexOf(a.kind) - milestoneKinds.indexOf(b.kind));
  }),
  prepare: userProcedure
    .input(milestonesInput)
    .mutation(({ ctx, input }) => commands(ctx.session).prepareMilestones.mutate(input)),
  setState: userProcedure
    .input(milestoneStateInput)
    .mutation(({ ctx, input }) => commands(ctx.session).setMilestoneState.mutate(input)),
});
