import { describe, expect, it } from "vitest";
import type { InvoiceLine } from "../invoice.ts";
import { addDays } from "../../../../platform/day.ts";
import { daysBetween, months, stretches } from "./days.ts";
import { Matcher } from "./match.ts";
import type { Park, ParkLine } from "./park.ts";
import { line, park, parkLine, price, rows } from "./testing/rows.ts";

/** What was found first in one row, undefined where nothing was wrong or nothing could be held against it. */
const checkLine = (one: InvoiceLine, of: Park, own: ParkLine) => rows([one], of, own)[0]?.findings[0];

describe("C1, terminated lines still billed", () => {
  it("claims the whole month after an earlier end", () => {
    expect(checkLine(line(), park(), parkLine({ endDate: "2026-08-14" }))).toMatchObject({
      check: "C1",
      expected: 0,
      gap: 154_000,
      gapPerMonth: 154_000,
    });
  });

  it("claims only the days after the end within the month", () => {
    const finding = checkLine(line({ net: 310_000 }), park(), parkLine({ endDate: "2026-10-10" }));
    expect(finding).toMatchObject({
      check: "C1",
      gap: 210_000,
      expected: 100_000,
      evidence: { overdueDays: 21, periodDays: 31 },
    });
  });

  it("leaves the notice of the supplier alone", () => {
    expect(
      checkLine(line(), park({ noticeDays: 30, prices: [] }), parkLine({ endDate: "2026-10-05" })),
    ).toBeUndefined();
    expect(checkLine(line(), park({ noticeDays: 30 }), parkLine({ endDate: "2026-08-14" }))?.check).toBe("C1");
  });

  it("says nothing of a line that ended after the period, of usage, of a credit", () => {
    const prices = { prices: [] };
    expect(checkLine(line(), park(prices), parkLine({ endDate: "2026-10-31" }))).toBeUndefined();
    expect(checkLine(line({ type: "Consommation" }), park(), parkLine({ endDate: "2026-01-01" }))).toBeUndefined();
    expect(checkLine(line({ net: -154_000 }), park(), parkLine({ endDate: "2026-01-01" }))).toBeUndefined();
  });
});

describe("C2, supplier price gap", () => {
  it("compares with the price of the invoiced period, not of another", () => {
    expect(checkLine(line(), park(), parkLine())).toMatchObject({
      check: "C2",
      expected: 132_000,
      found: 154_000,
      gap: 22_000,
      gapPerMonth: 22_000,
      evidence: { gross: "15.4000", discount: "2.2000", priceFrom: "2026-03-01" },
    });
    expect(checkLine(line({ periodStart: "2026-01-01", periodEnd: "2026-01-31" }), park(), parkLine())).toBeUndefined();
  });

  it("takes the plan of each day where it changed within the period", () => {
    const terms = [
      { planId: "b50", from: "2024-01-01", to: "2026-10-15", negotiated: null },
      { planId: "b20", from: "2026-10-16", to: null, negotiated: null },
    ];
    const prices = [
      price("2026-03-01", null, 154_000, 22_000),
      { ...price("2026-03-01", null, 70_000, 0), planId: "b20" },
    ];
    const expected = Math.round((132_000 * 15 + 70_000 * 16) / 31);
    expect(checkLine(line(), park({ prices }), parkLine({ terms }))).toMatchObject({
      check: "C2",
      expected,
      gap: 154_000 - expected,
    });
  });

  it("prefers the price agreed for the line alone", () => {
    const terms = [{ planId: "b50", from: "2024-01-01", to: null, negotiated: 154_000 }];
    expect(checkLine(line(), park(), parkLine({ terms }))).toBeUndefined();
  });

  it("multiplies by quantity and months", () => {
    const finding = checkLine(
      line({ quantity: 20_000, net: 1_000_000, periodStart: "2026-10-01", periodEnd: "2026-12-31" }),
      park(),
      parkLine(),
    );
    expect(finding).toMatchObject({ expected: 792_000, gap: 208_000, gapPerMonth: Math.round(208_000 / 3) });
  });

  it("stays silent without a dated price for every day, and below a cent", () => {
    expect(
      checkLine(line(), park({ prices: [price("2026-10-10", null, 154_000, 22_000)] }), parkLine()),
    ).toBeUndefined();
    expect(checkLine(line({ net: 132_050 }), park(), parkLine())).toBeUndefined();
    expect(checkLine(line({ net: 120_000 }), park(), parkLine())).toBeUndefined();
  });
});

