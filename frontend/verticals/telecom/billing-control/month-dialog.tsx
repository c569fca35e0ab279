"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { monthBefore } from "./anomaly-groups";
import { MonthRuns } from "./month-runs";
import { useMonthCheck } from "./use-month-check";

/** Months to choose from: this one and two years back. */
const monthsBack = 24;

/** Checks the whole park for a month and says what that has changed. */
export function MonthDialog({ month, onClose }: { month: string; onClose: () => void }) {
  const t = useTranslations("telecom.billingControl.monthCheck");
  const format = useFormat();
  const today = useBusinessDay()().slice(0, 7);
  const [chosen, setChosen] = useState(month || monthBefore(today, 1));
  const { runs, check } = useMonthCheck();
  const busy = runs.some(({ state }) => state === "working");
  const months = Array.from({ length: monthsBack + 1 }, (_, index) => monthBefore(today, index));
  return (
    <Dialog
      narrow
      open
      title={t("title")}
      description={t("description")}
      closeLabel={t("close")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button tone="ghost" onClick={onClose}>
            {t("close")}
          </Button>
          <Button tone="primary" working={busy} onClick={() => void check([chosen])}>
            {t("run")}
          </Button>
        </>
      }
    >
      <label className="field-label">
        {t("month")}
        <select className="select" value={chosen} disabled={busy} onChange={(event) => setChosen(event.target.value)}>
          {[...new Set([chosen, ...months])]
            .sort()
            .reverse()
            .map((one) => (
              <option key={one} value={one}>
                {format.month(one)}
              </option>
            ))}
        </select>
      </label>
      <MonthRuns runs={runs.filter((run) => run.month === chosen)} />
    </Dialog>
  );
}
