import { readDay } from "../../../../../platform/tables/read-day.ts";
import type { TableField } from "./contract.ts";
import type { Column } from "./columns.ts";
import { canonical } from "./names.ts";
import type { Table } from "./rows.ts";
import { dayOf, isNothing, moneyOf, type Writing } from "./values.ts";

interface Free {
  readonly at: number;
  readonly texts: readonly string[];
}

const most = 0.8;
const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

/** What columns of unknown names may be, from what stands in them and beside them: a person confirms it. */
export function guess(table: Table, columns: readonly Column[], writing: Writing): Column[] {
  const rows = table.below.slice(0, 300).map(({ cells }) => cells);
  const has = (...fields: TableField[]) => columns.some(({ field }) => field !== null && fields.includes(field));
  const free: Free[] = columns
    .filter(({ field, confidence }) => field === null && confidence === "unused")
    .filter(({ name }) => !/TTC|TVA/.test(canonical(name)))
    .map(({ at }) => ({ at, texts: rows.map((cells) => cells[at] ?? "").filter((text) => !isNothing(text)) }))
    .filter(({ texts }) => texts.length > 0);
  const found = new Map<number, TableField>();
  const give = (column: Free | undefined, field: TableField) => {
    if (column && !found.has(column.at) && !has(field) && ![...found.values()].includes(field))
      found.set(column.at, field);
  };

  const days = free.filter(
    ({ texts }) =>
      share(texts, (text) => dayOf(text, "start", writing.days) !== undefined && !/^\d+$/.test(text)) >= most,
  );
  if (!has("periodStart", "periodEnd", "period")) {
    const [from, to] = days.filter(({ at }) => !found.has(at) && !isSame(days, at)).slice(-2);
    if (from && to) {
      give(from, "periodStart");
      give(to, "periodEnd");
    }
  }
  give(
    days.find(
      ({ at, texts }) => !found.has(at) && new Set(texts).size === 1 && readDay(texts[0] ?? "").day !== undefined,
    ),
    "issuedOn",
  );

  const amounts = free.filter(
    ({ at, texts }) =>
      !found.has(at) &&
      share(texts, (text) => moneyOf(text, writing.decimals) !== undefined) >= 0.6 &&
      texts.some((text) => /[.,]\d/.test(text)),
  );
  if (!has("net", "gross")) {
    const [gross, discount, net] = triple(amounts, rows, writing) ?? [];
    give(gross, "gross");
    give(discount, "discount");
    give(net ?? amounts.at(-1), "net");
  }

  const texts = free
    .filter(({ at, texts }) => !found.has(at) && share(texts, (text) => /\p{L}{3}/u.test(text)) >= most)
    .sort((a, b) => length(b.texts) - length(a.texts));
  give(texts[0], "description");
  give(
    free.find(
      ({ at, texts }) =>
        !found.has(at) &&
        texts.length > 1 &&
        new Set(texts).size === 1 &&
        /\d{3}/.test(texts[0] ?? "") &&
        !days.some((day) => day.at === at),
    ),
    "invoiceNumber",
  );
  return columns.map((column) => {
    const field = found.get(column.at);
    return field ? { ...column, field, confidence: "probable" } : column;
  });
}

/** One day for all rows, while others differ: that of the document. */
const isSame = (days: readonly Free[], at: number): boolean =>
  days.length > 2 && new Set(days.find((day) => day.at === at)?.texts).size === 1 && days[0]?.at === at;

const length = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0) / texts.length;

/** Three columns of amounts of which the first less the second is the third. */
function triple(
  amounts: readonly Free[],
  rows: readonly (readonly string[])[],
  { decimals }: Writing,
): [Free, Free, Free] | undefined {
  if (amounts.length > 8) return undefined;
  for (const gross of amounts)
    for (const discount of amounts)
      for (const net of amounts) {
        if (new Set([gross.at, discount.at, net.at]).size < 3) continue;
        const sums = rows.flatMap((cells) => {
          const [a, b, c] = [gross, discount, net].map(({ at }) => moneyOf(cells[at] ?? "", decimals));
          return a === undefined || b === undefined || c === undefined ? [] : [{ a, b, c }];
        });
        const fits = sums.filter(({ a, b, c }) => Math.abs(a - Math.abs(b) - c) <= 100).length;
        if (sums.some(({ b }) => b !== 0) && fits >= sums.length * 0.9) return [gross, discount, net];
      }
  return undefined;
}
