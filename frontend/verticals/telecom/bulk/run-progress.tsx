"use client";
import { useTranslations } from "next-intl";
import type { BulkRun } from "@/base/bulk/run-store";

/** How far an order over many lines is. */
export function RunProgress({ run }: { run: BulkRun<unknown> }) {
  const t = useTranslations("telecom.run");
  const total = run.rows.length;
  const changed = [...run.results.values()].filter((result) => result.kind === "changed").length;
  const refused = run.results.size - changed;
  const underWay = run.part ? (run.part.done / Math.max(run.part.total, 1)) * (total - run.results.size) : 0;
  return (
    <div className="run-progress" role="status" aria-live="polite">
      <div className="run-progress-text">
        <b>{t("progress", { changed, total })}</b>
        {refused > 0 && <span className="bad">{t("refused", { count: refused })}</span>}
        {run.state === "interrupted" && <span className="bad">{t("interrupted")}</span>}
        {run.state === "stopped" && <span className="warn">{t("stopped", { count: total - run.results.size })}</span>}
        <span className="grow" />
        {run.part && <span className="quiet">{t("part", { done: run.part.done, total: run.part.total })}</span>}
        {run.state === "running" && <span className="quiet">{t("mayClose")}</span>}
      </div>
      <div className="progress">
        <i style={{ width: `${((changed + underWay) / total) * 100}%` }} />
        <i className="bad" style={{ width: `${(refused / total) * 100}%` }} />
      </div>
    </div>
  );
}
