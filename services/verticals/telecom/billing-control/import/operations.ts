import type { AtomicOperation } from "../../../../platform/backend/client.ts";
import { deterministicUuid } from "../../../../platform/deterministic-uuid.ts";
import { type Money, moneyText } from "../../../../platform/money.ts";
import type { Invoice } from "../invoice.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import type { Finding } from "../check/rules/check.ts";
import { anomalyKey, contentHash, coverageOf } from "./analyse.ts";
import type { SupplierMatch } from "./load.ts";

interface ImportPlan {
  readonly invoice: Invoice;
  readonly supplier: SupplierMatch;
  readonly lines: readonly CheckedRow[];
  readonly fileName: string;
  /** Gaps of earlier invoices per park line and check, `{line id}/{check}`. */
  readonly earlier: ReadonlyMap<string, Money>;
}

const text = (amount: Money | null): string | null => (amount === null ? null : moneyText(amount));
const ref = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

export const invoiceId = (supplierId: string, number: string): string =>
  deterministicUuid(`supplier-invoice/${supplierId}/${number}`);

/** One transaction: the invoice, its lines, their anomalies. Ids come from the keys, so that writing twice writes once. */
export function importOperations({ invoice, supplier, lines, fileName, earlier }: ImportPlan): AtomicOperation[] {
  const id = invoiceId(supplier.id, invoice.number);
  const operations: AtomicOperation[] = [
    {
      op: "add",
      data: {
        type: "sw_supplier_invoice--sw_supplier_invoice",
        id,
        attributes: {
          number: invoice.number,
          kind: invoice.kind,
          format: invoice.format,
          issued_on: invoice.issuedOn,
          period_start: invoice.periodStart,
          period_end: invoice.periodEnd,
          currency: invoice.currency,
          total_net: moneyText(invoice.totalNet),
          total_gross: text(invoice.totalGross),
          line_count: invoice.lines.length,
          ...coverageFields(lines),
          content_hash: contentHash(invoice),
          file_name: fileName,
        },
        relationships: { supplier: ref("sw_supplier", supplier.id) },
      },
    },
  ];
  const rows = lines.map(
    (row): BilledRow => ({ row, rowId: deterministicUuid(`supplier-invoice-line/${id}/${row.line.lineNumber}`) }),
  );
  const [first] = rows;
  if (first)
    operations.push({
      op: "add-rows",
      type: "sw_supplier_invoice_line--sw_supplier_invoice_line",
      fields: Object.keys(valuesOf(first, id)),
      rows: rows.map((one) => Object.values(valuesOf(one, id))),
    });
  for (const { row, rowId } of rows)
    for (const finding of row.findings)
      operations.push(anomalyOperation(row, finding, { invoice, supplier, lineId: rowId, earlier }));
  return operations;
}

/** How much of an invoice was checked, as it is stored with it. */
export function coverageFields(lines: readonly CheckedRow[]) {
  const { checked } = coverageOf(lines);
  return { checked_count: checked.rows, checked_net: checked.net };
}

interface BilledRow {
  readonly row: CheckedRow;
  readonly rowId: string;
}

/** A row's fields and values, always all of them and in this order. */
function valuesOf({ row: { line, match, charge }, rowId }: BilledRow, invoice: string) {
  return {
    id: rowId,
    invoice,
    line_number: line.lineNumber,
    service_id: line.serviceId,
    iccid: line.iccid,
    msisdn: line.number,
    customer_reference: line.customerReference,
    item_code: line.itemCode,
    description: line.description,
    charge,
    quantity: moneyText(line.quantity),
    gross: text(line.gross),
    discount: moneyText(line.discount),
    net: moneyText(line.net),
    period_start: line.periodStart,
    period_end: line.periodEnd,
    match_key: match.key,
    match_confidence: match.confidence,
    line: match.line?.id ?? null,
  };
}

/** A finding as an anomaly; its id comes from its key. */
export function anomalyOperation(
  row: CheckedRow,
  finding: Finding,
  { invoice, supplier, lineId, earlier }: Pick<ImportPlan, "invoice" | "supplier" | "earlier"> & { lineId: string },
): AtomicOperation {
  const { line, match } = row;
  const key = anomalyKey(supplier.code, invoice, row, finding);
  const before = match.line ? (earlier.get(`${match.line.id}/${finding.check}`) ?? 0) : 0;
  return {
    op: "add",
    data: {
      type: "sw_anomaly--sw_anomaly",
      id: deterministicUuid(`anomaly/${supplier.id}/${key}`),
      attributes: {
        key,
        check: finding.check,
        period_start: line.periodStart ?? invoice.issuedOn,
        period_end: line.periodEnd ?? line.periodStart ?? invoice.issuedOn,
        expected: moneyText(finding.expected),
        found: moneyText(finding.found),
        amount: moneyText(finding.gap),
        amount_per_month: moneyText(finding.gapPerMonth),
        cumulated: moneyText(before + finding.gap),
        evidence: finding.evidence,
        status: "open",
      },
      relationships: {
        supplier: ref("sw_supplier", supplier.id),
        ...(match.line ? { line: ref("sw_line", match.line.id) } : {}),
        invoice_line: ref("sw_supplier_invoice_line", lineId),
      },
    },
  };
}
