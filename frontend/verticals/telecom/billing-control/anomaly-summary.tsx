"use client";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { lastMonths, monthOf, totalsOf } from "./anomaly-groups";
import { MonthsChart } from "./months-chart";
import type { AnomalyRow } from "./server";
import "./anomaly-summary.css";

interface Props {
  /** Of the supplier that is looked at, all months. */
  readonly rows: readonly AnomalyRow[];
  /** Or a year; empty: all. */
  readonly month: string;
  readonly onMonth: (month: string) => void;
}

const tones = { recovered: "var(--good-mark)", disputed: "var(--note-mark)", open: "var(--warn-mark)" } as const;

/** Found, claimed, recovered, in euros, and how it went over the months. Nothing for those who may see no amount. */
export function AnomalySummary({ rows, month, onMonth }: Props) {
  const t = useTranslations("telecom.billingControl");
  const format = useFormat();
  if (rows.every((row) => row.amount === undefined)) return null;
  const shown = rows.filter((row) => monthOf(row).startsWith(month));
  const totals = totalsOf(shown);
  const latest = month.length > 4 ? month : (shown.map(monthOf).sort().at(-1) ?? month);
  const year = latest.slice(0, 4);
  const thisYear = sumOfEuros(rows.filter((row) => monthOf(row).startsWith(year)).map((row) => row.recovered));
  return (
    <section className="summary-card with-months" aria-label={t("summary")}>
      <div className="summary-part">
        <p className="total">
          <b>{format.money(totals.total)}</b> <span className="soft">{t("overbilled")}</span>
        </p>
        <div className="bar" aria-hidden>
          {(["recovered", "disputed", "open"] as const).map((key) => (
            <i
              key={key}
              style={{
                background: tones[key],
                width: `${totals.total > 0 ? (totals[key] / totals.total) * 100 : 0}%`,
              }}
            />
          ))}
        </div>
        <dl className="summary-legend">
          {(["recovered", "disputed", "open"] as const).map((key) => (
            <div key={key}>
              <dt>
                <i style={{ background: tones[key] }} /> {t(`parts.${key}`)}
              </dt>
              <dd>{format.money(totals[key])}</dd>
            </div>
          ))}
          <div className="of-year">
            <dt>{t("recoveredIn", { year })}</dt>
            <dd>{format.money(thisYear)}</dd>
          </div>
        </dl>
      </div>
      <MonthsChart
        months={lastMonths(rows, latest)}
        chosen={month}
        onChoose={(chosen) => onMonth(chosen === month ? "" : chosen)}
      />
    </section>
  );
}
