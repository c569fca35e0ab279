import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { AtomicOperation, BackendClient } from "@softwhere/services/platform/backend/client";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { businessDay } from "@softwhere/services/platform/day";
import { operateEach } from "@/base/bulk/operate-each";
import type { RowResult } from "@/base/bulk/run-store";
import { router, userProcedure } from "@/server/trpc/init";
import { pricesOn } from "../prices/prices-on";
import { planChangeOperations } from "./operations";
import {
  type ChangeDay,
  dayBefore,
  lineOn,
  type LineTerm,
  type NewPlan,
  type PlanChangeLine,
  planChangeRow,
} from "./plan-change";

const change = z.object({
  planId: z.uuid(),
  effectiveOn: z.iso.date(),
  policy: z.enum(["catalogue", "keep-negotiated"]),
});

const linesPerRequest = 80;
const requestsAtOnce = 4;

export const changePlanRouter = router({
  /** Plans that lines of these operators can take, with the prices true on the day. */
  plans: userProcedure
    .input(z.object({ operatorIds: z.array(z.uuid()).max(50), on: z.iso.date() }))
    .query(async ({ ctx, input }) => {
      if (input.operatorIds.length === 0) return [];
      const items = await ctx.backend.listAll("sw_catalogue_item", () =>
        new DrupalJsonApiParams()
          .addFields("sw_catalogue_item--sw_catalogue_item", ["name", "supplier", "active"])
          .addFilter("kind", "plan")
          .addFilter("active", "1")
          .addFilter("supplier.id", input.operatorIds, "IN")
          .addSort("name"),
      );
      const prices = await pricesOn(
        ctx.backend,
        ctx.session.userId,
        items.map((item) => item.id),
        input.on,
      );
      return items
        .map((item) => ({
          id: item.id,
          name: item.name ?? "",
          operatorId: item.supplier?.id ?? null,
          ...prices(item.id),
        }))
        .filter((plan) => plan.sell !== null);
    }),

  /** What would happen to each line. Writes nothing. */
  preview: userProcedure
    .input(change.extend({ lineIds: z.array(z.uuid()).min(1).max(10_000) }))
    .query(async ({ ctx, input }) => {
      const on = { effectiveOn: input.effectiveOn, today: businessDay() };
      const plan = await newPlan(ctx.backend, ctx.session.userId, input.planId, input.effectiveOn);
      const lines = await linesOn(ctx.backend, ctx.session.userId, input.lineIds, on);
      return { plan, rows: lines.map((line) => planChangeRow(line, plan, input.policy, on)) };
    }),

  /**
   * Changes up to 100 lines, at once or on a day to come. Each line changes whole or not at all, a refused one stops no other.
   * `version` is the one the preview showed: a line that somebody changed meanwhile is refused.
   */
  run: userProcedure
    .input(
      change.extend({
        runId: z.string().regex(/^[A-Za-z0-9._-]{8,64}$/),
        lines: z
          .array(z.object({ id: z.uuid(), version: z.number().int() }))
          .min(1)
          .max(100),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<RowResult[]> => {
      const backend = ctx.backendFor(input.runId);
      const on = { effectiveOn: input.effectiveOn, today: businessDay() };
      const ids = input.lines.map((line) => line.id);
      const [plan, lines] = await Promise.all([
        newPlan(backend, ctx.session.userId, input.planId, input.effectiveOn),
        linesOn(backend, ctx.session.userId, ids, on),
      ]);
      const versions = new Map(input.lines.map((line) => [line.id, line.version]));
      const results = new Map<string, RowResult>();
      const pending: { id: string; operations: AtomicOperation[] }[] = [];
      for (const id of ids) {
        const line = lines.find((candidate) => candidate.id === id);
        const row = line && planChangeRow(line, plan, input.policy, on);
        if (!row) results.set(id, { id, kind: "refused", reason: "missing", detail: null });
        else if (row.version !== versions.get(id))
          results.set(id, { id, kind: "refused", reason: "changed-since", detail: null });
        else if (row.blocked)
          results.set(id, { id, kind: "refused", reason: row.blocked.reason, detail: row.blocked.until });
        else
          pending.push({
            id,
            operations: planChangeOperations(row, { planId: input.planId, runId: input.runId, ...on }),
          });
      }
      await operateEach(backend, pending, results);
      return ids.flatMap((id) => results.get(id) ?? []);
    }),

  /** Takes back a change to come: the period before goes on. */
  cancel: userProcedure
    .input(z.object({ termId: z.uuid(), version: z.number().int() }))
    .mutation(async ({ ctx, input }) => {
      const term = await ctx.backend.get("sw_line_term", input.termId);
      if (term.version !== input.version || term.applied || (term.valid_from ?? "") <= businessDay())
        return { kind: "refused" as const };
      const before = await ctx.backend.list(
        "sw_line_term",
        new DrupalJsonApiParams()
          .addFields("sw_line_term--sw_line_term", ["version"])
          .addFilter("line.id", term.line?.id ?? "")
          .addFilter("valid_to", dayBefore(term.valid_from ?? "")),
      );
      const requestId = `cancel-${ctx.requestId}`;
      try {
        await ctx.backendFor(requestId).operate([
          { op: "remove", ref: { type: "sw_line_term--sw_line_term", id: term.id } },
          ...before.map((one) => ({
            op: "update" as const,
            data: {
              type: "sw_line_term--sw_line_term",
              id: one.id,
              attributes: { version: one.version, valid_to: term.valid_to ?? null },
            },
          })),
        ]);
        return { kind: "cancelled" as const, requestId };
      } catch (error) {
        if (error instanceof BackendError && [403, 404, 409, 422].includes(error.status))
          return { kind: "refused" as const };
        throw error;
      }
    }),
});

async function newPlan(backend: BackendClient, userId: string, planId: string, on: string): Promise<NewPlan> {
  const item = await backend.get("sw_catalogue_item", planId);
  const prices = await pricesOn(backend, userId, [planId], on);
  return { id: planId, name: item.name ?? "", operatorId: item.supplier?.id ?? null, ...prices(planId) };
}

/** The lines as they are on the day of the change, with the prices of that day where it is to come. */
async function linesOn(
  backend: BackendClient,
  userId: string,
  ids: readonly string[],
  on: ChangeDay,
): Promise<PlanChangeLine[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / linesPerRequest) }, (_, index) =>
    ids.slice(index * linesPerRequest, (index + 1) * linesPerRequest),
  );
  const lines: PlanChangeLine[] = [];
  for (let start = 0; start < parts.length; start += requestsAtOnce) {
    for (const part of await Promise.all(
      parts.slice(start, start + requestsAtOnce).map((some) => loadPart(backend, some, on)),
    ))
      lines.push(...part);
  }
  const order = new Map(ids.map((id, index) => [id, index]));
  lines.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  if (on.effectiveOn <= on.today) return lines;
  const plans = new Set(
    lines.flatMap((line) => [line.planId, ...line.terms.map((term) => term.planId)]).filter((id) => id !== null),
  );
  const prices = await pricesOn(backend, userId, [...plans], on.effectiveOn);
  return lines.map((line) => lineOn(line, prices, on));
}

