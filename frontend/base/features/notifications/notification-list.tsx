"use client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { BellOff, CheckCheck, Clock, Settings2 } from "lucide-react";
import Link from "next/link";
import { addDays } from "@softwhere/services/platform/day";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/toast";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { initialsOf } from "@/base/format/initials";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Button, IconButton } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import type { Notice } from "./server";
import { whileWorking } from "@/ui/while-working";

const step = 50;
const refresh = () => queryClient.invalidateQueries(api.notifications.pathFilter());

/** Newest first, by day. Opening one marks it read; whether what it is about may still be seen is asked there. */
export function NotificationList({ onDone, onPreferences }: { onDone: () => void; onPreferences: () => void }) {
  const t = useTranslations("notifications");
  const [limit, setLimit] = useState(step);
  const list = useQuery(
    api.notifications.list.queryOptions({ limit }, { placeholderData: keepPreviousData, staleTime: 0 }),
  );
  const markAll = useMutation({
    mutationFn: () => apiClient.base.notifications.markAllRead.mutate(),
    onSuccess: refresh,
    onError: () => toast.error(t("failed")),
  });
  const notices = list.data?.notices ?? [];
  return (
    <>
      <div className="notifications-head">
        <h2>{t("title")}</h2>
        <span className="grow" />
        <IconButton
          label={t("markAll")}
          working={markAll.isPending || notices.every(({ read }) => read)}
          onClick={() => markAll.mutate()}
        >
          <CheckCheck className="icon small" aria-hidden />
        </IconButton>
        <IconButton label={t("preferences.title")} onClick={onPreferences}>
          <Settings2 className="icon small" aria-hidden />
        </IconButton>
      </div>
      <div className="notifications-body">
        {list.isPending && <SkeletonRows rows={5} />}
        {list.isError && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={list.error}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.data && notices.length === 0 && (
          <div className="empty">
            <BellOff className="icon" aria-hidden />
            <p>{t("none")}</p>
            <Button size="small" onClick={onPreferences}>
              {t("preferences.title")}
            </Button>
          </div>
        )}
        <Days notices={notices} onDone={onDone} />
        {list.data?.more && (
          <Button tone="ghost" className="notifications-more" onClick={() => setLimit(limit + step)}>
            {t("more")}
          </Button>
        )}
      </div>
    </>
  );
}

function Days({ notices, onDone }: { notices: readonly Notice[]; onDone: () => void }) {
  const dayName = useDayName();
  const dayOf = useBusinessDay();
  const days = new Map<string, Notice[]>();
  for (const notice of notices) {
    const day = dayOf(new Date(notice.occurredAt));
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={dayName(day)}>
      <h3>{dayName(day)}</h3>
      <ul>
        {ofDay.map((notice) => (
          <Row key={notice.id} notice={notice} onDone={onDone} />
        ))}
      </ul>
    </section>
  ));
}

function Row({ notice, onDone }: { notice: Notice; onDone: () => void }) {
  const t = useTranslations("notifications");
  const format = useFormat();
  const mark = useMutation({
    mutationFn: (read: boolean) => apiClient.base.notifications.markRead.mutate({ id: notice.id, read }),
    onSuccess: refresh,
    onError: () => toast.error(t("failed")),
  });
  const time = new Intl.DateTimeFormat(format.language === "fr" ? "fr-FR" : "en-GB", { timeStyle: "short" }).format(
    new Date(notice.occurredAt),
  );
  return (
    <li className={notice.read ? "notification" : "notification unread"}>
      <Link
        href={notice.place}
        prefetch={false}
        onClick={() => {
          if (!notice.read) mark.mutate(true);
          onDone();
        }}
      >
        <span className="avatar" aria-hidden>
          {initialsOf(notice.actor ?? "") || <Clock className="icon small" />}
        </span>
        <span className="notification-text">
          <span>{notice.sentence}</span>
          <small>
            {[time, notice.account].filter(Boolean).join(" · ")}
            {!notice.read && <span className="visually-hidden"> · {t("unread")}</span>}
          </small>
        </span>
      </Link>
      <button
        type="button"
        className="notification-mark"
        aria-label={`${notice.read ? t("markUnread") : t("markRead")} : ${notice.sentence}`}
        title={notice.read ? t("markUnread") : t("markRead")}
        onClick={() => mark.mutate(!notice.read)}
        {...whileWorking(mark.isPending)}
      >
        <i aria-hidden />
      </button>
    </li>
  );
}

function useDayName(): (day: string) => string {
  const t = useTranslations("notifications");
  const { language } = useFormat();
  const long = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const today = useBusinessDay()();
  return (day) =>
    day === today ? t("today") : day === addDays(today, -1) ? t("yesterday") : long.format(new Date(day));
}
