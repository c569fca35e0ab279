"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { formatNumber, useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";

const few = 5;

/** What suppliers bill too much for this account, the dearest first. */
export function GapsCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("telecom.gapsCard");
  const format = useFormat();
  const panels = usePanels();
  const query = useQuery(telecomApi.money.gaps.queryOptions({ accountId }));
  const summary = useQuery(telecomApi.parks.summary.queryOptions({ accountId }));
  return (
    <Card
      title={t("title")}
      aside={
        summary.data?.gap &&
        summary.data.gap.count > 0 && (
          <b className="warn medium">{t("perMonth", { amount: format.money(summary.data.gap.amount) })}</b>
        )
      }
    >
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data?.length === 0 && <p className="quiet">{t("none")}</p>}
      <ul className="card-rows">
        {query.data?.slice(0, few).map((gap) => (
          <li key={gap.id}>
            <button
              type="button"
              className="link ellipsis"
              onClick={() => void panels.open({ kind: "anomaly", id: gap.id })}
            >
              {formatNumber(gap.number)}
            </button>
            <small className="quiet ellipsis">{format.valueLabel("sw_anomaly", "check", gap.check)}</small>
            <span className="amount">{gap.perMonth !== undefined && format.money(gap.perMonth)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
