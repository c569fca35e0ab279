import type { PlanChangeRow } from "@softwhere/services/verticals/telecom/domain/plan-change";
import type { useTranslations } from "next-intl";
import { csvLine } from "@/base/format/csv-line";
import type { Format } from "@/base/format/format";

interface Wording {
  readonly t: ReturnType<typeof useTranslations<"telecom.changePlan">>;
  readonly format: Format;
  readonly siteNames: ReadonlyMap<string, string>;
}

/** The preview as a file for spreadsheets: what each line becomes, or why it stays. Amounts as on the screen; those the person may not see have no column. */
export function previewCsv(rows: readonly PlanChangeRow[], { t, format, siteNames }: Wording): string {
  const sell = rows.some((row) => row.newSell !== undefined);
  const buy = sell && rows.some((row) => row.newBuy !== undefined);
  const money = (value: number | undefined | null) =>
    value === undefined || value === null ? "" : format.money(value);
  const head = [
    t("number"),
    t("user"),
    t("site"),
    t("currentPlan"),
    ...(sell ? [t("sellBefore"), t("sellAfter")] : []),
    ...(buy ? [t("buyBefore"), t("buyAfter")] : []),
    t("staysBecause"),
  ];
  const lines = rows.map((row) => [
    format.number(row.number),
    row.userName ?? "",
    (row.siteId && siteNames.get(row.siteId)) || "",
    row.planName ?? "",
    ...(sell ? [money(row.sell), row.blocked ? "" : money(row.newSell)] : []),
    ...(buy ? [money(row.buy), row.blocked ? "" : money(row.newBuy)] : []),
    row.blocked ? t(`reasons.${row.blocked.reason}`, { until: format.day(row.blocked.until) }) : "",
  ]);
  // The mark tells spreadsheets that the file is UTF-8.
  return `\uFEFF${[head, ...lines].map(csvLine).join("")}`;
}
