import { expect, it } from "vitest";
import type { Park } from "../check/park.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";
import { analyse, coverageOf } from "./analyse.ts";

const line = (lineNumber: string, change: Partial<InvoiceLine> = {}): InvoiceLine => ({
  lineNumber,
  serviceId: "OR1",
  iccid: null,
  number: null,
  customerReference: null,
  itemCode: null,
  description: "",
  charge: "recurring",
  quantity: 10_000,
  gross: 100_000,
  discount: 0,
  net: 100_000,
  periodStart: "2026-10-01",
  periodEnd: "2026-10-31",
  ...change,
});

const invoice = (lines: InvoiceLine[], change: Partial<Invoice> = {}): Invoice => ({
  format: "csv",
  kind: "invoice",
  number: "1",
  issuedOn: "2026-11-05",
  periodStart: null,
  periodEnd: null,
  currency: "EUR",
  totalNet: 0,
  totalGross: null,
  seller: { name: "Orange", vatNumber: null, siren: null },
  ...change,
  lines,
});

const park: Park = {
  noticeDays: 0,
  prices: [{ planId: "p", gross: 100_000, discount: 0, net: 100_000, from: "2026-01-01", to: null, source: null }],
  lines: [
    {
      id: "a",
      number: null,
      serviceId: "OR1",
      iccids: [],
      references: [],
      activatedOn: null,
      endDate: null,
      terms: [{ planId: "p", from: "2024-01-01", to: null, negotiated: null }],
    },
  ],
};

const covered = (lines: InvoiceLine[], change: Partial<Invoice> = {}) =>
  coverageOf(analyse(invoice(lines, change), park));

it("each row is checked or says why it isn't, in rows and euros, the dearest first", () => {
  const rows = [
    line("1"),
    line("2", { serviceId: "unknown", net: 300_000 }),
    line("3", { charge: "usage", net: 20_000 }),
    line("4", { periodStart: null, net: 10_000 }),
    line("5", { periodStart: "2025-10-01", periodEnd: "2025-10-31", net: 50_000 }),
    line("6", { net: -40_000 }),
    line("7", { net: 120_000 }),
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
});
