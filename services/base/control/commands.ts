import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import type { SwAnomaly } from "../../../model/generated/entities.ts";
import { amountOf, moneyText } from "../../../platform/money.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import { addDays } from "../../../platform/day.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { isClaim } from "../billing-control/month/contract.ts";
import type { closeInput, creditInput, disputeInput, followUpInput, reopenInput } from "./contract.ts";

export type Settled =
  | { readonly kind: "done" }
  | { readonly kind: "changed-since" }
  | { readonly kind: "refused"; readonly detail: string | null };

/** Groups anomalies of one supplier in a new dispute. Several suppliers give one dispute each. All or nothing. */
export async function disputeAnomalies(
  backend: BackendClient,
  viewer: Viewer,
  { anomalies: chosen, comment }: z.infer<typeof disputeInput>,
  requestId: string,
): Promise<Settled> {
  const [rows] = await backend.lists([
    {
      type: "sw_anomaly",
      params: new DrupalJsonApiParams()
        .addFields("sw_anomaly--sw_anomaly", ["check", "supplier", "amount", "invoice_line"])
        .addFields("sw_supplier--sw_supplier", ["dispute_days", "follow_up_days"])
        .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", ["invoice"])
        .addFields("sw_supplier_invoice--sw_supplier_invoice", ["issued_on"])
        .addInclude(["supplier", "invoice_line.invoice"])
        .addFilter(
          "id",
          chosen.map(({ id }) => id),
          "IN",
        )
        .addCustomParam({ page: { limit: 500 } }),
    },
  ]);
  // One that doesn't exist for the person any more: as if somebody had changed it.
  if (rows.length < chosen.length) return { kind: "changed-since" };
  // What is ours to put right is nothing that a supplier owes.
  if (rows.some(({ check }) => !isClaim(check))) throw new TRPCError({ code: "BAD_REQUEST" });
  const numbered = await backend.count("sw_dispute");
  const versions = new Map(chosen.map(({ id, version }) => [id, version]));
  const suppliers = [...new Set(rows.map((row) => row.supplier?.id ?? ""))];
  const today = todayOf(viewer);
  const operations = (attempt: number): AtomicOperation[] =>
    suppliers.flatMap((supplierId, index) => {
      const id = deterministicUuid(`dispute/${requestId}/${supplierId}`);
      const disputed = rows.filter((row) => row.supplier?.id === supplierId);
      const reference = `R-${today.slice(0, 4)}-${String(numbered + attempt + index + 1).padStart(3, "0")}`;
      return [
        {
          op: "add" as const,
          data: {
            type: "sw_dispute--sw_dispute",
            id,
            attributes: {
              reference,
              status: "sent",
              sent_on: today,
              comment: comment || null,
              ...datesOf(disputed, today),
            },
            relationships: { supplier: { data: { type: "sw_supplier--sw_supplier", id: supplierId } } },
          },
        },
        ...disputed.map((row) =>
          anomaly(
            { id: row.id, version: versions.get(row.id) },
            { status: "disputed" },
            { type: "sw_dispute--sw_dispute", id },
          ),
        ),
      ];
    });
  return settle(() => withFreeReference((attempt) => backend.operate(operations(attempt))));
}

/** Until when the supplier accepts the claim, when to come back to it, and what is claimed where the person may see it. */
function datesOf(rows: readonly SwAnomaly[], today: string): Record<string, unknown> {
  const [supplier] = rows.flatMap((row) => row.supplier ?? []);
  const [oldest] = rows.flatMap(({ invoice_line: line }) => line?.invoice?.issued_on ?? []).sort();
  const amounts = rows.flatMap(({ amount }) => (amount === undefined ? [] : [amountOf(amount)]));
  return {
    due_on: oldest ? addDays(oldest, supplier?.dispute_days ?? 45) : null,
    follow_up_on: addDays(today, supplier?.follow_up_days ?? 42),
    ...(amounts.length === rows.length && { claimed_amount: moneyText(amounts.reduce((sum, one) => sum + one, 0)) }),
  };
}

/** The supplier was asked again: the next time is as many days away as the first was. */
export async function followUpDispute(
  backend: BackendClient,
  viewer: Viewer,
  { id, version }: z.infer<typeof followUpInput>,
): Promise<Settled> {
  const [[dispute]] = await backend.lists([
    {
      type: "sw_dispute",
      params: new DrupalJsonApiParams()
        .addFields("sw_dispute--sw_dispute", ["supplier"])
        .addFields("sw_supplier--sw_supplier", ["follow_up_days"])
        .addInclude(["supplier"])
        .addFilter("id", id),
    },
  ]);
  if (!dispute) return { kind: "changed-since" };
  const follow_up_on = addDays(todayOf(viewer), dispute.supplier?.follow_up_days ?? 42);
  const type = "sw_dispute--sw_dispute";
  return settle(() => backend.operate([{ op: "update", data: { type, id, attributes: { follow_up_on, version } } }]));
}

