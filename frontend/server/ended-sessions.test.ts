import { expect, it } from "vitest";
import { hasEnded, markEnded } from "./ended-sessions";

it("an ended session stays ended for a month, another one isn't", () => {
  const start = Date.UTC(2026, 0, 1);
  markEnded("SESS1=a", start);
  expect([hasEnded("SESS1=a"), hasEnded("SESS1=b")]).toEqual([true, false]);
  markEnded("SESS1=c", start + 29 * 86_400_000);
  expect(hasEnded("SESS1=a")).toBe(true);
  markEnded("SESS1=d", start + 31 * 86_400_000);
  expect([hasEnded("SESS1=a"), hasEnded("SESS1=c")]).toEqual([false, true]);
});
