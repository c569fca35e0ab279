import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { AtomicOperation, BackendClient } from "../../platform/backend/client.ts";
import { BackendError } from "../../platform/backend/errors.ts";
import { refusalOf } from "../../platform/backend/refusal.ts";
import type { SwAnomaly } from "../../model/generated/entities.ts";
import { amountOf, moneyText } from "../../platform/money.ts";
import { todayOf, type Viewer } from "../../platform/backend/viewers.ts";
import { addDays } from "../../platform/day.ts";
import { deterministicUuid } from "../../platform/deterministic-uuid.ts";
import type { closeInput, creditInput, disputeInput, followUpInput, reopenInput } from "./contract.ts";
import type { Subject, Trades } from "./trade.ts";

export type Settled =
  | { readonly kind: "done" }
  | { readonly kind: "changed-since" }
  | { readonly kind: "refused"; readonly detail: string | null };

/** Who does it, and the run that the journal groups it under. */
export interface Doing {
  readonly backend: BackendClient;
  readonly viewer: Viewer;
  readonly trades: Trades;
  readonly requestId: string;
}

/** Groups anomalies of one supplier in a new dispute. Several suppliers give one dispute each. All or nothing. */
export async function disputeAnomalies(
  { backend, viewer, trades, requestId }: Doing,
  { anomalies: chosen, comment }: z.infer<typeof disputeInput>,
): Promise<Settled> {
  const [rows] = await backend.lists([
    {
      type: "sw_anomaly",
      params: trades
        .params({ sw_anomaly: ["check", "supplier", "amount"], sw_supplier: ["dispute_days", "follow_up_days"] }, [
          "supplier",
        ])
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
  if (rows.some((row) => !row.supplier || !trades.claimOf(row))) throw new TRPCError({ code: "BAD_REQUEST" });
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
              ...datesOf(disputed, today, trades),
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
function datesOf(rows: readonly SwAnomaly[], today: string, trades: Trades): Record<string, unknown> {
  const [supplier] = rows.flatMap((row) => row.supplier ?? []);
  const [oldest] = rows.flatMap((row) => trades.billedRow(row)?.invoice.issuedOn || []).sort();
  const amounts = rows.flatMap(({ amount }) => (amount === undefined ? [] : [amountOf(amount)]));
  return {
    due_on: oldest ? addDays(oldest, supplier?.dispute_days ?? 45) : null,
    follow_up_on: addDays(today, supplier?.follow_up_days ?? 42),
    ...(amounts.length === rows.length && { claimed_amount: moneyText(amounts.reduce((sum, one) => sum + one, 0)) }),
  };
}

/** The supplier was asked again: the next time is as many days away as the first was. */
export async function followUpDispute(
  { backend, viewer }: Doing,
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
export async function creditAnomalies(
  { backend, trades }: Doing,
  input: z.infer<typeof creditInput>,
): Promise<Settled> {
  const [rows] = await backend.lists([chosenRead(trades, input.anomalies, ["amount"])]);
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

/** Closes anomalies with the reason that the journal will keep, and makes exceptions of what they are about where that is asked for. */
export async function closeAnomalies(
  { backend, trades, requestId }: Doing,
  { anomalies: chosen, status, reason, exceptUntil }: z.infer<typeof closeInput>,
): Promise<Settled> {
  const closing = chosen.map((one) => anomaly(one, { status, reason }));
  if (exceptUntil === undefined) return settle(() => backend.operate(closing));
  const [rows] = await backend.lists([chosenRead(trades, chosen, ["check", "account", "period_start"])]);
  if (rows.length < chosen.length) return { kind: "changed-since" };
  const exception = { reason, exceptUntil, requestId, trades };
  return settle(() => backend.operate([...closing, ...exceptionsOf(rows, exception)]));
}

interface Exception {
  readonly reason: string;
  readonly exceptUntil: string;
  readonly requestId: string;
  readonly trades: Trades;
}

/**
 * One for each check and what it is about, from the first day of what is closed: a thing of the trade's, else the customer. Rows of neither have
 * nothing that an exception could hold on to.
 */
function exceptionsOf(
  rows: readonly SwAnomaly[],
  { reason, exceptUntil, requestId, trades }: Exception,
): AtomicOperation[] {
  const first = new Map<string, SwAnomaly>();
  for (const row of rows) {
    const about = trades.subjectOf(row) ?? row.account;
    const key = `${about?.id}/${row.check}`;
    const before = first.get(key)?.period_start;
    if (about && row.period_start && (!before || row.period_start < before)) first.set(key, row);
  }
  return [...first].map(([key, row]) => ({
    op: "add" as const,
    data: {
      type: "sw_check_setting--sw_check_setting",
      id: deterministicUuid(`check-setting/${requestId}/${key}`),
      attributes: {
        check: row.check,
        valid_from: row.period_start,
        valid_to: exceptUntil,
        enabled: false,
        reason,
      },
      relationships: { ...referenceOf(trades.subjectOf(row)), ...referenceOf(ownerOf(row)) },
    },
  }));
}

const ownerOf = ({ account }: SwAnomaly): Subject | undefined =>
  account ? { field: "account", type: "sw_account", id: account.id } : undefined;

const referenceOf = (about: Subject | undefined) =>
  about && { [about.field]: { data: { type: `${about.type}--${about.type}`, id: about.id } } };

/** They are in no claim any more, but for those that stay with theirs. */
export async function reopenAnomalies(
  { backend, trades }: Doing,
  input: z.infer<typeof reopenInput>,
): Promise<Settled> {
  const [rows] = await backend.lists([chosenRead(trades, input.anomalies, ["check"])]);
  const kept = new Set(rows.flatMap((row) => (trades.keepsClaim(row) ? [row.id] : [])));
  return settle(() =>
    backend.operate(
      input.anomalies.map((one) => anomaly(one, { status: "open" }, kept.has(one.id) ? undefined : null)),
    ),
  );
}

function chosenRead(trades: Trades, chosen: z.infer<typeof reopenInput>["anomalies"], fields: string[]) {
  const params = trades
    .params({ sw_anomaly: fields })
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
    if (error.status === 422) return { kind: "refused", detail: refusalOf(error.status, error.errors[0]) };
    throw error;
  }
}
