import { describe, expect, it } from "vitest";
import { line, parkLine, rows } from "../check/testing/rows.ts";
import { recoveries, recoveryOperations, type WaitingGap } from "./credits.ts";

const gap = (change: Partial<WaitingGap> = {}): WaitingGap => ({
  id: "september",
  lineId: "line",
  start: "2026-09-01",
  end: "2026-09-30",
  left: 154_000,
  recovered: 0,
  ...change,
});

const credit = (net: number, change = {}) =>
  line({ type: "Avoir", net: -net, periodStart: "2026-09-01", periodEnd: "2026-09-30", ...change });

const found = (credits: ReturnType<typeof line>[], gaps: WaitingGap[]) =>
  recoveries(rows([line({ net: 132_000 }), ...credits]), gaps).map(({ gap: { id }, amount }) => [id, amount]);

describe("credits that pay back what was found before", () => {
  const august = gap({ id: "august", start: "2026-08-01", end: "2026-08-31" });

  it("of the same line and time", () => {
    expect(found([credit(154_000)], [august, gap()])).toEqual([["september", 154_000]]);
    expect(found([credit(154_000)], [gap({ lineId: "other" })])).toEqual([]);
  });

  it("over several gaps, the oldest first, each up to what it waits for", () => {
    const both = { periodStart: "2026-08-01", periodEnd: "2026-09-30" };
    expect(found([credit(200_000, both)], [august, gap()])).toEqual([
      ["august", 154_000],
      ["september", 46_000],
    ]);
    expect(found([credit(100_000), credit(100_000)], [gap()])).toEqual([["september", 154_000]]);
  });

  it("what takes off a row of its own invoice pays back nothing", () => {
    const own = { periodStart: "2026-10-01", periodEnd: "2026-10-31" };
    expect(found([credit(20_000, own)], [gap({ start: own.periodStart, end: own.periodEnd })])).toEqual([]);
  });

  it("closes what is paid back to the cent, and keeps the rest open", () => {
    const [whole, part] = [
      { gap: gap({ recovered: 10_000, left: 144_000 }), amount: 143_950 },
      { gap: gap(), amount: 100_000 },
    ].map((recovery) => recoveryOperations([recovery])[0]);
    expect(whole).toMatchObject({ data: { attributes: { recovered: "15.3950", status: "credited" } } });
    expect(part).toMatchObject({ data: { attributes: { recovered: "10.0000" } } });
    expect(part).not.toHaveProperty("data.attributes.status");
  });

  it("a line of another park is none of this one's", () => {
    expect(recoveries(rows([credit(1)], undefined, parkLine({ id: "else" })), [gap()])).toEqual([]);
  });
});
