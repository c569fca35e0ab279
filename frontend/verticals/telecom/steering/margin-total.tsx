import { useTranslations } from "next-intl";
import { marginRate, useFormat } from "@/base/format/format";
import { Change } from "./change";
import { Figure } from "./figure";
import { linesLink } from "./links";
import type { MarginReport } from "./margin-report";
import { TrendChart } from "./trend-chart";

export function MarginTotal({ report }: { report: MarginReport }) {
  const t = useTranslations("telecom.steering");
  const format = useFormat();
  const { total, compared, months, month } = report;
  const rate = marginRate(total.sell, total.sell - total.margin);
  return (
    <section aria-label={t("margin")}>
      <h2>{month ? t("marginOf", { month: format.month(`${month}-01`) }) : t("marginPerMonth")}</h2>
      <p className="steering-big">
        <Figure href={linesLink(report)} label={t("linesOf", { count: total.lines })}>
          {format.roundMoney(total.margin)}
        </Figure>
        {rate !== undefined && (
          <span>
            {format.percent(rate)}{" "}
            <span className="quiet">{t("ofSales", { amount: format.roundMoney(total.sell) })}</span>
          </span>
        )}
        <span className="grow" />
        {compared && compared.margin > 0 && (
          <span>
            <Change now={total.margin} before={compared.margin} />{" "}
            <span className="quiet">{t(`over.${report.with}`)}</span>
          </span>
        )}
      </p>
      <TrendChart points={months} />
    </section>
  );
}
