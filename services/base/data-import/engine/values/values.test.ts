import { describe, expect, it } from "vitest";
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
