"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

const few = 8;

/** As the bell does when one is opened there; a failure leaves it new, which loses nothing. */
const markRead = (id: string) =>
  void apiClient.base.notifications.markRead
    .mutate({ id, read: true })
    .then(() => queryClient.invalidateQueries(api.notifications.pathFilter()))
    .catch(() => undefined);

/** What changed where the person wants to be told of it: followed accounts, tasks, what is theirs. */
export function NewsCard() {
  const t = useTranslations("home");
  const format = useFormat();
  const query = useQuery(api.notifications.list.queryOptions({ limit: few }));
  const unread = query.data?.notices.filter(({ read }) => !read).length ?? 0;
  return (
    <Card title={t("news")} aside={unread > 0 && <span className="tag">{t("unread", { count: unread })}</span>}>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      )}
      {query.data?.notices.length === 0 && <p className="quiet">{t("noNews")}</p>}
      <ul className="card-news">
        {query.data?.notices.map((notice) => (
          <li key={notice.id} className={notice.read ? "" : "unread"}>
            <Link
              href={notice.place}
              className="link"
              prefetch={false}
              onClick={() => !notice.read && markRead(notice.id)}
            >
              {notice.sentence}
            </Link>
            <small className="quiet">
              {[notice.account, notice.actor, format.moment(notice.occurredAt)].filter(Boolean).join(" · ")}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
