/** Suppliers, plans and dated prices of the demo. Prices are EUR excluding VAT, per month unless said otherwise. */

export interface DemoPrice {
  readonly from: string;
  readonly gross: number;
  readonly discount: number;
}

export interface DemoPlan {
  readonly code: string;
  readonly name: string;
  readonly kind: "plan" | "option" | "hardware" | "fee";
  readonly serviceType: "mobile" | "internet" | "fixed" | "cyber";
  readonly supplier: string;
  readonly per?: "quarter" | "year";
  readonly sell: number;
  /** Dated buy prices, oldest first; each ends the day before the next. */
  readonly buy: readonly DemoPrice[];
}

export const suppliers = [
  {
    code: "orange",
    name: "Orange",
    vat_number: "FR89380129866",
    siren: "380129866",
    dispute_email: "reclamations@orange.example",
    invoice_mapping: "operator_detail",
    notice_days: 0,
  },
  {
    code: "alphalink",
    name: "Alphalink",
    vat_number: "FR12422895722",
    siren: "422895722",
    invoice_mapping: "operator_detail",
    notice_days: 30,
  },
  {
    code: "3cx",
    name: "3CX",
    vat_number: "CY10230130Q",
    siren: null,
    invoice_mapping: "operator_detail",
    notice_days: 0,
  },
  {
    code: "sfr",
    name: "SFR",
    vat_number: "FR71343059564",
    siren: "343059564",
    invoice_mapping: "operator_detail",
    notice_days: 0,
  },
  {
    code: "palo-alto",
    name: "Palo Alto",
    vat_number: null,
    siren: null,
    invoice_mapping: "operator_detail",
    notice_days: 0,
  },
] as const;

const since = "2022-01-01";

export const plans: readonly DemoPlan[] = [
  {
    code: "OR-VOIX",
    name: "Voix seule",
    kind: "plan",
    serviceType: "mobile",
    supplier: "orange",
    sell: 6.9,
    buy: [{ from: since, gross: 4.1, discount: 0 }],
  },
  {
    code: "OR-B20",
    name: "Business 20 Go",
    kind: "plan",
    serviceType: "mobile",
    supplier: "orange",
    sell: 14.9,
    buy: [
      { from: since, gross: 10.4, discount: 0 },
      { from: "2026-03-01", gross: 10.4, discount: 0.6 },
    ],
  },
  {
    code: "OR-B50",
    name: "Business 50 Go",
    kind: "plan",
    serviceType: "mobile",
    supplier: "orange",
    sell: 19.9,
    buy: [
      { from: since, gross: 15.4, discount: 0 },
      { from: "2026-03-01", gross: 15.4, discount: 2.2 },
    ],
  },
  {
    code: "OR-B100",
    name: "Business 100 Go",
    kind: "plan",
    serviceType: "mobile",
    supplier: "orange",
    sell: 26.9,
    buy: [
      { from: since, gross: 19.5, discount: 0 },
      { from: "2026-03-01", gross: 19.5, discount: 2 },
    ],
  },
  {
    code: "OR-B150",
    name: "Business 150 Go 5G",
    kind: "plan",
    serviceType: "mobile",
    supplier: "orange",
    sell: 29.9,
    buy: [{ from: "2026-03-01", gross: 20.4, discount: 2 }],
  },
  {
    code: "SF-P50",
    name: "Pro 50 Go",
    kind: "plan",
    serviceType: "mobile",
    supplier: "sfr",
    sell: 18.9,
    buy: [{ from: since, gross: 12.6, discount: 0 }],
  },
  {
    code: "AL-F1G",
    name: "Fibre Pro 1 Gbit/s",
    kind: "plan",
    serviceType: "internet",
    supplier: "alphalink",
    sell: 103,
    buy: [
      { from: since, gross: 69, discount: 0 },
      { from: "2025-07-01", gross: 67.1, discount: 0 },
    ],
  },
  {
    code: "AL-FTTO",
    name: "FTTO 100 Mbit/s GTR 4 h",
    kind: "plan",
    serviceType: "internet",
    supplier: "alphalink",
    sell: 189,
    buy: [{ from: since, gross: 124, discount: 15 }],
  },
  {
    code: "3C-PRO",
    name: "Poste Pro",
    kind: "plan",
    serviceType: "fixed",
    supplier: "3cx",
    sell: 13,
    buy: [{ from: since, gross: 7.6, discount: 0 }],
  },
  {
    code: "3C-ESS",
    name: "Poste Essentiel",
    kind: "plan",
    serviceType: "fixed",
    supplier: "3cx",
    sell: 9,
    buy: [{ from: since, gross: 5.2, discount: 0 }],
  },
  {
    code: "PA-FW",
    name: "Pare-feu géré",
    kind: "plan",
    serviceType: "cyber",
    supplier: "palo-alto",
    sell: 89,
    buy: [{ from: since, gross: 54, discount: 0 }],
  },
  {
    code: "OR-EU",
    name: "Europe + USA",
    kind: "option",
    serviceType: "mobile",
    supplier: "orange",
    sell: 4,
    buy: [{ from: since, gross: 2.4, discount: 0 }],
  },
  {
    code: "OR-ASSU",
    name: "Assurance mobile",
    kind: "option",
    serviceType: "mobile",
    supplier: "orange",
    per: "quarter",
    sell: 15,
    buy: [{ from: since, gross: 9, discount: 0 }],
  },
  {
    code: "AL-DOM",
    name: "Nom de domaine",
    kind: "option",
    serviceType: "internet",
    supplier: "alphalink",
    per: "year",
    sell: 29,
    buy: [{ from: since, gross: 12.5, discount: 0 }],
  },
  {
    code: "OR-RTR",
    name: "Routeur 5G",
    kind: "hardware",
    serviceType: "mobile",
    supplier: "orange",
    sell: 249,
    buy: [{ from: since, gross: 190, discount: 0 }],
  },
  {
    code: "AL-INST",
    name: "Installation sur site",
    kind: "fee",
    serviceType: "internet",
    supplier: "alphalink",
    sell: 120,
    buy: [{ from: since, gross: 75, discount: 0 }],
  },
];

/** Kind of park → supplier code of the demo's usual operator. */
export const usualOperator = { mobile: "orange", internet: "alphalink", fixed: "3cx", cyber: "palo-alto" } as const;

/** The buy price true on a day, or undefined before the first. */
export function buyPriceOn(plan: DemoPlan, day: string): DemoPrice | undefined {
  return plan.buy.filter((price) => price.from <= day).at(-1);
}

export const net = (price: DemoPrice): number => Math.round((price.gross - price.discount) * 10_000) / 10_000;
