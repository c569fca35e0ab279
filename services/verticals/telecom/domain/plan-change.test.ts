import { describe, expect, it } from "vitest";
import { planChangeOperations } from "./plan-change-operations.ts";
import {
  lineOn,
  type LineTerm,
  type NewPlan,
  type PlanChangeLine,
  planChangeRow,
  planChangeTotals,
} from "./plan-change.ts";

const plan: NewPlan = { id: "b150", name: "Business 150 Go 5G", operatorId: "orange", sell: 29.9, buy: 18.4 };
const line = (change: Partial<PlanChangeLine> = {}): PlanChangeLine => ({
  id: "l1",
  number: "+33639980003",
  userName: null,
  siteId: null,
  operatorId: "orange",
  status: "active",
  version: 3,
  planId: "b50",
  planName: "Business 50 Go",
  sell: 19.9,
  buy: 13.2,
  negotiated: false,
  supplierCommitmentEnd: null,
  terms: [],
  ...change,
});
const now = { effectiveOn: "2026-11-22", today: "2026-11-22" };
const term = (change: Partial<LineTerm> = {}): LineTerm => ({
  id: "t1",
  version: 2,
  planId: "b50",
  planName: "Business 50 Go",
  validFrom: "2024-01-01",
  validTo: null,
  negotiatedSell: null,
  ...change,
});
const row = (change: Partial<PlanChangeLine> = {}, policy: "catalogue" | "keep-negotiated" = "keep-negotiated") =>
  planChangeRow(line(change), plan, policy, now);

describe("what a plan change does to a line", () => {
  it("takes the catalogue's prices, but keeps a negotiated one where asked", () => {
    expect(row()).toMatchObject({ blocked: null, newSell: 29.9, newBuy: 18.4 });
    expect(row({ negotiated: true, sell: 18.5 })).toMatchObject({ newSell: 18.5, newBuy: 18.4 });
    expect(row({ negotiated: true, sell: 18.5 }, "catalogue")).toMatchObject({ newSell: 29.9 });
  });

  it.each([
    [{ status: "terminated" }, "terminated"],
    [{ status: "terminating" }, "terminated"],
    [{ status: "suspended" }, "suspended"],
    [{ status: "ordered" }, "not-active"],
    [{ planId: "b150" }, "same-plan"],
    [{ operatorId: "sfr" }, "other-operator"],
    [{ supplierCommitmentEnd: "2027-02-14" }, "supplier-commitment"],
  ])("says why %j can't", (change, reason) => expect(row(change).blocked?.reason).toBe(reason));

  it("a commitment that ended is none; an unseen price blocks nothing, a missing one does", () => {
    expect(row({ supplierCommitmentEnd: "2026-11-21" }).blocked).toBeNull();
    expect(planChangeRow(line(), { ...plan, sell: undefined, buy: undefined }, "catalogue", now).blocked).toBeNull();
    expect(planChangeRow(line(), { ...plan, buy: null }, "catalogue", now).blocked?.reason).toBe("no-price");
  });

  it("totals count the lines that change only", () => {
    expect(planChangeTotals([row(), row({ status: "suspended" })])).toMatchObject({
      changing: 1,
      staying: 1,
      sell: { before: 19.9, after: 29.9 },
      buy: { before: 13.2, after: 18.4 },
    });
  });
});

