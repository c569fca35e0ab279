"use client";
import {
  type MonthReport,
  monthPermissions,
} from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import { useCallback, useState } from "react";
import { errorCode, queryClient } from "@/base/api/browser";
import { useCan } from "@/base/viewer/viewer";
import { telecomClient } from "../api";

export type MonthRun =
  | { readonly state: "working"; readonly month: string }
  | { readonly state: "done"; readonly month: string; readonly report: MonthReport }
  | { readonly state: "failed"; readonly month: string; readonly code: string };

/** Checks of months, one after the other; what each has changed stays to be read. */
export function useMonthCheck() {
  const can = useCan();
  const [runs, setRuns] = useState<readonly MonthRun[]>([]);
  const check = useCallback(async (months: readonly string[]) => {
    const put = (run: MonthRun) => setRuns((before) => [...before.filter(({ month }) => month !== run.month), run]);
    for (const month of months) {
      put({ state: "working", month });
      try {
        put({ state: "done", month, report: await telecomClient.telecom.billingControl.checkMonth.mutate({ month }) });
      } catch (error) {
        put({ state: "failed", month, code: errorCode(error) });
      }
    }
    if (months.length > 0) await queryClient.invalidateQueries();
  }, []);
  return { runs, check, may: monthPermissions.every((permission) => can(permission)) };
}
