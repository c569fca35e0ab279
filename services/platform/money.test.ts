import { describe, expect, it } from "vitest";
import { moneyText, parseMoney, sumOfEuros } from "./money.ts";

describe("amounts", () => {
  it.each([
    ["12,50", 125_000],
    ["1 234,5678", 12_345_678],
    ["1.234,56 €", 12_345_600],
    ["1,234.56", 12_345_600],
    ["-0.05", -500],
    ["\u202f7\u00a0", 70_000],
  ])("reads %s", (text, expected) => expect(parseMoney(text)).toBe(expected));

  it.each(["", "douze", "1-2", "1,2,3", "--1", "1e9", "0x10"])("refuses %s", (text) =>
    expect(parseMoney(text)).toBeUndefined(),
  );

  it("writes four digits, negative ones too", () => {
    expect(moneyText(125_000)).toBe("12.5000");
    expect(moneyText(-500)).toBe("-0.0500");
    expect(moneyText(0)).toBe("0.0000");
  });

  it("sums exactly what floating point does not", () => {
    const parts = ["0,10", "0,20"].map((text) => parseMoney(text) ?? 0);
    expect(moneyText(parts.reduce((sum, part) => sum + part, 0))).toBe("0.3000");
  });
});

it("a sum of many small amounts is exact", () => {
  expect(sumOfEuros(Array.from({ length: 1_000 }, () => 0.1))).toBe(100);
  expect(sumOfEuros([0.1, 0.2, null, undefined, -0.3])).toBe(0);
  expect(sumOfEuros([12.3456, 7.6544])).toBe(20);
});
