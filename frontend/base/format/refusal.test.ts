import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readRefusal, refusalCodes, refusalOf } from "@softwhere/services/platform/backend/refusal";
import { expect, it } from "vitest";
import en from "../../messages/en.json";
import fr from "../../messages/fr.json";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = (path: string) => readFileSync(root + path, "utf8");
const quoted = (text: string) => [...text.matchAll(/["']([a-z_]+)["']/g)].map(([, code]) => code ?? "");

it("is recognised by its code, with its bound, whatever the sentence says", () => {
  const error = { code: "too_long", detail: "Whatever it is in any language.", meta: { bound: "200" } };
  expect(refusalOf(422, error)).toBe("too_long:200");
  expect(readRefusal("too_long:200")).toEqual({ code: "too_long", bound: "200" });
  expect(readRefusal("no_period:2026-10-31")).toEqual({ code: "no_period", bound: "2026-10-31" });
  expect(readRefusal("required")).toEqual({ code: "required" });
});

it("a status says it where there is no code; what nobody knows is a refusal all the same", () => {
  expect([403, 404, 409, 422].map((status) => refusalOf(status, { detail: "x" }))).toEqual([
    ...["forbidden", "not_found", "not_unique", "not_valid"],
  ]);
  expect(refusalOf(422, undefined)).toBe("not_valid");
  expect(readRefusal("Conflict: Entity already exists.").code).toBe("other");
});

it("every code of the embedded backend is known", () => {
  const text = source("services/embedded-drupal/problem/refusal.ts");
  const codes = quoted(/export type ViolationCode =([^;]+);/.exec(text)?.[1] ?? "");
  expect(codes.length).toBeGreaterThan(15);
  const others = ["references.ts", "rows-operation.ts", "version.ts"].flatMap((file) =>
    [...source(`services/embedded-drupal/operations/${file}`).matchAll(/code: "([a-z_]+)"/g)].map(([, code]) => code),
  );
  expect(others).toEqual(expect.arrayContaining(["still_referenced", "has_journal", "version_conflict"]));
  expect([...codes, ...others].filter((code) => !refusalCodes.some((one) => one === code))).toEqual([]);
});

it("every code of Drupal is known, and it has all that the embedded backend has", () => {
  const operations = "drupal/web/modules/custom/sw_base/modules/sw_operations/src/";
  const violations = source(`${operations}Response/ViolationCode.php`);
  const parts = [
    "OWN = \\[([^;]+)\\];",
    "CONSTRAINTS = \\[([^;]+)\\];",
    "BOUNDED = \\[([^;]+)\\];",
    "OTHER = ([^;]+);",
  ];
  const codes = new Set(parts.flatMap((part) => quoted(new RegExp(part).exec(violations)?.[1] ?? "")));
  for (const [, code] of source(`${operations}Response/ErrorDocument.php`).matchAll(/'code' => '([a-z_]+)'/g))
    codes.add(code ?? "");
  expect([...codes].filter((code) => !refusalCodes.some((one) => one === code))).toEqual([]);
  const embedded = quoted(
    /export type ViolationCode =([^;]+);/.exec(source("services/embedded-drupal/problem/refusal.ts"))?.[1] ?? "",
  );
  expect(embedded.filter((code) => !codes.has(code))).toEqual([]);
});

it("every code has its sentence in both languages, with the bound where there is one", () => {
  const bounded = ["needs_approval", "no_period", "too_large", "too_long", "too_many", "too_small"];
  for (const [language, { refusals }] of Object.entries({ fr, en })) {
    expect(Object.keys(refusals).sort(), language).toEqual([...refusalCodes, "other"].sort());
    for (const code of [...refusalCodes, "other"] as const) {
      expect(refusals[code].length, code).toBeGreaterThan(5);
      expect(refusals[code].includes("{bound}"), code).toBe(bounded.includes(code));
    }
  }
});
