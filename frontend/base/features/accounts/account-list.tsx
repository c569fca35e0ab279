"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Bookmark, Building2, CircleDashed, List, Search, SlidersHorizontal, Star, Users } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { type MouseEvent, useDeferredValue, useEffect, useRef } from "react";
import { api, queryClient } from "@/base/api/browser";
import { useCommands } from "@/base/commands/commands";
import type { AccountFigures } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { AddRecord } from "@/base/records/add-record";
import { useCan } from "@/base/viewer/viewer";
import { useRoving } from "@/ui/use-roving";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

const views = [
  { key: "mine", icon: Star },
  { key: "active", icon: Building2 },
  { key: "prospect", icon: CircleDashed },
  { key: "", icon: List },
] as const;

/** Left column: views, filter and accounts by name. The filter and the view are in the address. */
export function AccountList({ currentId }: { currentId: string | undefined }) {
  const t = useTranslations("accounts");
  const [search, setSearch] = useQueryState("q", parseAsString.withDefault(""));
  const [view, setView] = useQueryState("view", parseAsString.withDefault(""));
  const deferred = useDeferredValue(search);
  const router = useRouter();
  const counts = useQuery(api.accounts.counts.queryOptions());
  const list = useInfiniteQuery(
    api.accounts.list.infiniteQueryOptions(
      {
        search: deferred,
        ...(isSaved(view) ? { savedView: view } : view === "mine" ? { mine: true } : view ? { status: view } : {}),
      },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: 0 },
    ),
  );
  const figures = useAllFigures();
  const roving = useRoving<HTMLElement>(".account-row");
  const prefetch = usePrefetch();
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const query = new URLSearchParams({ ...(search ? { q: search } : {}), ...(view ? { view } : {}) }).toString();
  const step = (by: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === currentId);
    const next = rows[at < 0 ? 0 : at + by];
    if (!next) return;
    prefetch(next.id);
    window.history.pushState(null, "", `/accounts/${next.id}${query ? `?${query}` : ""}`);
    document.querySelector(`.account-row[href*="${next.id}"]`)?.scrollIntoView({ block: "nearest" });
  };
  useCommands([
    { key: "next-account", letter: "j", title: t("next"), run: () => step(1) },
    { key: "previous-account", letter: "k", title: t("previous"), run: () => step(-1) },
  ]);
  const end = useRef<HTMLDivElement>(null);
  const { fetchNextPage, hasNextPage } = list;
  useEffect(() => {
    const target = end.current;
    if (!target || !hasNextPage) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && void fetchNextPage(),
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [fetchNextPage, hasNextPage]);

  return (
    <aside className="account-list" aria-label={t("title")} id="zone-list" data-zone="list">
      <div className="account-list-head">
        <h2>
          <span>
            {t("title")}{" "}
            <span className="quiet" style={{ fontWeight: 400 }}>
              {counts.data?.all}
            </span>
          </span>
          <AddRecord type="sw_account" onCreated={(id) => router.push(`/accounts/${id}`)} />
        </h2>
        <div className="input-with-icon">
          <Search className="icon small" aria-hidden />
          <input
            className="input"
            type="search"
            placeholder={t("filter")}
            aria-label={t("filter")}
            value={search}
            onChange={(event) => void setSearch(event.target.value || null)}
          />
        </div>
      </div>
      <div className="account-list-views">
        {views.map(({ key, icon: Icon }) => (
          <button
            key={key}
            type="button"
            className="view-row"
            aria-pressed={view === key}
            onClick={() => void setView(key || null)}
          >
            <Icon className="icon small" aria-hidden />
            <span>{t(`views.${key || "all"}`)}</span>
            <span>
              {key === "mine" ? counts.data?.mine : key ? (counts.data?.byStatus[key] ?? 0) : counts.data?.all}
            </span>
          </button>
        ))}
        <SavedAccountViews current={view} onChoose={(id) => void setView(id)} />
      </div>
      <nav className="account-list-rows" aria-label={t("title")} {...roving}>
        {list.isPending && <SkeletonRows rows={8} />}
        {list.isError && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={list.error}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.isSuccess && rows.length === 0 && (
          <div className="empty">
            <strong>{t("none")}</strong>
            {(search || view) && (
              <button
                type="button"
                className="link"
                onClick={() => {
                  void setSearch(null);
                  void setView(null);
                }}
              >
                {t("clearFilter")}
              </button>
            )}
          </div>
        )}
        {rows.map((row) => {
          const figure = figures.get(row.id);
          return (
            <Link
              key={row.id}
              className="account-row"
              href={`/accounts/${row.id}${query ? `?${query}` : ""}`}
              aria-current={row.id === currentId ? "page" : undefined}
              prefetch={false}
              onPointerDown={(event) => event.pointerType === "mouse" && prefetch(row.id)}
              onClick={(event) => openHere(event, () => prefetch(row.id))}
            >
              <b className="ellipsis">{row.name}</b>
              <span>{figure?.amount}</span>
              <small className="ellipsis">
                {[t("sites", { count: row.siteCount }), figure?.detail].filter(Boolean).join(" · ")}
              </small>
              <small className="warn medium">{figure?.alert}</small>
            </Link>
          );
        })}
        <div ref={end} />
      </nav>
    </aside>
  );
}

