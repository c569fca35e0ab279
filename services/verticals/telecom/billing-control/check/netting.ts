import type { Money } from "../../../../platform/money.ts";
import type { InvoiceLine } from "../invoice.ts";
import { overlap, type Row, type RowsByLine, rowsByLine } from "./row.ts";

/** What was really asked for each row that asks for something, and which of them each row that gives money back was taken from. */
export interface Netted {
  readonly net: ReadonlyMap<Row, Money>;
  readonly takenFrom: ReadonlyMap<Row, readonly Row[]>;
}

/**
 * Discounts and credits on rows of their own, taken from what they belong to: rows of the same park line and period, the same item's where one is
 * named; what names no line, and an allowance on the whole document, from every row by its share. A credit for another period stays a credit.
 */
export function netRows(rows: readonly Row[]): Netted {
  const net = new Map<Row, Money>(rows.flatMap((row) => (row.line.net > 0 ? [[row, row.line.net] as const] : [])));
  const takenFrom = new Map<Row, readonly Row[]>();
  const asking = [...net.keys()];
  const byLine = rowsByLine(asking);
  for (const row of rows) {
    if (row.line.net >= 0) continue;
    const from = belongsTo(row, asking, byLine);
    takenFrom.set(row, from);
    for (const [target, share] of shares(-row.line.net, from)) net.set(target, (net.get(target) ?? 0) - share);
  }
  return { net, takenFrom };
}

function belongsTo(row: Row, asking: readonly Row[], byLine: RowsByLine): readonly Row[] {
  if (row.line.level === "document" || namesNothing(row.line))
    return asking.filter(
      ({ line }) => line.level === "line" && (row.line.level === "document" || overlap(row.line, line)),
    );
  const same = (byLine.get(row.match.line?.id ?? "") ?? []).filter(({ line }) => overlap(row.line, line));
  const ofItem = same.filter(({ line }) => line.itemCode !== null && line.itemCode === row.line.itemCode);
  const ofPeriod = (ofItem.length > 0 ? ofItem : same).filter(
    ({ line }) => line.periodStart === row.line.periodStart && line.periodEnd === row.line.periodEnd,
  );
  const subscribed = (some: readonly Row[]) => {
    const regular = some.filter(({ charge }) => charge === "recurring" || charge === "option");
    return regular.length > 0 ? regular : some;
  };
  return [ofPeriod, ofItem, same].map(subscribed).find((some) => some.length > 0) ?? [];
}

const namesNothing = ({ serviceId, iccid, number, customerReference }: InvoiceLine): boolean =>
  !serviceId && !iccid && !number && !customerReference;

/** An amount over rows by what each asks for; the shares add up to it. */
function shares(amount: Money, rows: readonly Row[]): [Row, Money][] {
  const total = rows.reduce((sum, { line }) => sum + line.net, 0);
  let [seen, given] = [0, 0];
  return rows.map((row) => {
    seen += row.line.net;
    const share = Math.round((amount * seen) / total) - given;
    given += share;
    return [row, share];
  });
}
