import { describe, expect, it } from "vitest";
import { charged, line, park, parkLine, price, rows } from "./testing/rows.ts";

describe("what was really charged", () => {
  const discount = { type: "Remise", description: "Remise de parc", itemCode: null };

  it("a discount on a row of its own is taken from the row of the same line and period", () => {
    expect(rows([line(), line({ ...discount, net: -22_000 })])).toMatchObject([
      { findings: [], unchecked: undefined },
      { findings: [], unchecked: undefined },
    ]);
    expect(rows([line(), line({ ...discount, net: -10_000 })])[0]?.findings).toMatchObject([
      { check: "C2", expected: 132_000, found: 144_000, gap: 12_000, evidence: { deducted: "1.0000" } },
    ]);
  });

  it("one without a period counts for the line's row, one of another period stays a credit", () => {
    expect(
      rows([line(), line({ ...discount, net: -22_000, periodStart: null, periodEnd: null })])[0]?.findings,
    ).toEqual([]);
    const september = { periodStart: "2026-09-01", periodEnd: "2026-09-30" };
    expect(rows([line(), line({ ...discount, ...september, net: -22_000 })])).toMatchObject([
      { findings: [{ check: "C2", gap: 22_000 }] },
      { unchecked: "credit" },
    ]);
  });

  it("a row that takes back another of the same invoice leaves nothing to check against", () => {
    expect(rows([line(), line({ net: -154_000 })]).map(({ findings }) => findings)).toEqual([[], []]);
  });

  it("what names no line, and an allowance on the whole document, is taken from every row by its share", () => {
    const other = parkLine({ id: "other", serviceId: "OR2", number: null });
    const both = [line(), line({ serviceId: "OR2", number: null, net: 77_000 })];
    for (const whole of [
      line({ ...discount, level: "document", serviceId: null, number: null, net: -23_100 }),
      line({ ...discount, serviceId: null, number: null, net: -23_100 }),
    ])
      expect(charged([...both, whole], park({ lines: [parkLine(), other] }))).toEqual([138_600, 69_300]);
  });

  it("shares add up to the cent", () => {
    const three = [line({ net: 100_000 }), line({ net: 100_000 }), line({ net: 100_000 })];
    const whole = line({ level: "document", net: -100_000 });
    expect(charged([...three, whole], park({ lines: [parkLine()] })).reduce((sum, net) => sum + net, 0)).toBe(200_000);
  });

  it("a charge on the whole document is no line's, and is not checked", () => {
    expect(
      rows([
        line({ net: 132_000 }),
        line({ level: "document", serviceId: null, number: null, type: null, net: 50_000 }),
      ]),
    ).toMatchObject([{ findings: [] }, { unchecked: "unmatched" }]);
  });
});

describe("an end does not hide a price", () => {
  it("too late is C1's, too dear before is C2's, and both together are what is too much", () => {
    const ended = parkLine({ endDate: "2026-10-10" });
    const [row] = rows([line()], park(), ended);
    const due = Math.round((132_000 * 10) / 31);
    const late = Math.round((154_000 * 21) / 31);
    expect(row?.findings).toMatchObject([
      { check: "C1", gap: late },
      { check: "C2", expected: due, found: 154_000 - late, gap: 154_000 - late - due },
    ]);
    expect(row?.findings.reduce((sum, { gap }) => sum + gap, 0)).toBe(154_000 - due);
  });

  it("what the supplier has cut to the end already is no gap", () => {
    const ended = parkLine({ endDate: "2026-10-10" });
    expect(rows([line({ net: Math.round((132_000 * 10) / 31) })], park(), ended)[0]?.findings).toEqual([]);
  });

  it("several months of which two are too late cost a month each", () => {
    const quarter = line({ periodStart: "2026-10-01", periodEnd: "2026-12-31", net: 396_000 });
    const [row] = rows([quarter], park(), parkLine({ endDate: "2026-10-31" }));
    expect(row?.findings).toMatchObject([{ check: "C1", gap: 264_000, gapPerMonth: 132_000 }]);
  });
});

describe("a quantity that is the length of the period", () => {
  const half = { periodStart: "2026-09-16", periodEnd: "2026-09-30", net: 66_000 };
  it.each([
    ["half a month as 0.5", { ...half, quantity: 5_000 }, 0],
    ["half a month as one", { ...half, quantity: 10_000 }, 0],
    ["15 days", { ...half, quantity: 150_000 }, 0],
    ["half a month as 0.5 at the price of a whole one", { ...half, quantity: 5_000, net: 132_000 }, 66_000],
    ["three months as 3", { periodEnd: "2026-12-31", quantity: 30_000, net: 396_000 }, 0],
    ["a year as 12", { periodStart: "2026-04-01", periodEnd: "2027-03-31", quantity: 120_000, net: 1_584_000 }, 0],
    ["two of one month", { quantity: 20_000, net: 264_000 }, 0],
  ])("%s", (_name, change, gap) => {
    const found = rows([line(change)], park({ prices: [price("2024-01-01", null, 154_000, 22_000)] }))[0]?.findings;
    expect(found?.reduce((sum, one) => sum + one.gap, 0)).toBe(gap);
  });
});
