"use client";
import type { Unmatched } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { ReferenceEditor } from "@/base/records/reference-editor";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { telecomClient } from "../api";

type Entry = Unmatched["entries"][number];

interface Props {
  readonly data: Unmatched | undefined;
  readonly pending: boolean;
  readonly onRetry: () => void;
}

/** Rows of invoices that no line was found for: a suggestion or a choice attaches them, for this invoice and the next ones. */
export function UnmatchedList({ data, pending, onRetry }: Props) {
  const t = useTranslations("telecom.billingControl.unmatched");
  const page = useTranslations("telecom.billingControl");
  const format = useFormat();
  const [choosing, setChoosing] = useState<string | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  if (pending) return <SkeletonRows rows={4} />;
  if (!data) return <ErrorNotice message={t("loadFailed")} retryLabel={page("retry")} onRetry={onRetry} />;
  const { entries, more } = data;
  const same = entries.flatMap((entry) => {
    const exact = entry.suggestions.filter((line) => line.same);
    return exact.length === 1 && exact[0] ? [{ entry, lineId: exact[0].id }] : [];
  });
  const attach = async (chosen: readonly { entry: Entry; lineId: string }[]) => {
    const sum = { rows: 0, found: 0, remembered: true };
    setChoosing(null);
    try {
      for (const [done, { entry, lineId }] of chosen.entries()) {
        setProgress({ done, total: chosen.length });
        const result = await telecomClient.telecom.billingControl.attach.mutate({
          rows: [...entry.rowIds],
          lineId,
          remember: true,
        });
        sum.rows += result.rows;
        sum.found += result.rechecked.found;
        sum.remembered &&= result.remembered;
      }
      toast.success(t("attached", { ...sum, remembered: sum.remembered ? "yes" : "no" }));
    } catch {
      toast.error(t("failed"));
    }
    setProgress(null);
    await queryClient.invalidateQueries();
  };
  if (entries.length === 0)
    return (
      <p className="empty">
        <strong>{t("none")}</strong>
      </p>
    );
  return (
    <section className="unmatched" aria-busy={progress !== null}>
      <div className="unmatched-head">
        <p className="soft">{t("help")}</p>
        {progress ? (
          <span className="quiet" aria-live="polite">
            {t("attaching", { done: progress.done, total: progress.total })}
          </span>
        ) : (
          same.length > 0 && (
            <Button tone="primary" onClick={() => void attach(same)}>
              {t("attachAll", { count: same.length })}
            </Button>
          )
        )}
      </div>
      <table className="anomaly-table">
        <thead>
          <tr>
            <th>{t("identifier")}</th>
            <th className="amount">{t("net")}</th>
            <th>{t("means")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.key}>
              <td className="sentence">
                <b className="medium">{nameOf(entry, format.number)}</b>
                <small className="quiet">
                  {[
                    entry.labels[0],
                    entry.supplierName,
                    t("invoices", { count: entry.invoices.length, first: entry.invoices[0] ?? "" }),
                    t("rows", { count: entry.rowIds.length }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </td>
              <td className="amount medium">{entry.net === undefined ? "—" : format.money(entry.net)}</td>
              <td>
                <div className="unmatched-choices">
                  {entry.suggestions.map((line) => (
                    <Button
                      key={line.id}
                      size="small"
                      working={progress !== null}
                      onClick={() => void attach([{ entry, lineId: line.id }])}
                    >
                      {[format.number(line.number), line.userName, line.accountName, line.same && t("same")]
                        .filter(Boolean)
                        .join(" · ")}
                    </Button>
                  ))}
                  {choosing === entry.key ? (
                    <ReferenceEditor
                      label={t("line")}
                      value={null}
                      target="sw_line"
                      required
                      onChosen={() => undefined}
                      onSave={(id) => {
                        if (typeof id === "string" && id) void attach([{ entry, lineId: id }]);
                      }}
                      onCancel={() => setChoosing(null)}
                    />
                  ) : (
                    <Button size="small" working={progress !== null} onClick={() => setChoosing(entry.key)}>
                      {t("choose")}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="quiet unmatched-head">{t("more", { count: more })}</p>}
    </section>
  );
}

function nameOf({ identifiers }: Entry, number: (text: string) => string): string {
  const { serviceId, iccid, number: dialled, customerReference } = identifiers;
  return [dialled && number(dialled), serviceId, iccid, customerReference].filter(Boolean).join(" · ");
}