/** The supplier has paid these back in full, as a person read it in a credit note. */
export async function creditAnomalies(backend: BackendClient, input: z.infer<typeof creditInput>): Promise<Settled> {
  const [rows] = await backend.lists([chosenRead(input.anomalies, ["amount"])]);
  const amounts = new Map(rows.map((row) => [row.id, row.amount]));
  return settle(() =>
    backend.operate(
      input.anomalies.map((one) => {
        const recovered = amounts.get(one.id);
        return anomaly(one, { status: "credited", ...(recovered ? { recovered } : {}) });
      }),
    ),
  );
}

/** Closes anomalies with the reason that the journal will keep, and makes exceptions of their lines where that is asked for. */
export async function closeAnomalies(
  backend: BackendClient,
  { anomalies: chosen, status, reason, exceptUntil }: z.infer<typeof closeInput>,
  requestId: string,
): Promise<Settled> {
  const closing = chosen.map((one) => anomaly(one, { status, reason }));
  if (exceptUntil === undefined) return settle(() => backend.operate(closing));
  const [rows] = await backend.lists([chosenRead(chosen, ["check", "line", "account", "period_start"])]);
  if (rows.length < chosen.length) return { kind: "changed-since" };
  return settle(() => backend.operate([...closing, ...exceptionsOf(rows, { reason, exceptUntil, requestId })]));
}

interface Exception {
  readonly reason: string;
  readonly exceptUntil: string;
  readonly requestId: string;
}

/** One for each line and check, from the first day of what is closed. Rows of no line have nothing that an exception could hold on to. */
function exceptionsOf(rows: readonly SwAnomaly[], { reason, exceptUntil, requestId }: Exception): AtomicOperation[] {
  const first = new Map<string, SwAnomaly>();
  for (const row of rows) {
    const key = `${row.line?.id}/${row.check}`;
    const before = first.get(key)?.period_start;
    if (row.line && row.period_start && (!before || row.period_start < before)) first.set(key, row);
  }
  return [...first].map(([key, { line, account, check, period_start }]) => ({
    op: "add" as const,
    data: {
      type: "sw_check_setting--sw_check_setting",
      id: deterministicUuid(`check-setting/${requestId}/${key}`),
      attributes: { check, valid_from: period_start, valid_to: exceptUntil, enabled: false, reason },
      relationships: {
        line: { data: { type: "sw_line--sw_line", id: line?.id ?? "" } },
        ...(account && { account: { data: { type: "sw_account--sw_account", id: account.id } } }),
      },
    },
  }));
}

/** They are in no claim any more; a credit that a claim was promised stays that claim's. */
export async function reopenAnomalies(backend: BackendClient, input: z.infer<typeof reopenInput>): Promise<Settled> {
  const [rows] = await backend.lists([chosenRead(input.anomalies, ["check"])]);
  const kept = new Set(rows.flatMap(({ id, check }) => (check === "C13" ? [id] : [])));
  return settle(() =>
    backend.operate(
      input.anomalies.map((one) => anomaly(one, { status: "open" }, kept.has(one.id) ? undefined : null)),
    ),
  );
}

function chosenRead(chosen: z.infer<typeof reopenInput>["anomalies"], fields: string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_anomaly--sw_anomaly", fields)
    .addFilter(
      "id",
      chosen.map(({ id }) => id),
      "IN",
    )
    .addCustomParam({ page: { limit: 500 } });
  return { type: "sw_anomaly" as const, params };
}

function anomaly(
  { id, version }: { id: string; version: number | undefined },
  attributes: Record<string, unknown>,
  dispute?: { type: string; id: string } | null,
): AtomicOperation {
  return {
    op: "update",
    data: {
      type: "sw_anomaly--sw_anomaly",
      id,
      attributes: { ...attributes, version },
      ...(dispute !== undefined && { relationships: { dispute: { data: dispute } } }),
    },
  };
}

/** Two people may claim at the same moment: the second takes the next reference. */
async function withFreeReference(work: (attempt: number) => Promise<unknown>): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= 20 || !(error instanceof BackendError) || error.errors[0]?.code !== "not_unique") throw error;
    }
  }
}

async function settle(work: () => Promise<unknown>): Promise<Settled> {
  try {
    await work();
    return { kind: "done" };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    if (error.status === 409) return { kind: "changed-since" };
    if (error.status === 422) return { kind: "refused", detail: error.errors[0]?.detail ?? null };
    throw error;
  }
}
