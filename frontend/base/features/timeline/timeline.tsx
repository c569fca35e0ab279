"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsJson, useQueryState } from "nuqs";
import { Fragment, type KeyboardEvent, useRef, useState } from "react";
import * as z from "zod/mini";
import { api } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { Future } from "./future";
import { HistoryEvent } from "./history-event";
import { HistoryTools } from "./history-tools";
import type { TimelineFilterValue } from "./timeline-filter";

interface TimelineProps {
  /** Type of the subject: what belongs to it is part of its history. Without it the subject's own entries are shown. */
  readonly type?: string;
  readonly subjectId?: string;
  readonly accountId?: string;
}

/** Whose history is narrowed, and by what, as the address has it. */
const text = z.optional(z.string().check(z.maxLength(80)));
const narrowedShape = z.object({
  of: z.string(),
  by: z.object({ kind: text, person: text, field: text, site: text, from: text, to: text, search: text }),
});
const narrowed = parseAsJson((value: unknown) => {
  const read = narrowedShape.safeParse(value).data;
  return read ? { of: read.of, by: withoutGaps(read.by) } : null;
});
const withoutGaps = (by: Record<string, string | undefined>): TimelineFilterValue =>
  Object.fromEntries(Object.entries(by).filter(([, value]) => value));

const size = 30;

/** What happened to one object and what belongs to it, newest first: each thing done is one entry, as a person would say it. */
export function Timeline({ type, subjectId, accountId }: TimelineProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const of = subjectId ?? accountId ?? "";
  const [stored, setStored] = useQueryState("past", narrowed);
  // The filter of one object's history is not that of the next one's.
  const filter: TimelineFilterValue = stored?.of === of ? stored.by : {};
  const setFilter = (by: TimelineFilterValue) => void setStored(Object.keys(by).length > 0 ? { of, by } : null);
  const [open, setOpen] = useState(false);
  const account = type === "sw_account" ? subjectId : accountId;
  const scope = account ? { accountId: account } : { ...(type && { type }), ...(subjectId && { subjectId }) };
  const query = useInfiniteQuery(
    api.journal.events.infiniteQueryOptions(
      { ...scope, filter, size },
      { getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  );
  const filtered = Object.keys(filter).length > 0;
  if (query.isPending) return <SkeletonRows rows={4} />;
  const pages = query.data?.pages ?? [];
  const events = pages.flatMap((page) => page.events.map((event) => ({ event, words: page })));
  if (query.isSuccess && events.length === 0 && !filtered) return <p className="quiet">{t("none")}</p>;
  const older = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  const go = (step: 1 | -1) => {
    const heads = [...(list.current?.querySelectorAll<HTMLElement>("[data-history-event]") ?? [])];
    const at = heads.indexOf(document.activeElement as HTMLElement) + step;
    heads[Math.min(heads.length - 1, Math.max(0, at))]?.focus();
    // Who reads on is not stopped where the page ends.
    if (at >= heads.length - 2) older();
  };
  const find = (part: string) => list.current?.querySelector<HTMLElement>(part)?.focus();
  const onKeyDown = (key: KeyboardEvent) => {
    const inField = key.target instanceof HTMLElement && key.target.closest("input, select, textarea");
    if (inField || key.ctrlKey || key.metaKey || key.altKey) return;
    const pressed = key.key.toLowerCase();
    if (pressed === "j" || key.key === "ArrowDown") go(1);
    else if (pressed === "k" || key.key === "ArrowUp") go(-1);
    else if (pressed === "f") {
      setOpen(true);
      requestAnimationFrame(() => find(".timeline-filters select"));
    } else if (pressed === "d") find("[data-history-day] input");
    else if (pressed === "/") find("[data-history-search]");
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  const months = monthsOf(events, format.month);
  const fields = events.flatMap(({ event }) => event.facts);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letters for the whole list; each entry is a button of its own
    <div ref={list} className="history" onKeyDown={onKeyDown}>
      <HistoryTools scope={scope} fields={fields} value={filter} onChange={setFilter} open={open} onOpen={setOpen} />
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && events.length === 0 && <p className="quiet">{t("noneFiltered")}</p>}
      <ol aria-busy={query.isFetching}>
        {events.map(({ event, words }, index) => {
          const month = months.get(event.id);
          return (
            <Fragment key={event.id}>
              {month && (
                <li className="history-month">
                  {month.name}
                  {(!month.last || !query.hasNextPage) && !(index === 0 && filter.to) && (
                    <span>{t("events", { count: month.count })}</span>
                  )}
                </li>
              )}
              <HistoryEvent event={event} words={words} scope={scope} first={index === 0} />
            </Fragment>
          );
        })}
      </ol>
      {query.hasNextPage && (
        <Button size="small" tone="ghost" disabled={query.isFetchingNextPage} onClick={older}>
          {t("more")}
        </Button>
      )}
      {events.length > 0 && (
        <p className="history-keys" aria-hidden>
          {(
            [
              ["J K", "keyMove"],
              ["→", "keyExpand"],
              ["/", "keySearch"],
              ["F", "keyFilter"],
              ["D", "keyDay"],
            ] as const
          ).map(([key, label]) => (
            <span key={key}>
              <kbd className="key">{key}</kbd> {t(label)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** Months where they begin, with how many of the events are theirs. */
function monthsOf(events: readonly { readonly event: { id: string; at: string } }[], nameOf: (at: string) => string) {
  const months = new Map<string, { name: string; count: number; last: boolean }>();
  let month: { name: string; count: number; last: boolean } | undefined;
  for (const { event } of events) {
    const name = nameOf(event.at);
    if (month?.name === name) month.count += 1;
    else {
      if (month) month.last = false;
      month = { name, count: 1, last: true };
      months.set(event.id, month);
    }
  }
  return months;
}

export function HistoryPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const today = useBusinessDay()();
  return (
    <PanelFrame title={t("title")} onClose={onClose}>
      <Future scope={{ type: "sw_account", id }} few={5} />
      <p className="history-today">
        <span>{t("today")}</span>
        <time>{format.day(today)}</time>
      </p>
      <div className="section">
        <Timeline accountId={id} />
      </div>
    </PanelFrame>
  );
}
