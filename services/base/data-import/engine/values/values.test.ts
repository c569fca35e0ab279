import { describe, expect, it } from "vitest";
import { readDay } from "./day.ts";
import { readDecimal, rounded } from "./decimal.ts";
import { isIccid, isSiren, isSiret, isVatNumber, swapped } from "./identifiers.ts";

describe("identifiers", () => {
  it("holds SIREN, SIRET and ICCID to their check digit", () => {
    expect([isSiren("732829320"), isSiren("732829321"), isSiren("73282932")]).toEqual([true, false, false]);
    expect([isSiret("73282932000074"), isSiret("73282932000075")]).toEqual([true, false]);
    // La Poste's establishments: multiple of five instead.
    expect(isSiret("35600000049837")).toBe(true);
    expect([
      isIccid("8933150319000000006"),
      isIccid("8933150319000000007"),
      isIccid("893315031900000000"),
      isIccid("8933"),
    ]).toEqual([true, false, true, false]);
  });
  it("knows the key of a French VAT number and leaves others alone", () => {
    expect([isVatNumber("FR44732829320"), isVatNumber("FR45732829320"), isVatNumber("DE136695976")]).toEqual([
      true,
      false,
      true,
    ]);
  });
  it("finds two figures that changed places", () => {
    expect(swapped("732892320", isSiren)).toContain("732829320");
  });
});

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
  ])("reads %s", (text, number) => expect(readDecimal(text)).toBe(number));
  it.each(["douze", "1,2,3", "1.23,4,5", "", "12..5"])("refuses %s", (text) =>
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
