import { describe, expect, it } from "vitest";
import { filledPattern, patternFields } from "./label-pattern.ts";
import { recordTypes } from "./generated/record-types.ts";
import { labelFieldsOf, labelInWords, labelOf } from "./row-label.ts";

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

  it("says machine values in words, in both languages", () => {
    expect(labelOf("sw_anomaly", { key: "manual:7", check: "manual" })).toBe("manual");
    expect(labelInWords("sw_anomaly", "manual", "fr")).toBe("Signalée par une personne");
    expect(labelInWords("sw_role", "manager", "en")).toBe("Manager");
    expect(labelInWords("sw_mail_template", "task_assigned", "en")).not.toContain("_");
    expect(labelInWords("sw_account", "manual", "fr")).toBeUndefined();
  });

  it("never says a value that no list has: what was called by its key before is told by its type", () =>
    expect(labelInWords("sw_anomaly", "C2:9d1f:2026-01", "fr")).toBe("Anomalie"));

  it("has words for every value that rows are called by", () => {
    for (const [type, { labelField, fields }] of Object.entries(recordTypes)) {
      const field = fields.find(({ name }) => name === labelField);
      for (const { value, label } of field?.options ?? [])
        expect(labelInWords(type, value, "fr"), `${type} ${value}`).toBe(label.fr);
      expect(["key", "idempotency_key", "event_key", "request_id"], type).not.toContain(labelField);
    }
  });
});
