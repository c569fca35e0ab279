import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
  expect(files).not.toEqual([]);
  expect(readme).toContain(`| ${number} | ${name} | ${files.join(", ")} |`);
});

test("no test shows a rule that doesn't exist", () => {
  for (const [file, tags] of shown)
    expect(
      tags.filter((tag) => !(tag in rules)),
      file,
    ).toEqual([]);
});
