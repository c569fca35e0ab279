import { expect, it } from "vitest";
import { checkRows } from "../check-rows.ts";
import { Matcher } from "../match.ts";
import type { Park, ParkLine } from "../park.ts";
import { invoice, line, park, parkLine, price } from "../testing/rows.ts";

const option = { id: "roam", code: "OPT-INT", name: "Option International", kind: "option" } as const;
const having = (from: string) => [{ itemId: "roam", quantity: 1, from, to: null, negotiated: null }];

/** Forty lines as a park has them, of which a few are in a state that a supplier may bill wrongly. */
const changes: Readonly<Record<number, Partial<ParkLine>>> = {
  1: { endDate: "2026-09-30" },
  2: {},
  3: { options: having("2026-01-01") },
  4: {},
  5: {},
  6: {
    activatedOn: "2026-10-16",
    terms: [{ planId: "b50", from: "2026-10-16", to: null, negotiated: null }],
  },
  7: {},
  8: { endDate: "2026-10-10", commitmentEnd: "2027-10-10" },
};
const lines = Array.from({ length: 40 }, (_, index) =>
  parkLine({
    id: `L${index}`,
    serviceId: `OR${index}`,
    number: `+336399800${String(index).padStart(2, "0")}`,
    ...changes[index],
  }),
);
const supplier: Park = park({
  lines,
  items: [option],
  prices: [...park().prices, price("2026-01-01", null, 120_000, 0, "roam")],
});

const row = (index: number, change: Parameters<typeof line>[0] = {}) =>
  line({
    lineNumber: String(index),
    serviceId: `OR${index}`,
    number: `+336399800${String(index).padStart(2, "0")}`,
    net: 132_000,
    gross: 154_000,
    discount: 22_000,
    ...change,
  });
const optionRow = (index: number, change = {}) =>
  row(index, {
    lineNumber: `O${index}`,
    type: "Option",
    description: option.name,
    itemCode: option.code,
    net: 120_000,
    ...change,
  });

it("in a month where each check has something to find once, each finds it once and nothing else is said", () => {
  const right = lines.flatMap((_, index) => ([1, 2, 6, 8].includes(index) ? [] : [row(index)]));
  const rows = [
    ...right,
    optionRow(3),
    // Ended in September, billed in October.
    row(1),
    // The discount is missing.
    row(2, { net: 154_000, discount: 0 }),
    // Nobody's.
    row(99),
    // Never had.
    optionRow(4),
    // Billed above already.
    row(5, { lineNumber: "again" }),
    // A whole month for half of one.
    row(6),
    // Nobody ordered it; the early end of a line that was committed may cost.
    row(7, {
      lineNumber: "fee",
      type: "Ponctuel",
      description: "Intervention",
      net: 500_000,
      periodStart: null,
      periodEnd: null,
    }),
    row(8, {
      lineNumber: "end",
      type: "Ponctuel",
      description: "Résiliation anticipée",
      net: 900_000,
      periodStart: null,
      periodEnd: null,
    }),
    // Until its end, a discount on a row of its own, usage.
    row(8, { net: Math.round((132_000 * 10) / 31), periodEnd: "2026-10-10" }),
    row(9, { lineNumber: "credit", type: "Remise", net: -10_000 }),
    row(10, { lineNumber: "calls", type: "Consommation", net: 34_500 }),
  ];
  const matcher = new Matcher(supplier);
  const { rows: checked } = checkRows(
    invoice(rows),
    rows.map((one) => ({ line: one, match: matcher.match(one) })),
    supplier,
  );
  const found = checked.flatMap(({ line: of, findings }) => findings.map(({ check }) => `${check} ${of.lineNumber}`));
  expect(found.sort()).toEqual(["C1 1", "C10 6", "C11 fee", "C2 2", "C3 99", "C8 O4", "C9 again"]);
  const unchecked = checked.filter((one) => one.unchecked).map((one) => [one.line.lineNumber, one.unchecked]);
  expect(unchecked).toEqual([
    ["99", "unmatched"],
    ["calls", "not_recurring"],
  ]);
});
