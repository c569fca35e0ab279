"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { marginRate, useFormat } from "@/base/format/format";
import { telecomApi } from "../api";

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
      {gap && gap.count > 0 && <Figure label={t("gaps")} value={format.money(gap.amount)} tone="warn" />}
    </dl>
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
