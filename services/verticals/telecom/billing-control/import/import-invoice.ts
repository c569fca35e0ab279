import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwSupplierInvoice } from "../../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { BackendError } from "../../../../platform/backend/errors.ts";
import { amountOf, moneyText } from "../../../../platform/money.ts";
import type { CheckSummary, ImportReport, InvoiceSummary, Problem } from "../contract.ts";
import type { Invoice, ReadResult } from "../invoice.ts";
import type { CheckedRow } from "../check/check-rows.ts";
import { checks } from "../check/rules/index.ts";
import { inTurns } from "../check/slices.ts";
import { analysing, coverageOf, isSameContent } from "./analyse.ts";
import { recoveries, recoveryOperations, waitingGaps } from "./credits.ts";
import { earlierGaps } from "./earlier-gaps.ts";
import { findSupplier, loadPark, type SupplierMatch } from "./load.ts";
import { documentOperations, gapOperations } from "./operations.ts";
import { knownOf, readReplaced, replacementOf, replaceOperations, saidLines, takenBack } from "./replace.ts";

/** Problems, and warnings, that travel. */
const mostProblems = 100;

export interface ImportOptions {
  readonly write: boolean;
  /** Acts as the user who imports. */
  readonly backend: BackendClient;
  /** Where telephone numbers are dialled: the brand's. */
  readonly country?: string | undefined;
  /** Numbers of corrected invoices that the person wants to take the place of those that are there. */
  readonly replace: readonly string[];
  /** Why gaps are closed that a corrected invoice no longer has, in the brand's language. */
  readonly corrected: string;
}

/** A document with the file it is in. */
export interface SourcedDocument {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly result: ReadResult;
  /** Set where a person named the supplier. */
  readonly supplierId: string | undefined;
}

/** Gaps that one transaction writes. So many say that the supplier, its columns or its prices are not what they seem. */
const mostGaps = 9_000;

/** Matches and checks one document; with `write` it also stores invoice, lines and anomalies in one transaction. */
export async function importInvoice(
  document: SourcedDocument,
  { write, backend, country, replace, corrected }: ImportOptions,
): Promise<ImportReport> {
  const { fileName, bytes, result } = document;
  if (result.kind === "rejected") return reject(fileName, result.problems);
  const { invoice, warnings = [] } = result;
  const supplier = await findSupplier(backend, invoice.seller, document.supplierId);
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
  const there = await find(backend, invoice, supplier);
  const known = there && (await alreadyThere(backend, there, { invoice, supplier, store }));
  if (known && known !== "other") return known;
  const replaced = there && known === "other" ? await readReplaced(backend, there.id, { invoice, country }) : undefined;
  if (there && known === "other" && !replaced)
    return reject(fileName, [
      { code: "duplicate_other_content", found: `${supplier.name} ${invoice.number}`.slice(0, 80) },
    ]);
  const park = await loadPark(backend, supplier, invoice, { country, also: replaced ? saidLines(replaced) : [] });
  const { lines, proration } = await inTurns(analysing(invoice, park, replaced && knownOf(replaced)));
  const waiting = await waitingGaps(backend, supplier, lines);
  const recovered = recoveries(
    lines,
    waiting.filter(({ id }) => !replaced?.gaps.ids.has(id)),
  );
  const back = replaced ? takenBack(replaced, lines) : [];
  const paid = [...recovered.map(({ amount }) => amount), ...back.map(({ amount }) => amountOf(amount))];
  const report = {
    fileName,
    invoice: summary,
    supplier: { id: supplier.id, name: supplier.name },
    ...matches(lines),
    coverage: coverageOf(lines),
    proration: proration.rows > 0 ? proration : null,
    checks: checkSummaries(lines),
    recovered: { count: paid.length, amount: moneyText(paid.reduce((sum, amount) => sum + amount, 0)) },
    warnings: warnings.slice(0, mostProblems),
    moreWarnings: Math.max(0, warnings.length - mostProblems),
    replaces: replaced ? replacementOf(replaced, invoice) : null,
  };
  if (replaced && !replace.includes(invoice.number)) return { kind: "replaces", ...report, invoiceId: null };
  if (!write) return { kind: "ready", ...report, invoiceId: null };

  const gaps = lines.reduce((sum, { findings }) => sum + findings.length, 0);
  if (gaps > mostGaps) return reject(fileName, [{ code: "too_many_gaps", expected: String(mostGaps) }]);
  const earlier = await earlierGaps(backend, lines, replaced?.gaps.ids);
  const edition = (replaced?.stored.edition ?? 0) + 1;
  const written = await inTurns(documentOperations({ invoice, supplier, lines, fileName, edition }));
  const operations = [
    ...written.operations,
    ...(replaced
      ? replaceOperations({ replaced, document: written, invoice, earlier, reason: corrected })
      : gapOperations(written.rows, { invoice, supplier, edition, earlier })),
    ...recoveryOperations(recovered),
  ];
  try {
    await backend.operate(there && !replaced ? completing(operations, there) : operations);
  } catch (error) {
    // Somebody imported the same invoice at the same time: theirs is there, ours wrote nothing.
    const other =
      error instanceof BackendError && (error.status === 409 || error.status === 422)
        ? await find(backend, invoice, supplier)
        : undefined;
    const theirs = other && (await alreadyThere(backend, other, { invoice, supplier, store }));
    if (theirs && theirs !== "other") return theirs;
    throw error;
  }
  await backend.upload("sw_supplier_invoice", written.id, "source_file", storedName(fileName, invoice), bytes);
  return { kind: "imported", ...report, invoiceId: written.id };
}

