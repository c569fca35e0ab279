import { keysOf } from "../check/match.ts";
import type { InvoiceLine } from "../invoice.ts";

type Keyed = readonly (string | number | null)[];

/**
 * Which row of a corrected invoice is which of the one before: all the same; another amount; another label or period of the same line, under the
 * same number. Each row is one other at most; what is none was added.
 */
export function pairRows(
  before: readonly InvoiceLine[],
  after: readonly InvoiceLine[],
  country: string | undefined,
): Map<InvoiceLine, InvoiceLine> {
  const whose = (line: InvoiceLine): Keyed => Object.values(keysOf(line, country));
  const what = (line: InvoiceLine): Keyed => [line.itemCode, line.description, line.periodStart, line.periodEnd];
  const ways: readonly ((line: InvoiceLine) => Keyed)[] = [
    (line) => [...whose(line), ...what(line), line.lineNumber, line.net],
    (line) => [...whose(line), ...what(line), line.net],
    (line) => [...whose(line), ...what(line)],
    (line) => [...whose(line), line.lineNumber],
  ];
  const pairs = new Map<InvoiceLine, InvoiceLine>();
  let [left, free] = [after, before];
  for (const way of ways) {
    const waiting = new Map<string, InvoiceLine[]>();
    // The last first, so that the first is taken first.
    for (const line of free.toReversed()) {
      const key = JSON.stringify(way(line));
      const some = waiting.get(key);
      if (some) some.push(line);
      else waiting.set(key, [line]);
    }
    const taken = new Set<InvoiceLine>();
    left = left.filter((line) => {
      const pair = waiting.get(JSON.stringify(way(line)))?.pop();
      if (pair) taken.add(pair);
      if (pair) pairs.set(line, pair);
      return !pair;
    });
    free = free.filter((line) => !taken.has(line));
  }
  return pairs;
}
