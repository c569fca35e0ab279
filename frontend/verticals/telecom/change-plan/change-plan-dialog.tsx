"use client";
import { DayInput } from "@/base/editing/day-input";
import { addDays, nextMonth } from "@softwhere/services/platform/day";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { toast } from "@/ui/toast";
import { stillToDo } from "@/base/bulk/run-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useBusinessDay, useCan } from "@/base/viewer/viewer";
import { Dialog } from "@/ui/dialog";
import { saveFile } from "@/ui/save-file";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import type { LineRow, ParkRow } from "../parks/server";
import { RunButtons } from "../bulk/run-buttons";
import { RunProgress } from "../bulk/run-progress";
import { PlanChangeTable } from "./plan-change-table";
import { PlanChangeSummary } from "./plan-change-summary";
import type { PeriodPrice } from "@softwhere/services/verticals/telecom/domain/billing-period";
import { type PricePolicy, planChangeTotals } from "@softwhere/services/verticals/telecom/domain/plan-change";
import { previewCsv } from "./preview-csv";
import { runStore } from "./run-store";

export interface ChangePlanDialogProps {
  readonly lines: readonly LineRow[];
  readonly parks: readonly ParkRow[];
  readonly siteNames: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  /** Leaves the change for what has to be done with a suspended line first; absent for who may not. */
  readonly onResume?: ((lineId: string) => void) | undefined;
}

