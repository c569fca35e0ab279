"use client";
import type { MonthReport } from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import "./month-result.css";

/** What checking a month has changed, check by check, and under each what it could not check, and why. */
export function MonthResult({ report }: { report: MonthReport }) {
  const t = useTranslations("telecom.billingControl.monthCheck");
  const format = useFormat();
  const { month, lines, checks, unmatched } = report;
  const found = checks.reduce((sum, one) => sum + one.found + one.known + one.closed, 0);
  return (
    <section className="month-result" aria-label={t("title")}>
      <p role="status">
        <b className="medium">{t("result", { month: format.month(month), lines })}</b>
        {found === 0 && <> {t("clean")}</>}
      </p>
      <table>
        <caption className="visually-hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("check")}</th>
            <th scope="col">{t("found")}</th>
            <th scope="col">{t("known")}</th>
            <th scope="col">{t("closed")}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ check, found: fresh, known, closed, amount, unchecked }) => (
            <tr key={check}>
              <th scope="row">
                {format.valueLabel("sw_anomaly", "check", check)}
                {unchecked.map(({ reason, lines: count }) => (
                  <small key={reason} className="quiet">
                    {t(`reasons.${reason}`, { lines: count })}
                  </small>
                ))}
              </th>
              <td className={fresh > 0 ? "medium warn" : ""}>
                {format.count(fresh)}
                {fresh > 0 && <small>{format.money(amount)}</small>}
              </td>
              <td>{format.count(known)}</td>
              <td className={closed > 0 ? "good" : ""}>{format.count(closed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unmatched.items > 0 && (
        <p className="warn">
          {t("unmatched", { items: unmatched.items, net: format.money(unmatched.net) })}{" "}
          <Link className="link" href={unmatchedList(month)}>
            {t("unmatchedLink")}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What customers are billed in the month and names no line. */
function unmatchedList(month: string): string {
  const filters = [
    { field: "line", op: "empty", value: [] },
    { field: "period_end", op: "from", value: [`${month}-01`] },
    { field: "period_start", op: "to", value: [`${month}-31`] },
  ];
  return `/lists/sw_billed_item?f=${encodeURIComponent(JSON.stringify(filters))}`;
}
