"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";

/** What is still to be handled in billing control, by customer. */
export function GapsByCustomer() {
  const t = useTranslations("telecom.home");
  const format = useFormat();
  const query = useQuery(telecomApi.money.gapsByAccount.queryOptions());
  return (
    <Card
      title={t("gaps")}
      aside={
        <Link href="/billing-control?state=open" className="link" prefetch={false}>
          {query.data?.gaps ? t("allGaps", { count: query.data.gaps }) : ""}
        </Link>
      }
    >
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      )}
      {query.data?.gaps === 0 && <p className="quiet">{t("noGaps")}</p>}
      <ul className="card-rows">
        {query.data?.dearest.map(({ id, name, count, perMonth }) => (
          <li key={id}>
            <Link href={`/accounts/${id}`} className="link ellipsis" prefetch={false}>
              {name}
            </Link>
            <small className="quiet">{t("gapCount", { count })}</small>
            {perMonth !== undefined && <span className="amount warn">{format.money(perMonth)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
