import { expect, it } from "vitest";
import { isShortNumber, typedDecimal, typedMoney } from "./typed-decimal";

it.each([
  ["24,90 €", "24.9000"],
  ["1 234,50 €", "1234.5000"],
  ["1 234,50", "1234.5000"],
  ["1.234,50", "1234.5000"],
  ["€1,234.50", "1234.5000"],
  ["12,40-", "-12.4000"],
  ["99999999.9999", "99999999.9999"],
  ["12345678901234567,89", "12345678901234567.8900"],
  ["0,01250", "0.0125"],
  ["482 913 050", "482913050.0000"],
])("%s is %s", (text, decimal) => {
  expect(typedDecimal(text, 4)).toBe(decimal);
});

it.each(["1e3", "1,23456", "1,2,3", "douze", "", "12 ou 13", "1/2"])("%s stays as typed", (text) => {
  expect(typedDecimal(text, 4)).toBe(text);
});

it("takes whole numbers with their groups, and cuts no decimals off", () => {
  expect(typedDecimal("1 500", 0)).toBe("1500");
  expect(typedDecimal("3,00", 0)).toBe("3");
  expect(typedDecimal("3,5", 0)).toBe("3,5");
});

it("asks about numbers in short, in fields of numbers alone", () => {
  expect(["1e3", "1,5E+10", " 2 e4"].every((text) => isShortNumber("decimal", text))).toBe(true);
  expect(
    ["1000", "12.5", "12 euros HT par mois", "", null, 1000].some((value) => isShortNumber("decimal", value)),
  ).toBe(false);
  expect(isShortNumber("string", "1e3")).toBe(false);
});

it("shows what is stored as the language writes it, to the last digit", () => {
  expect(typedMoney("24.9000", "fr")).toBe("24,9");
  expect(typedMoney("24.9000", "en")).toBe("24.9");
  expect(typedMoney("120.0000", "en")).toBe("120");
  expect(typedMoney("12345678901234.5678", "fr")).toBe("12345678901234,5678");
});
