import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { AtomicOperation, BackendClient } from "@softwhere/services/platform/backend/client";
import { operateEach } from "@/base/bulk/operate-each";
import type { RowResult } from "@/base/bulk/run-store";
import { router, userProcedure } from "@/server/trpc/init";
import { pricesOn } from "../prices/prices-on";
import { type CurrentTerm, planChangeOperations } from "./operations";
import { type NewPlan, type PlanChangeLine, planChangeRow } from "./plan-change";

const change = z.object({ planId: z.uuid(), effectiveOn: z.iso.date(), policy: z.enum(["catalogue", "keep-negotiated"]) });

export const changePlanRouter = router({
  /** Plans that lines of these operators can take, with the prices true today. */
  plans: userProcedure.input(z.object({ operatorIds: z.array(z.uuid()).max(50), on: z.iso.date() })).query(async ({ ctx, input }) => {
    if (input.operatorIds.length === 0) return [];
    const items = await ctx.backend.listAll("sw_catalogue_item", () =>
      new DrupalJsonApiParams().addFields("sw_catalogue_item--sw_catalogue_item", ["name", "supplier", "active"]).addFilter("kind", "plan").addFilter("active", "1").addFilter("supplier.id", input.operatorIds, "IN").addSort("name"),
    );
    const prices = await pricesOn(ctx.backend, ctx.session.userId, items.map((item) => item.id), input.on);
    return items.map((item) => ({ id: item.id, name: item.name ?? "", operatorId: item.supplier?.id ?? null, ...prices(item.id) })).filter((plan) => plan.sell !== null);
  }),

  /** What would happen to each line. Writes nothing. */
  preview: userProcedure.input(change.extend({ lineIds: z.array(z.uuid()).min(1).max(10_000) })).query(async ({ ctx, input }) => {
    const plan = await newPlan(ctx.backend, ctx.session.userId, input.planId, input.effectiveOn);
    const lines = await loadLines(ctx.backend, input.lineIds);
    return { plan, rows: lines.map((line) => planChangeRow(line, plan, input.effectiveOn, input.policy)) };
  }),

  /**
   * Changes up to 100 lines. Each line changes whole or not at all, a refused one stops no other. `version` is the one the preview
   * showed: a line that somebody changed meanwhile is refused.
   */
  run: userProcedure
    .input(change.extend({ runId: z.string().regex(/^[A-Za-z0-9._-]{8,64}$/), lines: z.array(z.object({ id: z.uuid(), version: z.number().int() })).min(1).max(100) }))
    .mutation(async ({ ctx, input }): Promise<RowResult[]> => {
      const backend = ctx.backendFor(input.runId);
      const ids = input.lines.map((line) => line.id);
      const [plan, lines, terms] = await Promise.all([newPlan(backend, ctx.session.userId, input.planId, input.effectiveOn), loadLines(backend, ids), currentTerms(backend, ids, input.effectiveOn)]);
      const versions = new Map(input.lines.map((line) => [line.id, line.version]));
      const results = new Map<string, RowResult>();
      const pending: { id: string; operations: AtomicOperation[] }[] = [];
      for (const id of ids) {
        const line = lines.find((candidate) => candidate.id === id);
        const row = line && planChangeRow(line, plan, input.effectiveOn, input.policy);
        if (!row) results.set(id, { id, kind: "refused", reason: "missing", detail: null });
        else if (row.version !== versions.get(id)) results.set(id, { id, kind: "refused", reason: "changed-since", detail: null });
        else if (row.blocked) results.set(id, { id, kind: "refused", reason: row.blocked.reason, detail: row.blocked.until });
        else pending.push({ id, operations: planChangeOperations(row, { ...input, term: terms.get(id) }) });
      }
      await operateEach(backend, pending, results);
      return ids.flatMap((id) => results.get(id) ?? []);
    }),
});

async function newPlan(backend: BackendClient, userId: string, planId: string, on: string): Promise<NewPlan> {
  const item = await backend.get("sw_catalogue_item", planId);
  const prices = await pricesOn(backend, userId, [planId], on);
  return { id: planId, name: item.name ?? "", operatorId: item.supplier?.id ?? null, ...prices(planId) };
}


async function loadLines(backend: BackendClient, ids: readonly string[]): Promise<PlanChangeLine[]> {
  const fields = ["number", "user_name", "status", "park", "site", "plan", "sell_price", "buy_price", "price_reason", "supplier_commitment_end", "version"];
  const chunks: PlanChangeLine[][] = [];
  for (let start = 0; start < ids.length; start += 80) {
    const lines = await backend.listAll("sw_line", () =>
      new DrupalJsonApiParams().addFields("sw_line--sw_line", fields).addFields("sw_park--sw_park", ["operator"]).addFields("sw_catalogue_item--sw_catalogue_item", ["name"]).addInclude(["park", "plan"]).addFilter("id", ids.slice(start, start + 80), "IN"),
    );
    chunks.push(
      lines.map((line) => ({
        id: line.id,
        number: line.number ?? "",
        userName: line.user_name ?? null,
        siteId: line.site?.id ?? null,
        operatorId: line.park?.operator?.id ?? null,
        status: line.status ?? "",
        version: line.version ?? 1,
        planId: line.plan?.id ?? null,
        planName: line.plan?.name ?? null,
        sell: line.sell_price === undefined ? undefined : line.sell_price === null ? null : Number(line.sell_price),
        buy: line.buy_price === undefined ? undefined : line.buy_price === null ? null : Number(line.buy_price),
        negotiated: Boolean(line.price_reason),
        supplierCommitmentEnd: line.supplier_commitment_end ?? null,
      })),
    );
  }
  const order = new Map(ids.map((id, index) => [id, index]));
  return chunks.flat().sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** The period of each line that runs on the day, or starts last. */
async function currentTerms(backend: BackendClient, lineIds: readonly string[], on: string): Promise<Map<string, CurrentTerm>> {
  const terms = await backend.listAll("sw_line_term", () =>
    new DrupalJsonApiParams().addFields("sw_line_term--sw_line_term", ["line", "valid_from", "valid_to", "version"]).addFilter("line.id", [...lineIds], "IN").addSort("valid_from"),
  );
  const current = new Map<string, CurrentTerm>();
  for (const term of terms) {
    if (!term.line?.id || (term.valid_to && term.valid_to < on)) continue;
    current.set(term.line.id, { id: term.id, version: term.version ?? 1, validFrom: term.valid_from ?? "" });
  }
  return current;
}
