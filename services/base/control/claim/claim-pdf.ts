import { createRequire } from "node:module";
import type { Claim, ClaimedInvoice, ClaimedRow } from "./claim.ts";
import { type ClaimLanguage, type ClaimText, claimTexts } from "./claim-text.ts";
import { claimFormat, sumOfCents } from "./format.ts";

const require = createRequire(import.meta.url);
// The fonts that every PDF reader brings lack the narrow blank between thousands.
const regular = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
const bold = require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf");

const margin = 42;
const ink = "#16202b";
const quiet = "#5b6875";
const line = "#d5dbe1";

interface Column {
  readonly key: keyof ClaimText["columns"];
  readonly width: number;
  readonly right?: boolean;
}

/** Over the width of an A4 page between its margins, 511 points. */
const columns: readonly Column[] = [
  { key: "row", width: 38 },
  { key: "identifier", width: 88 },
  { key: "label", width: 113 },
  { key: "reason", width: 80 },
  { key: "period", width: 60 },
  { key: "found", width: 44, right: true },
  { key: "expected", width: 44, right: true },
  { key: "amount", width: 44, right: true },
];

/** A claim as a letter with its rows, invoice by invoice; the heads of the columns stand on every page. */
export async function claimPdf(claim: Claim, language: ClaimLanguage): Promise<Uint8Array> {
  // Half a second to read, and most processes never write a letter.
  const { default: PDFDocument } = await import("pdfkit");
  const text = claimTexts[language];
  const document = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: margin + 18, left: margin, right: margin },
    bufferPages: true,
    lang: language,
    info: { Title: `${text.title} ${claim.reference}`, Author: claim.buyer.name },
  });
  const done = collect(document);
  new Writer(document, language).write(claim);
  document.end();
  return done;
}

class Writer {
  private readonly format: ReturnType<typeof claimFormat>;
  private readonly text: ClaimText;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly language: ClaimLanguage,
  ) {
    this.format = claimFormat(language);
    this.text = claimTexts[language];
    document.registerFont("regular", regular).registerFont("bold", bold);
  }

  write(claim: Claim): void {
    const { document, format, text } = this;
    document.font("bold").fontSize(18).fillColor(ink).text(`${text.title} ${claim.reference}`);
    document.moveDown(0.6);
    this.fact(text.from, party(claim.buyer, text));
    this.fact(text.to, party(claim.supplier, text));
    this.fact(text.date, format.day(claim.sentOn));
    document.moveDown(0.8).font("regular").fontSize(10).fillColor(ink).text(text.opening);
    if (claim.comment) document.moveDown(0.5).text(claim.comment);
    for (const invoice of claim.invoices) this.invoice(invoice);
    const total = sumOfCents(claim.invoices.flatMap(({ rows }) => rows.map(({ amount }) => amount)));
    this.room(48);
    document.moveDown(1.2).font("bold").fontSize(12);
    document.text(text.total(format.money(total)), margin);
    document.moveDown(0.5).font("regular").fontSize(10).text(text.closing);
    this.pageNumbers();
  }

  private fact(label: string, value: string): void {
    const { document } = this;
    const top = document.y;
    document
      .font("regular")
      .fontSize(9)
      .fillColor(quiet)
      .text(label, margin, top + 1, { width: 80 });
    document
      .font("regular")
      .fontSize(10)
      .fillColor(ink)
      .text(value, margin + 80, top);
    document.moveDown(0.2);
    document.x = margin;
  }

  private invoice({ number, issuedOn, rows }: ClaimedInvoice): void {
    const { document, format, text } = this;
    this.room(72);
    document.moveDown(1.2).font("bold").fontSize(11).fillColor(ink);
    document.text(number === "" ? text.withoutInvoice : text.invoice(number, format.day(issuedOn)), margin);
    document.moveDown(0.4);
    this.heads();
    for (const row of rows) this.row(this.cells(row), "regular");
    const sum = (of: (row: ClaimedRow) => number) => format.number(sumOfCents(rows.map(of)));
    const { found, expected, amount } = {
      found: sum((row) => row.found),
      expected: sum((row) => row.expected),
      amount: sum((row) => row.amount),
    };
    this.row(
      { row: "", identifier: "", label: text.subtotal, reason: "", period: "", found, expected, amount },
      "bold",
    );
  }

  private cells(row: ClaimedRow): Record<Column["key"], string> {
    const { format, language } = this;
    return {
      row: row.lineNumber,
      identifier: row.identifier,
      label: row.label,
      reason: row.reason[language],
      period: `${format.day(row.start)} ${format.day(row.end)}`,
      found: format.number(row.found),
      expected: format.number(row.expected),
      amount: format.number(row.amount),
    };
  }

  private heads(): void {
    this.row(this.text.columns, "bold", quiet);
  }

  private row(cells: Readonly<Record<Column["key"], string>>, font: "regular" | "bold", colour = ink): void {
    const { document } = this;
    document.font(font).fontSize(7.5);
    const height = Math.max(
      ...columns.map(({ key, width }) => document.heightOfString(cells[key], { width: width - 6 })),
    );
    if (this.room(height + 8)) this.heads();
    document.font(font).fontSize(7.5).fillColor(colour);
    const top = document.y;
    let left = margin;
    for (const { key, width, right } of columns) {
      document.text(cells[key], left + 3, top + 3, { width: width - 6, align: right ? "right" : "left" });
      left += width;
    }
    const bottom = top + height + 6;
    document.moveTo(margin, bottom).lineTo(left, bottom).lineWidth(0.5).strokeColor(line).stroke();
    document.x = margin;
    document.y = bottom;
  }

  /** Begins a page where so much room isn't left; whether it did. */
  private room(height: number): boolean {
    const { document } = this;
    if (document.y + height <= document.page.height - document.page.margins.bottom) return false;
    document.addPage();
    return true;
  }

  private pageNumbers(): void {
    const { document, text } = this;
    const { count } = document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      document.switchToPage(page);
      // Below the margin: without this a page number would begin a page.
      document.page.margins.bottom = 0;
      document.font("regular").fontSize(8).fillColor(quiet);
      document.text(text.page(page + 1, count), margin, document.page.height - margin, { align: "right", width: 511 });
    }
  }
}

const party = ({ name, siren }: { name: string; siren: string | null }, text: ClaimText): string =>
  siren ? `${name}, ${text.siren} ${siren}` : name;

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
}
