import { afterEach, expect, test, vi } from "vitest";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Viewer } from "../../../platform/backend/viewers.ts";
import { cancelScheduledPlan, moveScheduledPlan } from "./scheduled-plan.ts";

const term = { id: "t", version: 1, valid_from: "2027-01-01", valid_to: null, line: { id: "l" } };
const backend = {
  get: async () => term,
  list: async () => [term],
  operate: async () => [],
} as unknown as BackendClient;
const viewer = (timeZone: string): Viewer => ({
  userId: "u",
  brandId: "b",
  accounts: null,
  permissions: new Set(),
  modules: ["sw_telecom"],
  timeZone,
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  // 1 January in Paris, still 31 December in Martinique.
  ["2027-01-01T02:00:00Z", "Europe/Paris", "refused"],
  ["2027-01-01T02:00:00Z", "America/Martinique", "done"],
  // 31 December in Paris, already 1 January on Reunion.
  ["2026-12-31T21:00:00Z", "Europe/Paris", "done"],
  ["2026-12-31T21:00:00Z", "Indian/Reunion", "refused"],
])("at %s a change of the year's first day is to come in %s or not: %s", async (now, timeZone, kind) => {
  vi.useFakeTimers({ now: new Date(now) });
  expect(await cancelScheduledPlan(backend, viewer(timeZone), { termId: "t", version: 1 })).toMatchObject({ kind });
});

test.each([
  ["Europe/Paris", "refused"],
  ["America/Martinique", "done"],
])("nothing moves into the past of %s: %s", async (timeZone, kind) => {
  vi.useFakeTimers({ now: new Date("2027-01-01T02:00:00Z") });
  const moved = { termId: "t", version: 1, day: "2026-12-31" };
  expect(await moveScheduledPlan(backend, viewer(timeZone), moved)).toMatchObject({ kind });
});