describe("matching", () => {
  const lines = [
    parkLine({ id: "a" }),
    parkLine({ id: "b", serviceId: "OR2", number: "+33639980006", iccids: ["893310000000000001"] }),
    parkLine({ id: "c", serviceId: "OR3", number: "+33639980006" }),
  ];
  const matcher = new Matcher(park({ lines }));

  it("goes from the strongest key to the weakest", () => {
    expect(matcher.match(line({ serviceId: " OR1", iccid: "893310000000000001" }))).toMatchObject({
      key: "service_id",
      line: { id: "a" },
    });
    expect(matcher.match(line({ serviceId: "unknown", iccid: "8933 1000 0000 0000 01" }))).toMatchObject({
      key: "iccid",
      line: { id: "b" },
    });
    expect(matcher.match(line({ serviceId: null }))).toMatchObject({ key: "number", line: { id: "a" } });
  });

  it("case 06: takes no identifier for another that differs by a separator or its case", () => {
    const near = new Matcher(
      park({
        lines: [
          parkLine({ id: "x", serviceId: "FTTH-1-23", number: null }),
          parkLine({ id: "y", serviceId: "FTTH-12-3", number: null }),
        ],
      }),
    );
    const found = (serviceId: string) => near.match(line({ serviceId, number: null })).line?.id;
    expect([found("FTTH-12-3"), found("FTTH-1-23 "), found("FTTH-123"), found("ftth-1-23")]).toEqual([
      "y",
      "x",
      undefined,
      undefined,
    ]);
  });

  it("case 02: finds the 14 figures of a machine", () => {
    const machine = new Matcher(park({ lines: [parkLine({ id: "m", serviceId: null, number: "+337000012345678" })] }));
    for (const number of ["07000012345678", "+33 700 001 234 567 8", "0700 0012 3456 78"])
      expect(machine.match(line({ serviceId: null, number })).line?.id).toBe("m");
  });

  it("case 16: finds a number however it is written on either side", () => {
    const stored = new Matcher(park({ lines: [parkLine({ id: "n", serviceId: null, number: "06 39 98 00 03" })] }));
    for (const number of ["+33639980003", "06 39 98 00 03", "0033 6 39 98 00 03"])
      expect(stored.match(line({ serviceId: null, number })).line?.id).toBe("n");
  });

  it("does not guess between two lines that share a key", () => {
    expect(matcher.match(line({ serviceId: null, number: "+33639980006" }))).toEqual({
      key: "none",
      line: undefined,
      confidence: "ambiguous",
    });
  });
});

describe("months", () => {
  it.each([
    ["2026-10-01", "2026-10-31", 1],
    ["2026-02-01", "2026-02-28", 1],
    ["2026-01-15", "2026-04-14", 3],
    ["2027-01-31", "2027-02-27", 1],
    ["2027-01-30", "2027-02-27", 1],
    ["2027-02-28", "2027-03-30", 1],
    ["2027-02-28", "2027-04-29", 2],
    ["2028-02-29", "2029-02-27", 12],
    ["2026-08-31", "2026-09-29", 1],
    ["2027-02-15", "2027-02-28", 14 / 28],
    ["2026-10-16", "2026-10-31", 16 / 31],
    ["2026-10-15", "2026-11-30", 1 + 16 / 30],
    ["2026-10-20", "2026-11-10", 12 / 31 + 10 / 30],
    ["2026-10-15", "2026-10-15", 1 / 31],
    ["2026-10-15", "2026-10-14", 0],
  ])("%s to %s", (start, end, expected) => expect(months(start, end)).toBeCloseTo(expected, 12));

  it("parts add up, however a cycle is cut at its own beginnings", () => {
    for (let offset = 0; offset < 800; offset += 7) {
      const first = addDays("2026-01-01", offset);
      for (const length of [1, 9, 27, 28, 29, 30, 31, 45, 90, 365, 366]) {
        const last = addDays(first, length - 1);
        const parts = stretches(first, last);
        expect(parts.reduce((days, part) => days + daysBetween(part.first, part.last), 0)).toBe(length);
        expect(parts[0]?.first).toBe(first);
        const next = parts.map((part) => addDays(part.last, 1));
        expect(parts.slice(1).map((part) => part.first)).toEqual(next.slice(0, -1));
        expect(Math.abs(months(first, last) - length / 30.4375)).toBeLessThan(0.2);
      }
    }
  });

  it.each([
    ["2027-01-31", "2027-02-27", 132_000],
    ["2026-08-31", "2026-09-29", 132_000],
    ["2027-02-15", "2027-02-28", 66_000],
    ["2026-09-16", "2026-09-30", 66_000],
  ])("case 15: %s to %s costs what it says", (periodStart, periodEnd, net) => {
    expect(checkLine(line({ periodStart, periodEnd, net }), park(), parkLine())).toBeUndefined();
    expect(checkLine(line({ periodStart, periodEnd, net: net + 1_000 }), park(), parkLine())).toMatchObject({
      gap: 1_000,
    });
  });
});
