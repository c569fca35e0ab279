import { describe, expect, it } from "vitest";
import type { InvoiceLine } from "../invoice.ts";
import { addDays } from "./days.ts";
import type { Park, ParkLine } from "./park.ts";
import { checkRows } from "./check-rows.ts";
import { Matcher } from "./match.ts";
import { plainlyRight } from "./plain.ts";
import { rowsOf } from "./row.ts";
import { randoms } from "./testing/randoms.ts";
import { invoice, line, park, parkLine, price } from "./testing/rows.ts";

const random = randoms(11);
const one = <Of>(...some: readonly Of[]): Of => some[random(some.length)] as Of;
const count = 60;

/** Lines as they are and as they are not: ended, moved, begun late, at a price of their own or at none. */
const lineOf = (index: number): ParkLine => {
  const from = one("2024-01-01", "2024-01-01", "2026-10-01", "2026-10-10", "2026-11-02");
  const move = one("2026-10-01", "2026-10-16", "2026-12-01");
  const planId = one("b50", "b50", "b80", "yearly", "yearly", "gone");
  const [negotiated, negotiatedPer] = one(
    [null, "month"] as const,
    [null, "month"] as const,
    [100_000, "month"] as const,
    [1_200_000, "year"] as const,
  );
  return parkLine({
    id: `L${index}`,
    serviceId: `OR${index}`,
    number: null,
    activatedOn: one(null, "2024-01-01", from),
    endDate: one(null, null, null, "2026-09-30", "2026-10-12", "2026-10-31", "2026-12-31"),
    terms: one(
      [{ planId, from, to: null, negotiated, negotiatedPer }],
      [{ planId, from, to: null, negotiated, negotiatedPer }],
      [
        { planId, from, to: addDays(move, -1), negotiated, negotiatedPer },
        { planId: "b80", from: move, to: null, negotiated: null },
      ],
      [],
    ),
  });
};

const rowFor = (index: number): InvoiceLine => {
  const [periodStart, periodEnd] = one(
    ["2026-10-01", "2026-10-31"],
    ["2026-10-01", "2026-10-31"],
    ["2026-10-15", "2026-11-14"],
    ["2026-10-01", "2026-12-31"],
    ["2026-10-01", "2026-10-15"],
    ["2026-10-01", "2026-10-01"],
    [null, null],
  );
  return line({
    lineNumber: String(index),
    serviceId: `OR${one(index % count, index % count, index % count, random(count), count + 7)}`,
    number: null,
    type: one("Abonnement", "Abonnement", "Abonnement", "Conso", "Option", null),
    description: one("Business 50 Go", "Business 50 Go", "Forfait", "Remise"),
    quantity: one(10_000, 10_000, 5_000, 20_000, 30_000),
    net: one(132_000, 132_000, 132_100, 132_101, 100_000, 154_000, 396_000, 0, ...(random(40) === 0 ? [-22_000] : [])),
    periodStart,
    periodEnd,
  });
};

/** A row of long ago for each line changes nothing in any check, and keeps every row from being taken for plain. */
const withPast = (of: Park): Park => ({
  ...of,
  earlier: of.lines.map(({ id }) => ({
    lineId: id,
    invoiceNumber: "old",
    itemCode: "OLD",
    description: "Old",
    charge: "usage" as const,
    start: "2001-01-01",
    end: "2001-01-31",
    net: 1,
  })),
});

describe("rows that no check has to look at", () => {
  it("come out as all checks would have them: 400 invoices of 80 rows, as right and wrong as can be", () => {
    let plain = 0;
    for (let run = 0; run < 400; run += 1) {
      const lines = Array.from({ length: count }, (_, index) => lineOf(index));
      const of = park({
        lines,
        noticeDays: one(0, 10),
        prices: [
          ...park().prices,
          price("2026-11-01", null, 90_000, 0, "b80"),
          { ...price("2020-01-01", null, 1_584_000, 0, "yearly"), per: "year" as const },
          price("2020-01-01", one(null, "2026-10-31"), 132_000, 0, "b80"),
        ],
      });
      const document = invoice(Array.from({ length: 80 }, (_, index) => rowFor(index)));
      const matcher = new Matcher(of);
      const matched = document.lines.map((row) => ({ line: row, match: matcher.match(row) }));
      const isPlain = plainlyRight(of);
      plain += rowsOf(matched, of).filter((row) => row.line.net > 0 && isPlain(row, row.line.net)).length;
      expect(checkRows(document, matched, of)).toEqual(checkRows(document, matched, withPast(of)));
    }
    expect(plain).toBeGreaterThan(1_000);
  });
});
