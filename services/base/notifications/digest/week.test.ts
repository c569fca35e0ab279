import { expect, test } from "vitest";
import { dueWeek } from "./week.ts";

test.each([
  ["2026-11-30T05:59:59Z", "2026-11-23"],
  ["2026-11-30T06:00:00Z", "2026-11-30"],
  ["2026-12-06T23:30:00Z", "2026-11-30"],
  ["2026-12-07T05:00:00Z", "2026-11-30"],
  ["2026-12-07T06:00:00Z", "2026-12-07"],
  // Summer time.
  ["2026-07-06T05:00:00Z", "2026-07-06"],
])("at %s the mails of the week of %s are due", (at, monday) =>
  expect(dueWeek(new Date(at), "Europe/Paris").monday).toBe(monday),
);
