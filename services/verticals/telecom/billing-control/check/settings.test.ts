import { expect, it } from "vitest";
import { line, park, parkLine, rows } from "./testing/rows.ts";
import { allowances, type CheckSetting } from "../../../../base/control/index.ts";
import type { CheckId } from "./rules/check.ts";

const setting = (change: Partial<CheckSetting<CheckId>> = {}): CheckSetting<CheckId> => ({
  check: "C2",
  supplierId: null,
  subjectId: null,
  accountId: null,
  from: "2026-01-01",
  to: null,
  enabled: true,
  tolerance: 50_000,
  ...change,
});
const october = { start: "2026-10-01", end: "2026-10-31" };
const found = (...settings: CheckSetting<CheckId>[]) =>
  rows([line()], park({ settings })).flatMap(({ findings }) => findings.map(({ check }) => check));

it("a gap above the tolerance is reported, up to it none is", () => {
  expect(found()).toEqual(["C2"]);
  expect(found(setting({ tolerance: 22_000 }))).toEqual([]);
  expect(found(setting({ tolerance: 21_999 }))).toEqual(["C2"]);
  expect(found(setting({ tolerance: null }))).toEqual(["C2"]);
  expect(found(setting({ check: "C1" }))).toEqual(["C2"]);
});

it("a check that is off reports nothing, whatever its tolerance, and the row counts as checked", () => {
  const [row] = rows([line()], park({ settings: [setting({ enabled: false, tolerance: 0 })] }));
  expect(row).toMatchObject({ findings: [], unchecked: undefined });
});

it("holds from its first to its last day, by the first day billed", () => {
  expect(found(setting({ from: "2026-10-01", to: "2026-10-01" }))).toEqual([]);
  expect(found(setting({ from: "2026-10-02" }))).toEqual(["C2"]);
  expect(found(setting({ to: "2026-09-30" }))).toEqual(["C2"]);
});

it("the line's own before the customer's before the supplier's before the brand's, of equal ones the latest", () => {
  const own = setting({ subjectId: "line", accountId: "account", tolerance: 1 });
  const customer = setting({ accountId: "account", tolerance: 5 });
  const another = setting({ accountId: "another", tolerance: 6 });
  const supplier = setting({ supplierId: "orange", tolerance: 2 });
  const brand = setting({ tolerance: 3 });
  const later = setting({ supplierId: "orange", from: "2026-06-01", tolerance: 4 });
  const of = (lineId: string, ...settings: CheckSetting<CheckId>[]) =>
    allowances(settings)({ subjectId: lineId, accountId: "account", period: october })("C2");
  expect(of("line", brand, supplier, own)).toBe(1);
  expect(of("other", brand, supplier, own)).toBe(2);
  expect(of("other", brand, own)).toBe(3);
  expect(of("other", supplier, later, brand)).toBe(4);
  expect(of("other", own)).toBe(100);
  expect(of("other", supplier, customer, another)).toBe(5);
  expect(of("line", customer, own)).toBe(1);
  expect(of("other", supplier, another)).toBe(2);
});

it("what one check lets pass, the next doesn't report under another name", () => {
  const ended = parkLine({ endDate: "2026-09-30" });
  const off = park({ settings: [setting({ check: "C1", subjectId: "line", enabled: false })] });
  expect(rows([line({ net: 132_000 })], park(), ended)[0]?.findings.map(({ check }) => check)).toEqual(["C1"]);
  expect(rows([line({ net: 132_000 })], off, ended)[0]?.findings).toEqual([]);
});
