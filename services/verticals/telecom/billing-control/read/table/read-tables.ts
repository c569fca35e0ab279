import { decode } from "../../../../../platform/decode-text.ts";
import { unguarded } from "../../../../../platform/formula-guard.ts";
import { readCells } from "../../../../../platform/tables/read-csv.ts";
import { readWorkbook } from "../../../../../platform/tables/read-workbook.ts";
import { takeSeparatorLine } from "../../../../../platform/tables/separator-line.ts";
import { type Separator, separators } from "../../../../../platform/tables/settings.ts";
import type { ProblemCode } from "../../contract.ts";
import type { TableAnswer } from "./contract.ts";
import { filled, namedFields, type Row, toTable } from "./rows.ts";
import { type RememberedLayout, readTable, type TableReading } from "./read-table.ts";

/** Cells of one file that are looked at. */
const limits = { rows: 200_000, columns: 300 };

export interface TablesFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly country: string;
  readonly answers: readonly TableAnswer[];
  readonly remembered: readonly RememberedLayout[];
}

interface Sheet {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly encoding: string | null;
  readonly separator: Separator | null;
}

/** The tables of a CSV file or a workbook, each with its documents; or why there are none. */
export async function readTables(
  file: TablesFile,
): Promise<{ kind: "tables"; tables: readonly TableReading[] } | { kind: "rejected"; code: ProblemCode }> {
  const workbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  const sheets = workbook ? await sheetsOf(file) : textSheet(file);
  if (!sheets) return { kind: "rejected", code: workbook ? "workbook_unreadable" : "encoding_unreadable" };
  if (sheets.every(({ cells }) => cells.every((row) => filled(row) === 0)))
    return { kind: "rejected", code: "empty_file" };
  if (sheets.some(({ cells }) => cells.length > limits.rows || cells.some((row) => row.length > limits.columns)))
    return { kind: "rejected", code: "table_too_large" };
  const answerOf = (name: string) => file.answers.find(({ table }) => table === name);
  const parted = sheets.map((sheet) => ({
    sheet,
    table: toTable(
      sheet.cells.map((row) => row.map(unguarded)),
      answerOf(sheet.name)?.headerRow,
    ),
  }));
  const beside = parted
    .filter(({ table }) => !table)
    .flatMap(({ sheet }) => sheet.cells.map((cells, at): Row => ({ row: at + 1, cells })));
  const tables = parted.flatMap(({ sheet, table }) =>
    table && table.below.length > 0
      ? [
          readTable(
            {
              name: sheet.name,
              format: workbook ? "xlsx" : "csv",
              fileName: file.fileName,
              table,
              encoding: sheet.encoding,
              separator: sheet.separator,
              beside,
            },
            { country: file.country, answer: answerOf(sheet.name), remembered: file.remembered },
          ),
        ]
      : [],
  );
  if (tables.length > 0) return { kind: "tables", tables };
  const empty = parted.some(({ table }) => table !== undefined && table.headerRow > 0);
  return { kind: "rejected", code: empty ? "empty_file" : "unknown_format" };
}

async function sheetsOf({ bytes, fileName }: TablesFile): Promise<Sheet[] | undefined> {
  const sheets = await readWorkbook(bytes);
  return sheets?.map(({ name, cells }) => ({
    name: `${fileName}/${name}`.slice(0, 300),
    cells,
    encoding: null,
    separator: null,
  }));
}

function textSheet({ bytes, fileName, answers }: TablesFile): Sheet[] | undefined {
  const answer = answers.find(({ table }) => table === fileName);
  const decoded = decode(bytes, answer?.encoding);
  if (!decoded) return undefined;
  if (decoded.text.trim() === "") return [];
  const { separator: told, rest } = takeSeparatorLine(decoded.text);
  const separator = answer?.separator ?? separators.find((one) => one === told) ?? separatorOf(rest);
  const cells = readCells(rest, separator) ?? [];
  // Rows keep their numbers in the file.
  return [
    {
      name: fileName,
      cells: told === undefined ? cells : [[], ...cells],
      encoding: decoded.encoding,
      separator,
    },
  ];
}

const sampleLength = 40_000;

/** The sign that makes the most of the first rows: columns with names known, then the widest table. */
function separatorOf(text: string): Separator {
  const end = text.length > sampleLength ? text.slice(0, sampleLength).lastIndexOf("\n") : -1;
  const sample = end > 0 ? text.slice(0, end) : text.slice(0, sampleLength);
  const scored = separators.map((sign) => {
    const rows = (readCells(sample, sign) ?? []).slice(0, 120);
    const named = Math.max(0, ...rows.slice(0, 100).map((row) => (row.length > 400 ? 0 : namedFields(row))));
    // A comma between figures is a decimal one.
    const marks = sign === "," ? sample.replace(/\d,\d/g, "") : sample;
    return { sign, named, count: marks.split(sign).length };
  });
  return scored.reduce((best, one) =>
    one.named > best.named || (one.named === best.named && one.count > best.count) ? one : best,
  ).sign;
}