const isSaved = (view: string): boolean => /^[0-9a-f-]{36}$/.test(view);

/** Views of accounts that the person or the brand has saved; they are made in the list of accounts. */
function SavedAccountViews({ current, onChoose }: { current: string; onChoose: (id: string | null) => void }) {
  const t = useTranslations("accounts");
  const can = useCan();
  const views = useQuery(
    api.records.list.queryOptions(
      {
        type: "sw_saved_view",
        columns: ["owner"],
        filters: [{ field: "list", op: "is", value: ["sw_account"] }],
        sort: { field: "name", descending: false },
      },
      { enabled: can("view sw_saved_view") },
    ),
  );
  return (
    <>
      {views.data?.map((view) => (
        <button
          key={view.id}
          type="button"
          className="view-row"
          aria-pressed={view.id === current}
          onClick={() => onChoose(view.id === current ? null : view.id)}
        >
          {view.values["owner"] === null ? (
            <Users className="icon small" aria-hidden />
          ) : (
            <Bookmark className="icon small" aria-hidden />
          )}
          <span className="ellipsis start">{view.label}</span>
        </button>
      ))}
      {can("create sw_saved_view") && (
        <Link href="/lists/sw_account" className="view-row quiet" prefetch={false}>
          <SlidersHorizontal className="icon small" aria-hidden />
          <span className="ellipsis start">{t("makeView")}</span>
        </Link>
      )}
    </>
  );
}

/** Every account is the same page: only the address changes, nothing is asked of the server but the data. Other clicks (new tab, download) stay the browser's. */
function openHere(event: MouseEvent<HTMLAnchorElement>, prefetch: () => void) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  prefetch();
  window.history.pushState(null, "", event.currentTarget.href);
}

/** Begins to read an account when the mouse goes down on it: by the time its screen is drawn the answer is on its way. */
function usePrefetch(): (accountId: string) => void {
  const verticals = useVerticals();
  return (accountId) => {
    void queryClient.prefetchQuery(api.accounts.get.queryOptions({ id: accountId }));
    void queryClient.prefetchQuery(api.sites.ofAccount.queryOptions({ accountId }));
    for (const vertical of verticals) vertical.prefetchAccount(accountId);
  };
}

/** What each vertical says of the accounts, joined. */
function useAllFigures(): ReadonlyMap<string, AccountFigures> {
  const verticals = useVerticals();
  // biome-ignore lint/correctness/useHookAtTopLevel: the verticals are fixed for the life of the page
  const maps = verticals.map((vertical) => vertical.useAccountFigures());
  const [first] = maps;
  if (first && maps.length === 1) return first;
  const joined = new Map<string, AccountFigures>();
  for (const map of maps) {
    for (const [id, figures] of map) {
      const before = joined.get(id);
      joined.set(id, before ? { ...before, ...figures, detail: `${before.detail} · ${figures.detail}` } : figures);
    }
  }
  return joined;
}
