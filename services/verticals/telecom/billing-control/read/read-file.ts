import type { Problem } from "../contract.ts";
import { maxFileBytes } from "../contract.ts";
import { maxLines, type ReadResult, rejected } from "../invoice.ts";
import { readCsv } from "./csv.ts";
import { extractInvoiceXml } from "./pdf.ts";
import { decodeText } from "../../../../platform/decode-text.ts";
import { readXml } from "./xml.ts";

export interface SuppliersFile {
  readonly bytes: Uint8Array;
  /** Where its telephone numbers are dialled. */
  readonly country?: string | undefined;
}

/** What a worker thread calls. */
export const readSuppliersFile = ({ bytes, country }: SuppliersFile): Promise<ReadResult> => readFile(bytes, country);

/** Bytes of a supplier's file → invoice, or why not. The format is told from the content, never from the name. */
export async function readFile(bytes: Uint8Array, country = "FR"): Promise<ReadResult> {
  if (bytes.length === 0) return rejected({ code: "empty_file" });
  if (bytes.length > maxFileBytes) return rejected({ code: "file_too_large" });
  const result = await readContent(bytes, country);
  if (result.kind === "rejected") return result;
  const { invoice } = result;
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
  return problems.length > 0 ? rejected(problems) : result;
}

async function readContent(bytes: Uint8Array, country: string): Promise<ReadResult> {
  if (startsWith(bytes, "%PDF-")) {
    const xml = await extractInvoiceXml(bytes);
    if (xml.kind === "rejected") return xml;
    return readXml(xml.bytes, "facturx", country);
  }
  const text = decodeText(bytes);
  if (text === undefined) return rejected({ code: "encoding_unreadable" });
  if (text.trim() === "") return rejected({ code: "empty_file" });
  if (text.trimStart().startsWith("<")) return readXml(bytes, undefined, country);
  return readCsv(text, country);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes(text, 0, "latin1");
}
