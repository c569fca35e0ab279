import { fold } from "../../../../../platform/fold.ts";
import { type Money, moneyText } from "../../../../../platform/money.ts";
import type { Problem } from "../../contract.ts";
import type { TableField } from "./contract.ts";
import { type Row, filled } from "./rows.ts";
import { moneyOf, type Writing } from "./values.ts";

export interface TotalRow {
  readonly row: number;
  /** With VAT, or VAT alone: no sum of the rows. */
  readonly taxed: "gross" | "vat" | undefined;
  readonly amount: Money;
}

const words =
  /^(SOUS[- ]?TOTA(L|UX)|S\/?-? ?TOTAL|SUB-?TOTALS?|TOTA(L|UX)|GRAND TOTAL|MONTANT TOTAL|SOMME|SUM|A REPORTER|REPORT|CUMUL|(DONT )?(TVA|VAT)|NET A PAYER|AMOUNT DUE|MONTANT (DU|TTC|TVA))\b/;
const partial = /^(SOUS[- ]?TOTA|S\/?-? ?TOTAL|SUB-?TOTAL)/;

interface Columns {
  readonly of: (field: TableField) => number | undefined;
}

/** A row that sums others up, rather than charging something. */
export function totalOf({ row, cells }: Row, { of }: Columns, { decimals }: Writing): TotalRow | undefined {
  const cell = (field: TableField): string => {
    const at = of(field);
    return at === undefined ? "" : (cells[at] ?? "");
  };
  const amounts = cells.map((text) => (/\d/.test(text) ? moneyOf(text, decimals) : undefined));
  const label = cells.find((text, at) => amounts[at] === undefined && words.test(fold(text)));
  // The words may stand in the column of a key, which then holds none.
  const own = (["serviceId", "iccid", "number", "itemCode"] as const).some(
    (field) => cell(field) !== "" && cell(field) !== label,
  );
  const amountFields = (["quantity", "gross", "discount", "net"] as const).map(of);
  const bare =
    label === undefined &&
    filled(cells) > 0 &&
    cells.every((text, at) => text === "" || (amounts[at] !== undefined && amountFields.includes(at)));
  if (label === undefined ? !bare : own && !(partial.test(fold(label)) && cell("itemCode") === "")) return undefined;
  // Short rows have their sum wherever it fell.
  const net = of("net");
  const amount = (net === undefined ? undefined : amounts[net]) ?? amounts.findLast((one) => one !== undefined);
  if (amount === undefined) return undefined;
  const folded = fold(label ?? "");
  const taxed = /TTC|A PAYER|INCL|DUE/.test(folded) ? "gross" : /TVA|VAT|TAX/.test(folded) ? "vat" : undefined;
  return { row, taxed: /HT\b|HORS|EXCL/.test(folded) && taxed === "vat" ? undefined : taxed, amount };
}

interface Charged {
  readonly row: number;
  readonly net: Money;
}

/** Stated totals are the sum of all rows above, or of those since the last total. What they are not is said with both amounts. */
export function totalProblems(totals: readonly TotalRow[], lines: readonly Charged[], field: string): Problem[] {
  const problems: Problem[] = [];
  const all = lines.reduce((sum, { net }) => sum + net, 0);
  let [next, above, atLast] = [0, 0, 0];
  for (const { row, taxed, amount } of totals) {
    for (; next < lines.length && (lines[next]?.row ?? 0) < row; next += 1) above += lines[next]?.net ?? 0;
    if (taxed) continue;
    const sums = [above, above - atLast, all];
    atLast = above;
    if (sums.some((one) => Math.abs(one - amount) <= 100)) continue;
    const [nearest = 0] = sums.sort((a, b) => Math.abs(a - amount) - Math.abs(b - amount));
    problems.push({ code: "total_mismatch", row, field, found: moneyText(nearest), expected: moneyText(amount) });
  }
  return problems;
}
