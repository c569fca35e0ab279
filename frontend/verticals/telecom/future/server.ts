import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { movePlanInput } from "@softwhere/services/verticals/telecom/commands/contract";
import { router, userProcedure } from "@/server/trpc/init";
import { commands } from "../service";

export interface PlannedLine {
  readonly kind: "plan" | "termination" | "commitment" | "option" | "deployment";
  readonly day: string;
  readonly lineId: string;
  /** The line's number, or the deployment's name. */
  readonly number: string;
  /** The new plan, the option that ends, or a deployment's kind. */
  readonly what: string | null;
  /** Launched: its day is its actions' as well, and no longer moved by hand. */
  readonly settled?: boolean;
  readonly target: {
    readonly type: "sw_line" | "sw_line_term" | "sw_line_option" | "sw_deployment";
    readonly id: string;
    readonly field: "valid_from" | "valid_to" | "end_date" | "commitment_end" | "planned_on";
    readonly version: number;
  };
}

const paths: Readonly<Record<string, string>> = { sw_account: "park.account.id", sw_site: "site.id", sw_line: "id" };
const most = 300;

export const futureRouter = router({
  /** Plan changes to come, announced ends, ends of commitments and of options of the lines of an account, a site, or one line. */
  planned: userProcedure
    .input(z.object({ type: z.enum(["sw_account", "sw_site", "sw_line", "sw_deployment"]), id: z.uuid() }))
    .query(async ({ ctx, input }): Promise<PlannedLine[]> => {
      const today = await ctx.today();
      const horizon = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
      const path = paths[input.type] ?? "id";
      const deployments = await unlessRefused(ctx.backend, plannedDeployments(ctx.backend, input, today), []);
      if (input.type === "sw_deployment") return deployments;
      const between = (field: string) =>
        new DrupalJsonApiParams()
          .addFilter(field, [today, horizon], "BETWEEN")
          .addSort(field)
          .addCustomParam({ page: { limit: most } });
      const lines = (field: "end_date" | "commitment_end") =>
        between(field).addFields("sw_line--sw_line", ["number", field, "status", "version"]).addFilter(path, input.id);
      const linePath = `line.${path}`;
      const [ending, committed, terms, options] = await Promise.all([
        unlessRefused(ctx.backend, ctx.backend.list("sw_line", lines("end_date")), []),
        unlessRefused(ctx.backend, ctx.backend.list("sw_line", lines("commitment_end")), []),
        unlessRefused(
          ctx.backend,
          ctx.backend.list(
            "sw_line_term",
            between("valid_from")
              .addFilter("valid_from", today, ">")
              .addFields("sw_line_term--sw_line_term", ["valid_from", "version", "line", "plan"])
              .addFields("sw_line--sw_line", ["number"])
              .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
              .addInclude(["line", "plan"])
              .addFilter(linePath, input.id),
          ),
          [],
        ),
        unlessRefused(
          ctx.backend,
          ctx.backend.list(
            "sw_line_option",
            between("valid_to")
              .addFields("sw_line_option--sw_line_option", ["valid_to", "version", "line", "item"])
              .addFields("sw_line--sw_line", ["number"])
              .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
              .addInclude(["line", "item"])
              .addFilter(linePath, input.id),
          ),
          [],
        ),
      ]);
      return [
        ...deployments,
        ...ending.map(
          (line): PlannedLine => ({
            kind: "termination",
            day: line.end_date ?? "",
            lineId: line.id,
            number: line.number ?? "",
            what: null,
            target: { type: "sw_line", id: line.id, field: "end_date", version: line.version ?? 1 },
          }),
        ),
        ...committed.map(
          (line): PlannedLine => ({
            kind: "commitment",
            day: line.commitment_end ?? "",
            lineId: line.id,
            number: line.number ?? "",
            what: null,
            target: { type: "sw_line", id: line.id, field: "commitment_end", version: line.version ?? 1 },
          }),
        ),
        ...terms.map(
          (term): PlannedLine => ({
            kind: "plan",
            day: term.valid_from ?? "",
            lineId: term.line?.id ?? "",
            number: term.line?.number ?? "",
            what: term.plan?.name ?? null,
            target: { type: "sw_line_term", id: term.id, field: "valid_from", version: term.version ?? 1 },
          }),
        ),
        ...options.map(
          (option): PlannedLine => ({
            kind: "option",
            day: option.valid_to ?? "",
            lineId: option.line?.id ?? "",
            number: option.line?.number ?? "",
            what: option.item?.name ?? null,
            target: { type: "sw_line_option", id: option.id, field: "valid_to", version: option.version ?? 1 },
          }),
        ),
      ];
    }),

  movePlan: userProcedure
    .input(movePlanInput)
    .mutation(({ ctx, input }) => commands(ctx.session).moveScheduledPlan.mutate(input)),
});

const deploymentPaths: Readonly<Record<string, string>> = {
  sw_account: "account.id",
  sw_site: "sites.id",
  sw_deployment: "id",
};

/** Planned and launched deployments of an account or a site, those that do something with a line, or one itself. */
async function plannedDeployments(
  backend: BackendClient,
  { type, id }: { type: string; id: string },
  today: string,
): Promise<PlannedLine[]> {
  const params = new DrupalJsonApiParams()
    .addFields("sw_deployment--sw_deployment", ["name", "kind", "status", "planned_on", "version"])
    .addFilter("planned_on", today, ">=")
    .addFilter("status", ["draft", "planned", "awaiting_approval", "launched"], "IN")
    .addSort("planned_on")
    .addCustomParam({ page: { limit: most } });
  if (type === "sw_line") {
    const actions = await backend.list(
      "sw_action",
      new DrupalJsonApiParams()
        .addFields("sw_action--sw_action", ["deployment"])
        .addFilter("line.id", id)
        .addFilter("status", "ready"),
    );
    const ids = [...new Set(actions.flatMap((action) => action.deployment?.id ?? []))];
    if (ids.length === 0) return [];
    params.addFilter("id", ids, "IN");
  } else params.addFilter(deploymentPaths[type] ?? "id", id);
  const rows = await backend.list("sw_deployment", params);
  return rows.map((row) => ({
    kind: "deployment",
    day: row.planned_on ?? "",
    lineId: row.id,
    number: row.name ?? "",
    what: row.kind ?? "lines",
    settled: row.status === "launched",
    target: { type: "sw_deployment", id: row.id, field: "planned_on", version: row.version ?? 1 },
  }));
}
