import { describe, expect, it } from "vitest";
import { type BoardCard, columnOf, daysLate, isIn, monthAfter, nextStep, says, weeksOf } from "./board";

const card = (given: Partial<BoardCard> = {}): BoardCard => ({
  id: "d",
  name: "Ouverture de Nantes",
  status: "launched",
  day: "2026-11-30",
  account: { id: "a", name: "Pêcheries Guilvinec" },
  owner: { id: "me", name: "Anne Jaffré" },
  done: 1,
  total: 4,
  trouble: null,
  steps: [],
  ...given,
});
const held = { status: "held", reason: "Address is missing" };
const noted = { reason: "The owner’s agreement" };

it.each([
  [{}, "launched"],
  [{ trouble: held }, "blocked"],
  [{ status: "planned", trouble: held }, "planned"],
  [{ status: "planned", trouble: noted }, "blocked"],
  [{ status: "done", trouble: noted }, "done"],
  [{ status: "done" }, "done"],
  [{ status: "cancelled" }, null],
] satisfies [Partial<BoardCard>, string | null][])("%j stands in %s", (given, column) =>
  expect(columnOf(card(given))).toBe(column),
);

it("is late from the day after, as long as it is open", () => {
  expect(daysLate(card(), "2026-11-30")).toBe(0);
  expect(daysLate(card(), "2026-12-02")).toBe(2);
  expect(daysLate(card({ status: "done" }), "2026-12-02")).toBe(0);
  expect(daysLate(card({ status: "draft" }), "2026-12-02")).toBe(0);
});

describe("filters", () => {
  const given = { me: "me", today: "2026-11-28" };
  it.each([
    ["mine", {}, true],
    ["mine", { owner: null }, false],
    ["mine", { status: "done" }, false],
    ["late", {}, false],
    ["late", { day: "2026-11-27" }, true],
    ["week", {}, true],
    ["week", { day: "2026-12-05" }, false],
    ["week", { day: null }, false],
    ["all", { status: "done" }, true],
  ] as const)("%s, %j: %s", (filter, change, is) => expect(isIn(card(change), filter, given)).toBe(is));

  it("finds what is typed without accents", () => {
    expect(says(card(), "pecher")).toBe(true);
    expect(says(card(), " jaffre ")).toBe(true);
    expect(says(card(), "lorient")).toBe(false);
  });
});

it("lays a month out in whole weeks from Monday on", () => {
  const december = weeksOf("2026-12");
  expect(december.map(([monday]) => monday)).toEqual([
    "2026-11-30",
    "2026-12-07",
    "2026-12-14",
    "2026-12-21",
    "2026-12-28",
  ]);
  expect(december.at(-1)?.at(-1)).toBe("2027-01-03");
  expect(weeksOf("2027-02").map(([monday]) => monday)).toEqual([
    "2027-02-01",
    "2027-02-08",
    "2027-02-15",
    "2027-02-22",
  ]);
  expect(monthAfter("2026-12", 1)).toBe("2027-01");
  expect(monthAfter("2026-01", -1)).toBe("2025-12");
});

it("the next step is the one with the first day, then the one that comes first", () => {
  const step = (kind: "delivery" | "porting" | "go_live", dueOn: string | null = null) => ({ id: kind, kind, dueOn });
  expect(nextStep([step("go_live", "2027-01-15"), step("porting", "2027-01-14"), step("delivery")])?.kind).toBe(
    "porting",
  );
  expect(nextStep([step("go_live"), step("porting"), step("delivery")])?.kind).toBe("delivery");
  expect(nextStep([])).toBeUndefined();
});
