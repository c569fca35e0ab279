import { describe, expect, test } from "vitest";
import {
  changeOf,
  euros,
  firstOf,
  lastOf,
  marginOf,
  monthEnds,
  ofLines,
  ofTerms,
  rateOf,
  sumsBy,
  totalOf,
} from "./margins";

const term = (keys: Record<string, string | null>, count = 1) => ({ keys, count, sums: {} });
const month = (net: string) => ({ net, period: "month" as const });
const prices = (plan: string) =>
  plan === "a"
    ? { sell: month("20.0000"), buy: month("12.5000") }
    : plan === "yearly"
      ? { sell: { net: "100.0000", period: "year" as const }, buy: { net: "20.0000", period: "quarter" as const } }
      : { sell: null, buy: null };

describe("plan periods", () => {
  test("what was negotiated stands before the plan's price of the day, each direction by itself", () => {
    const of = ofTerms(prices);
    expect(of(term({ plan: "a", negotiated_sell_price: null, negotiated_buy_price: null }, 3))).toEqual({
      lines: 3,
      sell: 600_000,
      buy: 375_000,
    });
    expect(of(term({ plan: "a", negotiated_sell_price: "18.0000", negotiated_buy_price: null }, 2))).toEqual({
      lines: 2,
      sell: 360_000,
      buy: 250_000,
    });
  });

  test("of a price per year or quarter its months count, summed first and rounded last", () => {
    const of = ofTerms(prices);
    const none = { negotiated_sell_price: null, negotiated_buy_price: null };
    // 1,200 lines of 8.3333 would be four cents short.
    expect(euros(of(term({ plan: "yearly", ...none }, 1_200)).sell)).toBeCloseTo(10_000, 9);
    const many = sumsBy(
      Array.from({ length: 1_200 }, () => term({ plan: "yearly", ...none })),
      "plan",
      of,
    );
    expect(euros(totalOf(many.values()).sell)).toBeCloseTo(10_000, 6);
    expect(euros(totalOf(many.values()).buy)).toBeCloseTo(8_000, 6);
    const agreed = { negotiated_sell_price: "24.0000", negotiated_sell_period: "year", negotiated_buy_price: null };
    expect(of(term({ plan: "a", ...agreed }, 2))).toMatchObject({ sell: 40_000, buy: 250_000 });
  });

  test("a negotiated price of nothing is a price; a plan without one counts nothing", () => {
    const of = ofTerms(prices);
    expect(of(term({ plan: "a", negotiated_sell_price: "0.0000", negotiated_buy_price: "0.0000" }))).toMatchObject({
      sell: 0,
      buy: 0,
    });
    expect(of(term({ plan: "b", negotiated_sell_price: null, negotiated_buy_price: null }))).toMatchObject({
      sell: 0,
      buy: 0,
    });
  });
});

describe("sums", () => {
  const line = (account: string | null, sell: string, buy: string, count = 1) => ({
    keys: { "park.account": account },
    count,
    sums: { sell_price: sell, buy_price: buy },
  });
  const groups = [
    line("x", "10.1000", "5.0500"),
    line("y", "0.1000", "0.2000"),
    line("x", "10.2000", "5.0000", 2),
    line(null, "0.2000", "0.0000"),
  ];

  test("by a key, to the ten-thousandth; rows without it under none", () => {
    const by = sumsBy(groups, "park.account", ofLines);
    expect(Object.fromEntries(by)).toEqual({
      x: { lines: 3, sell: 203_000, buy: 100_500 },
      y: { lines: 1, sell: 1000, buy: 2000 },
      "": { lines: 1, sell: 2000, buy: 0 },
    });
    expect(totalOf(by.values())).toEqual({ lines: 5, sell: 206_000, buy: 102_500 });
  });

  test("what has no value stands last in either direction", () => {
    const by = sumsBy(groups, "park.account", ofLines);
    const order = (sign: 1 | -1) =>
      firstOf(by, 3, (id, sums) => (id === "y" ? Number.NEGATIVE_INFINITY : sign * sums.sell)).first.map(([id]) => id);
    expect(order(1)).toEqual(["x", "", "y"]);
    expect(order(-1)).toEqual(["", "x", "y"]);
  });

  test("a rate of nothing sold is none, and so is a change from nothing", () => {
    expect(rateOf({ lines: 1, sell: 0, buy: 5 })).toBeUndefined();
    expect(rateOf({ lines: 1, sell: 200, buy: 150 })).toBe(0.25);
    expect(changeOf(90, 100)).toBeCloseTo(-0.1);
    expect([changeOf(1, 0), changeOf(1, -5)]).toEqual([undefined, undefined]);
  });

  test("a month's last day", () => {
    expect(["2026-02", "2024-02", "2026-12", "2026-04"].map(lastOf)).toEqual([
      "2026-02-28",
      "2024-02-29",
      "2026-12-31",
      "2026-04-30",
    ]);
  });

  test("the dearest first, a loss last; the others and those shown add up to all", () => {
    const by = sumsBy(groups, "park.account", ofLines);
    const { first, others } = firstOf(by, 1);
    expect(first.map(([key]) => key)).toEqual(["x"]);
    expect(others).toMatchObject({ count: 2, lines: 2 });
    expect(marginOf(others) + marginOf(totalOf(first.map(([, one]) => one)))).toBe(marginOf(totalOf(by.values())));
    expect(firstOf(by, 9).others).toMatchObject({ count: 0, sell: 0 });
  });
});

test("the ends of months, over the turn of the year and in February", () => {
  expect(monthEnds("2026-03-29", 4)).toEqual(["2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28"]);
  expect(monthEnds("2024-03-01", 1)).toEqual(["2024-02-29"]);
});
