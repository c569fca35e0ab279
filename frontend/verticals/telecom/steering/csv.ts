import "server-only";
import { getTranslations } from "next-intl/server";
import { csvLine } from "@/base/format/csv-line";
import { type Format, makeFormat } from "@/base/format/format-text";
import { ages } from "../billing-control/ages";
import type { ControlReport } from "./control-report";
import type { MarginReport, Part } from "./margin-report";

type Cells = readonly (string | number | null)[];

/** A spreadsheet's text: amounts as numbers with the comma or point of the language. */
function csvOf(rows: readonly Cells[], { language }: Format): string {
  const number = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    useGrouping: false,
    maximumFractionDigits: 4,
    signDisplay: "negative",
  });
  const text = (cell: Cells[number]) => (typeof cell === "number" ? number.format(cell) : (cell ?? ""));
  // The mark lets spreadsheets read accents.
  return `\ufeff${rows.map((cells) => csvLine(cells.map(text))).join("")}`;
}

type Amounts = Pick<Part, "lines" | "sell" | "margin">;

const moneyCells = ({ lines, sell, margin }: Amounts): Cells => [
  lines,
  sell,
  Math.round((sell - margin) * 10_000) / 10_000,
  margin,
];

export async function customersCsv(
  customers: readonly (Amounts & Pick<Part, "name">)[],
  language: "fr" | "en",
): Promise<string> {
  const t = await getTranslations("telecom.steering");
  return csvOf(
    [
      [t("customer"), t("lines"), t("sell"), t("buy"), t("marginColumn")],
      ...customers.map((one) => [one.name, ...moneyCells(one)]),
    ],
    makeFormat(language),
  );
}

export async function partsCsv(
  report: Pick<MarginReport, "kinds" | "operators" | "plans" | "with">,
  language: "fr" | "en",
): Promise<string> {
  const t = await getTranslations("telecom.steering");
  const format = makeFormat(language);
  const parts = [
    [t("kind"), report.kinds, (name: string) => format.valueLabel("sw_park", "kind", name)],
    [t("operator"), report.operators, (name: string) => name],
    [t("plan"), report.plans, (name: string) => name],
  ] as const;
  const rows = parts.flatMap(([by, { parts: some, others }, nameOf]) => [
    ...some.map((one) => [by, one.name ? nameOf(one.name) : t("none"), ...moneyCells(one), one.before]),
    ...(others.count > 0 ? [[by, t("moreParts", { count: others.count }), ...moneyCells(others), others.before]] : []),
  ]);
  const head = [t("by"), t("name"), t("lines"), t("sell"), t("buy"), t("marginColumn"), t(`before.${report.with}`)];
  return csvOf([head, ...rows], format);
}

export async function controlCsv(
  table: "causes" | "coverage",
  { causes, coverage, money }: ControlReport,
  language: "fr" | "en",
): Promise<string> {
  const format = makeFormat(language);
  if (table === "causes") {
    const t = await getTranslations("telecom.steering.causes");
    const rows = money?.causes ?? causes;
    return csvOf(
      [
        [t("cause"), ...ages.map((age) => t(`ages.${age}`))],
        ...rows.map(({ check, byAge }) => [
          format.valueLabel("sw_anomaly", "check", check),
          ...ages.map((age) => byAge[age]),
        ]),
      ],
      format,
    );
  }
  const t = await getTranslations("telecom.steering.coverage");
  return csvOf(
    [
      [t("supplier"), t("invoices"), t("rowsColumn"), t("checkedRows"), ...(money ? [t("net"), t("checkedNet")] : [])],
      ...coverage.map(({ supplierId, name, invoices, rows, checked }) => {
        const net = money?.coverage[supplierId];
        return [name, invoices, rows, checked, ...(money ? [net?.net ?? 0, net?.checked ?? 0] : [])];
      }),
    ],
    format,
  );
}
