import { expect, test } from "vitest";
import { addDays, businessDay, dayOfMonth, nextMonth, startOfDay } from "./day.ts";

test.each([
  ["winter, an hour before midnight in London", "2026-12-31T22:59:59Z", "2026-12-31"],
  ["winter, midnight in Paris", "2026-12-31T23:00:00Z", "2027-01-01"],
  ["summer, midnight in Paris", "2026-07-14T22:00:00Z", "2026-07-15"],
  ["summer, a second before", "2026-07-14T21:59:59Z", "2026-07-14"],
  ["the day clocks go forward begins at +1", "2026-03-28T23:00:00Z", "2026-03-29"],
  ["and ends at +2", "2026-03-29T22:00:00Z", "2026-03-30"],
  ["the day clocks go back ends at +1", "2026-10-25T22:59:59Z", "2026-10-25"],
])("%s", (_, instant, day) => expect(businessDay(new Date(instant))).toBe(day));

test.each([
  ["winter", "2026-12-01", 0, "2026-11-30T23:00:00+00:00"],
  ["summer", "2026-07-14", 0, "2026-07-13T22:00:00+00:00"],
  ["the day clocks go forward", "2026-03-29", 0, "2026-03-28T23:00:00+00:00"],
  ["the day after it", "2026-03-29", 1, "2026-03-29T22:00:00+00:00"],
  ["the day clocks go back", "2026-10-25", 0, "2026-10-24T22:00:00+00:00"],
  ["the day after that", "2026-10-25", 1, "2026-10-25T23:00:00+00:00"],
])("a day begins: %s", (_, day, later, start) => expect(startOfDay(day, later)).toBe(start));

test("days and months later", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(dayOfMonth("2026-12-31", 2, "last")).toBe("2027-02-28");
  expect(dayOfMonth("2026-01-31", -1, 14)).toBe("2025-12-14");
  expect(nextMonth("2026-11-30")).toBe("2026-12-01");
  expect(nextMonth("2026-12-05")).toBe("2027-01-01");
});

test("where the brand is", () => {
  const evening = new Date("2026-12-31T21:30:00Z");
  expect(businessDay(evening)).toBe("2026-12-31");
  expect(businessDay(evening, "Indian/Reunion")).toBe("2027-01-01");
  const morning = new Date("2027-01-01T02:00:00Z");
  expect(businessDay(morning)).toBe("2027-01-01");
  expect(businessDay(morning, "America/Martinique")).toBe("2026-12-31");
});

test.each([
  ["Indian/Reunion", "2027-01-01", 0, "2026-12-31T20:00:00+00:00"],
  ["America/Martinique", "2027-01-01", 0, "2027-01-01T04:00:00+00:00"],
  ["America/Martinique", "2026-12-31", 1, "2027-01-01T04:00:00+00:00"],
  ["Pacific/Kiritimati", "2027-01-01", 0, "2026-12-31T10:00:00+00:00"],
  ["Pacific/Pago_Pago", "2027-01-01", 0, "2027-01-01T11:00:00+00:00"],
  ["Asia/Kathmandu", "2027-01-01", 0, "2026-12-31T18:15:00+00:00"],
  // Clocks go forward at midnight: there is no 0:00 on that day.
  ["America/Santiago", "2026-09-06", 0, "2026-09-06T04:00:00+00:00"],
])("a day in %s begins: %s and %d", (timeZone, day, later, start) =>
  expect(startOfDay(day, later, timeZone)).toBe(start),
);
