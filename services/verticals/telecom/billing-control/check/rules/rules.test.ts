import { describe, expect, it } from "vitest";
import type { InvoiceLine } from "../../invoice.ts";
import type { CatalogueItem, EarlierCharge, Park, ParkLine, ParkOption } from "../park.ts";
import { line, park, parkLine, price, rows } from "../testing/rows.ts";

const roaming: CatalogueItem = { id: "roam", code: "OPT-INT", name: "Option International", kind: "option" };
const had = (change: Partial<ParkOption> = {}): ParkOption => ({
  itemId: "roam",
  quantity: 1,
  from: "2026-01-01",
  to: null,
  negotiated: null,
  ...change,
});
const optionRow = (change = {}) =>
  line({ type: "Option", description: "Option International", itemCode: "OPT-INT", net: 120_000, ...change });
const shop = (change: Partial<Park> = {}) =>
  park({ items: [roaming], prices: [price("2026-01-01", null, 120_000, 0, "roam"), ...park().prices], ...change });
const withOptions = (...options: ParkOption[]) => parkLine({ options });

const findings = (...args: Parameters<typeof rows>) => rows(...args).map((row) => row.findings);

describe("options", () => {
  it("cost what their dated price says, or the line's own", () => {
    expect(findings([optionRow()], shop(), withOptions(had()))).toEqual([[]]);
    expect(findings([optionRow({ net: 150_000 })], shop(), withOptions(had()))).toMatchObject([
      [{ check: "C2", expected: 120_000, gap: 30_000 }],
    ]);
    expect(findings([optionRow()], shop(), withOptions(had({ negotiated: 100_000 })))).toMatchObject([
      [{ check: "C2", expected: 100_000, gap: 20_000, evidence: { negotiated: "10.0000" } }],
    ]);
  });

  it("a price per year: a year's, a quarter's and a month's part of it; the gap says what it was held against", () => {
    const yearly = shop({ prices: [{ ...price("2026-01-01", null, 1_200_000, 0, "roam"), per: "year" }] });
    const rowOf = (net: number, periodStart: string, periodEnd: string) => optionRow({ net, periodStart, periodEnd });
    const held = (row: InvoiceLine) => findings([row], yearly, withOptions(had()))[0];
    expect(held(rowOf(1_200_000, "2026-02-01", "2027-01-31"))).toEqual([]);
    expect(held(rowOf(300_000, "2026-04-01", "2026-06-30"))).toEqual([]);
    expect(held(rowOf(100_000, "2026-10-01", "2026-10-31"))).toEqual([]);
    expect(held(rowOf(1_320_000, "2026-02-01", "2027-01-31"))).toMatchObject([
      { check: "C2", expected: 1_200_000, gap: 120_000, gapPerMonth: 10_000, evidence: { billingPeriod: "year" } },
    ]);
    const own = withOptions(had({ negotiated: 1_000_000, negotiatedPer: "year" }));
    expect(findings([rowOf(1_200_000, "2026-02-01", "2027-01-31")], yearly, own)).toMatchObject([
      [{ check: "C2", expected: 1_000_000, evidence: { negotiated: "100.0000", billingPeriod: "year" } }],
    ]);
  });

  it("C1: one that was given up is not billed for ever", () => {
    expect(findings([optionRow()], shop(), withOptions(had({ to: "2026-08-02" })))).toMatchObject([
      [{ check: "C1", gap: 120_000, evidence: { endDate: "2026-08-02", option: "Option International" } }],
    ]);
    expect(
      findings([optionRow()], shop(), withOptions(had({ to: "2026-08-02" }), had({ from: "2026-10-01" }))),
    ).toEqual([[]]);
  });

  it("C8: one of the catalogue that the line never had; what the catalogue doesn't know is not judged", () => {
    expect(findings([optionRow()], shop(), parkLine())).toMatchObject([
      [{ check: "C8", gap: 120_000, gapPerMonth: 120_000, evidence: { code: "OPT-INT" } }],
    ]);
    const [row] = rows([optionRow({ itemCode: "ZZ", description: "Option X" })], shop(), parkLine());
    expect(row).toMatchObject({ findings: [], unchecked: "no_price" });
  });

  it("by the catalogue's word where the document says subscription of everything", () => {
    const [row] = rows([optionRow({ type: "Abonnement" })], shop(), withOptions(had()));
    expect(row).toMatchObject({ charge: "option", findings: [], unchecked: undefined });
  });
});

describe("C3, a line that the park does not know", () => {
  const stranger = line({ serviceId: "OR9", number: "+33639980099", net: 132_000 });

  it("is told by its identifiers, beside lines that are known", () => {
    expect(rows([line({ net: 132_000 }), stranger])[1]).toMatchObject({
      unchecked: "unmatched",
      findings: [{ check: "C3", gap: 132_000, gapPerMonth: 132_000, evidence: { serviceId: "OR9" } }],
    });
  });

  it("is no gap where the park knows nothing of the invoice, or the row names no line", () => {
    expect(findings([stranger])).toEqual([[]]);
    expect(findings([line({ net: 132_000 }), line({ serviceId: null, number: null, net: 50_000 })])).toEqual([[], []]);
  });
});

