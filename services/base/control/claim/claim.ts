import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import type { SwSupplierInvoice } from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { amountOf, type Money } from "../../../../platform/money.ts";
import { identifierFields } from "../import/stored-identifiers.ts";
import { type ClaimCheckId, isClaim } from "../month/contract.ts";
import { claimReasons, missingDiscount } from "./claim-reasons.ts";
import type { ClaimReason } from "./claim-text.ts";

/** What is claimed back from a supplier, and on what it rests. Amounts excluding VAT. */
export interface Claim {
  readonly reference: string;
  readonly sentOn: string;
  readonly comment: string | null;
  readonly buyer: Party;
  readonly supplier: Party & { readonly electronicAddress: string | null };
  readonly invoices: readonly ClaimedInvoice[];
  readonly total: Money;
}

export interface Party {
  readonly name: string;
  readonly siren: string | null;
}

export interface ClaimedInvoice {
  readonly number: string;
  readonly issuedOn: string;
  readonly rows: readonly ClaimedRow[];
}

export interface ClaimedRow {
  readonly lineNumber: string;
  /** The number or service that the supplier knows the line by. */
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
export async function loadClaim(backend: BackendClient, disputeId: string): Promise<ClaimResult> {
  const [[dispute], anomalies] = await backend.lists([disputeRead(disputeId), anomalyRead(disputeId)]);
  if (!dispute) return { kind: "missing" };
  if (anomalies.some(({ amount }) => amount === undefined)) return { kind: "forbidden" };
  const rows = anomalies.flatMap((anomaly) => {
    const invoice = anomaly.invoice_line?.invoice;
    const { check = "C1" } = anomaly;
    return invoice && check && isClaim(check) ? [{ invoice, row: rowOf(anomaly, check) }] : [];
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
    },
    invoices: byInvoice(rows),
    total: rows.reduce((sum, { row }) => sum + row.amount, 0),
  };
  return { kind: "claim", claim };
}

function disputeRead(id: string) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_dispute--sw_dispute", ["reference", "sent_on", "comment", "supplier", "brand"])
    .addFields("sw_supplier--sw_supplier", ["name", "siren", "electronic_address"])
    .addFields("sw_brand--sw_brand", ["siren"])
    .addInclude(["supplier", "brand"])
    .addFilter("id", id);
  return { type: "sw_dispute" as const, params };
}

function anomalyRead(disputeId: string) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_anomaly--sw_anomaly", [
      "check",
      "evidence",
      "period_start",
      "period_end",
      "expected",
      "found",
      "amount",
      "line",
      "invoice_line",
    ])
    .addFields("sw_line--sw_line", ["number"])
    .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", [
      "invoice",
      "line_number",
      "description",
      ...identifierFields,
      "gross",
      "discount",
    ])
    .addFields("sw_supplier_invoice--sw_supplier_invoice", ["number", "issued_on"])
    .addInclude(["line", "invoice_line.invoice"])
    .addFilter("dispute.id", disputeId)
    .addSort("key");
  return { type: "sw_anomaly" as const, params };
}

function rowOf(anomaly: SwAnomaly, check: ClaimCheckId): ClaimedRow {
  const billed = anomaly.invoice_line;
  return {
    lineNumber: billed?.line_number ?? "",
    identifier:
      billed?.msisdn ?? billed?.service_id ?? billed?.iccid ?? anomaly.line?.number ?? billed?.customer_reference ?? "",
    label: billed?.description ?? "",
    reason: check === "C2" && lacksDiscount(anomaly) ? missingDiscount : claimReasons[check],
    start: anomaly.period_start ?? "",
    end: anomaly.period_end ?? "",
    found: amountOf(anomaly.found),
    expected: amountOf(anomaly.expected),
    amount: amountOf(anomaly.amount),
  };
}

/** The price before the discount is the agreed one, and less was taken off it. */
function lacksDiscount({ evidence, invoice_line: billed }: SwAnomaly): boolean {
  return (
    evidence !== null &&
    evidence !== undefined &&
    "discount" in evidence &&
    amountOf(evidence.gross) === amountOf(billed?.gross) &&
    amountOf(evidence.discount) > amountOf(billed?.discount)
  );
}

function byInvoice(rows: readonly { invoice: SwSupplierInvoice; row: ClaimedRow }[]): ClaimedInvoice[] {
  const invoices = new Map<string, ClaimedInvoice & { rows: ClaimedRow[] }>();
  for (const { invoice, row } of rows) {
    const known = invoices.get(invoice.id);
    if (known) known.rows.push(row);
    else invoices.set(invoice.id, { number: invoice.number ?? "", issuedOn: invoice.issued_on ?? "", rows: [row] });
  }
  return [...invoices.values()].sort((a, b) => (a.issuedOn + a.number < b.issuedOn + b.number ? -1 : 1));
}
