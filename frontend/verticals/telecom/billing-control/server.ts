import "server-only";
import type { SwAnomaly, SwDispute } from "@softwhere/services/model/generated/entities";
import {
  attachInput,
  chargeInput,
  importInput,
  recheckInput,
  unmatchedInput,
} from "@softwhere/services/verticals/telecom/billing-control/contract";
import { monthInput, monthRunInput } from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import { deterministicUuid } from "@softwhere/services/platform/deterministic-uuid";
import { addDays, nextMonth } from "@softwhere/services/platform/day";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BillingControlRouter } from "@softwhere/services/verticals/telecom/billing-control/router";
import type { DisputeRow } from "@/base/features/control";
import { serviceClient } from "@/server/services";
import type { SignedInSession } from "@/server/session";
import { router, userProcedure } from "@/server/trpc/init";

const service = (session: SignedInSession) => serviceClient<BillingControlRouter>("billing-control", session);

export interface AnomalyRow {
  id: string;
  version: number;
  check: NonNullable<SwAnomaly["check"]>;
  status: NonNullable<SwAnomaly["status"]>;
  number: string | null;
  lineId: string | null;
  lineEndDate: string | null;
  /** What the supplier calls the row, and by which identifier it names the line. */
  label: string | null;
  key: string | null;
  /** Of people who may see the margin only. */
  evidence: NonNullable<SwAnomaly["evidence"]> | null;
  accountId: string | null;
  accountName: string | null;
  supplierId: string | null;
  supplierName: string;
  invoiceId: string | null;
  invoiceNumber: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  foundAt: string | null;
  expected?: number | undefined;
  found?: number | undefined;
  amount?: number | undefined;
  perMonth?: number | undefined;
  cumulated?: number | undefined;
  recovered?: number | undefined;
  reason: string | null;
  disputeReference: string | null;
}

const include = ["supplier", "account", "line", "invoice_line.invoice", "dispute"];

