"use client";
import { useTranslations } from "next-intl";
import { marginRate, useFormat } from "@/base/format/format";
import type { Movement, Totals } from "@softwhere/services/verticals/telecom/domain/plan-change";

export function PlanChangeSummary({
  totals,
  excluded,
  money,
  margin,
}: {
  totals: Totals;
  excluded: number;
  money: boolean;
  margin: boolean;
}) {
  const t = useTranslations("telecom.changePlan");
  const format = useFormat();
  const staying = totals.staying + excluded;
  const margins: Movement = {
    before: totals.sell.before - totals.buy.before,
    after: totals.sell.after - totals.buy.after,
  };
  const rate = marginRate(totals.sell.after, totals.buy.after);
  return (
    <dl className="plan-summary">
      <div>
        <dt>{t("lines")}</dt>
        <dd>
          <b>{t("changing", { count: totals.changing })}</b>{" "}
          {staying > 0 && <span className="warn">{t("staying", { count: staying })}</span>}
        </dd>
      </div>
      {money && <Amounts label={t("sellPerMonth")} movement={totals.sell} />}
      {margin && <Amounts label={t("buyPerMonth")} movement={totals.buy} />}
      {money && margin && (
        <Amounts
          label={t("marginPerMonth")}
          movement={margins}
          good
          detail={rate === undefined ? undefined : format.percent(rate)}
        />
      )}
    </dl>
  );
}

function Amounts({
  label,
  movement,
  good = false,
  detail,
}: {
  label: string;
  movement: Movement;
  good?: boolean;
  detail?: string | undefined;
}) {
  const format = useFormat();
  const change = movement.after - movement.before;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="quiet">{format.money(movement.before)}</span> <b>{format.money(movement.after)}</b>{" "}
        <span className={good ? (change >= 0 ? "good" : "bad") : "soft"}>{format.signedMoney(change)}</span>{" "}
        {detail && <span className="quiet">{detail}</span>}
      </dd>
    </div>
  );
}
