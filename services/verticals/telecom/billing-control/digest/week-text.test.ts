import { expect, test } from "vitest";
import { type ControlWeek, weekText } from "./week-text.ts";

const week: ControlWeek = {
  gaps: [
    { check: "C2", supplier: "Orange", count: 25, amount: 55 },
    { check: "C1", supplier: "Orange", count: 1200, amount: 253.1 },
  ],
  promised: [{ reference: "R-2026-001", supplier: "Orange", day: "2026-11-10", amount: 120 }],
  unchecked: { count: 12, named: ["Alphalink F-1"] },
  coverage: { invoices: 3, rows: 2000, checked: 1990, net: { total: 6841.5, checked: 6831.7 } },
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("in the reader's language, what costs most first", () => {
  expect(plain(weekText(week, "fr"))).toBe(`1 225 nouveaux écarts, 308,10 € :
- Ligne résiliée encore facturée (Orange) : 1 200, 253,10 €
- Écart de prix d’achat (Orange) : 25, 55,00 €

Avoirs promis et pas reçus :
- R-2026-001 (Orange), attendu le 10 novembre 2026, 120,00 €

12 factures où rien n’a pu être contrôlé :
- Alphalink F-1
- et 11 de plus

3 factures reçues, 1 990 lignes contrôlées sur 2 000, 6 831,70 € contrôlés sur 6 841,50 € HT`);
  expect(
    plain(weekText({ ...week, promised: [], unchecked: { count: 1, named: ["A"] } }, "en")),
  ).toBe(`1,225 new gaps, €308.10:
- Terminated line still billed (Orange): 1,200, €253.10
- Supplier price gap (Orange): 25, €55.00

1 invoice in which nothing could be checked:
- A

3 invoices received, 1,990 of 2,000 rows checked, €6,831.70 of €6,841.50 checked, excluding VAT`);
});

test("without amounts for who may not see them", () => {
  const without: ControlWeek = {
    ...week,
    gaps: week.gaps.map((gap) => ({ ...gap, amount: null })),
    promised: week.promised.map((one) => ({ ...one, amount: null })),
    coverage: { ...week.coverage, net: null },
  };
  for (const locale of ["fr", "en"] as const) {
    const text = weekText(without, locale);
    expect(text).not.toContain("€");
    expect(text).toContain("(Orange)");
  }
});
