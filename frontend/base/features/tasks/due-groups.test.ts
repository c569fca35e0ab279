import { expect, test } from "vitest";
import { dueGroupOf } from "./due-groups";

test("what is due is late, today, within a week, later or without a day", () => {
  const of = (day: string | null) => dueGroupOf(day, "2026-12-28");
  expect(of("2026-12-27")).toBe("late");
  expect(of("2026-12-28")).toBe("today");
  expect(of("2026-12-29")).toBe("week");
  expect(of("2027-01-04")).toBe("week");
  expect(of("2027-01-05")).toBe("later");
  expect(of(null)).toBe("undated");
});
