import { readCells } from "../../../../platform/tables/read-csv.ts";
import { takeSeparatorLine } from "../../../../platform/tables/separator-line.ts";
import { phoneText } from "../../../../platform/phone.ts";
import { type Money, parseMoney } from "../../../../platform/money.ts";
import type { Problem } from "../contract.ts";
import { type Invoice, type InvoiceLine, type ReadResult, rejected } from "../invoice.ts";
import { isDay } from "./fields.ts";
import { type ColumnKey, type CsvLayout, csvLayouts } from "./layouts.ts";

/** An operator's detail per line. Every bad row is named; a file with one bad row imports nothing. */
export function readCsv(file: string, country: string): ReadResult {
  const { separator, rest: text } = takeSeparatorLine(file);
  const firstLine = text.split(/\r?\n/, 1)[0] ?? "";
  const layout = bestLayout(firstLine, separator);
  if (!layout)
    return rejected(
      looksTabular(firstLine)
        ? { code: "csv_unknown_layout", found: firstLine.slice(0, 80) }
        : { code: "unknown_format" },
    );
  const rows = readCells(text, separator ?? layout.delimiter);
  if (!rows) return rejected({ code: "unknown_format" });
  const [header = [], ...body] = rows;
  const missing = (Object.keys(layout.columns) as ColumnKey[]).filter(
    (key) => !layout.optional.includes(key) && !header.includes(layout.columns[key]),
  );
  if (missing.length > 0)
    return rejected(missing.map((key): Problem => ({ code: "csv_missing_column", field: layout.columns[key] })));
  return new DetailReader(layout, header, separator === undefined ? 2 : 3, country).read(body);
}

/** The layout with most of its columns in the header; a file that has half of them is meant to be of that layout. */
function bestLayout(firstLine: string, separator: string | undefined): CsvLayout | undefined {
  const scored = csvLayouts.map((layout) => {
    const cells = new Set(
      firstLine.split(separator ?? layout.delimiter).map((cell) => cell.trim().replace(/^"|"$/g, "")),
    );
    const names = Object.values(layout.columns);
    return { layout, share: names.filter((name) => cells.has(name)).length / names.length };
  });
  return scored.filter(({ share }) => share >= 0.5).sort((a, b) => b.share - a.share)[0]?.layout;
}

function looksTabular(line: string): boolean {
  return /[;,\t].*[;,\t]/.test(line);
}

class DetailReader {
  private readonly problems: Problem[] = [];
  private readonly index: ReadonlyMap<ColumnKey, number>;

  constructor(
    private readonly layout: CsvLayout,
    private readonly header: readonly string[],
    /** Number of the first row under the header. */
    private readonly firstRow: number,
    /** Where telephone numbers without one are dialled. */
    private readonly country: string,
  ) {
    this.index = new Map(
      (Object.keys(layout.columns) as ColumnKey[]).flatMap((key) =>
        header.includes(layout.columns[key]) ? [[key, header.indexOf(layout.columns[key])] as const] : [],
      ),
    );
  }

  read(body: readonly string[][]): ReadResult {
    const lines: InvoiceLine[] = [];
    const distinct = { number: new Set<string>(), supplier: new Set<string>(), issued: new Set<string>() };
    body.forEach((cells, position) => {
      const row = position + this.firstRow;
      if (cells.every((cell) => cell === "")) return;
      if (cells.length !== this.header.length) {
        this.problems.push({
          code: "csv_row_length",
          row,
          found: String(cells.length),
          expected: String(this.header.length),
        });
        return;
      }
      distinct.number.add(this.text(cells, "invoiceNumber", row, true) ?? "");
      distinct.supplier.add(this.text(cells, "supplier", row, true) ?? "");
      distinct.issued.add(this.day(cells, "issuedOn", row, true) ?? "");
      lines.push(this.line(cells, row));
    });
    if (distinct.number.size > 1)
      this.problems.push({
        code: "csv_several_invoices",
        field: this.layout.columns.invoiceNumber,
        found: [...distinct.number].slice(0, 3).join(", "),
      });
    if (lines.length === 0 && this.problems.length === 0) this.problems.push({ code: "empty_file" });
    if (this.problems.length > 0) return rejected(this.problems);
    const [number = ""] = distinct.number;
    const [supplier = ""] = distinct.supplier;
    const [issuedOn = ""] = distinct.issued;
    const totalNet = lines.reduce((sum, line) => sum + line.net, 0);
    const starts = lines.flatMap((line) => line.periodStart ?? []).sort();
    const ends = lines.flatMap((line) => line.periodEnd ?? []).sort();
    const invoice: Invoice = {
      format: "csv",
      kind: totalNet < 0 ? "credit_note" : "invoice",
      number,
      issuedOn,
      periodStart: starts[0] ?? null,
      periodEnd: ends.at(-1) ?? null,
      currency: "EUR",
      totalNet,
      totalGross: null,
      seller: { name: supplier, vatNumber: null, siren: null },
      lines,
    };
    return { kind: "invoice", invoice };
  }

  private line(cells: readonly string[], row: number): InvoiceLine {
    const net = this.amount(cells, "net", row, true) ?? 0;
    const number = this.text(cells, "number", row, false);
    const periodStart = this.day(cells, "periodStart", row, false);
    return {
      lineNumber: (this.text(cells, "lineNumber", row, true) ?? "").slice(0, 32),
      serviceId: this.text(cells, "serviceId", row, false)?.slice(0, 64) ?? null,
      iccid: this.text(cells, "iccid", row, false)?.replace(/\s/g, "").slice(0, 20) ?? null,
      number: number ? phoneText(number, this.country).slice(0, 32) : null,
      customerReference: this.text(cells, "customerReference", row, false)?.slice(0, 64) ?? null,
      itemCode: this.text(cells, "itemCode", row, false)?.slice(0, 64) ?? null,
      description: (this.text(cells, "description", row, true) ?? "").slice(0, 255),
      type: this.text(cells, "type", row, true),
      quantity: this.amount(cells, "quantity", row, false) ?? 10_000,
      gross: this.amount(cells, "gross", row, false),
      discount: this.amount(cells, "discount", row, false) ?? 0,
      net,
      periodStart,
      periodEnd: this.day(cells, "periodEnd", row, false),
      periodOf: periodStart ? "line" : null,
      level: "line",
    };
  }

  private text(cells: readonly string[], key: ColumnKey, row: number, required: boolean): string | null {
    const position = this.index.get(key);
    const text = position === undefined ? "" : (cells[position] ?? "");
    if (text === "" && required) this.problems.push({ code: "field_missing", row, field: this.layout.columns[key] });
    return text === "" ? null : text;
  }

  private amount(cells: readonly string[], key: ColumnKey, row: number, required: boolean): Money | null {
    const text = this.text(cells, key, row, required);
    if (text === null) return null;
    const amount = parseMoney(text);
    if (amount === undefined)
      this.problems.push({ code: "number_invalid", row, field: this.layout.columns[key], found: text.slice(0, 80) });
    return amount ?? null;
  }

  private day(cells: readonly string[], key: ColumnKey, row: number, required: boolean): string | null {
    const text = this.text(cells, key, row, required);
    if (text === null) return null;
    const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
    const iso = this.layout.dates === "french" && french ? `${french[3]}-${french[2]}-${french[1]}` : text;
    if (isDay(iso)) return iso;
    this.problems.push({ code: "date_invalid", row, field: this.layout.columns[key], found: text.slice(0, 80) });
    return null;
  }
}
