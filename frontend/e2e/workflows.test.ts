import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const rows = readFileSync(join(__dirname, "../../docs/workflows.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!what )/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("each way of docs/workflows.md has a test that walks it", () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const cells of rows) {
    const walked = (cells.at(-2) ?? "").split(", ");
    // A module that is not there took its tests along.
    const missing = walked.filter(
      (name) => existsSync(join(__dirname, dirname(name))) && !existsSync(join(__dirname, `${name}.spec.ts`)),
    );
    expect(missing, cells[1]).toEqual([]);
    expect(walked[0], cells[1]).toMatch(/^[a-z]+\/[a-z-]+$/);
  }
});
