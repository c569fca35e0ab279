import { AlertTriangle, Clock, TrendingDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { ControlReport } from "./control-report";
import { Figure } from "./figure";
import { disputesLink, linesLink, uncheckedLink } from "./links";
import type { MarginReport } from "./margin-report";

interface Props {
  readonly found: ControlReport;
  /** Null for who may not see the margin. */
  readonly margin: Pick<MarginReport, "losing" | "losingCount" | "month"> | null;
  readonly onFalling: () => void;
}

export function Alerts({ found, margin, onFalling }: Props) {
  const t = useTranslations("telecom.steering.alerts");
  const format = useFormat();
  const { unchecked, followUps, promised, year, today } = found;
  const { losing = [], losingCount = 0 } = margin ?? {};
  const count = losingCount + [unchecked, followUps, promised].filter(Boolean).length;
  return (
    <section>
      <h2>
        {t("title")} <small>{count}</small>
      </h2>
      {count === 0 && <p className="quiet steering-none">{t("none")}</p>}
      <ul>
        {losing.map((one) => (
          <li key={one.id}>
            <TrendingDown className="icon small bad" aria-hidden />
            <span className="ellipsis">
              <b>{t("losing", { name: one.name, change: format.percent(one.change) })}</b>
            </span>
            <Figure
              href={linesLink({ month: margin?.month ?? null }, "park.account", one.id)}
              label={t("perMonth", { name: one.name })}
            >
              {format.roundMoney(one.lost)}
            </Figure>
          </li>
        ))}
        {losingCount > losing.length && (
          <li>
            <TrendingDown className="icon small bad" aria-hidden />
            <button type="button" className="link" onClick={onFalling}>
              {t("losingMore", { count: losingCount - losing.length })}
            </button>
          </li>
        )}
        {unchecked > 0 && (
          <li>
            <AlertTriangle className="icon small bad" aria-hidden />
            <b>{t("unchecked")}</b>
            <Figure href={uncheckedLink(year)} label={t("invoices", { count: unchecked })}>
              {format.count(unchecked)}
            </Figure>
          </li>
        )}
        {promised > 0 && (
          <li>
            <AlertTriangle className="icon small warn" aria-hidden />
            <b>{t("promised")}</b>
            <Figure href={disputesLink("promised_on", today)} label={t("disputes", { count: promised })}>
              {format.count(promised)}
            </Figure>
          </li>
        )}
        {followUps > 0 && (
          <li>
            <Clock className="icon small note" aria-hidden />
            <b>{t("followUps")}</b>
            <Figure href={disputesLink("follow_up_on", today)} label={t("disputes", { count: followUps })}>
              {format.count(followUps)}
            </Figure>
          </li>
        )}
      </ul>
    </section>
  );
}
