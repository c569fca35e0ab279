import { decodeText } from "../../../platform/decode-text.ts";
import { unguarded } from "../../../platform/formula-guard.ts";
import { readCells, separatorOf } from "../../../platform/tables/read-csv.ts";
import { readFirstSheet } from "../../../platform/tables/read-workbook.ts";
import { takeSeparatorLine } from "../../../platform/tables/separator-line.ts";
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
  const cells = zipped ? await readFirstSheet(bytes) : readText(bytes);
  if (!cells) return rejected("unknown_format");
  return toTable(cells.map((row) => row.map(unguarded)));
}

function readText(bytes: Uint8Array): string[][] | undefined {
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  const { separator, rest } = takeSeparatorLine(text);
  const rows = readCells(rest, separator ?? separatorOf(rest));
  // Rows keep their numbers in the file.
  return separator === undefined || !rows ? rows : [[], ...rows];
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
