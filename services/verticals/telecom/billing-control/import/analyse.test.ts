import { describe, expect, it } from "vitest";
import type { Park } from "../check/park.ts";
import { invoice as invoiceOf, line as row, park as parkOf, parkLine, price } from "../check/testing/rows.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";
import { analyse, contentHash, coverageOf, isSameContent } from "./analyse.ts";

const line = (lineNumber: string, change: Partial<InvoiceLine> = {}): InvoiceLine =>
  row({ lineNumber, number: null, description: "", gross: 100_000, net: 100_000, ...change });

const invoice = (lines: InvoiceLine[], change: Partial<Invoice> = {}): Invoice => ({ ...invoiceOf(lines), ...change });

const park: Park = parkOf({
  prices: [price("2026-01-01", null, 100_000, 0, "p")],
  lines: ["OR1", "OR2", "OR3", "OR4", "OR5"].map((serviceId) =>
    parkLine({
      id: serviceId,
      serviceId,
      number: null,
      activatedOn: null,
      terms: [{ planId: "p", from: "2024-01-01", to: null, negotiated: null }],
    }),
  ),
});

const covered = (lines: InvoiceLine[], change: Partial<Invoice> = {}) =>
  coverageOf(analyse(invoice(lines, change), park).lines);

it("each row is checked or says why it isn't, in rows and euros, the dearest first", () => {
  const rows = [
    line("1"),
    line("2", { serviceId: "unknown", net: 300_000 }),
    line("3", { type: "Consommation", net: 20_000 }),
    line("4", { serviceId: "OR4", periodStart: null, net: 10_000 }),
    line("5", { serviceId: "OR5", periodStart: "2025-10-01", periodEnd: "2025-10-31", net: 50_000 }),
    line("6", { net: -40_000, periodStart: "2026-09-01", periodEnd: "2026-09-30" }),
    line("7", { serviceId: "OR2", net: 120_000 }),
  ];
  expect(covered(rows)).toEqual({
    rows: 7,
    net: "56.0000",
    checked: { rows: 2, net: "22.0000" },
    unchecked: [
      { reason: "unmatched", rows: 1, net: "30.0000" },
      { reason: "no_price", rows: 1, net: "5.0000" },
      { reason: "credit", rows: 1, net: "-4.0000" },
      { reason: "not_recurring", rows: 1, net: "2.0000" },
      { reason: "no_period", rows: 1, net: "1.0000" },
    ],
    share: 22 / 64,
  });
});

it("of a credit note, of another currency and of an unknown park nothing is checked", () => {
  expect(covered([line("1")], { kind: "credit_note" })).toMatchObject({ share: 0, unchecked: [{ reason: "credit" }] });
  expect(covered([line("1")], { currency: "USD" })).toMatchObject({
    share: 0,
    unchecked: [{ reason: "other_currency" }],
  });
  expect(covered([line("1", { serviceId: "x" })])).toMatchObject({ share: 0, checked: { rows: 0, net: "0.0000" } });
});

it("rows of nothing count as rows", () => {
  expect(covered([line("1", { net: 0 })])).toMatchObject({ rows: 1, share: 0 });
  expect(covered([])).toMatchObject({ rows: 0, share: 0 });
});

describe("one proration for a document", () => {
  const part = (lineNumber: string, days: number, net: number) =>
    line(lineNumber, {
      serviceId: `OR${lineNumber}`,
      periodStart: "2026-10-01",
      periodEnd: `2026-10-${String(days).padStart(2, "0")}`,
      net,
    });
  const found = (lines: InvoiceLine[], change: Partial<Park> = {}) => analyse(invoice(lines), { ...park, ...change });
  const gaps = ({ lines }: ReturnType<typeof found>) =>
    lines.map(({ findings }) => findings.reduce((sum, { gap }) => sum + gap, 0));

  it.each([
    ["calendar", 31],
    ["thirty", 30],
    ["year", 365 / 12],
  ] as const)("%s is recognised, and its rows are no gaps", (proration, of) => {
    const rows = [5, 12, 20].map((days, index) => part(String(index + 1), days, Math.round((100_000 * days) / of)));
    const analysis = found(rows);
    expect(analysis.proration).toEqual({ proration, by: "document", rows: 3, fits: 3 });
    expect(gaps(analysis)).toEqual([0, 0, 0]);
  });

  it("a row that fits only another is a gap", () => {
    const rows = [part("1", 5, 16_129), part("2", 12, 38_710), part("3", 20, 66_667)];
    const analysis = found(rows);
    expect(analysis.proration).toEqual({ proration: "calendar", by: "document", rows: 3, fits: 2 });
    expect(gaps(analysis)).toEqual([0, 0, 2_151]);
  });

  it("what a person set counts, whatever fits; whole months say nothing", () => {
    const rows = [part("1", 20, 64_516)];
    expect(found(rows, { proration: "thirty" }).proration).toEqual({
      proration: "thirty",
      by: "supplier",
      rows: 1,
      fits: 0,
    });
    expect(found([line("1")]).proration).toEqual({ proration: "calendar", by: "usual", rows: 0, fits: 0 });
    expect(found([part("1", 20, 99_999)]).proration).toMatchObject({ proration: "calendar", by: "usual", rows: 1 });
  });
});

describe("the same invoice", () => {
  const rows = [line("1"), line("2", { net: 200_000 })];
  const hash = contentHash(invoice(rows));

  it("in another order, with other numbers and quantities of its rows, or in another container", () => {
    const again = [line("A", { net: 200_000, quantity: 20_000 }), line("B")];
    expect(isSameContent(hash, invoice(again, { format: "ubl" }))).toBe(true);
  });

  it("is another one with other amounts or times", () => {
    expect(isSameContent(hash, invoice([line("1"), line("2", { net: 200_001 })]))).toBe(false);
    expect(isSameContent(hash, invoice([line("1"), line("2", { net: 200_000, periodEnd: "2026-10-30" })]))).toBe(false);
    expect(isSameContent(hash, invoice(rows, { issuedOn: "2026-11-06" }))).toBe(false);
  });
});
