import { expect, it } from "vitest";
import { daysBetween, yearBefore } from "./days";

it("counts calendar days, over a change of clocks too", () => {
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-11-30", "2026-11-30")).toBe(0);
});

it("knows the day a year before, of a leap day too", () => {
  expect(yearBefore("2026-11-30")).toBe("2025-11-30");
  expect(yearBefore("2028-02-29")).toBe("2027-02-28");
});
