import { describe, expect, it } from "vitest";
import { passwordProblem, passwordStrength, passwordWords } from "./password-rule.ts";

const roles = { support_n1: { fr: "Support N1", en: "Support L1" }, manager: { fr: "Gestionnaire", en: "Manager" } };
const about = {
  name: "Gwenaëlle@Brand",
  common: new Set(["password1", "sunshine"]),
  words: passwordWords(roles, "Éole & Fils"),
};

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
    ["SoftWhere", "words"],
    ["softwhere-2026!", "words"],
    ["Manager@SoftWhere", "words"],
    ["GESTIONNAIRE", "words"],
    ["2026 eole-et-fils", undefined],
    ["2026 eole-fils", "words"],
    ["Support_N1 2026", "words"],
    ["softwheres", undefined],
    ["managers-2026", undefined],
    ["12345-67890", undefined],
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
