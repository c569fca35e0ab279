import { describe, expect, it } from "vitest";
import { readDay, readMonth } from "./read-day.ts";
import { decimalMark, readDecimal, rounded } from "./read-decimal.ts";

describe("days", () => {
  it.each([
    ["2026-03-12", "2026-03-12"],
    ["2026-03-12T00:00:00Z", "2026-03-12"],
    ["12/03/2026", "2026-03-12"],
    ["1.2.26", "2026-02-01"],
    ["12-03-1998", "1998-03-12"],
    ["12 mars 2026", "2026-03-12"],
    ["1er août 2025", "2025-08-01"],
    ["3 févr. 2025", "2025-02-03"],
    ["4 July 2025", "2025-07-04"],
    ["20260312", "2026-03-12"],
    ["46093", "2026-03-12"],
    ["46093.75", "2026-03-12"],
    ["12/03/2026 08:30", "2026-03-12"],
    ["3 nov. 2026", "2026-11-03"],
    ["3-Nov-2026", "2026-11-03"],
    ["mardi 3 novembre 2026", "2026-11-03"],
    ["November 3, 2026", "2026-11-03"],
    ["Nov 3rd 2026", "2026-11-03"],
  ])("reads %s", (text, day) => expect(readDay(text)).toEqual({ day }));
  it.each([
    ["2026-10-24T22:00:00.000Z", undefined, "2026-10-25"],
    ["2026-03-12T00:00:00Z", undefined, "2026-03-12"],
    ["2026-10-24 22:00:00 UTC", "Europe/Paris", "2026-10-25"],
    ["2026-10-25T00:00:00+02:00", "Europe/Paris", "2026-10-25"],
    ["2026-10-24T23:30-0100", "Europe/Paris", "2026-10-25"],
    ["2026-10-24T22:00:00.000Z", "America/Martinique", "2026-10-24"],
    ["2026-12-31T12:00:00Z", "Pacific/Noumea", "2026-12-31"],
    ["2026-12-31T13:00:00Z", "Pacific/Noumea", "2027-01-01"],
    ["2026-10-24T22:00:00", "Europe/Paris", "2026-10-24"],
  ])("case 12: %s in %s is %s", (text, timeZone, day) => expect(readDay(text, timeZone)).toEqual({ day }));
  it("case 12: a moment of a day that doesn't exist is none", () => {
    expect(readDay("2026-02-30T22:00:00Z").day).toBeUndefined();
  });
  it("reads the month first where the file writes so", () =>
    expect(readDay("10/31/2026", undefined, "mdy")).toEqual({ day: "2026-10-31" }));
  it.each(["November 2026", "novembre 2026", "nov. 26", "Nov-2026", "11/2026", "2026-11", "202611"])(
    "reads %s as a month",
    (text) => expect(readMonth(text)).toEqual({ start: "2026-11-01", end: "2026-11-30" }),
  );
  it.each(["2026", "13/2026", "Business 50", "3 novembre 2026"])("%s is no month", (text) =>
    expect(readMonth(text)).toBeUndefined(),
  );
  it("says what was likely meant", () => {
    expect(readDay("31/06/2026")).toEqual({ day: undefined, suggestions: ["2026-06-30"] });
    expect(readDay("03/25/2026")).toEqual({ day: undefined, suggestions: ["2026-03-25"] });
    expect(readDay("bientôt")).toEqual({ day: undefined, suggestions: [] });
  });
});

describe("numbers", () => {
  it.each([
    ["12,5", "12.5"],
    ["1 234,56 €", "1234.56"],
    ["1\u202f234,56", "1234.56"],
    ["1.234,56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["1.234.567", "1234567"],
    ["-0,50", "-0.50"],
    ["007", "7"],
    [",5", "0.5"],
    ["1'234,56", "1234.56"],
    ["1’234.56", "1234.56"],
    ["12,40-", "-12.40"],
    ["−12,40 €", "-12.40"],
    ["- 12,40", "-12.40"],
    ["(12,40)", "-12.40"],
    ["(12.40) EUR", "-12.40"],
    ["€ -12.40", "-12.40"],
    ["-€12.40", "-12.40"],
    ["+3", "3"],
    ["12,40 € HT", "12.40"],
  ])("reads %s", (text, number) => expect(readDecimal(text)).toBe(number));
  it("takes one sign with three figures for what the others of its column say", () => {
    expect([readDecimal("1,234", "."), readDecimal("1,234", ","), readDecimal("1,234")]).toEqual([
      "1234",
      "1.234",
      "1.234",
    ]);
    expect(readDecimal("12.50", ",")).toBe("12.50");
    expect([decimalMark(["1,234", "12.50"]), decimalMark(["1.234,00"]), decimalMark(["1,234", "5"])]).toEqual([
      ".",
      ",",
      undefined,
    ]);
  });
  it.each(["--5", "(-5)", "-5-", "douze", "1,2,3", "1.23,4,5", "", "12..5"])("refuses %s", (text) =>
    expect(readDecimal(text)).toBeUndefined(),
  );
  it("rounds on the text", () => {
    expect([rounded("1.23456", 4), rounded("9.99999", 4), rounded("-0.00001", 4), rounded("2", 2)]).toEqual([
      "1.2346",
      "10.0000",
      "0.0000",
      "2.00",
    ]);
  });
});