interface StoreFile {
  readonly write: boolean;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What is already there under this supplier and number, if anything: the last edition, and those that it has replaced. */
async function find(backend: BackendClient, invoice: Invoice, supplier: SupplierMatch): Promise<Editions | undefined> {
  const found = await backend.list(
    "sw_supplier_invoice",
    new DrupalJsonApiParams()
      .addFields("sw_supplier_invoice--sw_supplier_invoice", [
        "content_hash",
        "source_file",
        "line_count",
        "total_net",
        "replaced_by",
        "version",
      ])
      .addFilter("number", invoice.number)
      .addFilter("supplier.id", supplier.id)
      .addSort("edition", "DESC"),
  );
  const last = found.find(({ replaced_by }) => !replaced_by);
  return last && { ...last, replaced: found.filter(({ replaced_by }) => replaced_by) };
}

interface Editions extends SwSupplierInvoice {
  readonly replaced: readonly SwSupplierInvoice[];
}

interface Arriving {
  readonly invoice: Invoice;
  readonly supplier: SupplierMatch;
  readonly store: StoreFile;
}

/**
 * The same invoice changes nothing, and one without lines adds nothing to a detail; one that another has replaced is refused. Undefined where the
 * lines complete an invoice that came without any, "other" where it is a correction. An import stores the source file that an interrupted one
 * could not.
 */
async function alreadyThere(
  backend: BackendClient,
  found: Editions,
  { invoice, supplier, store: { write, fileName, bytes } }: Arriving,
): Promise<ImportReport | "other" | undefined> {
  const name = `${supplier.name} ${invoice.number}`.slice(0, 80);
  if (!isSameContent(found.content_hash, invoice)) {
    const headAlone = (found.line_count ?? 0) === 0 || invoice.lines.length === 0;
    if (found.replaced.some(({ content_hash }) => isSameContent(content_hash, invoice)))
      return reject(fileName, [{ code: "replaced_before", found: name }]);
    if (!headAlone) return "other";
    if (found.total_net === undefined || found.total_net === null)
      return reject(fileName, [{ code: "duplicate_other_content", found: name }]);
    if (Math.abs(amountOf(found.total_net) - invoice.totalNet) > 100)
      return reject(fileName, [
        { code: "total_mismatch", field: name, found: moneyText(invoice.totalNet), expected: found.total_net },
      ]);
    if (invoice.lines.length > 0) return undefined;
  }
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

/** The lines of an invoice that is there without any: what its own document says of it stays. */
function completing(operations: readonly AtomicOperation[], found: SwSupplierInvoice): AtomicOperation[] {
  return operations.map((operation) => {
    if (
      operation.op === "remove" ||
      operation.op === "add-rows" ||
      operation.data.type !== "sw_supplier_invoice--sw_supplier_invoice"
    )
      return operation;
    const { line_count, checked_count, checked_net, content_hash } = operation.data.attributes ?? {};
    return {
      op: "update",
      data: {
        type: operation.data.type,
        id: found.id,
        attributes: { line_count, checked_count, checked_net, content_hash, version: found.version },
      },
    };
  });
}

/** The format was told from the content, so the stored name says it too, whatever the file was called. */
function storedName(fileName: string, { format }: Invoice): string {
  const name = fileName.replace(/^.*\//, "");
  const extension = { ubl: "xml", cii: "xml", facturx: "pdf", csv: "csv", xlsx: "xlsx" }[format];
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name.replace(/\.[^.]*$/, "")}.${extension}`;
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
  return {
    kind: "rejected",
    fileName,
    problems: problems.slice(0, mostProblems),
    more: Math.max(0, problems.length - mostProblems),
  };
}
