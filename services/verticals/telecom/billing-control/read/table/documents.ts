import { foldName } from "../../../../../platform/fold.ts";
import type { InvoiceFormat, Problem } from "../../contract.ts";
import type { Invoice, InvoiceLine, ReadResult } from "../../invoice.ts";
import type { Heading } from "./heading.ts";
import type { DetailRow } from "./lines.ts";
import { type TotalRow, totalProblems } from "./totals.ts";

export interface Grouping {
  readonly format: InvoiceFormat;
  readonly heading: Heading;
  /** The document's own, where rows name none. */
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly totals: readonly TotalRow[];
  /** What the header calls them. */
  readonly names: { readonly number: string; readonly issuedOn: string; readonly net: string; readonly line: string };
}

interface Group {
  readonly supplier: string;
  readonly number: string;
  readonly rows: DetailRow[];
}

/** The rows of a table as the documents they belong to; a row that belongs to none is refused by number. */
export function toDocuments(rows: readonly DetailRow[], grouping: Grouping): ReadResult[] {
  const groups = new Map<string, Group>();
  const homeless: DetailRow[] = [];
  const numbers = new Set(rows.map(({ invoiceNumber }) => invoiceNumber).filter(Boolean));
  const sole = numbers.size === 1 ? [...numbers][0] : undefined;
  // Written in the first row of each document alone, as merged cells are: the rows below are its own.
  const sparse = rows.filter(({ invoiceNumber }) => invoiceNumber !== "").length <= rows.length / 2;
  let above: string | undefined;
  const suppliers = new Set(rows.map(({ supplier }) => supplier).filter(Boolean));
  const soleSupplier = suppliers.size === 1 ? [...suppliers][0] : undefined;
  for (const row of rows) {
    const number = row.invoiceNumber || sole || (numbers.size === 0 ? grouping.number : sparse ? above : undefined);
    if (row.invoiceNumber) above = row.invoiceNumber;
    if (!number) {
      homeless.push(row);
      continue;
    }
    const supplier = row.supplier || soleSupplier || grouping.heading.supplier || "";
    const key = `${foldName(supplier)}/${number}`;
    const group = groups.get(key) ?? { supplier, number, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const alone = groups.size === 1;
  const charged = rows.map(({ row, line }) => ({ row, net: line.net }));
  const mismatches = totalProblems(grouping.totals, charged, grouping.names.net);
  const documents = [...groups.values()].flatMap((group) =>
    ofGroup(group, grouping, alone, (own) => mismatches.filter((problem) => own.has(rowAbove(rows, problem)))),
  );
  if (homeless.length === 0) return documents;
  const { number } = grouping.names;
  const refused = homeless.map(({ row }): Problem => ({ code: "row_without_invoice", row, field: number }));
  return [...documents, { kind: "rejected", problems: refused }];
}

/** The last row that a total stands under. */
const rowAbove = (rows: readonly DetailRow[], { row: total = 0 }: Problem): number =>
  rows.findLast(({ row }) => row < total)?.row ?? 0;

type Mismatches = (rows: ReadonlySet<number>) => readonly Problem[];

function ofGroup(
  { supplier, number, rows }: Group,
  grouping: Grouping,
  alone: boolean,
  mismatches: Mismatches,
): ReadResult[] {
  const dated = new Map<string, DetailRow[]>();
  for (const row of rows) {
    const day = row.issuedOn ?? "";
    const same = dated.get(day);
    if (same) same.push(row);
    else dated.set(day, [row]);
  }
  const days = [...dated].filter(([day]) => day !== "").sort(([, a], [, b]) => b.length - a.length);
  const issuedOn = days[0]?.[0] ?? grouping.issuedOn;
  // An invoice has one day of issue: rows with another one are those of a document of which this number isn't the whole name.
  const others = days.slice(1).map(
    ([day, odd]): ReadResult => ({
      kind: "rejected",
      problems: odd.map((row) => ({
        code: "issue_date_differs",
        row: row.row,
        field: grouping.names.issuedOn,
        found: day,
        expected: `${number}, ${issuedOn}`,
      })),
    }),
  );
  const own = rows.filter((row) => row.issuedOn === null || row.issuedOn === issuedOn);
  return [
    oneDocument({ supplier, number, issuedOn, rows: own }, grouping, alone && others.length === 0, mismatches),
    ...others,
  ];
}

function oneDocument(
  { supplier, number, issuedOn, rows }: Group & { issuedOn: string | null },
  grouping: Grouping,
  alone: boolean,
  mismatches: Mismatches,
): ReadResult {
  const problems = rows.flatMap((row) => row.problems);
  if (issuedOn === null) problems.push({ code: "field_missing", field: grouping.names.issuedOn });
  const currencies = [...new Set(rows.flatMap(({ currency }) => currency ?? []))];
  for (const row of rows)
    if (row.currency !== null && row.currency !== currencies[0])
      problems.push({ code: "currency_invalid", row: row.row, found: row.currency.slice(0, 80) });
  if (problems.length > 0) return { kind: "rejected", problems };
  const { lines: numbered, given } = withNumbers(rows, grouping.names.line);
  const turned = grouping.heading.credit && alone && sumOf(numbered) > 0;
  const lines = turned ? numbered.map(negative) : numbered;
  // What is about the whole is told before the rows, of which there may be many.
  const warnings: Problem[] = [
    ...(turned ? [{ code: "sign_turned" as const }] : []),
    ...mismatches(new Set(rows.map(({ row }) => row))),
    ...rows.flatMap((row) => row.warnings),
    ...given,
  ];
  const totalNet = sumOf(lines);
  const own = { start: earliest(lines), end: latest(lines) };
  const { period } = grouping.heading;
  const bare = alone && period !== null && own.start === null;
  const invoice: Invoice = {
    format: grouping.format,
    kind: totalNet < 0 || turned ? "credit_note" : "invoice",
    number: number.slice(0, 64),
    issuedOn: issuedOn ?? "",
    periodStart: bare ? period.start : own.start,
    periodEnd: bare ? period.end : own.end,
    currency: currencies[0] ?? "EUR",
    totalNet,
    totalGross: (alone ? grouping.totals.find(({ taxed }) => taxed === "gross")?.amount : undefined) ?? null,
    seller: { name: supplier.slice(0, 160), vatNumber: null, siren: null },
    lines: bare
      ? lines.map((line) => ({ ...line, periodStart: period.start, periodEnd: period.end, periodOf: "document" }))
      : lines,
  };
  return { kind: "invoice", invoice, warnings };
}

const sumOf = (lines: readonly InvoiceLine[]): number => lines.reduce((sum, { net }) => sum + net, 0);
const earliest = (lines: readonly InvoiceLine[]): string | null =>
  lines.flatMap(({ periodStart }) => periodStart ?? []).sort()[0] ?? null;
const latest = (lines: readonly InvoiceLine[]): string | null =>
  lines
    .flatMap(({ periodEnd }) => periodEnd ?? [])
    .sort()
    .at(-1) ?? null;

const negative = (line: InvoiceLine): InvoiceLine => ({
  ...line,
  gross: line.gross === null ? null : -line.gross,
  discount: line.discount === 0 ? 0 : -line.discount,
  net: -line.net,
});

/** Every line has a number of its own: its place where the file has none, its row besides where another one has the same. */
function withNumbers(rows: readonly DetailRow[], field: string): { lines: InvoiceLine[]; given: Problem[] } {
  const numbered = rows.some(({ line }) => line.lineNumber !== "");
  if (!numbered) return { lines: rows.map(({ line }, at) => ({ ...line, lineNumber: String(at + 1) })), given: [] };
  const taken = new Set<string>();
  const given: Problem[] = [];
  const lines = rows.map(({ line, row }) => {
    const free = line.lineNumber !== "" && !taken.has(line.lineNumber);
    const lineNumber = free ? line.lineNumber : `${line.lineNumber.slice(0, 20)}#${row}`;
    taken.add(lineNumber);
    if (!free) given.push({ code: "line_number_given", row, field, found: line.lineNumber, expected: lineNumber });
    return { ...line, lineNumber };
  });
  return { lines, given };
}
