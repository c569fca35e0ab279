import type { AtomicOperation } from "../../../../platform/backend/client.ts";
import { deterministicUuid } from "../../../../platform/deterministic-uuid.ts";
import { type Money, moneyText } from "../../../../platform/money.ts";
import type { Invoice } from "../invoice.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import type { Finding } from "../check/rules/check.ts";
import { eachOf, type Slices } from "../check/slices.ts";
import { anomalyKey, contentHash, coverageOf } from "./analyse.ts";
import type { SupplierMatch } from "./load.ts";

interface DocumentPlan {
  readonly invoice: Invoice;
  readonly supplier: SupplierMatch;
  readonly lines: readonly CheckedRow[];
  readonly fileName: string;
  /** 1 where nothing of its number is there. */
  readonly edition: number;
}

/** A document that is written, with the ids that its rows get. */
export interface WrittenDocument {
  readonly id: string;
  readonly operations: readonly AtomicOperation[];
  readonly rows: readonly BilledRow[];
}

const text = (amount: Money | null): string | null => (amount === null ? null : moneyText(amount));
const ref = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

const invoiceId = (supplierId: string, number: string, edition: number): string =>
  deterministicUuid(
    edition === 1
      ? `supplier-invoice/${supplierId}/${number}`
      : `supplier-invoice-edition/${edition}/${supplierId}/${number}`,
  );

/** The invoice and its lines. Ids come from the keys, so that writing twice writes once. */
export function* documentOperations({
  invoice,
  supplier,
  lines,
  fileName,
  edition,
}: DocumentPlan): Slices<WrittenDocument> {
  const id = invoiceId(supplier.id, invoice.number, edition);
  const operations: AtomicOperation[] = [
    {
      op: "add",
      data: {
        type: "sw_supplier_invoice--sw_supplier_invoice",
        id,
        attributes: {
          number: invoice.number,
          edition,
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
  const rows = yield* eachOf(
    lines,
    (row): BilledRow => ({ row, rowId: deterministicUuid(`supplier-invoice-line/${id}/${row.line.lineNumber}`) }),
  );
  const [first] = rows;
  if (first)
    operations.push({
      op: "add-rows",
      type: "sw_supplier_invoice_line--sw_supplier_invoice_line",
      fields: Object.keys(valuesOf(first, id)),
      rows: yield* eachOf(rows, (one) => Object.values(valuesOf(one, id))),
    });
  return { id, operations, rows };
}

/** What was found in the rows of a document that nothing of was there before. */
export function gapOperations(rows: readonly BilledRow[], place: GapPlace): AtomicOperation[] {
  return rows.flatMap(({ row, rowId }) =>
    row.findings.map((finding) => anomalyOperation(row, finding, { ...place, lineId: rowId })),
  );
}

/** How much of an invoice was checked, as it is stored with it. */
export function coverageFields(lines: readonly CheckedRow[]) {
  const { checked } = coverageOf(lines);
  return { checked_count: checked.rows, checked_net: checked.net };
}

export interface BilledRow {
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

interface GapPlace {
  readonly invoice: Invoice;
  readonly supplier: SupplierMatch;
  readonly edition: number;
  /** Gaps of earlier invoices per park line and check, `{line id}/{check}`. */
  readonly earlier: ReadonlyMap<string, Money>;
}

/** A finding as an anomaly; its id comes from its key. */
export function anomalyOperation(
  row: CheckedRow,
  finding: Finding,
  { invoice, supplier, edition, lineId, earlier }: GapPlace & { readonly lineId: string },
): AtomicOperation {
  const { line, match } = row;
  const key = anomalyKey({ supplierCode: supplier.code, number: invoice.number, edition }, row, finding);
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
        ...gapFields(finding),
        cumulated: moneyText(before + finding.gap),
        status: "open",
      },
      relationships: {
        supplier: ref("sw_supplier", supplier.id),
        ...(match.line ? { line: ref("sw_line", match.line.id) } : {}),
        ...(match.line?.accountId ? { account: ref("sw_account", match.line.accountId) } : {}),
        invoice_line: ref("sw_supplier_invoice_line", lineId),
      },
    },
  };
}

/** What an anomaly says of a finding. */
export const gapFields = (finding: Finding) => ({
  expected: moneyText(finding.expected),
  found: moneyText(finding.found),
  amount: moneyText(finding.gap),
  amount_per_month: moneyText(finding.gapPerMonth),
  evidence: finding.evidence,
});
