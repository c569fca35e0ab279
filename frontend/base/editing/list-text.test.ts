import { expect, test } from "vitest";
import { listText, parseList } from "./list-text";

test("a list is one value a line, both ways", () => {
  expect(parseList("string", listText(["Orange SA", "Orange Business"]))).toEqual(["Orange SA", "Orange Business"]);
  expect(parseList("string", " A \n\n B ")).toEqual(["A", "B"]);
  expect(listText([])).toBeNull();
});

test("an identifier names its system first; a value may hold colons", () => {
  const ids = [
    { system: "cfast", value: "BP-1" },
    { system: "urn", value: "a:b:c" },
  ];
  expect(listText(ids)).toBe("cfast: BP-1\nurn: a:b:c");
  expect(parseList("external_id", listText(ids))).toEqual(ids);
  expect(parseList("external_id", "BP-1")).toEqual([{ system: "", value: "BP-1" }]);
});
