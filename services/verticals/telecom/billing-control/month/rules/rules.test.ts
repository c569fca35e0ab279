import { describe, expect, it } from "vitest";
import type { BilledMonth, LineMonth, Verdict } from "./check.ts";
import { usualLimits } from "./check.ts";
import { absent } from "./c4-absent.ts";
import { unbilled } from "./c5-unbilled.ts";
import { ended } from "./c6-ended.ts";
import { margin } from "./c7-margin.ts";
import { missingCredit, type Promised } from "./c13-promise.ts";

const none: BilledMonth = { is: false, net: undefined, due: undefined };
const line = (change: Partial<LineMonth> = {}): LineMonth => ({
  id: "line",
  supplierId: "orange",
  month: { start: "2026-10-01", end: "2026-10-31" },
  begins: "2024-01-01",
  ends: null,
  isSuspended: false,
  bought: { is: true, net: 132_000, due: 132_000 },
  sold: { is: true, net: 200_000, due: 200_000 },
  label: "Forfait 50 Go",
  items: 1,
  ofSupplier: { lines: 10, billed: 9 },
  ofCustomer: { lines: 10, billed: 9 },
  ...change,
});
const gapOf = (verdict: Verdict) => (typeof verdict === "object" ? verdict.gap : verdict);

describe.each([
  ["C4", absent, "bought", "ofSupplier", "not_invoiced", "invoice_partial"],
  ["C5", unbilled, "sold", "ofCustomer", "not_billed", "billed_partly"],
] as const)("%s", (_id, { find }, side, share, nothing, partly) => {
  const missing = { [side]: { ...none, due: 150_000 } };
  it.each([
    ["is billed", {}, undefined],
    ["isn't, at its price", missing, 150_000],
    ["isn't, and nobody knows its price", { [side]: none }, 0],
    ["is free", { [side]: { ...none, due: 100 } }, undefined],
    ["of a customer of whom nothing is", { ...missing, [share]: { lines: 10, billed: 0 } }, nothing],
    ["of a customer of whom less than half is", { ...missing, [share]: { lines: 10, billed: 4 } }, partly],
    ["of a customer of whom half is", { ...missing, [share]: { lines: 10, billed: 5 } }, 150_000],
    ["began in the month", { ...missing, begins: "2026-10-02" }, undefined],
    ["began on its first day", { ...missing, begins: "2026-10-01" }, 150_000],
    ["ended in the month", { ...missing, ends: "2026-10-30" }, undefined],
    ["ended on its last day", { ...missing, ends: "2026-10-31" }, 150_000],
    ["is suspended", { ...missing, isSuspended: true }, "suspended"],
    ["has no first day", { ...missing, begins: null }, "no_dates"],
    ["has no first day, but ended before", { ...missing, begins: null, ends: "2026-09-01" }, undefined],
  ] as const)("%s", (_name, change, gap) => {
    expect(gapOf(find(line(change as Partial<LineMonth>), usualLimits))).toBe(gap);
  });
});

describe("C6", () => {
  it.each([
    ["a line in service", {}, undefined],
    ["the month of the end, which may be billed whole", { ends: "2026-10-01" }, undefined],
    ["the month after", { ends: "2026-09-30" }, 200_000],
    ["credited again", { ends: "2026-09-30", sold: { is: true, net: 0, due: undefined } }, undefined],
    ["not billed", { ends: "2026-09-30", sold: none }, undefined],
  ] as const)("%s", (_name, change, gap) => {
    expect(gapOf(ended.find(line(change), usualLimits))).toBe(gap);
  });
});

describe("C7", () => {
  const sold = (net: number) => ({ sold: { is: true, net, due: 200_000 } });
  it.each([
    ["sold above its cost", {}, 0, undefined],
    ["sold at its cost", sold(132_000), 0, undefined],
    ["a cent below is rounding", sold(131_900), 0, undefined],
    ["below", sold(120_000), 0, 12_000],
    ["under a fifth of the sale", sold(150_000), 20, 12_000],
    ["by its prices where nothing is billed", { sold: { ...none, due: 100_000 } }, 0, 32_000],
    ["what is billed says more than the prices", { bought: { is: true, net: 250_000, due: 132_000 } }, 0, 50_000],
    ["without a sale", { sold: none }, 0, "no_price"],
    ["without a cost", { bought: none }, 0, "no_price"],
    ["in service for a part of the month", { ...sold(1), begins: "2026-10-05" }, 0, undefined],
  ] as const)("%s", (_name, change, marginPercent, gap) => {
    expect(gapOf(margin.find(line(change), { ...usualLimits, marginPercent }))).toBe(gap);
  });
});

describe("C13", () => {
  const promised: Promised = {
    id: "claim",
    supplierId: "orange",
    reference: "R-1",
    promisedOn: "2026-08-15",
    days: 42,
    amount: 1_000_000,
    received: 400_000,
  };
  it.each([
    ["the day isn't over", {}, "2026-09-26", undefined],
    ["the day after", {}, "2026-09-27", 600_000],
    ["all is there", { received: 1_000_000 }, "2026-12-01", undefined],
    ["a cent is missing", { received: 999_900 }, "2026-12-01", undefined],
  ] as const)("%s", (_name, change, today, gap) => {
    expect(missingCredit({ ...promised, ...change }, today, usualLimits)?.gap).toBe(gap);
  });
});
