"use client";
import { useQuery } from "@tanstack/react-query";
import { CalendarDays, Columns3, List, Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useRef } from "react";
import { errorCode } from "@/base/api/browser";
import { useCommands } from "@/base/commands/commands";
import { useFormat } from "@/base/format/format";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanelComponents } from "@/base/panels/use-panel-components";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import { useBusinessDay, useViewer } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { boardColumns, boardFilters, columnOf, isIn, isUnderWay, says } from "./board";
import { BoardCalendar } from "./board-calendar";
import { BoardCards } from "./board-cards";
import "./board.css";

/** The deployments of the brand by state: what is prepared, planned, under way, held up, done. */
export function DeploymentsPage() {
  const t = useTranslations("telecom.deployments.board");
  const format = useFormat();
  const viewer = useViewer();
  const today = useBusinessDay()();
  const components = usePanelComponents();
  const { panels, open } = usePanels();
  const searching = useRef<HTMLInputElement>(null);
  const [{ show, q, view, month }, choose] = useQueryStates({
    view: parseAsStringLiteral(["board", "calendar"]).withDefault("board"),
    month: parseAsString.withDefault(today.slice(0, 7)),
    show: parseAsStringLiteral(boardFilters).withDefault("all"),
    q: parseAsString.withDefault(""),
  });
  const query = useQuery(
    telecomApi.deployments.board.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.cards.some(({ status }) => isUnderWay(status)) ? 10_000 : false),
    }),
  );
  useCommands([{ key: "find-deployment", letter: "/", title: t("find"), run: () => searching.current?.focus() }]);
  const cards = query.data?.cards ?? [];
  const given = { me: viewer.id, today };
  const shown = cards.filter((card) => isIn(card, show, given) && says(card, q));
  const forbidden = query.isError && errorCode(query.error) === "FORBIDDEN";
  return (
    <div className={`columns no-list ${panels.length > 0 ? "with-panel" : ""}`}>
      <main className="centre board-page" id="zone-centre" data-zone="centre">
        <header className="board-head">
          <div className="object-title">
            <h1>{t("title")}</h1>
            {query.data && <span className="quiet">{t("open", { count: query.data.open })}</span>}
            <span className="grow" />
            <fieldset className="chips">
              <legend className="visually-hidden">{t("view")}</legend>
              <button
                type="button"
                className="chip"
                aria-pressed={view === "board"}
                onClick={() => void choose({ view: null })}
              >
                <Columns3 className="icon small" aria-hidden /> {t("board")}
              </button>
              <button
                type="button"
                className="chip"
                aria-pressed={view === "calendar"}
                onClick={() => void choose({ view: "calendar" })}
              >
                <CalendarDays className="icon small" aria-hidden /> {t("calendar")}
              </button>
            </fieldset>
            <Link href="/lists/sw_deployment" className="button small ghost" prefetch={false}>
              <List className="icon small" aria-hidden /> {t("list")}
            </Link>
            <AddRecord
              type="sw_deployment"
              label={t("add")}
              letter="n"
              tone="plain"
              permission="launch deployment"
              onCreated={(id) => void open({ kind: "deployment", id })}
            />
          </div>
          <div className="board-tools">
            <fieldset className="chips">
              <legend className="visually-hidden">{t("which")}</legend>
              {boardFilters.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip"
                  aria-pressed={show === one}
                  onClick={() => void choose({ show: one })}
                >
                  {t(`filters.${one}`)} {query.data && format.count(countOf(one))}
                </button>
              ))}
            </fieldset>
            <span className="grow" />
            <div className="input-with-icon board-search">
              <Search className="icon small" aria-hidden />
              <input
                ref={searching}
                type="search"
                className="input"
                aria-label={t("find")}
                placeholder={t("find")}
                value={q}
                onChange={(event) => void choose({ q: event.target.value || null })}
              />
            </div>
          </div>
        </header>
        {query.isPending && <SkeletonRows rows={8} />}
        {forbidden && <p className="empty">{t("forbidden")}</p>}
        {query.isError && !forbidden && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.isSuccess && cards.length === 0 && (
          <div className="empty">
            <strong>{t("emptyTitle")}</strong>
            <p>{t("emptyHelp")}</p>
          </div>
        )}
        {query.isSuccess && cards.length > 0 && view === "calendar" && (
          <BoardCalendar
            cards={shown}
            month={/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7)}
            today={today}
            onMonth={(one) => void choose({ month: one })}
          />
        )}
        {query.isSuccess && cards.length > 0 && view === "board" && (
          <BoardCards
            columns={boardColumns.map((column) => ({
              column,
              cards: shown.filter((card) => columnOf(card) === column),
              more: show !== "all" || q ? 0 : column === "done" ? query.data.moreDone : 0,
            }))}
            today={today}
          />
        )}
        {query.data && query.data.more > 0 && (
          <p className="quiet board-more">
            {t("more", { count: query.data.more })}{" "}
            <Link href="/lists/sw_deployment" className="link" prefetch={false}>
              {t("all")}
            </Link>
          </p>
        )}
      </main>
      <PanelStack components={components} />
    </div>
  );

  function countOf(filter: (typeof boardFilters)[number]): number {
    return cards.filter((card) => card.status !== "done" && isIn(card, filter, given)).length;
  }
}
