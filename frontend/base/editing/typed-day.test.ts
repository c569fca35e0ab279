import { expect, it } from "vitest";
import { addMonths, typedDay } from "./typed-day";

const today = "2026-11-30";

it.each([
  ["2026-12-05", "2026-12-05"],
  ["05/12/2026", "2026-12-05"],
  ["5.12.26", "2026-12-05"],
  [" 5 décembre 2026 ", "2026-12-05"],
  ["5 déc. 2026", "2026-12-05"],
  ["1er mars 2027", "2027-03-01"],
  ["December 5, 2026", "2026-12-05"],
  ["05122026", undefined],
  ["20261205", "2026-12-05"],
  ["5/12", "2026-12-05"],
  ["5-12", "2026-12-05"],
  ["5 déc.", "2026-12-05"],
  ["5 december", "2026-12-05"],
  ["Aujourd’hui", "2026-11-30"],
  ["demain", "2026-12-01"],
  ["yesterday", "2026-11-29"],
  ["+15", "2026-12-15"],
  ["- 3 j", "2026-11-27"],
  ["31/11/2026", undefined],
  ["31/11", undefined],
  ["46355", undefined],
  ["12", undefined],
  ["bientôt", undefined],
  ["", undefined],
])("%s is %s", (text, day) => {
  expect(typedDay(text, today)).toBe(day);
});

it("counts months by the day, and stays within a shorter month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
  expect(addMonths("2026-03-15", -3)).toBe("2025-12-15");
});