export const billingControlRouter = router({
  anomalies: userProcedure.input(z.object({ accountId: z.uuid().optional() })).query(async ({ ctx, input }) => {
    const rows = await ctx.backend.listAll("sw_anomaly", () => {
      const params = new DrupalJsonApiParams()
        .addFields("sw_anomaly--sw_anomaly", [
          "check",
          "status",
          "supplier",
          "account",
          "line",
          "invoice_line",
          "period_start",
          "period_end",
          "expected",
          "found",
          "amount",
          "amount_per_month",
          "cumulated",
          "recovered",
          "evidence",
          "reason",
          "dispute",
          "created",
          "version",
        ])
        .addFields("sw_line--sw_line", ["number", "end_date"])
        .addFields("sw_account--sw_account", ["legal_name"])
        .addFields("sw_supplier--sw_supplier", ["name"])
        .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", [
          "invoice",
          "line_number",
          "description",
          "service_id",
          "msisdn",
          "iccid",
          "customer_reference",
        ])
        .addFields("sw_supplier_invoice--sw_supplier_invoice", ["number"])
        .addFields("sw_dispute--sw_dispute", [
          "reference",
          "status",
          "sent_on",
          "due_on",
          "follow_up_on",
          "claimed_amount",
          "version",
        ])
        .addInclude(include)
        .addSort("amount_per_month", "DESC");
      if (input.accountId) params.addFilter("account.id", input.accountId);
      return params;
    });
    return rows.map(anomalyRow);
  }),

  /** What was read and checked: how many invoices and rows, and when last. */
  controlled: userProcedure
    .input(
      z.object({
        supplierId: z.uuid().optional(),
        month: z
          .string()
          .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)
          .optional(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const [[sums] = []] = await ctx.backend.aggregates([
        { type: "sw_supplier_invoice", sumOf: ["line_count", "checked_count"], filter: controlledIn(input) },
      ]);
      const [last] = await ctx.backend.list(
        "sw_supplier_invoice",
        controlledIn(input)
          .addFields("sw_supplier_invoice--sw_supplier_invoice", ["created"])
          .addSort("created", "DESC")
          .addCustomParam({ page: { limit: 1 } }),
      );
      return {
        invoices: sums?.count ?? 0,
        rows: Number(sums?.sums["line_count"] ?? 0),
        checked: Number(sums?.sums["checked_count"] ?? 0),
        last: last?.created ?? null,
      };
    }),

  evidence: userProcedure.input(z.object({ id: z.uuid() })).query(async ({ ctx, input }) => {
    const anomaly = await ctx.backend.get(
      "sw_anomaly",
      input.id,
      new DrupalJsonApiParams().addInclude([...include, "line.plan"]),
    );
    return {
      row: anomalyRow(anomaly),
      evidence: anomaly.evidence ?? null,
      invoiceLine: anomaly.invoice_line ?? null,
      planName: anomaly.line?.plan?.name ?? null,
      dispute: anomaly.dispute ? disputeOf(anomaly.dispute) : null,
    };
  }),

  unmatched: userProcedure.input(unmatchedInput).query(({ ctx, input }) => service(ctx.session).unmatched.query(input)),
  attach: userProcedure.input(attachInput).mutation(({ ctx, input }) => service(ctx.session).attach.mutate(input)),
  unclearCharges: userProcedure
    .input(unmatchedInput)
    .query(({ ctx, input }) => service(ctx.session).unclearCharges.query(input)),
  sayCharge: userProcedure
    .input(chargeInput)
    .mutation(({ ctx, input }) => service(ctx.session).sayCharge.mutate(input)),
  recheck: userProcedure.input(recheckInput).mutation(({ ctx, input }) => service(ctx.session).recheck.mutate(input)),
  checkMonth: userProcedure
    .input(monthInput)
    .mutation(({ ctx, input }) => service(ctx.session).checkMonth.mutate(input)),
  monthRun: userProcedure.input(monthRunInput).query(({ ctx, input }) => service(ctx.session).monthRun.query(input)),
  previewImport: userProcedure
    .input(importInput)
    .mutation(({ ctx, input }) => service(ctx.session).preview.mutate(input)),
  commitImport: userProcedure
    .input(importInput)
    .mutation(({ ctx, input }) => service(ctx.session).commit.mutate(input)),

  /** Creates the supplier that an e-invoice names, so that it can be imported. */
  createSupplier: userProcedure
    .input(
      z.object({
        name: z.string().trim().min(1).max(160),
        vatNumber: z.string().max(32).nullable(),
        siren: z.string().max(9).nullable(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const id = deterministicUuid(`supplier/${ctx.requestId}`);
      const code = input.name
        .normalize("NFD")
        .replace(/[^A-Za-z0-9]+/g, "-")
        .toLowerCase()
        .slice(0, 24)
        .replace(/^-|-$/g, "");
      await ctx.backend.operate([
        {
          op: "add",
          data: {
            type: "sw_supplier--sw_supplier",
            id,
            attributes: {
              name: input.name,
              code: `${code || "supplier"}-${id.slice(0, 4)}`,
              vat_number: input.vatNumber,
              siren: input.siren,
              invoice_names: [input.name],
            },
          },
        },
      ]);
      return { id };
    }),
  suppliers: userProcedure.query(async ({ ctx }) => {
    const rows = await ctx.backend.listAll("sw_supplier", () =>
      new DrupalJsonApiParams().addFields("sw_supplier--sw_supplier", ["name"]).addSort("name"),
    );
    return rows.map((row) => ({ id: row.id, name: row.name ?? "" }));
  }),
});

/** The last editions of a supplier's invoices, of the month or year they bill, else of the one they were issued in. */
function controlledIn({ supplierId, month }: { supplierId?: string | undefined; month?: string | undefined }) {
  const params = new DrupalJsonApiParams().addFilter("replaced_by.id", null, "IS NULL");
  if (supplierId) params.addFilter("supplier.id", supplierId);
  if (!month) return params;
  const isYear = month.length === 4;
  const first = `${month}${isYear ? "-01" : ""}-01`;
  const last = isYear ? `${month}-12-31` : addDays(nextMonth(first), -1);
  return params
    .addGroup("month", "OR")
    .addGroup("billed", "AND", "month")
    .addFilter("period_start", first, ">=", "billed")
    .addFilter("period_start", last, "<=", "billed")
    .addGroup("issued", "AND", "month")
    .addFilter("period_start", null, "IS NULL", "issued")
    .addFilter("issued_on", first, ">=", "issued")
    .addFilter("issued_on", last, "<=", "issued");
}

const disputeOf = (dispute: SwDispute): DisputeRow => ({
  id: dispute.id,
  version: dispute.version ?? 1,
  reference: dispute.reference ?? "",
  sentOn: dispute.sent_on ?? null,
  dueOn: dispute.due_on ?? null,
  followUpOn: dispute.follow_up_on ?? null,
  claimed: dispute.claimed_amount ? Number(dispute.claimed_amount) : undefined,
});

const keyOf = (line: SwAnomaly["invoice_line"]): string | null =>
  line?.msisdn ?? line?.service_id ?? line?.iccid ?? line?.customer_reference ?? null;

function anomalyRow(row: SwAnomaly): AnomalyRow {
  const { account } = row;
  const number = (value: string | null | undefined) =>
    value === undefined || value === null ? undefined : Number(value);
  return {
    id: row.id,
    version: row.version ?? 1,
    check: row.check ?? "manual",
    status: row.status ?? "open",
    number: row.line?.number ?? null,
    lineId: row.line?.id ?? null,
    lineEndDate: row.line?.end_date ?? null,
    label: row.invoice_line?.description ?? null,
    key: keyOf(row.invoice_line),
    evidence: row.evidence ?? null,
    accountId: account?.id ?? null,
    accountName: account?.legal_name ?? null,
    supplierId: row.supplier?.id ?? null,
    supplierName: row.supplier?.name ?? "",
    invoiceId: row.invoice_line?.invoice?.id ?? null,
    invoiceNumber: row.invoice_line?.invoice?.number ?? null,
    periodStart: row.period_start ?? null,
    periodEnd: row.period_end ?? null,
    foundAt: row.created ?? null,
    expected: number(row.expected),
    found: number(row.found),
    amount: number(row.amount),
    perMonth: number(row.amount_per_month),
    cumulated: number(row.cumulated),
    recovered: number(row.recovered),
    reason: row.reason ?? null,
    disputeReference: row.dispute?.reference ?? null,
  };
}
