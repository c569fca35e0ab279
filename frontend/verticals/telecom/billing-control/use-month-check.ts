"use client";
import {
  type MonthReport,
  type MonthRunState,
  monthPermissions,
} from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { errorCode, isPermanent, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { workStore } from "@/base/work/work";
import { useCan } from "@/base/viewer/viewer";
import { telecomClient } from "../api";

export type MonthRun =
  /** `total`: null until it is known. */
  | { readonly state: "working"; readonly month: string; readonly lines: number; readonly total: number | null }
  | { readonly state: "done"; readonly month: string; readonly report: MonthReport }
  | { readonly state: "failed"; readonly month: string; readonly code: string };

const askEvery = 700;
/** So often in a row nothing answers before it is said: a host that starts anew goes on with the run. */
const unanswered = 120;

/** Checks of months, one after the other; what each has changed stays to be read. They go on when nobody looks. */
export function useMonthCheck() {
  const can = useCan();
  const format = useFormat();
  const t = useTranslations("telecom.billingControl.monthCheck");
  const [runs, setRuns] = useState<readonly MonthRun[]>([]);
  const check = useCallback(
    async (months: readonly string[]) => {
      const put = (run: MonthRun) => {
        setRuns((before) => [...before.filter(({ month }) => month !== run.month), run]);
        workStore.put({
          id: `month-check-${run.month}`,
          title: t("work", { month: format.month(run.month) }),
          done: run.state === "working" ? run.lines : run.state === "done" ? run.report.lines : 0,
          total: run.state === "working" ? run.total : null,
          refused: 0,
          state: run.state === "working" ? "running" : run.state === "done" ? "done" : "interrupted",
        });
      };
      for (const month of months) {
        put({ state: "working", month, lines: 0, total: null });
        try {
          const { run } = await telecomClient.telecom.billingControl.checkMonth.mutate({ month });
          put(
            await followed(run, month, ({ lines, total }) => {
              put({ state: "working", month, lines, total });
            }),
          );
        } catch (error) {
          put({ state: "failed", month, code: errorCode(error) });
        }
      }
      if (months.length > 0) await queryClient.invalidateQueries();
    },
    [t, format],
  );
  return { runs, check, may: monthPermissions.every((permission) => can(permission)) };
}

type Running = Extract<MonthRunState, { state: "running" }>;

async function followed(run: string, month: string, running: (state: Running) => void): Promise<MonthRun> {
  for (let failures = 0; ; ) {
    await new Promise((resolve) => setTimeout(resolve, askEvery));
    try {
      const state = await telecomClient.telecom.billingControl.monthRun.query({ run });
      failures = 0;
      if (state.state === "done") return { state: "done", month, report: state.report };
      if (state.state === "failed") return { state: "failed", month, code: "UNKNOWN" };
      running(state);
    } catch (error) {
      failures += 1;
      if (isPermanent(errorCode(error)) || failures > unanswered) throw error;
    }
  }
}
