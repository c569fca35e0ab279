"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { usePanels } from "@/base/panels/use-panels";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { HistoryEvent } from "./history-event";

const few = 3;

/** What happened last. */
export function RecentCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("journal");
  const panels = usePanels();
  const query = useQuery(api.journal.events.queryOptions({ accountId, size: few }));
  return (
    <Card
      title={t("recent")}
      aside={
        <button type="button" className="link" onClick={() => void panels.open({ kind: "history", id: accountId })}>
          {t("title")}
        </button>
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
      {query.data?.events.length === 0 && <p className="quiet">{t("none")}</p>}
      <ol>
        {query.data?.events.map((event) => (
          <HistoryEvent key={event.id} event={event} words={query.data} scope={{ accountId }} />
        ))}
      </ol>
    </Card>
  );
}
