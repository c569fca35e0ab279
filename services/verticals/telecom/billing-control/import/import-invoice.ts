import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { BackendError } from "../../../../platform/backend/errors.ts";
import { type Money, moneyText, parseMoney } from "../../../../platform/money.ts";
import type { CheckSummary, ImportInput, ImportReport, InvoiceSummary, Problem } from "../contract.ts";
import type { Invoice, ReadResult } from "../invoice.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import { checks } from "../check/rules/index.ts";
import { analyse, contentHash, coverageOf } from "./analyse.ts";
import { recoveries, recoveryOperations, waitingGaps } from "./credits.ts";
import { findSupplier, loadPark, type SupplierMatch } from "./load.ts";
import { importOperations, invoiceId } from "./operations.ts";

interface ImportOptions {
  readonly write: boolean;
  /** Acts as the user who imports. */
  readonly backend: BackendClient;
  /** Where telephone numbers are dialled: the brand's. */
  readonly country?: string | undefined;
  /** Whether the person may close gaps that the invoice's credits pay back. */
  readonly mayClose: boolean;
  readonly read: (bytes: Uint8Array) => Promise<ReadResult>;
}

/** Reads, matches and checks one file; with `write` it also stores invoice, lines and anomalies in one transaction. */
export async function importInvoice(
  input: ImportInput,
  { write, backend, country, mayClose, read }: ImportOptions,
): Promise<ImportReport> {
  const { fileName } = input;
  const bytes = new Uint8Array(Buffer.from(input.content, "base64"));
  const result = await read(bytes);
  if (result.kind === "rejected") return reject(fileName, result.problems);
  const { invoice } = result;
  const supplier = await findSupplier(backend, invoice.seller, input.supplierId);
  const summary = summaryOf(invoice);
  if (!supplier || supplier === "ambiguous")
    return {
      kind: "unknown-supplier",
      fileName,
      invoice: summary,
      seller: invoice.seller,
      ambiguous: supplier === "ambiguous",
    };

  const store: StoreFile = { write, fileName, bytes };
  const known = await existing(backend, invoice, supplier, store);
  if (known) return known;
  const park = await loadPark(backend, supplier, invoice, country);
  const { lines, proration } = analyse(invoice, park);
  const recovered = mayClose ? recoveries(lines, await waitingGaps(backend, supplier, lines)) : [];
  const report = {
    fileName,
    invoice: summary,
    supplier: { id: supplier.id, name: supplier.name },
    ...matches(lines),
    coverage: coverageOf(lines),
    proration: proration.rows > 0 ? proration : null,
    checks: checkSummaries(lines),
    warnings: result.warnings ?? [],
    recovered: {
      count: recovered.length,
      amount: moneyText(recovered.reduce((sum, { amount }) => sum + amount, 0)),
    },
  };
  if (!write) return { kind: "ready", ...report, invoiceId: null };

  const earlier = await earlierGaps(backend, lines);
  const operations = [
    ...importOperations({ invoice, supplier, lines, fileName, earlier }),
    ...recoveryOperations(recovered),
  ];
  try {
    await backend.operate(operations);
  } catch (error) {
    // Somebody imported the same invoice at the same time: theirs is there, ours wrote nothing.
    const other =
      error instanceof BackendError && (error.status === 409 || error.status === 422)
        ? await existing(backend, invoice, supplier, store)
        : undefined;
    if (other) return other;
    throw error;
  }
  const id = invoiceId(supplier.id, invoice.number);
  await backend.upload("sw_supplier_invoice", id, "source_file", storedName(fileName, invoice), bytes);
  return { kind: "imported", ...report, invoiceId: id };
}

interface StoreFile {
  readonly write: boolean;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What is already there under this supplier and number, if anything. An import stores the source file that an interrupted one could not. */
async function existing(
  backend: BackendClient,
  invoice: Invoice,
  supplier: SupplierMatch,
  { write, fileName, bytes }: StoreFile,
): Promise<ImportReport | undefined> {
  const [found] = await backend.list(
    "sw_supplier_invoice",
    new DrupalJsonApiParams()
      .addFields("sw_supplier_invoice--sw_supplier_invoice", ["content_hash", "source_file"])
      .addFilter("number", invoice.number)
      .addFilter("supplier.id", supplier.id),
  );
  if (!found) return undefined;
  if (found.content_hash !== contentHash(invoice))
    return reject(fileName, [
      { code: "duplicate_other_content", found: `${supplier.name} ${invoice.number}`.slice(0, 80) },
    ]);
  if (write && !found.source_file)
    await backend.upload("sw_supplier_invoice", found.id, "source_file", storedName(fileName, invoice), bytes);
  return {
    kind: "already-imported",
    fileName,
    invoice: summaryOf(invoice),
    supplier: { id: supplier.id, name: supplier.name },
    invoiceId: found.id,
  };
}

/** The format was told from the content, so the stored name says it too, whatever the file was called. */
function storedName(fileName: string, { format }: Invoice): string {
  const extension = { ubl: "xml", cii: "xml", facturx: "pdf", csv: "csv" }[format];
  return fileName.toLowerCase().endsWith(`.${extension}`)
    ? fileName
    : `${fileName.replace(/\.[^.]*$/, "")}.${extension}`;
}

async function earlierGaps(backend: BackendClient, lines: readonly CheckedRow[]): Promise<Map<string, Money>> {
  const ids = [
    ...new Set(lines.flatMap(({ match, findings }) => (findings.length > 0 && match.line ? [match.line.id] : []))),
  ];
  const gaps = new Map<string, Money>();
  for (let start = 0; start < ids.length; start += 80) {
    const rows = await backend.listAll("sw_anomaly", () =>
      new DrupalJsonApiParams()
        .addFields("sw_anomaly--sw_anomaly", ["check", "amount", "line", "status"])
        .addFilter("line.id", ids.slice(start, start + 80), "IN"),
    );
    for (const row of rows) {
      if (row.status === "false_positive") continue;
      const key = `${row.line?.id}/${row.check}`;
      gaps.set(key, (gaps.get(key) ?? 0) + (parseMoney(row.amount ?? "0") ?? 0));
    }
  }
  return gaps;
}

function matches(lines: readonly CheckedRow[]): { matched: Record<string, number>; unmatched: number } {
  const matched: Record<string, number> = {};
  for (const { match } of lines) if (match.line) matched[match.key] = (matched[match.key] ?? 0) + 1;
  return { matched, unmatched: lines.filter(({ match }) => !match.line).length };
}

/** Every check with what it found, by its number. */
function checkSummaries(lines: readonly CheckedRow[]): CheckSummary[] {
  const all = lines.flatMap(({ findings }) => findings);
  return checks
    .map(({ id }) => {
      const found = all.filter(({ check }) => check === id);
      return { check: id, count: found.length, amount: moneyText(found.reduce((sum, { gap }) => sum + gap, 0)) };
    })
    .sort((a, b) => Number(a.check.slice(1)) - Number(b.check.slice(1)));
}

function summaryOf(invoice: Invoice): InvoiceSummary {
  const { format, kind, number, issuedOn, periodStart, periodEnd, currency } = invoice;
  return {
    format,
    kind,
    number,
    issuedOn,
    periodStart,
    periodEnd,
    currency,
    totalNet: moneyText(invoice.totalNet),
    lineCount: invoice.lines.length,
  };
}

function reject(fileName: string, problems: readonly Problem[]): ImportReport {
  return { kind: "rejected", fileName, problems: problems.slice(0, 100), more: Math.max(0, problems.length - 100) };
}
