import { maxFileBytes, type Problem, type ProblemCode } from "../contract.ts";
import type { TableAnswer, TableView } from "./table/contract.ts";
import { type Invoice, maxLines, type ReadResult, rejected } from "../invoice.ts";
import { completed, oneEach } from "./complete.ts";
import { extractInvoiceXml } from "./pdf.ts";
import type { RememberedLayout } from "./table/read-table.ts";
import { readTables } from "./table/read-tables.ts";
import { isArchive, type PackedFile, unpack } from "./unpack.ts";
import { readXmlDocuments } from "./xml.ts";

export interface SuppliersFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Where its telephone numbers are dialled. */
  readonly country?: string | undefined;
  /** What the person says of its tables. */
  readonly answers?: readonly TableAnswer[] | undefined;
  readonly remembered?: readonly RememberedLayout[] | undefined;
}

/** One document of a file, or that a person has to say something of the table it is in. */
export interface FoundDocument {
  readonly fileName: string;
  readonly result: ReadResult | { readonly kind: "needs-mapping" };
  /** The table it was read from. */
  readonly table: string | null;
  /** Whose layout the table has, as remembered, where it doesn't name its supplier itself. */
  readonly supplierCode: string | null;
  /** The packed file that it comes from; null where the file itself is. */
  readonly packed: PackedFile | null;
}

export interface FileContent {
  readonly documents: readonly FoundDocument[];
  readonly tables: readonly TableView[];
}

/** What a worker thread calls: bytes of a supplier's file → its documents, or why not. The format is told from the content, never from the name. */
export async function readSuppliersFile(file: SuppliersFile): Promise<FileContent> {
  if (file.bytes.length === 0) return refused(file, "empty_file");
  if (file.bytes.length > maxFileBytes) return refused(file, "file_too_large");
  if (!isArchive(file.bytes)) return readOne(file, null);
  const unpacked = unpack(file.bytes);
  if (unpacked.kind === "rejected") return refused(file, unpacked.code);
  if (unpacked.kind === "workbook") return readOne(file, null);
  if (unpacked.files.length === 0) return refused(file, "empty_file");
  const contents: FileContent[] = [];
  for (const packed of unpacked.files) {
    const fileName = `${file.fileName}/${packed.name}`.slice(-255);
    contents.push(await readOne({ ...file, fileName, bytes: packed.bytes }, packed));
  }
  return {
    documents: completed(contents.flatMap(({ documents }) => documents)),
    tables: contents.flatMap(({ tables }) => tables),
  };
}

/** A file that holds a single document. */
export async function readFile(bytes: Uint8Array, country = "FR"): Promise<ReadResult> {
  const { documents } = await readSuppliersFile({ bytes, country, fileName: "file" });
  const [first] = documents;
  return first && first.result.kind !== "needs-mapping" ? first.result : rejected({ code: "unknown_format" });
}

const refused = ({ fileName }: SuppliersFile, code: ProblemCode): FileContent => ({
  documents: [{ fileName, result: rejected({ code }), table: null, supplierCode: null, packed: null }],
  tables: [],
});

async function readOne(file: SuppliersFile, packed: PackedFile | null): Promise<FileContent> {
  const { bytes, fileName, country = "FR" } = file;
  if (bytes.length === 0) return refused(file, "empty_file");
  const found = await readDocuments(bytes, country);
  if (found)
    return {
      documents: found.map((one) => ({ fileName, result: checked(one), table: null, supplierCode: null, packed })),
      tables: [],
    };
  if (packed && isArchive(bytes) && unpack(bytes).kind !== "workbook") return refused(file, "unknown_format");
  const { answers = [], remembered = [] } = file;
  const read = await readTables({ bytes, fileName, country, answers, remembered });
  if (read.kind === "rejected") return refused(file, read.code);
  const documents = read.tables.flatMap((table): FoundDocument[] => {
    const found = { fileName, table: table.view.table, supplierCode: table.supplierCode, packed };
    if (table.view.state === "needs-mapping") return [{ ...found, result: { kind: "needs-mapping" } }];
    return table.documents.map((result) => ({ ...found, result }));
  });
  return {
    documents: oneEach(documents).map((found) =>
      found.result.kind === "needs-mapping" ? found : { ...found, result: checked(found.result) },
    ),
    tables: read.tables.map(({ view }) => view),
  };
}

/** E-invoices, of a PDF or of markup, which may hold several; undefined for everything else. */
async function readDocuments(bytes: Uint8Array, country: string): Promise<ReadResult[] | undefined> {
  if (startsWith(bytes, "%PDF-")) {
    const xml = await extractInvoiceXml(bytes);
    return xml.kind === "rejected" ? [xml] : readXmlDocuments(xml.bytes, "facturx", country);
  }
  return isMarkup(bytes) ? readXmlDocuments(bytes, undefined, country) : undefined;
}

/** What must hold of every document, whatever it was read from. */
function checked(result: ReadResult): ReadResult {
  if (result.kind === "rejected") return result;
  const problems = problemsOf(result.invoice);
  return problems.length > 0 ? rejected(problems) : result;
}

function problemsOf(invoice: Invoice): Problem[] {
  const problems: Problem[] = [];
  if (invoice.lines.length > maxLines) problems.push({ code: "too_many_lines", expected: String(maxLines) });
  const seen = new Set<string>();
  for (const line of invoice.lines) {
    if (seen.has(line.lineNumber)) problems.push({ code: "duplicate_line", found: line.lineNumber.slice(0, 80) });
    seen.add(line.lineNumber);
    if (line.periodStart && line.periodEnd && line.periodEnd < line.periodStart)
      problems.push({ code: "period_invalid", field: line.lineNumber });
  }
  if (invoice.periodStart && invoice.periodEnd && invoice.periodEnd < invoice.periodStart)
    problems.push({ code: "period_invalid", found: `${invoice.periodStart} – ${invoice.periodEnd}` });
  if (!/^[A-Z]{3}$/.test(invoice.currency))
    problems.push({ code: "currency_invalid", found: invoice.currency.slice(0, 80) });
  return problems;
}

/** In whatever encoding: the first sign that is no blank opens a tag. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</.test(start);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes(text, 0, "latin1");
}
