import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { phoneNumber, phoneParts, phoneText } from "./phone.ts";

/** The same table as Drupal's tests. */
const cases: {
  phone: [string, string, string | null][];
  phoneParts: [string, string, boolean, string[]][];
} = JSON.parse(
  readFileSync(
    new URL("../../drupal/web/modules/custom/sw_base/tests/fixtures/normalisation.json", import.meta.url),
    "utf8",
  ),
);

describe("telephone numbers", () => {
  it.each(cases.phone)("%j in %s is %j", (text, country, number) => {
    expect(phoneNumber(text, country) ?? null).toBe(number);
    // What was normalised stays as it is.
    if (number !== null) expect(phoneNumber(number, country)).toBe(number);
  });

  it.each(cases.phoneParts)("a part: %j in %s, from the start %j: %j", (text, country, start, parts) => {
    expect(phoneParts(text, country, start)).toEqual(parts);
  });

  it("keeps what can be no number", () => {
    expect(phoneText(" PTO-12 ")).toBe("PTO-12");
  });
});
