import type { SwAnomaly } from "../../../model/generated/entities.ts";
import { amountOf } from "../../../platform/money.ts";
import type { BilledRow, ControlTrade } from "../../../base/control/index.ts";
import { claimReasons, missingDiscount } from "./claim-reasons.ts";
import { identifierFields } from "./import/stored-identifiers.ts";
import { monthChecks } from "./month/contract.ts";

/** Telecom's gaps are about lines, and most are found in a row of an invoice. What is found over a month is ours to put right. */
export const controlTrade: ControlTrade = {
  module: "sw_telecom",
  checks: {
    ...Object.fromEntries(Object.entries(claimReasons).map(([check, claim]) => [check, { claim }])),
    ...Object.fromEntries(monthChecks.map((check) => [check, {}])),
    // What a claim was promised stays that claim's.
    C13: { keepsClaim: true },
  },
  fields: {
    sw_anomaly: ["evidence", "line", "invoice_line"],
    sw_line: ["number"],
    sw_supplier_invoice_line: ["invoice", "line_number", "description", ...identifierFields, "gross", "discount"],
    sw_supplier_invoice: ["number", "issued_on"],
  },
  include: ["line", "invoice_line.invoice"],
  billedRow(gap): BilledRow | undefined {
    const { invoice_line: billed, line } = gap;
    if (!billed?.invoice) return undefined;
    const { id, number, issued_on } = billed.invoice;
    return {
      invoice: { id, number: number ?? "", issuedOn: issued_on ?? "" },
      lineNumber: billed.line_number ?? "",
      identifier: billed.msisdn ?? billed.service_id ?? billed.iccid ?? line?.number ?? billed.customer_reference ?? "",
      label: billed.description ?? "",
      ...(lacksDiscount(gap) && { reason: missingDiscount }),
    };
  },
  subjectOf: ({ line }) => (line ? { field: "line", type: "sw_line", id: line.id } : undefined),
};

/** The price before the discount is the agreed one, and less was taken off it. */
function lacksDiscount({ check, evidence, invoice_line: billed }: SwAnomaly): boolean {
  return (
    check === "C2" &&
    evidence !== null &&
    evidence !== undefined &&
    "discount" in evidence &&
    amountOf(evidence.gross) === amountOf(billed?.gross) &&
    amountOf(evidence.discount) > amountOf(billed?.discount)
  );
}
