import { describe, expect, test } from "vitest";
import { isKeyDoubtful, portableNumber, rioKey, rioProblem, rioText, shownRio } from "./rio.ts";

test("written with blanks, dots or dashes it is the same, and is shown in its four parts", () => {
  expect(rioText(" 01 e 123456-a7+ ")).toBe("01E123456A7+");
  expect(shownRio("01E123456A7+")).toBe("01 E 123456 A7+");
});

test.each([
  ["06 12 34 56 78", { number: "+33612345678", kind: "mobile" }],
  ["+33 (0)7 12 34 56 78", { number: "+33712345678", kind: "mobile" }],
  ["0298123456", { number: "+33298123456", kind: "fixed" }],
  ["09 72 12 34 56", { number: "+33972123456", kind: "fixed" }],
  ["0800 12 34 56", null],
  ["+32 470 12 34 56", null],
  ["FTTH-1", null],
  ["3631", null],
])("%s: whether the number can come from another operator", (text, found) =>
  expect(portableNumber(text)).toEqual(found),
);

describe("what keeps a RIO from being sent", () => {
  const mobile = "0612345678";
  const fixed = "0298123456";
  test.each([
    ["", mobile, "missing"],
    ["01E123456AB", mobile, "structure"],
    ["01E123456ABCD", mobile, "structure"],
    ["01E12345_ABC", mobile, "structure"],
    ["012123456ABC", mobile, "structure"],
    ["01E123456ABC", mobile, null],
    ["01 p 123456 abc", mobile, null],
    ["01F123456ABC", mobile, "kind"],
    ["01F123456AB+", fixed, null],
    ["01E123456ABC", fixed, "kind"],
    ["01E123456ABC", "", null],
  ] as const)("%s of %s: %s", (rio, number, problem) => expect(rioProblem(rio, number)).toBe(problem));
});

test("the key goes with one number; where it doesn't, that is doubtful and no problem", () => {
  const start = "01E123456";
  const rio = `${start}${rioKey(start, "+33612345678")}`;
  expect(rio).toMatch(/^01E123456[A-Z0-9+]{3}$/);
  expect(isKeyDoubtful(rio, "06 12 34 56 78")).toBe(false);
  expect([isKeyDoubtful(rio, "0612345679"), rioProblem(rio, "0612345679")]).toEqual([true, null]);
  // What isn't twelve signs is a problem, and no doubt.
  expect(isKeyDoubtful("01E", "0612345678")).toBe(false);
});

test("each sign of the three is a sum of its own", () => {
  // By hand: signs 0 to 36; times 1, 2 and 4 before each next one, modulo 37.
  expect(rioKey("AAAAAAAAA", "+33000000001")).toBe(
    keyByHand([0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 26, 26, 26, 26, 26, 26, 26, 26, 27]),
  );
});

function keyByHand(values: readonly number[]): string {
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+";
  const sum = (factor: number) =>
    Number(
      values.reduce(
        (total, value, index) => total + BigInt(value) * BigInt(factor) ** BigInt(values.length - 1 - index),
        0n,
      ) % 37n,
    );
  return [1, 2, 4].map((factor) => signs[sum(factor)]).join("");
}
