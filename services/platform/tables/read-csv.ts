import { parse } from "csv-parse/sync";
import { type Separator, separators } from "./settings.ts";

/** The sign that parts a line most often, outside quotes. */
export function separatorOf(text: string): Separator {
  const line = (text.split(/\r\n|\r|\n/).find((one) => one.trim() !== "") ?? "").replace(/"[^"]*"/g, "");
  const signs = separators.map((sign) => ({ sign, count: line.split(sign).length }));
  return signs.sort((a, b) => b.count - a.count)[0]?.sign ?? ";";
}

/**
 * The cells of a text, every row at its place. Where a quote opens and never ends, quotes are signs like others; undefined where there is no reading
 * either way.
 */
export function readCells(text: string, separator: string): string[][] | undefined {
  const options = {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
    bom: true,
  };
  try {
    return parse(text, { ...options, relax_quotes: true });
  } catch {
    try {
      const rows: string[][] = parse(text, { ...options, quote: false });
      return rows.map((row) => row.map((cell) => cell.replace(/^"(.*)"$/, "$1").replaceAll('""', '"')));
    } catch {
      return undefined;
    }
  }
}
