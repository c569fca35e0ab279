import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { takeSeparatorLine } from "../../../platform/csv-separator.ts";
import { decodeText } from "../../../platform/decode-text.ts";
import { unguarded } from "../../../platform/formula-guard.ts";
import { type FileProblem, maxColumns, maxFileBytes, maxRows } from "../contract.ts";

/** A file as text cells. `numbers` says where each row stands in the file, the header being 1. */
export interface Table {
  readonly header: string[];
  readonly rows: string[][];
  readonly numbers: number[];
}

export type TableResult =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "rejected"; readonly code: FileProblem };

const rejected = (code: FileProblem): TableResult => ({ kind: "rejected", code });

/** CSV in any usual encoding and separator, or the first sheet of an XLSX file: told from the bytes, not from the name. */
export async function readTable(bytes: Uint8Array): Promise<TableResult> {
  if (bytes.length === 0) return rejected("empty_file");
  if (bytes.length > maxFileBytes) return rejected("file_too_large");
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const cells = zipped ? await readWorkbook(bytes) : readText(bytes);
  if (!cells) return rejected("unknown_format");
  return toTable(cells.map((row) => row.map(unguarded)));
}

async function readWorkbook(bytes: Uint8Array): Promise<string[][] | undefined> {
  try {
    const sheet = await readSheet(Buffer.from(bytes));
    return sheet.map((row) => row.map(cellText));
  } catch {
    return undefined;
  }
}

/** A spreadsheet's own days and numbers in plain writing; a number too long for a spreadsheet shows that it lost digits. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? "" : cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return numberText(cell);
  return String(cell).trim();
}

/** The fifteen figures that a spreadsheet shows; what its arithmetic leaves behind them is noise. */
function numberText(number: number): string {
  if (Math.abs(number) >= 1e15) return number.toExponential();
  const shown = Number(number.toPrecision(15));
  return Math.abs(shown) < 1e-6 ? shown.toFixed(12).replace(/\.?0+$/, "") : String(shown);
}

function readText(bytes: Uint8Array): string[][] | undefined {
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  const { separator, rest } = takeSeparatorLine(text);
  try {
    const rows: string[][] = parse(rest, {
      delimiter: separator ?? separatorOf(rest),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      trim: true,
      bom: true,
    });
    // Rows keep their numbers in the file.
    return separator === undefined ? rows : [[], ...rows];
  } catch {
    return undefined;
  }
}

/** The sign that parts the first line most often, outside quotes. */
function separatorOf(text: string): string {
  const line = (text.split(/\r?\n/).find((one) => one.trim() !== "") ?? "").replace(/"[^"]*"/g, "");
  const signs = [";", "\t", ",", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  return signs.sort((a, b) => b.count - a.count)[0]?.sign ?? ";";
}

function toTable(cells: readonly string[][]): TableResult {
  const filled = (row: readonly string[]) => row.some((cell) => cell !== "");
  const first = cells.findIndex(filled);
  const header = cells[first];
  if (!header) return rejected("empty_file");
  while (header.at(-1) === "") header.pop();
  const rows: string[][] = [];
  const numbers: number[] = [];
  let width = header.length;
  for (const [index, row] of cells.entries()) {
    if (index <= first || !filled(row)) continue;
    rows.push(row);
    numbers.push(index + 1);
    width = Math.max(width, row.findLastIndex((cell) => cell !== "") + 1);
  }
  if (rows.length === 0) return rejected("empty_file");
  if (rows.length > maxRows) return rejected("too_many_rows");
  if (width > maxColumns) return rejected("too_many_columns");
  const even = (row: readonly string[]) => Array.from({ length: width }, (_, column) => row[column] ?? "");
  return { kind: "table", table: { header: even(header), rows: rows.map(even), numbers } };
}