describe("the operations of a plan change", () => {
  const order = { planId: "b150", runId: "run-12345678", ...now };
  const later = { ...order, effectiveOn: "2026-12-01" };
  const on = (given: Partial<PlanChangeLine>, day: { effectiveOn: string; today: string }) =>
    planChangeRow(line(given), plan, "keep-negotiated", day);

  it("changes the line on its version, ends the running period the day before, opens the next", () => {
    expect(planChangeOperations(row({ terms: [term()] }), order)).toMatchObject([
      {
        op: "update",
        data: {
          id: "l1",
          attributes: { version: 3, sell_price: "29.9000", buy_price: "18.4000" },
          relationships: { plan: { data: { id: "b150" } } },
        },
      },
      { op: "update", data: { id: "t1", attributes: { version: 2, valid_to: "2026-11-21" } } },
      {
        op: "add",
        data: {
          attributes: { valid_from: "2026-11-22", valid_to: null, applied: true },
          relationships: { plan: { data: { id: "b150" } }, line: { data: { id: "l1" } } },
        },
      },
    ]);
  });

  it("a period that begins that day changes its plan instead", () => {
    const operations = planChangeOperations(row({ terms: [term({ validFrom: "2026-11-22" })] }), order);
    expect(operations).toHaveLength(2);
    expect(operations[1]).toMatchObject({
      op: "update",
      data: { id: "t1", attributes: { version: 2 }, relationships: { plan: { data: { id: "b150" } } } },
    });
  });

  it("leaves out prices the user may not see", () => {
    const hidden = planChangeRow(
      line({ sell: undefined, buy: undefined }),
      { ...plan, sell: undefined, buy: undefined },
      "catalogue",
      now,
    );
    expect(planChangeOperations(hidden, order)[0]).toEqual({
      op: "update",
      data: {
        type: "sw_line--sw_line",
        id: "l1",
        attributes: { version: 3 },
        relationships: { plan: { data: { type: "sw_catalogue_item--sw_catalogue_item", id: "b150" } } },
      },
    });
  });

  it("for a day to come: periods only, the line is named with its version and nothing else", () => {
    expect(planChangeOperations(on({ terms: [term()] }, later), later)).toEqual([
      { op: "update", data: { type: "sw_line--sw_line", id: "l1", attributes: { version: 3 } } },
      {
        op: "update",
        data: { type: "sw_line_term--sw_line_term", id: "t1", attributes: { version: 2, valid_to: "2026-11-30" } },
      },
      expect.objectContaining({
        op: "add",
        data: expect.objectContaining({
          attributes: { valid_from: "2026-12-01", valid_to: null, applied: false, negotiated_sell_price: null },
        }),
      }),
    ]);
  });

  it("a negotiated price goes with the period to come", () => {
    const [, , added] = planChangeOperations(on({ terms: [term()], negotiated: true, sell: 18.5 }, later), later);
    expect(added).toMatchObject({ data: { attributes: { negotiated_sell_price: "18.5000" } } });
  });

  it("a price agreed per year stays that, though the line has its month's part", () => {
    const agreed = term({ agreedSell: { net: "100.0000", period: "year" }, negotiatedSell: 8.3333 });
    const kept = { terms: [agreed], negotiated: true, sell: 8.3333 };
    const [, , added] = planChangeOperations(on(kept, later), later);
    expect(added).toMatchObject({
      data: { attributes: { negotiated_sell_price: "100.0000", negotiated_sell_period: "year" } },
    });
    // Another price was put on the line meanwhile: that of a month.
    const [, , own] = planChangeOperations(on({ ...kept, sell: 9 }, later), later);
    expect(own).toMatchObject({
      data: { attributes: { negotiated_sell_price: "9.0000", negotiated_sell_period: "month" } },
    });
  });

  it("a change planned for that day or later gives way, is named, and is moved rather than doubled", () => {
    const terms = [
      term({ validTo: "2026-12-14" }),
      term({
        id: "t2",
        version: 5,
        planId: "b100",
        planName: "Business 100 Go",
        validFrom: "2026-12-15",
        validTo: "2026-12-31",
      }),
      term({ id: "t3", planId: "b20", planName: "Business 20 Go", validFrom: "2027-01-01" }),
    ];
    const changed = on({ terms }, later);
    expect(changed.replaces).toEqual([
      { day: "2026-12-15", plan: "Business 100 Go" },
      { day: "2027-01-01", plan: "Business 20 Go" },
    ]);
    expect(planChangeOperations(changed, later)).toMatchObject([
      { op: "update", data: { id: "l1" } },
      { op: "update", data: { id: "t1", attributes: { valid_to: "2026-11-30" } } },
      { op: "remove", ref: { id: "t3" } },
      {
        op: "update",
        data: { id: "t2", attributes: { version: 5, valid_from: "2026-12-01", valid_to: null, applied: false } },
      },
    ]);
  });

  it("a change planned before it stays, and ends the day before", () => {
    const terms = [
      term({ validTo: "2026-11-30" }),
      term({ id: "t2", planId: "b100", planName: "Business 100 Go", validFrom: "2026-12-01" }),
    ];
    const january = { ...order, effectiveOn: "2027-01-01" };
    const changed = on({ terms }, january);
    expect(changed).toMatchObject({ follows: { day: "2026-12-01", plan: "Business 100 Go" }, replaces: [] });
    expect(planChangeOperations(changed, january)).toMatchObject([
      { data: { id: "l1" } },
      { data: { id: "t2", attributes: { valid_to: "2026-12-31" } } },
      { op: "add" },
    ]);
  });
});

describe("what a change to come is compared with", () => {
  const later = { effectiveOn: "2027-01-01", today: "2026-11-22" };
  const prices = (planId: string) => (planId === "b50" ? { sell: 21, buy: 14 } : { sell: 27, buy: 17.5 });

  it("the plan of today at the prices of that day, a negotiated price as it is", () => {
    expect(lineOn(line(), prices, later)).toMatchObject({ planId: "b50", sell: 21, buy: 14 });
    expect(lineOn(line({ negotiated: true, sell: 18.5 }), prices, later)).toMatchObject({ sell: 18.5, buy: 14 });
    expect(lineOn(line(), prices, { ...later, effectiveOn: "2026-11-22" })).toEqual(line());
  });

  it("the plan that is planned until then, where there is one", () => {
    const terms = [
      term({ validTo: "2026-11-30" }),
      term({ id: "t2", planId: "b100", planName: "Business 100 Go", validFrom: "2026-12-01" }),
    ];
    expect(lineOn(line({ terms }), prices, later)).toMatchObject({
      planId: "b100",
      planName: "Business 100 Go",
      sell: 27,
      buy: 17.5,
    });
    expect(
      planChangeRow(lineOn(line({ terms }), prices, later), { ...plan, id: "b100" }, "catalogue", later).blocked
        ?.reason,
    ).toBe("same-plan");
  });

  it("hidden prices stay hidden, undated ones as they are", () => {
    expect(lineOn(line({ sell: undefined, buy: undefined }), prices, later)).toMatchObject({
      sell: undefined,
      buy: undefined,
    });
    expect(lineOn(line(), () => ({ sell: null, buy: null }), later)).toMatchObject({ sell: 19.9, buy: 13.2 });
  });
});
