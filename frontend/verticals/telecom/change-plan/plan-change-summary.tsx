"use client";
import { useTranslations } from "next-intl";
import { marginRate, useFormat } from "@/base/format/format";
import type { Movement, Totals } from "./plan-change";
import type { PlanChangeRun } from "./run-store";

export function PlanChangeSummary({ totals, excluded, money, margin }: { totals: Totals; excluded: number; money: boolean; margin: boolean }) {
  const t = useTranslations("telecom.changePlan");
  const format = useFormat();
  const staying = totals.staying + excluded;
  const margins: Movement = { before: totals.sell.before - totals.buy.before, after: totals.sell.after - totals.buy.after };
  const rate = marginRate(totals.sell.after, totals.buy.after);
  return (
    <dl className="plan-summary">
      <div>
        <dt>{t("lines")}</dt>
        <dd>
          <b>{t("changing", { count: totals.changing })}</b> {staying > 0 && <span className="warn">{t("staying", { count: staying })}</span>}
        </dd>
      </div>
      {money && <Amounts label={t("sellPerMonth")} movement={totals.sell} />}
      {margin && <Amounts label={t("buyPerMonth")} movement={totals.buy} />}
      {money && margin && <Amounts label={t("marginPerMonth")} movement={margins} good detail={rate === undefined ? undefined : format.percent(rate)} />}
    </dl>
  );
}

function Amounts({ label, movement, good = false, detail }: { label: string; movement: Movement; good?: boolean; detail?: string | undefined }) {
  const format = useFormat();
  const change = movement.after - movement.before;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="quiet">{format.money(movement.before)}</span> <b>{format.money(movement.after)}</b> <span className={good ? (change >= 0 ? "good" : "bad") : "soft"}>{format.signedMoney(change)}</span>{" "}
        {detail && <span className="quiet">{detail}</span>}
      </dd>
    </div>
  );
}

export function RunProgress({ run }: { run: PlanChangeRun }) {
  const t = useTranslations("telecom.changePlan");
  const total = run.rows.length;
  const changed = [...run.results.values()].filter((result) => result.kind === "changed").length;
  const refused = run.results.size - changed;
  return (
    <div className="run-progress" role="status" aria-live="polite">
      <div className="run-progress-text">
        <b>{t("progress", { changed, total })}</b>
        {refused > 0 && <span className="bad">{t("refused", { count: refused })}</span>}
        {run.state === "interrupted" && <span className="bad">{t("interrupted")}</span>}
        {run.state === "stopped" && <span className="warn">{t("stopped", { count: total - run.results.size })}</span>}
        <span className="grow" />
        {run.state === "running" && <span className="quiet">{t("mayClose")}</span>}
      </div>
      <div className="progress">
        <i style={{ width: `${(changed / total) * 100}%` }} />
        <i className="bad" style={{ width: `${(refused / total) * 100}%` }} />
      </div>
    </div>
  );
}
