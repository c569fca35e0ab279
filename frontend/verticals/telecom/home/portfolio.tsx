"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { GapTotals } from "../steering/gap-totals";
import { MarginTotal } from "../steering/margin-total";
import "../steering/steering.css";

/** What the customers bring, how that goes, and what billing control found: steering's first figures, each open to its rows. */
export function Portfolio() {
  const t = useTranslations("telecom.home");
  const margin = useQuery(
    telecomApi.steering.margin.queryOptions({
      customers: 8,
      which: "all",
      by: "margin",
      up: false,
      span: { month: null, with: "year" },
    }),
  );
  const control = useQuery(telecomApi.steering.control.queryOptions());
  const failed = [margin, control].find(({ isError }) => isError);
  return (
    <section className="home-portfolio" aria-label={t("portfolio")}>
      <header>
        <h2>{t("portfolio")}</h2>
        <span className="grow" />
        <Link href="/steering" className="link" prefetch={false}>
          {t("steering")}
        </Link>
      </header>
      {failed && (
        <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void failed.refetch()} />
      )}
      <div className="steering-totals">
        {(margin.isPending || control.isPending) && <SkeletonRows rows={4} />}
        {margin.data && margin.data.total.lines > 0 && <MarginTotal report={margin.data} />}
        {control.data && <GapTotals found={control.data} />}
      </div>
    </section>
  );
}