async function loadPart(backend: BackendClient, ids: readonly string[], on: ChangeDay): Promise<PlanChangeLine[]> {
  const fields = [
    "number",
    "user_name",
    "status",
    "park",
    "site",
    "plan",
    "sell_price",
    "buy_price",
    "price_reason",
    "supplier_commitment_end",
    "version",
  ];
  const amount = (value: string | null | undefined) => (value === undefined || value === null ? value : Number(value));
  const [lines, terms] = await Promise.all([
    backend.listAll("sw_line", () =>
      new DrupalJsonApiParams()
        .addFields("sw_line--sw_line", fields)
        .addFields("sw_park--sw_park", ["operator"])
        .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
        .addInclude(["park", "plan"])
        .addFilter("id", [...ids], "IN"),
    ),
    backend.listAll("sw_line_term", () =>
      new DrupalJsonApiParams()
        .addFields("sw_line_term--sw_line_term", [
          "line",
          "plan",
          "valid_from",
          "valid_to",
          "negotiated_sell_price",
          "version",
        ])
        .addFields("sw_catalogue_item--sw_catalogue_item", ["name"])
        .addInclude(["plan"])
        .addFilter("line.id", [...ids], "IN")
        .addSort("valid_from"),
    ),
  ]);
  const first = on.effectiveOn < on.today ? on.effectiveOn : on.today;
  const termsOf = new Map<string, LineTerm[]>();
  for (const term of terms) {
    if (!term.line?.id || (term.valid_to && term.valid_to < first)) continue;
    const known = termsOf.get(term.line.id) ?? [];
    known.push({
      id: term.id,
      version: term.version ?? 1,
      planId: term.plan?.id ?? null,
      planName: term.plan?.name ?? null,
      validFrom: term.valid_from ?? "",
      validTo: term.valid_to ?? null,
      negotiatedSell: amount(term.negotiated_sell_price),
    });
    termsOf.set(term.line.id, known);
  }
  return lines.map((line) => ({
    id: line.id,
    number: line.number ?? "",
    userName: line.user_name ?? null,
    siteId: line.site?.id ?? null,
    operatorId: line.park?.operator?.id ?? null,
    status: line.status ?? "",
    version: line.version ?? 1,
    planId: line.plan?.id ?? null,
    planName: line.plan?.name ?? null,
    sell: amount(line.sell_price),
    buy: amount(line.buy_price),
    negotiated: Boolean(line.price_reason),
    supplierCommitmentEnd: line.supplier_commitment_end ?? null,
    terms: termsOf.get(line.id) ?? [],
  }));
}
