import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import en from "../../messages/en.json";
import fr from "../../messages/fr.json";
import { readRefusal } from "./refusal";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = (path: string) => readFileSync(root + path, "utf8");
const operations = "services/embedded-drupal/operations/";

it("knows the refusals people meet, on both backends", () => {
  expect(readRefusal("code: This value should not be null.")).toEqual({ key: "required" });
  expect(readRefusal("gross.0.value: This value is not valid.")).toEqual({ key: "invalid" });
  expect(readRefusal("name: Another row already has this value of: Name.")).toEqual({ key: "taken" });
  expect(readRefusal("site: account and site must lead to the same row.")).toEqual({ key: "sameOwner" });
});

it("keeps the bounds", () => {
  expect(readRefusal("net.0.value: Net: the value may be no less than 0.")).toEqual({ key: "atLeast", bound: "0" });
  expect(readRefusal("q: Quantity: the value may be no greater than 10.5.")).toEqual({ key: "atMost", bound: "10.5" });
  expect(readRefusal("name.0.value: Name: may not be longer than 160 characters.")).toEqual({
    ...{ key: "longerThan", bound: "160" },
  });
  expect(readRefusal("plan: The row ended on 2026-10-31: this value no longer changes.")).toEqual({
    ...{ key: "ended", bound: "2026-10-31" },
  });
});

it("says no sentence of the backend as it is", () => {
  expect(readRefusal("Conflict: Entity already exists.")).toEqual({ key: "other" });
});

/** The sentences of a source, with what is put into them as a number. */
const sentences = (text: string): string[] =>
  [...text.matchAll(/(?:at\.add|told|violation|new Violation)\(\s*(?:[^"`']*,\s*)?(?:`([^`]+)`|"([^"]{12,})")/g)].map(
    ([, made, plain]) => (made ?? plain ?? "").replace(/\$\{[^}]*\}/g, "12"),
  );

it("every sentence that the embedded backend says of a value is known", () => {
  const said = ["field-value.ts", "consistency.ts", "sign-in-name.ts"].flatMap((file) =>
    sentences(source(operations + file)),
  );
  expect(said.length).toBeGreaterThan(10);
  // What is put together from parts of which none is a sentence says nothing here.
  expect(
    said.filter((sentence) => !/^[\w: ]*: 12$|may be no 12/.test(sentence) && readRefusal(sentence).key === "other"),
  ).toEqual([]);
});

it("every code of Drupal's rules has its sentence in both languages", () => {
  const codes = /RULE_CODES = \[([^\]]+)\]/.exec(
    source("drupal/web/modules/custom/sw_base/modules/sw_operations/src/Response/ErrorDocument.php"),
  )?.[1];
  const listed = [...(codes ?? "").matchAll(/'(\w+)'/g)].map(([, code]) => code ?? "");
  const sentence: Readonly<Record<string, string>> = {
    no_period: "plan: The row ended on 2026-10-31: this value no longer changes.",
    not_unique: "name: Another row already has this value of: Name.",
    not_same_owner: "site: account and site must lead to the same row.",
    transition_not_allowed: "status: The state can't change from a to b.",
    transition_requires: "reason: The change to closed needs a value here.",
  };
  expect(Object.keys(sentence).sort()).toEqual(listed.sort());
  const rules = ["PeriodRule", "UniqueRule", "WorkflowRule"].map((rule) =>
    source(`drupal/web/modules/custom/sw_base/src/Rule/${rule}.php`),
  );
  for (const code of listed.filter((one) => one !== "not_same_owner"))
    expect(rules.some((rule) => rule.includes(`'${code}'`))).toBe(true);
  for (const text of Object.values(sentence)) {
    const { key } = readRefusal(text);
    expect(key).not.toBe("other");
    expect(fr.refusals[key]).toBeTruthy();
    expect(en.refusals[key]).toBeTruthy();
  }
});
