import { foldName } from "../../../../../platform/fold.ts";
import { cellText, moneyOf } from "./values.ts";
import { fieldsNamed } from "./names.ts";

/** Rows among which the names of the columns are looked for. */
const headMost = 100;

export interface Row {
  /** 1-based, as the file counts. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A sheet parted into what stands above the table, the names of its columns and the rows below. */
export interface Table {
  /** 1-based row of the names; 0 where there are none. */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly above: readonly Row[];
  readonly below: readonly Row[];
}

const filled = (cells: readonly string[]): number => cells.reduce((count, cell) => count + (cell === "" ? 0 : 1), 0);
const isAmount = (text: string): boolean => moneyOf(text, ",") !== undefined;

/** How many different fields the cells of a row name for sure. */
export function namedFields(cells: readonly string[]): number {
  const fields = new Set<string>();
  for (const cell of cells) {
    if (cell === "" || cell.length > 60 || isAmount(cell)) continue;
    const [best] = [...fieldsNamed(cell)].sort((a, b) => b.weight - a.weight);
    if (best && best.weight >= 2.9) fields.add(best.field);
  }
  return fields.size;
}

/** 1-based row of the names of the columns, 0 where data begin at once, undefined where the cells are no table. */
function findHeader(rows: readonly Row[]): number | undefined {
  const head = rows.slice(0, headMost);
  const named = head.map(({ row, cells }) => ({ row, cells, count: namedFields(cells) }));
  const most = Math.max(0, ...named.map(({ count }) => count));
  const best = named.find(({ count }) => count === most);
  if (best && (most >= 3 || (most === 2 && filled(best.cells) <= 5))) return best.row;
  // Names of another language or tool: a row of texts over rows as wide that hold amounts.
  const unnamed = head.find(({ cells }, at) => {
    const width = filled(cells);
    if (width < 2 || cells.some(isAmount)) return false;
    const next = head.slice(at + 1).find((row) => filled(row.cells) > 0);
    return next !== undefined && filled(next.cells) >= width - Math.ceil(width / 3) && next.cells.some(isAmount);
  });
  if (unnamed) return unnamed.row;
  const data = head.filter(({ cells }) => filled(cells) >= 3 && cells.some(isAmount));
  return data.length > 0 && data.length >= head.filter(({ cells }) => filled(cells) > 0).length / 2 ? 0 : undefined;
}

/** The table of a sheet; `headerRow` where a person said it. */
export function toTable(cells: readonly (readonly string[])[], headerRow?: number): Table | undefined {
  const rows = cells.map((row, at): Row => ({ row: at + 1, cells: row.map(cellText) }));
  const at = headerRow ?? findHeader(rows);
  if (at === undefined || at > rows.length) return undefined;
  const below = rows.slice(at).filter((row) => filled(row.cells) > 0);
  const named = [...(rows[at - 1]?.cells ?? [])];
  while (named.at(-1) === "") named.pop();
  const width = Math.max(named.length, usualWidth(below));
  return {
    headerRow: at,
    header: Array.from({ length: width }, (_, column) => named[column] ?? ""),
    above: at > 0 ? rows.slice(0, at - 1).filter((row) => filled(row.cells) > 0) : [],
    below,
  };
}

/** How wide most of the rows are. */
function usualWidth(rows: readonly Row[]): number {
  const widths = rows.map(({ cells }) => cells.findLastIndex((text) => text !== "") + 1).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** The names once more, as at the top of a page. */
export function repeatsHeader(header: readonly string[], cells: readonly string[]): boolean {
  const names = header.flatMap((name, column) => (name === "" ? [] : [{ name: foldName(name), column }]));
  const same = names.filter(({ name, column }) => foldName(cells[column] ?? "") === name);
  return names.length > 0 && same.length >= Math.max(1, Math.ceil(names.length * 0.8));
}

export { filled };
