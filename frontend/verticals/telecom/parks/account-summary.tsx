"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { marginRate, useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { telecomApi } from "../api";
import { Sparkline } from "../money/sparkline";

/** Monthly money of the account; each figure only where the backend gave it. */
export function AccountSummary({ accountId }: { accountId: string }) {
  const t = useTranslations("telecom.summary");
  const format = useFormat();
  const { data } = useQuery(telecomApi.parks.summary.queryOptions({ accountId }));
  if (!data || (data.sell === undefined && data.buy === undefined)) return null;
  const { sell, buy, gap } = data;
  const rate = sell !== undefined && buy !== undefined ? marginRate(sell, buy) : undefined;
  return (
    <dl className="figures" aria-label={t("title")}>
      {sell !== undefined && <Figure label={t("sell")} value={format.money(sell)} />}
      {buy !== undefined && <Figure label={t("buy")} value={format.money(buy)} />}
      {sell !== undefined && buy !== undefined && (
        <Figure
          label={t("margin")}
          value={format.money(sell - buy)}
          detail={rate === undefined ? undefined : format.percent(rate)}
        />
      )}
      {sell !== undefined && buy !== undefined && <Trend accountId={accountId} />}
      {gap && gap.count > 0 && <Figure label={t("gaps")} value={format.money(gap.amount)} tone="warn" />}
    </dl>
  );
}

/** The margin of twelve months, and what became of it between the first and the last. */
function Trend({ accountId }: { accountId: string }) {
  const t = useTranslations("telecom.summary");
  const format = useFormat();
  const { data } = useQuery(telecomApi.money.trend.queryOptions({ accountId }, { enabled: useCan()("view margin") }));
  const margins = (data ?? []).map((month) => month.sell - month.buy);
  const [first = 0, last = 0] = [margins[0], margins.at(-1)];
  if (!data || margins.every((margin) => margin === 0)) return null;
  return (
    <div>
      <dt>{t("trend")}</dt>
      <dd>
        <Sparkline values={margins} />
        {first > 0 && (
          <small className={last < first ? "warn" : "good"}>
            {last >= first && "+"}
            {format.percent((last - first) / first)}
          </small>
        )}
      </dd>
    </div>
  );
}

function Figure({
  label,
  value,
  detail,
  tone,
}: {
  label: string;
  value: string;
  detail?: string | undefined;
  tone?: "warn";
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={tone}>
        {value}
        {detail && <small className="quiet">{detail}</small>}
      </dd>
    </div>
  );
}
