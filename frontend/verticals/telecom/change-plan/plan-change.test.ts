import { describe, expect, it } from "vitest";
import { planChangeOperations } from "./operations";
import { type NewPlan, type PlanChangeLine, planChangeRow, planChangeTotals } from "./plan-change";

const plan: NewPlan = { id: "b150", name: "Business 150 Go 5G", operatorId: "orange", sell: 29.9, buy: 18.4 };
const line = (change: Partial<PlanChangeLine> = {}): PlanChangeLine => ({ id: "l1", number: "+33639980003", userName: null, siteId: null, operatorId: "orange", status: "active", version: 3, planId: "b50", planName: "Business 50 Go", sell: 19.9, buy: 13.2, negotiated: false, supplierCommitmentEnd: null, ...change });
const row = (change: Partial<PlanChangeLine> = {}, policy: "catalogue" | "keep-negotiated" = "keep-negotiated") => planChangeRow(line(change), plan, "2026-11-22", policy);

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
    expect(planChangeRow(line(), { ...plan, sell: undefined, buy: undefined }, "2026-11-22", "catalogue").blocked).toBeNull();
    expect(planChangeRow(line(), { ...plan, buy: null }, "2026-11-22", "catalogue").blocked?.reason).toBe("no-price");
  });

  it("totals count the lines that change only", () => {
    expect(planChangeTotals([row(), row({ status: "suspended" })])).toMatchObject({ changing: 1, staying: 1, sell: { before: 19.9, after: 29.9 }, buy: { before: 13.2, after: 18.4 } });
  });
});

describe("the operations of a plan change", () => {
  const change = { planId: "b150", effectiveOn: "2026-11-22", runId: "run-12345678" };

  it("changes the line on its version, ends the running period the day before, opens the next", () => {
    const operations = planChangeOperations(row(), { ...change, term: { id: "t1", version: 2, validFrom: "2024-01-01" } });
    expect(operations).toMatchObject([
      { op: "update", data: { id: "l1", attributes: { version: 3, sell_price: "29.9000", buy_price: "18.4000" } } },
      { op: "update", data: { id: "t1", attributes: { version: 2, valid_to: "2026-11-21" } } },
      { op: "add", data: { attributes: { valid_from: "2026-11-22" }, relationships: { plan: { data: { id: "b150" } }, line: { data: { id: "l1" } } } } },
    ]);
  });

  it("a period that begins that day changes its plan instead", () => {
    const operations = planChangeOperations(row(), { ...change, term: { id: "t1", version: 2, validFrom: "2026-11-22" } });
    expect(operations).toHaveLength(2);
    expect(operations[1]).toMatchObject({ op: "update", data: { id: "t1", relationships: { plan: { data: { id: "b150" } } } } });
  });

  it("leaves out prices the user may not see", () => {
    const hidden = planChangeRow(line({ sell: undefined, buy: undefined }), { ...plan, sell: undefined, buy: undefined }, "2026-11-22", "catalogue");
    expect(planChangeOperations(hidden, { ...change, term: undefined })[0]).toMatchObject({ data: { attributes: { version: 3 } } });
  });
});
