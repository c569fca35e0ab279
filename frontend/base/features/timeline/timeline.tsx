"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { useTranslations } from "next-intl";
import { parseAsJson, useQueryState } from "nuqs";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { subjectText, valueText } from "./entry-text";
import { Future } from "./future";
import { TimelineFilter, type TimelineFilterValue } from "./timeline-filter";

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
  by: z.object({ kind: text, person: text, field: text, from: text, to: text }),
});
const narrowed = parseAsJson((value: unknown) => {
  const read = narrowedShape.safeParse(value).data;
  return read ? { of: read.of, by: withoutGaps(read.by) } : null;
});
const withoutGaps = (by: Record<string, string | undefined>): TimelineFilterValue =>
  Object.fromEntries(Object.entries(by).filter(([, value]) => value));

const page = 60;
const most = 300;

/** What happened to one object and what belongs to it, newest first, as a person would say it. */
export function Timeline({ type, subjectId, accountId }: TimelineProps) {
  const t = useTranslations("journal");
  const of = subjectId ?? accountId ?? "";
  const [stored, setStored] = useQueryState("past", narrowed);
  // The filter of one object's history is not that of the next one's.
  const filter: TimelineFilterValue = stored?.of === of ? stored.by : {};
  const setFilter = (by: TimelineFilterValue) => void setStored(Object.keys(by).length > 0 ? { of, by } : null);
  const [limit, setLimit] = useState(page);
  const account = type === "sw_account" ? subjectId : accountId;
  const scope = account ? { accountId: account } : { ...(type && { type }), ...(subjectId && { subjectId }) };
  const query = useQuery(
    api.journal.list.queryOptions({ ...scope, filter, limit }, { placeholderData: keepPreviousData }),
  );
  const filtered = Object.keys(filter).length > 0;
  if (query.isPending) return <SkeletonRows rows={4} />;
  if (query.isError)
    return <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />;
  const { entries, names, subjects, more } = query.data;
  if (entries.length === 0 && !filtered) return <p className="quiet">{t("none")}</p>;
  return (
    <>
      <TimelineFilter scope={scope} entries={entries} value={filter} onChange={setFilter} />
      {entries.length === 0 && <p className="quiet">{t("noneFiltered")}</p>}
      <ol aria-busy={query.isFetching}>
        {joinRequests(entries).map((entry) => (
          <TimelineEntry
            key={entry.id}
            entry={entry}
            names={names}
            subject={subjects[entry.subject_id ?? ""]}
            named={entry.subject_id !== subjectId}
          />
        ))}
      </ol>
      {more && limit < most && (
        <Button size="small" tone="ghost" onClick={() => setLimit(Math.min(most, limit + page * 2))}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

interface TimelineEntryProps {
  readonly entry: SwJournalEntry;
  readonly names: Readonly<Record<string, string>>;
  readonly subject: Parameters<typeof subjectText>[1];
  /** Whether it is about something else than what the timeline is of, so that it has to be said. */
  readonly named: boolean;
}

/** One entry, as a sentence. */
export function TimelineEntry({ entry, names, subject, named }: TimelineEntryProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const type = entry.subject_type ?? "";
  const what = subjectText(entry, subject, format, (name, day) => t("since", { name, day }));
  const updated = entry.operation === "update";
  return (
    <li className="timeline-event">
      <time dateTime={entry.occurred_at ?? ""}>{format.moment(entry.occurred_at)}</time>
      <span className="timeline-mark">
        <i />
      </span>
      <div>
        {updated ? (
          (entry.changes ?? []).map((change) => (
            <p key={change.field}>
              {format.fieldLabel(type, change.field)} :{" "}
              <span className="soft">{valueText(entry, change.field, change.from, names, format)}</span> →{" "}
              <b className="medium">{valueText(entry, change.field, change.to, names, format)}</b>
            </p>
          ))
        ) : (
          <p>
            {t(entry.operation === "delete" ? "delete" : "create", { type: named ? what : format.typeLabel(type) })}
          </p>
        )}
        <small>
          {[
            updated && named && what,
            entry.actor_name,
            entry.cause !== "user" && format.valueLabel("sw_journal_entry", "cause", entry.cause ?? "user"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </div>
    </li>
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
export function joinRequests(entries: readonly SwJournalEntry[]): SwJournalEntry[] {
  const joined: SwJournalEntry[] = [];
  for (const entry of entries) {
    const twin = joined.find(
      (other) =>
        other.request_id === entry.request_id &&
        other.subject_id === entry.subject_id &&
        other.operation === entry.operation,
    );
    if (twin) twin.changes = [...(twin.changes ?? []), ...(entry.changes ?? [])];
    else joined.push({ ...entry });
  }
  return joined;
}
