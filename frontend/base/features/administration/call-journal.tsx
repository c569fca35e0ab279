"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { api } from "@/base/api/browser";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { CallRow } from "./call-row";

interface CallJournalProps {
  /** The connection's id. */
  readonly connection: string;
  readonly label: string;
}

const typing = 300;
const again = 10_000;

/** What was asked of a vendor and answered, newest first; each call opens to its redacted text. */
export function CallJournal({ connection, label }: CallJournalProps) {
  const t = useTranslations("administration.connections.calls");
  const [refusedOnly, setRefusedOnly] = useState(false);
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), typing);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = useInfiniteQuery(
    api.administration.connections.calls.page.infiniteQueryOptions(
      { connection, refusedOnly, ...(search && { search }) },
      {
        getNextPageParam: (page) => page.next,
        placeholderData: keepPreviousData,
        // Whoever reads on is not made to read all of it again and again.
        refetchInterval: ({ state }) => (state.data && state.data.pages.length > 1 ? false : again),
      },
    ),
  );
  const calls = query.data?.pages.flatMap((page) => page.calls) ?? [];
  const lately = query.data?.pages[0]?.lately;
  const isNarrowed = refusedOnly || search !== "";
  return (
    <section className="calls" aria-label={t("title")}>
      <header>
        <h3>{t("title")}</h3>
        {lately && <span className="quiet">{t("lately", { all: lately.all, refused: lately.refused })}</span>}
      </header>
      <div className="calls-tools">
        <input
          className="input"
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          size="small"
          tone="ghost"
          className="chip"
          aria-pressed={refusedOnly}
          onClick={() => setRefusedOnly(!refusedOnly)}
        >
          <ListFilter className="icon small" aria-hidden /> {t("refusedOnly")}
        </Button>
      </div>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && calls.length === 0 && <p className="empty">{t(isNarrowed ? "noneFound" : "none")}</p>}
      <ol aria-busy={query.isFetching}>
        {calls.map((call) => (
          <CallRow key={call.id} call={call} label={label} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button size="small" tone="ghost" working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <p className="calls-note quiet">{t("kept")}</p>
    </section>
  );
}
