"use client";
import type { Coverage as CoverageOf } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { AlertTriangle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import "./coverage.css";

/** What of an invoice was checked, in rows and euros; what was not is counted by its reason, and nothing at all is said in red. */
export function Coverage({ coverage, currency }: { coverage: CoverageOf; currency: string }) {
  const t = useTranslations("telecom.import.coverage");
  const format = useFormat();
  const amount = (net: string) => format.moneyIn(net, currency);
  const { checked, unchecked, share } = coverage;
  return (
    <div className="coverage">
      {checked.rows === 0 ? (
        <p className="coverage-none" role="alert">
          <AlertTriangle className="icon small" aria-hidden />
          {t("nothing")}
        </p>
      ) : (
        <p>
          <b className="coverage-sum">{amount(checked.net)}</b>{" "}
          <span className="soft">{t("of", { total: amount(coverage.net), share: format.percent(almost(share)) })}</span>
        </p>
      )}
      <div className="coverage-bar" aria-hidden>
        {checked.rows > 0 && <i style={{ flexGrow: share }} />}
        {unchecked.length > 0 && <i className="not" style={{ flexGrow: 1 - share }} />}
      </div>
      <table>
        <caption className="visually-hidden">{t("caption")}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("reason")}</th>
            <th scope="col">{t("rows")}</th>
            <th scope="col">{t("net")}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="medium">
            <th scope="row">{t("checked")}</th>
            <td>{format.count(checked.rows)}</td>
            <td>{amount(checked.net)}</td>
          </tr>
          {unchecked.map(({ reason, rows, net }) => (
            <tr key={reason}>
              <th scope="row">{t(`reasons.${reason}`)}</th>
              <td>{format.count(rows)}</td>
              <td>{amount(net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In whole tenths of a percent, rounded down: what isn't all never reads as all. */
const almost = (share: number) => Math.floor(share * 1000 + 1e-9) / 1000;
