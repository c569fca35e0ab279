import { describe, expect, test } from "vitest";
import { editDistance, numberDigits, termsOf, wordsOf } from "./text.ts";

describe("words", () => {
  test("case, accents, ligatures and punctuation don't count", () => {
    expect(wordsOf("Sœurs de L’Éclaïr – Kergoat-Éditions")).toEqual([
      "soeurs",
      "de",
      "l",
      "eclair",
      "kergoat",
      "editions",
    ]);
  });
  test("each once", () => expect(wordsOf("Brest brest BREST")).toEqual(["brest"]));
});

describe("numbers", () => {
  test.each([
    "+33639984107",
    "0033639984107",
    "06 39 98 41 07",
    "06.39.98.41.07",
    "(+33) 6 39 98 41 07",
    "+33 (0)6 39 98 41 07",
  ])("%s", (text) => {
    expect(numberDigits(text.replace(/^\(/, ""))).toBe("639984107");
  });
  test.each(["+590 690 12 34 56", "0690 12 34 56", "00590 690123456"])("case 01: %s", (text) =>
    expect(numberDigits(text)).toBe("690123456"),
  );
  test("case 26: signs that nobody sees don't part a number", () =>
    expect(termsOf("\u202a06 39\u200b 98\u202c")).toEqual([{ kind: "digits", text: "063998", number: "63998" }]));
  test("a number typed in groups is one term, words around it stay words", () => {
    expect(termsOf("kervadec 06 39 98")).toEqual([
      { kind: "word", text: "kervadec" },
      { kind: "digits", text: "063998", number: "63998" },
    ]);
  });
  test("two digits are a word: part of a plan's or a street's name", () =>
    expect(termsOf("20 Go")).toEqual([
      { kind: "word", text: "20" },
      { kind: "word", text: "go" },
    ]));
});

describe("mistakes", () => {
  test.each([
    ["kervadec", "kervadec", 0],
    ["kervadek", "kervadec", 1],
    ["kevradec", "kervadec", 1],
    ["kervdec", "kervadec", 1],
    ["abc", "xyz", 3],
  ])("%s and %s: %d", (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });
});
