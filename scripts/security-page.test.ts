import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = readFileSync(`${root}docs/security.md`, "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line));

it("each row of the security page says what it is: tested, by design, without object, or open", () => {
  expect(rows.length).toBeGreaterThan(200);
  const odd = rows.filter((row) => !/\| (test|by design|n\/a|open): .+ \|$/.test(row));
  expect(odd).toEqual([]);
  const numbers = rows.map((row) => row.split("|")[1]?.trim());
  expect(new Set(numbers).size).toBe(numbers.length);
});

/** A module that was removed has taken its tests along. */
function isOfRemovedModule(path: string): boolean {
  const folder = /^(?:(?:services|frontend)\/(?:addons|verticals)|frontend\/e2e)\/[\w-]+/.exec(path)?.[0];
  return folder !== undefined && !existsSync(root + folder);
}

it("each file that it names is there", () => {
  const named = new Set(
    rows.flatMap((row) =>
      [...row.matchAll(/`((?:[\w@.()[\]-]+\/)+[\w.()[\]-]+\.[a-z]+)`/g)].map(([, path = ""]) => path),
    ),
  );
  expect(named.size).toBeGreaterThan(50);
  expect([...named].filter((path) => !existsSync(root + path) && !isOfRemovedModule(path))).toEqual([]);
});
