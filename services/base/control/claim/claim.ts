import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { amountOf, type Money } from "../../../platform/money.ts";
import type { BilledRow, Trades } from "../trade.ts";
import type { ClaimReason } from "./claim-text.ts";

/** What is claimed back from a supplier, and on what it rests. Amounts excluding VAT. */
export interface Claim {
  readonly reference: string;
  readonly sentOn: string;
  readonly comment: string | null;
  readonly buyer: Party;
  readonly supplier: Party & { readonly electronicAddress: string | null; readonly mail: string | null };
  readonly invoices: readonly ClaimedInvoice[];
  readonly total: Money;
}

export interface Party {
  readonly name: string;
  readonly siren: string | null;
}

/** Both empty where rows are of none. */
export interface ClaimedInvoice {
  readonly number: string;
  readonly issuedOn: string;
  readonly rows: readonly ClaimedRow[];
}

export interface ClaimedRow {
  readonly lineNumber: string;
  /** By what the supplier knows what the row is for. */
  readonly identifier: string;
  readonly label: string;
  readonly reason: ClaimReason;
  readonly start: string;
  readonly end: string;
  readonly found: Money;
  readonly expected: Money;
  readonly amount: Money;
}

/** Why a claim can't be written: there is none for this person, or its amounts are not theirs to see. */
export type ClaimResult =
  | { readonly kind: "claim"; readonly claim: Claim }
  | { readonly kind: "missing" | "forbidden" };

/** A dispute with all that is disputed in it, as the person may see it. */
export async function loadClaim(backend: BackendClient, disputeId: string, trades: Trades): Promise<ClaimResult> {
  const [[dispute], gaps] = await backend.lists([disputeRead(disputeId), gapRead(disputeId, trades)]);
  if (!dispute) return { kind: "missing" };
  if (gaps.some(({ amount }) => amount === undefined)) return { kind: "forbidden" };
  const rows = gaps.flatMap((gap) => {
    const reason = trades.claimOf(gap);
    return reason ? [rowOf(gap, reason, trades.billedRow(gap))] : [];
  });
  const { brand } = await backend.me();
  const claim: Claim = {
    reference: dispute.reference ?? "",
    sentOn: dispute.sent_on ?? "",
    comment: dispute.comment ?? null,
    buyer: { name: brand?.name ?? "", siren: dispute.brand?.siren ?? null },
    supplier: {
      name: dispute.supplier?.name ?? "",
      siren: dispute.supplier?.siren ?? null,
      electronicAddress: dispute.supplier?.electronic_address ?? dispute.supplier?.siren ?? null,
      mail: dispute.supplier?.dispute_email ?? null,
    },
    invoices: byInvoice(rows),
    total: rows.reduce((sum, { row }) => sum + row.amount, 0),
  };
  return { kind: "claim", claim };
}

function disputeRead(id: string) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_dispute--sw_dispute", ["reference", "sent_on", "comment", "supplier", "brand"])
    .addFields("sw_supplier--sw_supplier", ["name", "siren", "electronic_address", "dispute_email"])
    .addFields("sw_brand--sw_brand", ["siren"])
    .addInclude(["supplier", "brand"])
    .addFilter("id", id);
  return { type: "sw_dispute" as const, params };
}

function gapRead(disputeId: string, trades: Trades) {
  const fields = ["check", "evidence", "period_start", "period_end", "expected", "found", "amount"];
  const params = trades.params({ sw_anomaly: fields }).addFilter("dispute.id", disputeId).addSort("key");
  return { type: "sw_anomaly" as const, params };
}

interface RowOfInvoice {
  readonly invoice: BilledRow["invoice"] | undefined;
  readonly row: ClaimedRow;
}

function rowOf(gap: SwAnomaly, reason: ClaimReason, billed: BilledRow | undefined): RowOfInvoice {
  const { evidence } = gap;
  return {
    invoice: billed?.invoice,
    row: {
      lineNumber: billed?.lineNumber ?? "",
      identifier: billed?.identifier ?? "",
      label: billed?.label ?? (evidence && "details" in evidence ? String(evidence.details) : ""),
      reason,
      start: gap.period_start ?? "",
      end: gap.period_end ?? "",
      found: amountOf(gap.found),
      expected: amountOf(gap.expected),
      amount: amountOf(gap.amount),
    },
  };
}

function byInvoice(rows: readonly RowOfInvoice[]): ClaimedInvoice[] {
  const invoices = new Map<string, ClaimedInvoice & { rows: ClaimedRow[] }>();
  for (const { invoice: { id, number, issuedOn } = { id: "", number: "", issuedOn: "" }, row } of rows) {
    const known = invoices.get(id);
    if (known) known.rows.push(row);
    else invoices.set(id, { number, issuedOn, rows: [row] });
  }
  return [...invoices.values()].sort((a, b) => (a.issuedOn + a.number < b.issuedOn + b.number ? -1 : 1));
}
