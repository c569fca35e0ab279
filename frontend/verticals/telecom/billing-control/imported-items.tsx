"use client";
import { useEffect, useRef } from "react";
import type { ImportedProps } from "@/base/extension-points/define-vertical";
import { MonthRuns } from "./month-runs";
import { useMonthCheck } from "./use-month-check";

/** More months than this in one file are months gone by: checked when somebody asks. */
const mostMonths = 3;

/** After what customers are billed has come in, its months are checked. */
export function ImportedItems({ rows }: ImportedProps) {
  const { runs, check, may } = useMonthCheck();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !may) return;
    begun.current = true;
    const months = new Set(rows.flatMap(({ period_start: day }) => (typeof day === "string" ? day.slice(0, 7) : [])));
    void check([...months].sort().reverse().slice(0, mostMonths));
  }, [rows, check, may]);
  return <MonthRuns runs={runs} />;
}
