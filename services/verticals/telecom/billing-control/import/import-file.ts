import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { type NamedMapping, recallEach, remember } from "../../../../base/data-import/index.ts";
import { foldName } from "../../../../platform/fold.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import type { DocumentReport, FileReport, ImportInput, ImportReport } from "../contract.ts";
import type { TableView } from "../read/table/contract.ts";
import { importedMonths } from "../month/imported-months.ts";
import type { FileContent, FoundDocument, SuppliersFile } from "../read/read-file.ts";
import { discountKey, type RememberedLayout } from "../read/table/read-table.ts";
import { type ImportOptions, importInvoice } from "./import-invoice.ts";

/** Under this kind, and a supplier's code, the brand's own meanings of columns are kept. */
const mappingKind = "supplier_invoice";

interface FileOptions extends ImportOptions {
  readonly brandId: string;
  readonly read: (file: SuppliersFile) => Promise<FileContent>;
}

/** Reads one file and imports its documents one after the other, each for itself; what a person said of its columns is kept where they asked. */
export async function importFile(input: ImportInput, options: FileOptions): Promise<FileReport> {
  const { backend, country, read, write } = options;
  const bytes = new Uint8Array(Buffer.from(input.content, "base64"));
  const { fileName } = input;
  const remembered = (await recallEach(backend, mappingKind)).map(toLayout);
  const { documents, tables } = await read({ bytes, fileName, country, answers: input.mapping, remembered });
  const reports: DocumentReport[] = [];
  const before = new Set<string>();
  for (const document of documents) {
    const name = nameOf(document);
    const report = before.has(name) ? twice(document) : await importOne(document, { ...options, input, bytes });
    if (name) before.add(name);
    reports.push({ ...report, table: document.table });
    if (write) await keep(document, report, { input, tables, options });
  }
  const imported = reports.flatMap((report) => (report.kind === "imported" ? (report.invoiceId ?? []) : []));
  return { fileName, documents: reports, tables, months: await importedMonths(backend, imported) };
}

/** Seller and number: by these a file can hold an invoice once. */
const nameOf = ({ result }: FoundDocument): string =>
  result.kind === "invoice" ? `${foldName(result.invoice.seller.name)}/${result.invoice.number}` : "";

const twice = ({ fileName, result }: FoundDocument): ImportReport => ({
  kind: "rejected",
  fileName,
  problems: [{ code: "duplicate_in_file", found: result.kind === "invoice" ? result.invoice.number : "" }],
  more: 0,
});

const toLayout = ({ name, columns }: NamedMapping): RememberedLayout => ({ supplierCode: name, columns });

async function importOne(
  { fileName, result, supplierCode, packed }: FoundDocument,
  { input, bytes, ...options }: FileOptions & { input: ImportInput; bytes: Uint8Array },
): Promise<ImportReport> {
  if (result.kind === "needs-mapping") return { kind: "needs-mapping", fileName };
  const document = { fileName, bytes: packed?.bytes ?? bytes, result, supplierId: input.supplierId };
  const report = await importInvoice(document, options);
  if (report.kind !== "unknown-supplier" || !supplierCode || input.supplierId) return report;
  const supplierId = await supplierOf(options.backend, supplierCode);
  return supplierId ? importInvoice({ ...document, supplierId }, options) : report;
}

async function supplierOf(backend: BackendClient, code: string): Promise<string | undefined> {
  const [found] = await backend.list(
    "sw_supplier",
    new DrupalJsonApiParams().addFields("sw_supplier--sw_supplier", ["code"]).addFilter("code", code),
  );
  return found?.id;
}

interface Kept {
  readonly input: ImportInput;
  readonly tables: readonly TableView[];
  readonly options: FileOptions;
}

/** What the columns of a table are, for this supplier's next file. */
async function keep(document: FoundDocument, report: ImportReport, { input, tables, options }: Kept): Promise<void> {
  const { backend, brandId } = options;
  const answer = input.mapping?.find(({ table }) => table === document.table);
  const view = tables.find(({ table }) => table === document.table);
  if (!answer?.remember || !view || (report.kind !== "imported" && report.kind !== "already-imported")) return;
  const supplier = await backend.get(
    "sw_supplier",
    report.supplier.id,
    new DrupalJsonApiParams().addFields("sw_supplier--sw_supplier", ["code"]),
  );
  if (!supplier.code) return;
  const columns: Record<string, string | null> = Object.fromEntries(
    view.columns.map(({ name, field }) => [name, field]),
  );
  if (answer.discountInNet !== undefined) columns[discountKey] = answer.discountInNet ? "taken" : "open";
  await remember(backend, mappingKind, { brandId, name: supplier.code, columns });
}
