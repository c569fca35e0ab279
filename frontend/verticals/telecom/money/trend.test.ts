import { expect, test } from "vitest";
import { lastMonths, monthlyTrend } from "./trend";

const months = ["2026-01-01", "2026-02-01", "2026-03-01"];
const price = (direction: "sell" | "buy", net: number, from: string, to: string | null) => ({
  itemId: "plan",
  direction,
  net,
  from,
  to,
});
const term = { planId: "plan", from: "2025-01-01", to: null, sell: null, buy: null, lineEnd: null };

test("an item's price counts for as long as it holds", () => {
  const trend = monthlyTrend(
    months,
    [term],
    [],
    [
      price("sell", 20, "2025-01-01", "2026-01-31"),
      price("sell", 22, "2026-02-01", null),
      price("buy", 12, "2025-01-01", null),
    ],
  );
  expect(trend).toEqual([
    { month: "2026-01-01", sell: 20, buy: 12 },
    { month: "2026-02-01", sell: 22, buy: 12 },
    { month: "2026-03-01", sell: 22, buy: 12 },
  ]);
});

test("a negotiated price stands before the item's, an ended line or period counts no more", () => {
  const trend = monthlyTrend(
    months,
    [
      { ...term, sell: 15, lineEnd: "2026-02-10" },
      { ...term, sell: 5, to: "2026-01-15" },
    ],
    [],
    [price("sell", 20, "2025-01-01", null)],
  );
  expect(trend.map((month) => month.sell)).toEqual([20, 15, 0]);
});

test("options count by their quantity, at their own price or their item's", () => {
  expect(
    monthlyTrend(
      months,
      [],
      [{ itemId: "plan", from: "2026-02-01", to: "2026-02-28", quantity: 3, sell: 2, buy: null }],
      [price("sell", 9, "2025-01-01", null), price("buy", 1, "2025-01-01", null)],
    ).map(({ sell, buy }) => [sell, buy]),
  ).toEqual([
    [0, 0],
    [6, 3],
    [0, 0],
  ]);
});

test("the months end with this one, over the turn of the year", () => {
  expect(lastMonths("2026-02-17", 3)).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
});
