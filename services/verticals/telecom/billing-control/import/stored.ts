import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwSupplierInvoice, SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { amountOf } from "../../../../platform/money.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";
import type { SupplierMatch } from "./load.ts";
import { identifierFields, identifiersIn } from "./stored-identifiers.ts";

/** An invoice as it was imported, and its rows with what is stored beside what the document says. */
export interface StoredInvoice {
  readonly supplier: SupplierMatch;
  readonly invoice: Invoice;
  /** RFC 3339. */
  readonly importedOn: string | undefined;
  readonly edition: number;
  readonly version: number | undefined;
  /** What of it was checked before, as it is stored. */
  readonly checked: { readonly count: number | undefined; readonly net: string | undefined };
  readonly rows: ReadonlyMap<InvoiceLine, SwSupplierInvoiceLine>;
}

const rowFields = [
  ...identifierFields,
  "line_number",
  "item_code",
  "description",
  "quantity",
  "gross",
  "discount",
  "net",
  "charge",
  "period_start",
  "period_end",
  "match_key",
  "line",
  "version",
];

/** Undefined where the person has no such invoice, may not see its amounts, or another edition has replaced it. */
export async function readStored(backend: BackendClient, id: string): Promise<StoredInvoice | undefined> {
  const [[found], rows] = await backend.lists([
    {
      type: "sw_supplier_invoice",
      params: new DrupalJsonApiParams()
        .addInclude(["supplier"])
        .addFields("sw_supplier--sw_supplier", ["name", "code", "notice_days", "charge_rules", "proration"])
        .addFilter("id", id),
    },
    {
      type: "sw_supplier_invoice_line",
      params: new DrupalJsonApiParams()
        .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", rowFields)
        .addFilter("invoice.id", id)
        .addCustomParam({ page: { limit: 500 } })
        .addSort("line_number"),
    },
  ]);
  if (!found?.supplier || found.total_net === undefined || found.replaced_by) return undefined;
  const { supplier } = found;
  const lines = new Map(rows.map((row) => [lineOf(row, found), row] as const));
  return {
    supplier: {
      id: supplier.id,
      name: supplier.name ?? "",
      code: supplier.code ?? "",
      noticeDays: supplier.notice_days ?? 0,
      chargeRules: supplier.charge_rules?.rules ?? [],
      proration: supplier.proration ?? undefined,
    },
    invoice: {
      format: found.format ?? "csv",
      kind: found.kind ?? "invoice",
      number: found.number ?? "",
      issuedOn: found.issued_on ?? "",
      periodStart: found.period_start ?? null,
      periodEnd: found.period_end ?? null,
      currency: found.currency ?? "EUR",
      totalNet: amountOf(found.total_net),
      totalGross: found.total_gross ? amountOf(found.total_gross) : null,
      seller: { name: supplier.name ?? "", vatNumber: null, siren: null },
      lines: [...lines.keys()],
    },
    edition: found.edition ?? 1,
    version: found.version,
    checked: { count: found.checked_count ?? undefined, net: found.checked_net ?? undefined },
    importedOn: found.created ?? undefined,
    rows: lines,
  };
}

function lineOf(row: SwSupplierInvoiceLine, invoice: SwSupplierInvoice): InvoiceLine {
  const start = row.period_start ?? null;
  const ofDocument = start === (invoice.period_start ?? null) && row.period_end === invoice.period_end;
  return {
    lineNumber: row.line_number ?? "",
    ...identifiersIn(row),
    itemCode: row.item_code ?? null,
    description: row.description ?? "",
    type: null,
    quantity: amountOf(row.quantity ?? "1"),
    gross: row.gross ? amountOf(row.gross) : null,
    discount: amountOf(row.discount),
    net: amountOf(row.net),
    periodStart: start,
    periodEnd: row.period_end ?? null,
    periodOf: start ? (ofDocument ? "document" : "line") : null,
    level: row.service_id || row.iccid || row.msisdn || row.customer_reference || row.line ? "line" : "document",
  };
}
