/** Spreadsheets write `sep=;` into the first line of a CSV file. The sign, where the file begins so, and what follows the line. */
export function takeSeparatorLine(text: string): { separator: string | undefined; rest: string } {
  const line = /^\ufeff?"?sep=([^\r\n"])"?[;,\t|]*(?:\r\n|\r|\n|$)/i.exec(text);
  return line ? { separator: line[1], rest: text.slice(line[0].length) } : { separator: undefined, rest: text };
}
