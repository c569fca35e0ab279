import { parse } from "csv-parse/sync";

export const separators = [";", "\t", ",", "|"] as const;
export type Separator = (typeof separators)[number];

/** The sign that parts a line most often, outside quotes. */
export function separatorOf(text: string): Separator {
  const line = (text.split(/\r\n|\r|\n/).find((one) => one.trim() !== "") ?? "").replace(/"[^"]*"/g, "");
  const signs = separators.map((sign) => ({ sign, count: line.split(sign).length }));
  return signs.sort((a, b) => b.count - a.count)[0]?.sign ?? ";";
}

/** The cells of a text, every row at its place; undefined where quotes stand so that there is no reading. */
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
    return undefined;
  }
}
