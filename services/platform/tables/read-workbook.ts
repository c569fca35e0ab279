import readXlsxFile, { readSheet } from "read-excel-file/node";

export interface WorkbookSheet {
  readonly name: string;
  readonly cells: string[][];
}

type Row = readonly unknown[];

/** The sheets of an XLSX file as texts; undefined where it is none. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookSheet[] | undefined> {
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return sheets.map(({ sheet, data }) => ({ name: sheet, cells: data.map(texts) }));
  } catch {
    return undefined;
  }
}

export async function readFirstSheet(bytes: Uint8Array): Promise<string[][] | undefined> {
  try {
    return (await readSheet(Buffer.from(bytes))).map(texts);
  } catch {
    return undefined;
  }
}

const texts = (row: Row): string[] => row.map(cellText);

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
