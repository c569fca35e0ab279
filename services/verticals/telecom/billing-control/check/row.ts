import type { InvoiceLine } from "../invoice.ts";
import { type Charge, chargeOf, ruleOf } from "./charge.ts";
import { itemsOf } from "./item.ts";
import type { Match } from "./match.ts";
import type { CatalogueItem, Park } from "./park.ts";

/** A row of an invoice, what it is for, and whose. */
export interface Row {
  readonly line: InvoiceLine;
  readonly match: Match;
  readonly charge: Charge;
  /** Of the supplier's catalogue, where the row names one. */
  readonly item: CatalogueItem | undefined;
}

/** A line with its park line, and with what was concluded of it at its import, where that is past. */
export interface Matched {
  readonly line: InvoiceLine;
  readonly match: Match;
  readonly charge?: Charge | undefined;
}

/** Rows by the park line that they were found for. */
export type RowsByLine = ReadonlyMap<string, readonly Row[]>;

export function rowsByLine(rows: readonly Row[]): RowsByLine {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row.match.line?.id;
    if (id === undefined) continue;
    const some = found.get(id);
    if (some) some.push(row);
    else found.set(id, [row]);
  }
  return found;
}

/** What the rows of one document are for. */
export function rowsOf(matched: readonly Matched[], { items, chargeRules = [] }: Park): Row[] {
  const itemOf = itemsOf(items);
  return matched.map(({ line, match, charge }): Row => {
    const item = itemOf(line);
    const known = charge && (ruleOf(line, chargeRules) ?? charge);
    return { line, match, item, charge: known ?? chargeOf(line, chargeRules, item) };
  });
}

/** Whether two rows have a day in common; one without a period may. */
export function overlap(a: InvoiceLine, b: InvoiceLine): boolean {
  if (!a.periodStart || !b.periodStart) return true;
  return a.periodStart <= (b.periodEnd ?? b.periodStart) && b.periodStart <= (a.periodEnd ?? a.periodStart);
}
