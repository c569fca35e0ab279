import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "./rules";

const specs = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".spec.ts"))
  .sort();
const tagsOf = (file: string) => [
  ...new Set(
    [...readFileSync(join(__dirname, file), "utf8").matchAll(/"@rule-(\d+)"/g)].map((match) => match[1] ?? ""),
  ),
];
const shown = new Map(specs.map((file) => [file, tagsOf(file)]));
const readme = readFileSync(join(__dirname, "../README.md"), "utf8");

test.each(Object.entries(rules))("rule %s has a test, and its row in the README: %s", (number, name) => {
  const files = specs.filter((file) => shown.get(file)?.includes(number)).map((file) => file.replace(".spec.ts", ""));
  const row = readme.split("\n").find((line) => line.startsWith(`| ${number} | ${name} | `));
  const told = row?.split(" | ").at(-1)?.replace(" |", "").split(", ") ?? [];
  expect(told).not.toEqual([]);
  // A module that is not there took its tests along.
  expect(told.filter((file) => existsSync(join(__dirname, dirname(file))))).toEqual(files);
});

test("no test shows a rule that doesn't exist", () => {
  for (const [file, tags] of shown)
    expect(
      tags.filter((tag) => !(tag in rules)),
      file,
    ).toEqual([]);
});
