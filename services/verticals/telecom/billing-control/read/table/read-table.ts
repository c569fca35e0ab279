import { foldName } from "../../../../../platform/fold.ts";
import { decimalMark } from "../../../../../platform/tables/read-decimal.ts";
import type { Separator } from "../../../../../platform/tables/settings.ts";
import type { InvoiceFormat, Problem } from "../../contract.ts";
import type { TableAnswer, TableField, TableView } from "./contract.ts";
import type { ReadResult } from "../../invoice.ts";
import { discountFits } from "./amounts.ts";
import { type Column, type RememberedColumns, recognise } from "./columns.ts";
import { toDocuments } from "./documents.ts";
import { guess } from "./guess.ts";
import { headingOf, numberInName } from "./heading.ts";
import { type DetailRow, LineReader } from "./lines.ts";
import { type Asked, questionsOf } from "./questions.ts";
import { type Row, repeatsHeader, type Table } from "./rows.ts";
import { type TotalRow, totalOf } from "./totals.ts";
import { dayOrder, type Writing } from "./values.ts";
import { shownRows } from "./view.ts";

/** Columns that a person named in an earlier file of a supplier. */
export interface RememberedLayout {
  readonly supplierCode: string;
  readonly columns: RememberedColumns;
}

/** Beside the names of columns, which hold letters and figures alone. */
export const discountKey = "@discount";

export interface TableSource {
  readonly name: string;
  readonly format: InvoiceFormat;
  readonly fileName: string;
  readonly table: Table;
  readonly encoding: string | null;
  readonly separator: Separator | null;
  /** Rows of other sheets, which may name the document. */
  readonly beside: readonly Row[];
}

export interface TableContext {
  readonly country: string;
  readonly answer: TableAnswer | undefined;
  readonly remembered: readonly RememberedLayout[];
}

export interface TableReading {
  readonly view: TableView;
  /** None while a person has to say something first. */
  readonly documents: readonly ReadResult[];
  /** Whose layout it is, where no column names the supplier. */
  readonly supplierCode: string | null;
}

/** What a table of unknown layout says: its documents, or what a person has to say of it first. */
export function readTable(source: TableSource, { country, answer, remembered }: TableContext): TableReading {
  const table = corrected(source.table, answer);
  const layout = layoutOf(table.header, remembered);
  const known = { answers: answer?.columns ?? {}, remembered: layout?.columns, country };
  const named = recognise(table, known);
  const writing = writingOf(table, named, country, answer);
  const columns = guess(table, named, writing);
  const of = (field: TableField) => columns.find((column) => column.field === field)?.at;

  const asides: Row[] = [];
  const totals: TotalRow[] = [];
  const charged: Row[] = [];
  const without = new Set(answer?.without);
  for (const row of table.below) {
    if (without.has(row.row) || repeatsHeader(table.header, row.cells)) continue;
    const total = totalOf(row, { of }, writing);
    if (total) totals.push(total);
    else charged.push(row);
  }

  const amounts = new LineReader(columns, charged, writing, true);
  const fits = discountFits(charged.map((row) => amounts.stated(row)));
  const inNet = answer?.discountInNet ?? (layout ? said(layout.columns[discountKey]) : undefined);
  const reader = new LineReader(columns, charged, writing, inNet ?? true);
  const rows: DetailRow[] = [];
  const problems: Problem[] = [];
  for (const row of charged) {
    const stray = lengthProblem(row, table.header.length, reader);
    const detail = stray ? undefined : reader.read(row);
    if (stray) problems.push(stray);
    else if (detail) rows.push(detail);
    else asides.push(row);
  }

  const heading = headingOf(table.above, [...source.beside, ...asides]);
  const number = answer?.invoiceNumber ?? heading.number;
  const issuedOn = answer?.issuedOn ?? heading.issuedOn;
  const asked: Asked = {
    columns,
    rows,
    number,
    issuedOn,
    suggestedNumber: numberInName(source.fileName),
    discount: inNet === undefined ? fits : undefined,
    writing,
  };
  const { questions, blocking } = questionsOf(asked);
  const names = {
    number: reader.name("invoiceNumber"),
    issuedOn: reader.name("issuedOn"),
    net: reader.name("net"),
    line: reader.name("lineNumber"),
  };
  const grouping = { format: source.format, heading, number, issuedOn, totals, names };
  const documents = blocking
    ? []
    : withSetAside(toDocuments(rows, grouping), { problems, asides, without: [...without] });
  const view: TableView = {
    table: source.name,
    state: blocking
      ? "needs-mapping"
      : Object.keys(answer?.columns ?? {}).length > 0 || answer?.discountInNet !== undefined
        ? "answered"
        : layout
          ? "remembered"
          : "recognised",
    settings: {
      encoding: source.encoding,
      separator: source.separator,
      headerRow: table.headerRow,
      decimals: writing.decimals,
      lines: rows.length + problems.length || asides.length,
      totals: totals.length,
    },
    invoiceNumber: number,
    issuedOn,
    columns: columns.map((column) => ({
      name: column.name,
      field: column.field,
      confidence: questions.some((question) => question.kind === "column" && question.column === column.at)
        ? "asked"
        : column.confidence,
      samples: column.samples,
      destroyed: column.destroyed,
    })),
    questions,
    rows: shownRows(table, { rows, totals, asides, problems }),
  };
  return { view, documents, supplierCode: of("supplier") === undefined ? (layout?.supplierCode ?? null) : null };
}

