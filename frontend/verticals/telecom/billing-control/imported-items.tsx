"use client";
import { lastMonths } from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import { useEffect, useRef } from "react";
import type { ImportedProps } from "@/base/extension-points/define-vertical";
import { MonthRuns } from "./month-runs";
import { useMonthCheck } from "./use-month-check";

/** After what customers are billed has come in, its months are checked. */
export function ImportedItems({ rows }: ImportedProps) {
  const { runs, check, may } = useMonthCheck();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !may) return;
    begun.current = true;
    void check(lastMonths(rows.map(({ period_start: day }) => day)));
  }, [rows, check, may]);
  return <MonthRuns runs={runs} />;
}
