"use client";
import { useQuery } from "@tanstack/react-query";
import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { type Format, formatNumber, useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { Future } from "./future";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

/** What happened to one object, newest first, as a person would say it. */
export function Timeline({ subjectId, accountId }: { subjectId?: string; accountId?: string }) {
  const t = useTranslations("journal");
  const format = useFormat();
  const query = useQuery(api.journal.list.queryOptions({ ...(subjectId ? { subjectId } : {}), ...(accountId ? { accountId } : {}) }));
  if (query.isPending) return <SkeletonRows rows={4} />;
  if (query.isError) return <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />;
  const { entries, names } = query.data;
  if (entries.length === 0) return <p className="quiet">{t("none")}</p>;
  return (
    <ol>
      {joinRequests(entries).map((entry) => (
        <li key={entry.id} className="timeline-event">
          <time dateTime={entry.occurred_at ?? ""}>{format.moment(entry.occurred_at)}</time>
          <span className="timeline-mark">
            <i />
          </span>
          <div>
            {entry.operation === "update" ? (
              (entry.changes ?? []).map((change) => (
                <p key={change.field}>
                  {format.fieldLabel(entry.subject_type ?? "", change.field)} : <span className="soft">{readable(entry, change.field, change.from, names, format)}</span> → <b className="medium">{readable(entry, change.field, change.to, names, format)}</b>
                </p>
              ))
            ) : (
              <p>{t(entry.operation ?? "create", { type: format.typeLabel(entry.subject_type ?? "") })}</p>
            )}
            <small>
              {[accountId && entry.subject_label && `${format.typeLabel(entry.subject_type ?? "")} ${formatNumber(entry.subject_label)}`, entry.actor_name, entry.cause !== "user" && format.valueLabel("sw_journal_entry", "cause", entry.cause ?? "user")].filter(Boolean).join(" · ")}
            </small>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function HistoryPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("journal");
  return (
    <PanelFrame title={t("title")} onClose={onClose}>
      <Future scope={{ type: "sw_account", id }} />
      <div className="section">
        <Timeline accountId={id} />
      </div>
    </PanelFrame>
  );
}

/** A save that touched protected fields is several entries; people see one. */
function joinRequests(entries: readonly SwJournalEntry[]): SwJournalEntry[] {
  const joined: SwJournalEntry[] = [];
  for (const entry of entries) {
    const twin = joined.find((other) => other.request_id === entry.request_id && other.subject_id === entry.subject_id && other.operation === entry.operation);
    if (twin) twin.changes = [...(twin.changes ?? []), ...(entry.changes ?? [])];
    else joined.push({ ...entry });
  }
  return joined;
}

function readable(entry: SwJournalEntry, field: string, text: string | null, names: Record<string, string>, format: Format): string {
  if (text === null || text === "") return "—";
  const kind = fieldKinds[entry.subject_type ?? ""]?.[field];
  if (kind?.target) return names[text] || "…";
  if (kind?.type === "list" || kind?.type === "state") return format.valueLabel(entry.subject_type ?? "", field, text);
  if (kind?.type === "date") return format.day(text);
  if (kind?.type === "decimal" && /price|gross|net|discount|amount|expected|found/.test(field)) return format.money(text);
  return formatNumber(text);
}