/** Choose, see what each line becomes, run, see what each line became, undo. */
export function ChangePlanDialog({ lines, parks, siteNames, onClose, onResume }: ChangePlanDialogProps) {
  const t = useTranslations("telecom.changePlan");
  const format = useFormat();
  const offerUndo = useOfferUndo();
  const can = useCan();
  const today = useBusinessDay()();
  const [planId, setPlanId] = useState("");
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [otherDay, setOtherDay] = useState(false);
  const [policy, setPolicy] = useState<PricePolicy>("keep-negotiated");
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const run = useSyncExternalStore(runStore.subscribe, runStore.snapshot, () => null);
  // The results of an earlier run were read; this is another selection.
  useEffect(() => runStore.clearFinished(), []);
  const operatorIds = useMemo(() => {
    const wanted = new Set(lines.map((line) => line.parkId));
    return [...new Set(parks.filter((park) => wanted.has(park.id)).flatMap((park) => park.operatorId ?? []))];
  }, [lines, parks]);
  // Prices of a month alone need no word; beside others each says what it pays for.
  const priceText = ({ net, period }: PeriodPrice) =>
    plans.data?.some(({ sell }) => sell && sell.period !== "month") ? format.moneyPer(net, period) : format.money(net);
  const dayChosen = effectiveOn !== "";
  const plans = useQuery(telecomApi.changePlan.plans.queryOptions({ operatorIds, on: effectiveOn || today }));
  const lineIds = useMemo(() => lines.map((line) => line.id), [lines]);
  const preview = useQuery(
    telecomApi.changePlan.preview.queryOptions(
      { lineIds, planId, effectiveOn, policy },
      { enabled: planId !== "" && dayChosen && !run, staleTime: 0 },
    ),
  );
  const rows = dayChosen ? (preview.data?.rows ?? []) : [];
  const scheduled = (run?.order.effectiveOn ?? effectiveOn) > today;
  const replacing = rows.filter((row) => !row.blocked && !excluded.has(row.id) && row.replaces.length > 0).length;
  const days = [...new Set([today, `${today.slice(0, 7)}-01`, nextMonth(today)])];
  const changing = rows.filter((row) => !row.blocked && !excluded.has(row.id));
  const close = () => {
    runStore.clearFinished();
    onClose();
  };
  const announce = (done: { runId: string; results: ReadonlyMap<string, { kind: string }> }) => {
    const changed = [...done.results.values()].filter((result) => result.kind === "changed").length;
    const refused = done.results.size - changed;
    const message = t(scheduled ? "scheduledToast" : "toast", { changed, refused });
    if (changed > 0) offerUndo(message, done.runId, { label: t("undo") });
    else toast.message(message);
  };
  const start = () =>
    void runStore.start(
      t("title", { count: changing.length }),
      { planId, effectiveOn, policy },
      changing.map(({ id, version }) => ({ id, version })),
      announce,
    );
  const results = run?.results ?? new Map();
  const retry = async () => {
    const fresh = (await preview.refetch()).data?.rows ?? [];
    await runStore.retry(stillToDo(run, fresh), announce);
  };

  return (
    <Dialog
      open
      title={t("title", { count: lines.length })}
      description={t("description")}
      closeLabel={t("close")}
      onClose={close}
      footer={
        <RunButtons
          run={run}
          startLabel={t(scheduled ? "schedule" : "run", { count: changing.length, day: format.day(effectiveOn) })}
          mayStart={changing.length > 0 && !preview.isFetching}
          onStart={start}
          onStop={() => runStore.stop()}
          onRetry={() => void retry()}
          onClose={close}
        />
      }
    >
      <div className="plan-inputs">
        <label className="field-label">
          {t("newPlan")}
          <select
            className="select"
            value={planId}
            disabled={Boolean(run)}
            onChange={(event) => setPlanId(event.target.value)}
          >
            <option value="">{t("choosePlan")}</option>
            {plans.data?.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {plan.name}
                {plan.sell ? ` — ${priceText(plan.sell)}` : ""}
              </option>
            ))}
          </select>
        </label>
        <label className="field-label">
          {t("effectiveOn")}
          <select
            className="select"
            value={otherDay ? "other" : effectiveOn}
            disabled={Boolean(run)}
            onChange={(event) => {
              const other = event.target.value === "other";
              setOtherDay(other);
              if (!other) setEffectiveOn(event.target.value);
            }}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {t(day === today ? "today" : day < today ? "firstOfMonth" : "firstOfNextMonth", {
                  day: format.day(day),
                })}
              </option>
            ))}
            <option value="other">{t("otherDay")}</option>
          </select>
        </label>
        {otherDay && (
          <label className="field-label">
            {t("day")}
            <DayInput
              value={effectiveOn}
              disabled={Boolean(run)}
              onValue={(day, isDay) => setEffectiveOn(isDay && day >= today ? day : "")}
            />
          </label>
        )}
        <label className="field-label">
          {t("sellPrice")}
          <select
            className="select"
            value={policy}
            disabled={Boolean(run)}
            onChange={(event) => setPolicy(event.target.value === "catalogue" ? "catalogue" : "keep-negotiated")}
          >
            <option value="keep-negotiated">{t("keepNegotiated")}</option>
            <option value="catalogue">{t("catalogue")}</option>
          </select>
        </label>
      </div>
      {run ? (
        <RunProgress run={run} />
      ) : (
        rows.length > 0 && (
          <PlanChangeSummary
            totals={planChangeTotals(rows.filter((row) => !excluded.has(row.id)))}
            excluded={excluded.size}
            money={rows.some((row) => row.newSell !== undefined)}
            margin={rows.some((row) => row.newBuy !== undefined)}
          />
        )
      )}
      {!run && rows.length > 0 && can("export") && (
        <p className="preview-export">
          <button
            type="button"
            className="link"
            onClick={() => saveFile(`${t("exportName")}.csv`, previewCsv(rows, { t, format, siteNames }), "text/csv")}
          >
            <Download className="icon small" aria-hidden /> {t("export")}
          </button>
        </p>
      )}
      {!run && scheduled && dayChosen && rows.length > 0 && (
        <p className="order-summary">
          {t("scheduledHelp", { day: format.day(effectiveOn) })}{" "}
          {replacing > 0 && <span className="warn">{t("replacing", { count: replacing })}</span>}
        </p>
      )}
      {(!planId || !dayChosen) && <p className="empty">{t("chooseFirst")}</p>}
      {planId && dayChosen && preview.isPending && <SkeletonRows rows={8} />}
      {preview.isError && (
        <ErrorNotice
          message={t("previewFailed")}
          retryLabel={t("retry")}
          error={preview.error}
          onRetry={() => void preview.refetch()}
        />
      )}
      {rows.length > 0 && (
        <PlanChangeTable
          rows={rows}
          excluded={excluded}
          results={results}
          running={Boolean(run)}
          scheduled={scheduled}
          siteNames={siteNames}
          onSchedule={(row) => {
            const { until } = row.blocked ?? {};
            if (!until) return;
            // The others change today or by another order: this one is about those that could not yet.
            setExcluded(new Set(rows.filter((one) => !one.blocked).map(({ id }) => id)));
            setOtherDay(true);
            setEffectiveOn(addDays(until, 1));
          }}
          onResume={onResume && ((row) => onResume(row.id))}
          onToggle={(id) => {
            const next = new Set(excluded);
            if (!next.delete(id)) next.add(id);
            setExcluded(next);
          }}
        />
      )}
    </Dialog>
  );
}
