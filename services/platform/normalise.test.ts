import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";
import { codeText, emailText } from "./normalise.ts";
import { phoneNumber, phoneParts, phoneText } from "./phone.ts";
import { plainText } from "./plain-text.ts";

type Pairs = [string, string][];

/** The same table as Drupal's tests. */
const cases: {
  phone: [string, string, string | null][];
  phoneParts: [string, string, boolean, string[]][];
  text: Pairs;
  code: Pairs;
  email: Pairs;
  fold: Pairs;
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

describe("texts", () => {
  it.each(cases.text)("%j is stored as %j", (text, plain) => expect(plainText(text)).toBe(plain));
  it.each(cases.code)("the code %j is %j", (text, code) => expect(codeText(text)).toBe(code));
  it.each(cases.email)("the address %j is %j", (text, email) => expect(emailText(text)).toBe(email));
  it.each(cases.fold)("%j is alike %j", (text, folded) => expect(fold(text)).toBe(folded));
});
