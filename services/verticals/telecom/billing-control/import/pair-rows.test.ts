import { expect, it } from "vitest";
import { line } from "../check/testing/rows.ts";
import { pairRows } from "./pair-rows.ts";

const of = (before: Parameters<typeof line>[0][], after: Parameters<typeof line>[0][]) => {
  const [was, is] = [before.map((change) => line(change)), after.map((change) => line(change))];
  const pairs = pairRows(was, is, "FR");
  return is.map((one) => {
    const pair = pairs.get(one);
    return pair ? was.indexOf(pair) : null;
  });
};

it("a row is itself whatever its place, its number's writing and its amount", () => {
  expect(of([{}, { serviceId: "OR2" }], [{ serviceId: "OR2" }, {}])).toEqual([1, 0]);
  expect(of([{ number: "+33639980003" }], [{ number: "06 39 98 00 03", lineNumber: "7" }])).toEqual([0]);
  expect(of([{ net: 154_000 }], [{ net: 132_000, lineNumber: "9" }])).toEqual([0]);
});

it("rows that are alike are told apart by their amounts, then taken in their order", () => {
  expect(of([{ net: 1 }, { net: 2 }], [{ net: 2 }, { net: 1 }])).toEqual([1, 0]);
  expect(of([{ net: 1 }, { net: 1 }], [{ net: 1 }, { net: 1 }, { net: 1 }])).toEqual([0, 1, null]);
});

it("another label or period of the same line under the same number is the row; another line is none", () => {
  expect(of([{}], [{ periodEnd: "2026-10-15", description: "Business 100 Go" }])).toEqual([0]);
  expect(of([{}], [{ serviceId: "OR9", number: null }])).toEqual([null]);
});
