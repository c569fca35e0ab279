import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";

const mostShown = 200;

export const tasksRouter = router({
  /** What this person has still to do, the most urgent first, what has no day last. */
  mine: userProcedure.query(async ({ ctx }) => {
    const tasks = await ctx.backend.list(
      "sw_task",
      new DrupalJsonApiParams()
        .addFields("sw_task--sw_task", ["title", "due_on", "version", "account"])
        .addFields("sw_account--sw_account", ["legal_name"])
        .addInclude(["account"])
        .addFilter("assignee.id", ctx.session.userId)
        .addFilter("status", "open")
        .addSort("due_on")
        .addCustomParam({ page: { limit: mostShown } }),
    );
    return tasks
      .map((task) => ({
        id: task.id,
        title: task.title ?? "",
        dueOn: task.due_on ?? null,
        version: task.version ?? 1,
        account: task.account?.legal_name ? { id: task.account.id, name: task.account.legal_name } : null,
      }))
      .sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
  }),

  /** What is still to do for an account, the most urgent first. */
  openOfAccount: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const tasks = await ctx.backend.list(
      "sw_task",
      new DrupalJsonApiParams()
        .addFields("sw_task--sw_task", ["title", "due_on", "status", "version", "assignee"])
        .addFields("user--user", ["display_name", "full_name"])
        .addInclude(["assignee"])
        .addFilter("account.id", input.accountId)
        .addFilter("status", "open")
        .addSort("due_on")
        .addCustomParam({ page: { limit: 20 } }),
    );
    return tasks.map((task) => ({
      id: task.id,
      title: task.title ?? "",
      dueOn: task.due_on ?? null,
      version: task.version ?? 1,
      assignee: task.assignee?.full_name ?? task.assignee?.display_name ?? null,
    }));
  }),
});
