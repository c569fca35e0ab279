import { expect, it } from "vitest";
import { filterParams } from "./filter-params";
import type { RecordFilter } from "./filters";

const fields = new Map([
  ["occurred_at", { name: "occurred_at", type: "datetime" }],
  ["due_on", { name: "due_on", type: "date" }],
]);

function query(filter: RecordFilter, timeZone: string): string {
  return filterParams(fields, [filter], { search: "", searched: [], timeZone }).getQueryString({ encode: false });
}

it("case 12: a moment is found by the whole day, where the brand is", () => {
  const day = (op: RecordFilter["op"], timeZone: string) =>
    query({ field: "occurred_at", op, value: ["2026-10-25"] }, timeZone);
  // Clocks go back on that day in France: it has 25 hours.
  expect(day("is", "Europe/Paris")).toContain("2026-10-24T22:00:00+00:00");
  expect(day("is", "Europe/Paris")).toContain("2026-10-25T23:00:00+00:00");
  expect(day("from", "Indian/Reunion")).toContain("2026-10-24T20:00:00+00:00");
  expect(day("to", "Indian/Reunion")).toContain("2026-10-25T20:00:00+00:00");
  expect(day("to", "Indian/Reunion")).not.toContain("2026-10-24");
});

it("a date is a day as it is", () => {
  expect(query({ field: "due_on", op: "to", value: ["2026-10-25"] }, "Indian/Reunion")).toContain("2026-10-25");
  expect(query({ field: "due_on", op: "to", value: ["2026-10-25"] }, "Indian/Reunion")).not.toContain("T");
});
