import { describe, expect, it } from "vitest";
import { groupAnomalies, lastMonths, totalsOf } from "./anomaly-groups";
import type { AnomalyRow } from "./server";

const row = (change: Partial<AnomalyRow>): AnomalyRow => ({
  id: "1",
  version: 1,
  check: "C1",
  status: "open",
  number: null,
  lineId: null,
  lineEndDate: null,
  label: null,
  key: null,
  evidence: null,
  accountId: null,
  accountName: null,
  supplierId: "orange",
  supplierName: "Orange",
  invoiceId: null,
  invoiceNumber: null,
  periodStart: "2026-10-01",
  foundAt: null,
  periodEnd: "2026-10-31",
  amount: 10,
  reason: null,
  disputeReference: null,
  ...change,
});

describe("anomalies in groups", () => {
  const rows = [row({ check: "C10" }), row({ check: "C2", supplierId: "sfr", amount: 50 }), row({})];

  it("by cause in the order of the checks", () => {
    expect(groupAnomalies(rows, "cause").map(({ key }) => key)).toEqual(["C1", "C2", "C10"]);
  });

  it("by supplier the dearest first", () => {
    expect(groupAnomalies(rows, "supplier").map(({ key, rows: some }) => [key, some.length])).toEqual([
      ["sfr", 1],
      ["orange", 2],
    ]);
  });
});

describe("euros", () => {
  const rows = [
    row({}),
    row({ status: "disputed", amount: 20, recovered: 5 }),
    row({ status: "credited", amount: 30, recovered: 30, periodStart: "2026-01-15" }),
    row({ status: "false_positive", amount: 40 }),
    row({ status: "explained", amount: 7 }),
  ];

  it("are recovered, claimed or waiting, a part of a claim too", () => {
    expect(totalsOf(rows)).toEqual({ recovered: 35, disputed: 15, open: 10, total: 60 });
  });

  it("by month, over the end of a year; what was no gap counts nothing", () => {
    const months = lastMonths(rows, "2026-10");
    expect(months.map(({ month }) => month)).toEqual([
      ...["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"],
      ...["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"],
    ]);
    expect(months.filter(({ found }) => found > 0)).toEqual([
      { month: "2026-01", found: 30, recovered: 30 },
      { month: "2026-10", found: 37, recovered: 5 },
    ]);
  });
});
