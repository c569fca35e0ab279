import type { Money } from "../../../../../platform/money.ts";
import type { Invoice, InvoiceLine } from "../../invoice.ts";
import { rowsOf } from "../row.ts";
import { type CheckedRow, checkRows } from "../check-rows.ts";
import { Matcher } from "../match.ts";
import { netRows } from "../netting.ts";
import type { Park, ParkLine } from "../park.ts";

/** A row of October for the one line of the park, billed without its discount. */
export const line = (change: Partial<InvoiceLine> = {}): InvoiceLine => ({
  lineNumber: "1",
  serviceId: "OR1",
  iccid: null,
  number: "+33639980003",
  customerReference: null,
  itemCode: null,
  description: "Business 50 Go",
  type: "Abonnement",
  quantity: 10_000,
  gross: 154_000,
  discount: 0,
  net: 154_000,
  periodStart: "2026-10-01",
  periodEnd: "2026-10-31",
  periodOf: "line",
  level: "line",
  ...change,
});

export const parkLine = (change: Partial<ParkLine> = {}): ParkLine => ({
  id: "line",
  accountId: "account",
  number: "+33639980003",
  serviceId: "OR1",
  iccids: [],
  references: [],
  remembered: [],
  activatedOn: "2024-01-01",
  endDate: null,
  commitmentEnd: null,
  options: [],
  orderedOn: [],
  terms: [{ planId: "b50", from: "2024-01-01", to: null, negotiated: null }],
  ...change,
});

export const price = (from: string, to: string | null, gross: Money, discount: Money, planId = "b50") => ({
  planId,
  gross,
  discount,
  net: gross - discount,
  from,
  to,
  source: null,
});

export const park = (change: Partial<Park> = {}): Park => ({
  lines: [],
  items: [],
  earlier: [],
  prices: [price("2026-03-01", null, 154_000, 22_000), price("2022-01-01", "2026-02-28", 154_000, 0)],
  noticeDays: 0,
  ...change,
});

export const invoice = (lines: readonly InvoiceLine[]): Invoice => ({
  format: "csv",
  kind: "invoice",
  number: "F1",
  issuedOn: "2026-11-05",
  periodStart: null,
  periodEnd: null,
  currency: "EUR",
  totalNet: 0,
  totalGross: null,
  seller: { name: "Orange", vatNumber: null, siren: null },
  lines,
});

const matched = (lines: readonly InvoiceLine[], of: Park) => {
  const matcher = new Matcher(of);
  return lines.map((one) => ({ line: one, match: matcher.match(one) }));
};

/** The rows of one invoice, found in a park of this line and those that it has. */
export function rows(lines: readonly InvoiceLine[], of = park(), own = parkLine()): readonly CheckedRow[] {
  const whole = { ...of, lines: [own, ...of.lines] };
  return checkRows(invoice(lines), matched(lines, whole), whole).rows;
}

/** What was really asked for each row that asks for something. */
export function charged(lines: readonly InvoiceLine[], of: Park): Money[] {
  return [...netRows(rowsOf(matched(lines, of), of)).net.values()];
}
