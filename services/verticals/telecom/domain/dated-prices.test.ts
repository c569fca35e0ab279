import { expect, it } from "vitest";
import { monthlyText, perMonth } from "./billing-period.ts";
import { pricesOn } from "./dated-prices.ts";

const price = (net: string, change: object = {}) => ({
  type: "sw_price--sw_price" as const,
  id: net,
  item: { type: "sw_catalogue_item--sw_catalogue_item" as const, id: "a" },
  direction: "sell" as const,
  net,
  valid_from: "2026-01-01",
  ...change,
});
const all = new Set(["view sell price", "view margin"]);

it("a price says what it pays for; one of before there was a choice pays for a month", () => {
  const rows = [
    price("10.0000"),
    price("100.0000", { billing_period: "year", valid_from: "2026-06-01" }),
    price("30.0000", { direction: "buy", billing_period: "quarter" }),
  ];
  expect(pricesOn(rows, "2026-05-31", all)("a")).toEqual({
    sell: { net: "10.0000", period: "month" },
    buy: { net: "30.0000", period: "quarter" },
  });
  expect(pricesOn(rows, "2026-06-01", all)("a").sell).toEqual({ net: "100.0000", period: "year" });
  expect(pricesOn(rows, "2026-06-01", new Set(["view sell price"]))("a").buy).toBeUndefined();
  expect(pricesOn(rows, "2025-12-31", all)("a").sell).toBeNull();
});

it("a month's part is exact until it is rounded: twelve of it are the price again", () => {
  for (let cents = 1; cents < 50_000; cents += 37) {
    const net = (cents / 100).toFixed(4);
    for (const [period, months] of [["year", 12] as const, ["quarter", 3] as const, ["month", 1] as const]) {
      expect(Math.round(perMonth({ net, period }) * months)).toBe(cents * 100);
      const rounded = Number(monthlyText({ net, period }));
      expect(Math.abs(rounded * 10_000 - perMonth({ net, period }))).toBeLessThanOrEqual(0.5 + 1e-6);
    }
  }
  expect(monthlyText({ net: "100.0000", period: "year" })).toBe("8.3333");
  expect(monthlyText({ net: "100.0000", period: "quarter" })).toBe("33.3333");
  expect([monthlyText(null), monthlyText(undefined)]).toEqual([null, undefined]);
});
