import { describe, expect, it } from "vitest";
import { passwordProblem, passwordStrength } from "./password-rule.ts";

const about = { name: "Gwenaëlle@Brand", common: new Set(["password1", "sunshine"]) };

describe("passwordProblem", () => {
  it.each([
    [undefined, "text"],
    [null, "text"],
    [12_345_678, "text"],
    [["harbour-42"], "text"],
    [{ value: "harbour-42" }, "text"],
    ["", "short"],
    ["x", "short"],
    ["         ", "blank"],
    [" harbour-42", "blank"],
    ["harbour-42\n", "blank"],
    ["harbour-42\u00a0", "blank"],
    ["short-7", "short"],
    ["😀😀😀😀😀😀😀", "short"],
    ["😀😀😀😀😀😀😀😀", undefined],
    ["é".repeat(255), undefined],
    ["é".repeat(256), "long"],
    ["😀".repeat(255), undefined],
    ["gwenaËlle@brand", "name"],
    ["PassWord1", "common"],
    ["a word with blanks", undefined],
  ])("%j: %s", (given, problem) => {
    expect(passwordProblem(given, about)).toBe(problem);
  });
});

describe("passwordStrength", () => {
  it.each([
    ["aaaaaaaaaaaaaaaaaaaa", "weak"],
    ["password1234", "weak"],
    ["gwenaëlle@brand1", "weak"],
    ["demo-2026", "fair"],
    ["four-boats-29", "good"],
    ["quiet harbour, nine boats", "strong"],
  ])("%s is %s", (given, strength) => {
    expect(passwordStrength(given, about)).toBe(strength);
  });
});
