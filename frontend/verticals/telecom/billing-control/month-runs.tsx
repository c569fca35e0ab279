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
      <p key={run.month} className="quiet" role="status">
        <LoaderCircle className="icon small spinning" aria-hidden /> {t("running", { month: format.month(run.month) })}
      </p>
    ) : (
      <p key={run.month} className="bad" role="alert">
        {t(run.code === "FORBIDDEN" ? "forbidden" : "failed")}
      </p>
    ),
  );
}