const said = (text: string | null | undefined): boolean | undefined =>
  text === "taken" ? true : text === "open" ? false : undefined;

/** The layout whose columns have all the names of this header. */
function layoutOf(header: readonly string[], remembered: readonly RememberedLayout[]): RememberedLayout | undefined {
  const names = header.map(foldName).filter(Boolean);
  return names.length === 0
    ? undefined
    : remembered.find(({ columns }) => names.every((name) => Object.hasOwn(columns, name)));
}

/** The table with what a person put into cells that couldn't be read. */
function corrected(table: Table, answer: TableAnswer | undefined): Table {
  const corrections = answer?.corrections ?? [];
  if (corrections.length === 0) return table;
  const below = table.below.map(({ row, cells }) => {
    const own = corrections.filter((one) => one.row === row && one.column < cells.length);
    return own.length === 0
      ? { row, cells }
      : { row, cells: cells.map((text, column) => own.findLast((one) => one.column === column)?.text ?? text) };
  });
  return { ...table, below };
}

function writingOf(
  table: Table,
  columns: readonly Column[],
  country: string,
  answer: TableAnswer | undefined,
): Writing {
  const texts = function* (fields: readonly TableField[]) {
    const at = columns.flatMap((column) => (column.field && fields.includes(column.field) ? [column.at] : []));
    for (const { cells } of table.below) for (const one of at) yield cells[one] ?? "";
  };
  const all = function* () {
    for (const { cells } of table.below.slice(0, 500)) yield* cells;
  };
  const amounts = ["net", "gross", "discount", "unitPrice"] as const;
  const figures = /^\D{0,5}[\d\s.,'’]+\D{0,5}$/;
  return {
    decimals:
      answer?.decimals ??
      decimalMark(texts(amounts)) ??
      decimalMark([...all()].filter((text) => figures.test(text) && !/\d[./-]\d+[./-]\d/.test(text))) ??
      ",",
    days: dayOrder(texts(["issuedOn", "periodStart", "periodEnd"])),
    country,
  };
}

/** More cells than the header has names for, or so few that no amount is left: something parted or joined cells. */
function lengthProblem({ row, cells }: Row, width: number, reader: LineReader): Problem | undefined {
  const length = cells.findLastIndex((text) => text !== "") + 1;
  const amounts = [reader.at("net"), reader.at("gross")].filter((at) => at !== undefined);
  const short = length > 2 && cells.length < width && amounts.every((at) => at >= length);
  if (length <= width && !short) return undefined;
  return { code: "row_length", row, found: String(length > width ? length : cells.length), expected: String(width) };
}

interface SetAside {
  readonly problems: readonly Problem[];
  readonly asides: readonly Row[];
  readonly without: readonly number[];
}

/** What of the file is in no document is said with the first of them. */
function withSetAside(documents: readonly ReadResult[], { problems, asides, without }: SetAside): ReadResult[] {
  const [first, ...others] = documents;
  if (!first)
    return [{ kind: "rejected", problems: problems.length > 0 ? problems : [{ code: "empty_file" as const }] }];
  if (problems.length > 0) {
    const own = first.kind === "rejected" ? first.problems : [];
    return [{ kind: "rejected", problems: [...own, ...problems].sort(byRow) }, ...others];
  }
  const said = [
    ...without.map((row): Problem => ({ code: "row_left_out", row })),
    ...asides.map(
      ({ row, cells }): Problem => ({
        code: "row_set_aside",
        row,
        found: cells.filter(Boolean).join(" ").slice(0, 80),
      }),
    ),
  ];
  return first.kind === "rejected" || said.length === 0
    ? [...documents]
    : [{ ...first, warnings: [...(first.warnings ?? []), ...said] }, ...others];
}

const byRow = (a: Problem, b: Problem): number => (a.row ?? 0) - (b.row ?? 0);
