"use client";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { MonthResult } from "./month-result";
import type { MonthRun } from "./use-month-check";

/** Checks of months as they go on, and what they have changed. */
export function MonthRuns({ runs }: { runs: readonly MonthRun[] }) {
  const t = useTranslations("telecom.billingControl.monthCheck");
  const format = useFormat();
  return runs.map((run) =>
    run.state === "done" ? (
      <MonthResult key={run.month} report={run.report} />
    ) : run.state === "working" ? (
      <div key={run.month} className="run-progress">
        <p className="run-progress-text" role="status">
          <span>
            <LoaderCircle className="icon small spinning" aria-hidden />{" "}
            {t("running", { month: format.month(run.month) })}
          </span>
          <span className="grow" />
          <span className="quiet">{t("mayClose")}</span>
        </p>
        {run.total !== null && run.total > 0 && (
          <>
            <span className="quiet">{t("progress", { lines: run.lines, total: run.total })}</span>
            <div
              className="progress"
              role="progressbar"
              aria-label={t("running", { month: format.month(run.month) })}
              aria-valuemin={0}
              aria-valuemax={run.total}
              aria-valuenow={Math.min(run.lines, run.total)}
            >
              <i style={{ width: `${Math.min(1, run.lines / run.total) * 100}%` }} />
            </div>
          </>
        )}
      </div>
    ) : (
      <p key={run.month} className="bad" role="alert">
        {t(run.code === "FORBIDDEN" ? "forbidden" : "failed")}
      </p>
    ),
  );
}
