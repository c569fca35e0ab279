import { describe, expect, it } from "vitest";
import { filledPattern, patternFields } from "./label-pattern.ts";
import { labelFieldsOf, labelOf } from "./row-label.ts";

describe("a label pattern", () => {
  it.each([
    ["{a} {b}", { a: "Jeanne", b: "Kermadec" }, "Jeanne Kermadec"],
    ["{a} {b}", { a: "", b: "Kermadec" }, "Kermadec"],
    ["{a} {b}", { a: "Jeanne", b: null }, "Jeanne"],
    ["{a} {b} {c}", { a: "x", c: "z" }, "x z"],
    ["{a} {b} {c}", { c: "z" }, "z"],
    ["N° {a} ({b})", { a: 7, b: "new" }, "N° 7 (new)"],
    ["N° {a}", {}, ""],
    ["{a} {b}", { a: "two  blanks", b: "" }, "two  blanks"],
    ["{a}", { a: "{b}", b: "never" }, "{b}"],
  ])("%s of %o reads %s", (pattern, values: Record<string, unknown>, label) =>
    expect(filledPattern(pattern, (field) => values[field])).toBe(label),
  );

  it("names its fields", () => expect(patternFields("{first_name} {last_name}")).toEqual(["first_name", "last_name"]));

  it("names rows of any type as the reader may see them", () => {
    expect(labelOf("sw_contact", { first_name: "Jeanne", last_name: "Kermadec" })).toBe("Jeanne Kermadec");
    expect(labelOf("sw_account", { legal_name: "Kervadec" })).toBe("Kervadec");
    expect(labelOf("sw_account", {})).toBe("");
    expect(labelFieldsOf("sw_contact")).toEqual(["first_name", "last_name"]);
    expect(labelFieldsOf("user")).toEqual(["display_name"]);
  });
});
