import { describe, expect, it } from "vitest";
import { carryOver, type DueLine, type DueTerm, type PriceOf } from "./due.ts";

const day = "2026-12-01";
const term = (change: Partial<DueTerm> = {}): DueTerm => ({
  id: "t1",
  version: 2,
  planId: "b100",
  from: "2026-12-01",
  to: null,
  negotiatedSell: null,
  negotiatedBuy: null,
  ...change,
});
const line = (change: Partial<DueLine> = {}): DueLine => ({
  id: "l1",
  version: 7,
  number: "+33639980003",
  status: "active",
  planId: "b20",
  sell: "14.9000",
  buy: "9.8000",
  priceReason: null,
  terms: [term()],
  ...change,
});
const prices: PriceOf = (item, direction) => (item === "b100" ? (direction === "sell" ? "26.9000" : "17.5000") : null);
const written = (given: DueLine) => {
  const decision = carryOver(given, day, prices);
  return decision.kind === "write" ? decision.operations : decision.reason;
};
const mark = (id: string, version = 2) => ({
  op: "update",
  data: { type: "sw_line_term--sw_line_term", id, attributes: { version, applied: true } },
});

describe("what a due period does", () => {
  it("gives the line its plan and the day's prices, on the versions that were read, and marks itself", () => {
    expect(written(line())).toEqual([
      {
        op: "update",
        data: {
          type: "sw_line--sw_line",
          id: "l1",
          attributes: { version: 7, sell_price: "26.9000", buy_price: "17.5000", price_reason: null },
          relationships: { plan: { data: { type: "sw_catalogue_item--sw_catalogue_item", id: "b100" } } },
        },
      },
      mark("t1"),
    ]);
  });
  it("a negotiated price goes before the catalogue's and keeps its reason", () => {
    expect(written(line({ priceReason: "Accord 2026", terms: [term({ negotiatedSell: "22.0000" })] }))).toMatchObject([
      { data: { attributes: { sell_price: "22.0000", buy_price: "17.5000", price_reason: "Accord 2026" } } },
      {},
    ]);
    expect(written(line({ terms: [term({ negotiatedBuy: "12.0000" })] }))).toMatchObject([
      { data: { attributes: { buy_price: "12.0000" } } },
      {},
    ]);
  });
  it("after missed days the period that runs today counts; those between are marked", () => {
    const terms = [
      term({ id: "t2", planId: "b100", from: "2026-11-28" }),
      term({ id: "t1", planId: "b50", from: "2026-11-20", to: "2026-11-27" }),
    ];
    expect(written(line({ terms }))).toMatchObject([
      { data: { relationships: { plan: { data: { id: "b100" } } } } },
      mark("t2"),
      mark("t1"),
    ]);
  });
  it("a line that has it already, a period that ended, a terminated line: marked only", () => {
    expect(written(line({ planId: "b100", sell: "26.9000", buy: "17.5000" }))).toEqual([mark("t1")]);
    expect(written(line({ terms: [term({ from: "2026-11-01", to: "2026-11-30" })] }))).toEqual([mark("t1")]);
    expect(written(line({ status: "terminated" }))).toEqual([mark("t1")]);
  });
  it("on its last day a period still runs", () => {
    expect(written(line({ terms: [term({ from: "2026-11-01", to: day })] }))).toHaveLength(2);
  });
  it("nothing is made up where no price is dated", () => {
    expect(written(line({ terms: [term({ planId: "unknown" })] }))).toBe("no-price");
    expect(written(line({ terms: [term({ planId: "unknown", negotiatedSell: "1.0000" })] }))).toBe("no-price");
  });
});
