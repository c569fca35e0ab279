"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { Commitments } from "../steering/commitments";
import "../steering/steering-side.css";

/** Commitments that end within ninety days, as steering shows them. */
export function EndingCommitments() {
  const t = useTranslations("telecom.home");
  const query = useQuery(telecomApi.steering.commitments.queryOptions());
  return (
    <div className="home-steering steering-side">
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      )}
      {query.data && <Commitments ending={query.data} />}
    </div>
  );
}
