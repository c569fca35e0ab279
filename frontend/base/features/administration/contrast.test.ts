import { expect, test } from "vitest";
import { contrast } from "./contrast";

test.each([
  ["#000000", "#ffffff", 21],
  ["#ffffff", "#ffffff", 1],
  ["#767676", "#ffffff", 4.54],
  ["#ffffff", "#0e6073", 7.14],
])("%s on %s", (a, b, ratio) => expect(contrast(a, b)).toBeCloseTo(ratio, 1));