describe("C9, billed twice", () => {
  const row = (change = {}) => line({ net: 132_000, ...change });

  it("in one invoice, what is asked again", () => {
    expect(findings([row(), row()])).toMatchObject([[], [{ check: "C9", gap: 132_000, evidence: { invoice: "F1" } }]]);
    expect(findings([row(), row(), row()]).map((found) => found.length)).toEqual([0, 1, 1]);
  });

  it("what was taken back is none", () => {
    expect(findings([row(), row(), row({ net: -132_000 })]).flat()).toEqual([]);
  });

  it("another item of the line, or another period, is none", () => {
    const november = { periodStart: "2026-11-01", periodEnd: "2026-11-30" };
    expect(findings([row(), row(november)]).flat()).toEqual([]);
    expect(findings([row(), row({ description: "Sécurité", net: 20_000 })]).flat()).toEqual([]);
  });

  it("cycles that touch in a day are none", () => {
    const cycles = [
      row({ periodStart: "2026-10-01", periodEnd: "2026-11-01" }),
      row({ periodStart: "2026-11-01", periodEnd: "2026-12-01" }),
    ];
    expect(
      findings(cycles)
        .flat()
        .map(({ check }) => check),
    ).not.toContain("C9");
  });

  const before = (change: Partial<EarlierCharge> = {}): EarlierCharge => ({
    lineId: "line",
    invoiceNumber: "F0",
    itemCode: null,
    description: "Business 50 Go",
    charge: "recurring",
    start: "2026-10-01",
    end: "2026-10-31",
    net: 132_000,
    ...change,
  });

  it("in an earlier invoice, unless that was credited", () => {
    expect(findings([row()], park({ earlier: [before()] }))).toMatchObject([
      [{ check: "C9", gap: 132_000, evidence: { invoice: "F0" } }],
    ]);
    expect(findings([row()], park({ earlier: [before(), before({ net: -132_000 })] }))).toEqual([[]]);
    expect(findings([row()], park({ earlier: [before({ lineId: "other" })] }))).toEqual([[]]);
  });

  it("an option that the line has twice may be billed twice", () => {
    const twice = [optionRow(), optionRow()];
    expect(findings(twice, shop(), withOptions(had({ quantity: 2 }))).flat()).toEqual([]);
    expect(findings(twice, shop(), withOptions(had())).flat()).toMatchObject([{ check: "C9", gap: 120_000 }]);
  });
});

describe("C10, a wrong proration", () => {
  const started: Partial<ParkLine> = {
    activatedOn: "2026-10-16",
    terms: [{ planId: "b50", from: "2026-10-16", to: null, negotiated: null }],
  };

  it("a whole month for a line that began in its middle", () => {
    const due = Math.round((132_000 * 16) / 31);
    expect(findings([line({ net: 132_000 })], park(), parkLine(started))).toMatchObject([
      [{ check: "C10", gap: 132_000 - due, evidence: { begins: "2026-10-16", earlyDays: 15, periodDays: 31 } }],
    ]);
    expect(findings([line({ net: due })], park(), parkLine(started))).toEqual([[]]);
  });

  it("what fits only another proration than the supplier's", () => {
    const part = line({ periodStart: "2026-10-16", net: Math.round((132_000 * 16) / 30) });
    expect(findings([part], park({ proration: "calendar" }))).toMatchObject([
      [{ check: "C10", evidence: { proration: "calendar", fits: "thirty" } }],
    ]);
    expect(findings([part], park({ proration: "thirty" }))).toEqual([[]]);
  });

  it("a plan that the line had before its day of activation counts", () => {
    const early = parkLine({ ...started, terms: parkLine().terms });
    expect(findings([line({ net: 132_000 })], park(), early)).toEqual([[]]);
  });
});

describe("C11, a fee that nothing explains", () => {
  const fee = (description: string) =>
    line({ type: "Ponctuel", description, net: 390_000, periodStart: null, periodEnd: null, periodOf: null });

  it("one-off work is explained by an order or a beginning near the invoice", () => {
    expect(findings([fee("Intervention sur site")])).toMatchObject([
      [{ check: "C11", gap: 390_000, gapPerMonth: 0, evidence: { fee: "one_off" } }],
    ]);
    for (const line of [
      parkLine({ orderedOn: ["2026-10-12"] }),
      parkLine({ activatedOn: "2026-10-20" }),
      parkLine({ orderedOn: ["2026-11-20"] }),
    ])
      expect(findings([fee("Frais de mise en service")], park(), line)).toEqual([[]]);
    expect(findings([fee("Intervention")], park(), parkLine({ orderedOn: ["2026-01-12"] })).flat()).toHaveLength(1);
  });

  it("an early end costs where the commitment reached beyond it", () => {
    const ended = { endDate: "2026-10-10" };
    const early = fee("Pénalité de résiliation anticipée");
    expect(findings([early], park(), parkLine({ ...ended, commitmentEnd: "2027-03-01" }))).toEqual([[]]);
    for (const commitmentEnd of [null, "2026-09-30", "2026-10-10"])
      expect(findings([early], park(), parkLine({ ...ended, commitmentEnd }))).toMatchObject([
        [{ check: "C11", evidence: { fee: "termination", endDate: "2026-10-10", commitmentEnd } }],
      ]);
  });
});

describe("several subscriptions of one line", () => {
  const security = { description: "Sécurité", itemCode: "SEC", net: 200_000 };
  const b50: CatalogueItem = { id: "b50", code: "B50", name: "Business 50 Go", kind: "plan" };

  it("the one that names the plan is held against its price, others are not", () => {
    expect(rows([line(), line(security)], park({ items: [b50] }))).toMatchObject([
      { findings: [{ check: "C2", gap: 22_000 }] },
      { findings: [], unchecked: "no_price" },
    ]);
  });

  it("none is where none names it: no gap is invented, and it is said", () => {
    expect(rows([line({ description: "Forfait A" }), line(security)])).toMatchObject([
      { findings: [], unchecked: "no_price" },
      { findings: [], unchecked: "no_price" },
    ]);
  });
});
