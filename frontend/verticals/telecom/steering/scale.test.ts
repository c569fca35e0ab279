import { expect, test } from "vitest";
import { scaleOf } from "./scale";

test.each<[number[], number[]]>([
  [
    [92_880, 96_412],
    [92_000, 94_000, 96_000, 98_000],
  ],
  [
    [0, 0, 0],
    [0, 1],
  ],
  [
    [-120, 40],
    [-200, -100, 0, 100],
  ],
  [
    [5230.5, 5230.5],
    [5200, 5250],
  ],
])("of %o the steps are %o, and every value lies within them", (values, ticks) => {
  const scale = scaleOf(values);
  expect(scale.ticks).toEqual(ticks);
  for (const value of values) {
    expect(scale.share(value)).toBeGreaterThanOrEqual(0);
    expect(scale.share(value)).toBeLessThanOrEqual(100);
  }
  expect(scale.share(ticks[0] ?? 0)).toBe(0);
  expect(scale.share(ticks.at(-1) ?? 0)).toBe(100);
});
