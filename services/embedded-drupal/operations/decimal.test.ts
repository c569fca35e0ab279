import { describe, expect, it } from "vitest";
import { compareDecimals, toScale, wholeDigits } from "./decimal.ts";

describe("toScale", () => {
  it.each([
    ["24.9", 4, "24.9000"],
    ["2.00005", 4, "2.0001"],
    ["-2.00005", 4, "-2.0001"],
    ["0.99999", 4, "1.0000"],
    ["-0.00001", 4, "0.0000"],
    ["007", 2, "7.00"],
    ["7.5", 0, "8"],
    ["1.", 2, "1.00"],
    [".5", 2, "0.50"],
    ["1e3", 2, "1000.00"],
    ["12.5e-3", 4, "0.0125"],
    ["1.25e1", 1, "12.5"],
    ["99999999999999999999.9", 4, "99999999999999999999.9000"],
  ])("%s to %i digits is %s", (input, scale, expected) => {
    expect(toScale(input, scale)).toBe(expected);
  });

  it.each(["", "abc", "1e", "1e99", "1,5", ".", "--1", "1.2.3", "Infinity"])("refuses %j", (input) => {
    expect(toScale(input, 4)).toBeUndefined();
  });

  it("keeps what has its scale already", () => {
    for (let units = -(10n ** 20n); units <= 10n ** 20n; units += 10n ** 18n + 7n) {
      const text = toScale(`${units}.0625`, 4) ?? "";
      expect(toScale(text, 4)).toBe(text);
    }
  });
});

it("compares by value", () => {
  expect(compareDecimals("10", "9.9999")).toBe(1);
  expect(compareDecimals("-90.5", "-90")).toBe(-1);
  expect(compareDecimals("1.50", "1.5")).toBe(0);
});

it("counts digits before the point", () => {
  expect(wholeDigits("-0012.5")).toBe(2);
  expect(wholeDigits("0.5")).toBe(0);
});
