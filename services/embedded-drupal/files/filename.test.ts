import { expect, it } from "vitest";
import { safeFilename } from "./filename.ts";

it.each([
  ['file; filename="a.txt"', "a.txt"],
  ['file; filename="../../evil.txt"', "evil.txt"],
  ['file; filename="a.php.txt"', "a.php_.txt"],
  ["file; filename=plain.csv", "plain.csv"],
])("%s names %s", (header, name) => {
  expect(safeFilename(header)).toBe(name);
});

it.each([null, "", "file", "file; filename*=UTF-8''a.txt", 'file; filename=""'])("%j names nothing", (header) => {
  expect(() => safeFilename(header)).toThrow();
});
