"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { useRef } from "react";
import { errorCode } from "@/base/api/browser";
import { useCommands } from "@/base/commands/commands";
import { useFormat } from "@/base/format/format";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanels } from "@/base/panels/use-panels";
import { useBusinessDay, useCan, useViewer } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { AnomalyPanel } from "../billing-control/anomaly-panel";
import { LinePanel } from "../lines/line-panel";
import { Alerts } from "./alerts";
import { Commitments } from "./commitments";
import { CausesByAge, CoverageBySupplier } from "./control-tables";
import { CustomerTable } from "./customer-table";
import { moveBetweenFigures } from "./figure-keys";
import { GapTotals } from "./gap-totals";
import { BiggestGaps } from "./biggest-gaps";
import { comparisons, customerOrders, lastOf, monthEnds, whichCustomers } from "./margins";
import { MarginTotal } from "./margin-total";
import { PartTable } from "./part-table";
import { SteeringExport } from "./steering-export";
import "./steering.css";
import "./steering-side.css";

const panelComponents = { anomaly: AnomalyPanel, line: LinePanel };
const fewCustomers = 8;
const manyCustomers = 50;
const monthsBack = 24;

/** Steering, for direction and accounting: what is earned, and what billing control has found. Each figure opens its rows. */
export function SteeringPage() {
  const t = useTranslations("telecom.steering");
  const format = useFormat();
  const can = useCan();
  const { brand } = useViewer();
  const { panels } = usePanels();
  const [more, setMore] = useQueryState("more", parseAsBoolean.withDefault(false));
  const [choice, choose] = useQueryStates({
    which: parseAsStringLiteral(whichCustomers).withDefault("all"),
    by: parseAsStringLiteral(customerOrders).withDefault("margin"),
    up: parseAsBoolean.withDefault(false),
  });
  const [asked, ask] = useQueryStates({
    month: parseAsString,
    with: parseAsStringLiteral(comparisons).withDefault("year"),
  });
  const months = monthEnds(useBusinessDay()(), monthsBack).map((day) => day.slice(0, 7));
  const period = useRef<HTMLSelectElement>(null);
  const span = { ...asked, month: asked.month !== null && months.includes(asked.month) ? asked.month : null };
  const margin = useQuery({
    ...telecomApi.steering.margin.queryOptions({ customers: more ? manyCustomers : fewCustomers, ...choice, span }),
    // The rows that are there stay until those of the other choice are read.
    placeholderData: (before) => before,
  });
  const control = useQuery(telecomApi.steering.control.queryOptions());
  const commitments = useQuery(telecomApi.steering.commitments.queryOptions());
  useCommands([
    {
      key: "sort",
      letter: "t",
      title: t("sortBy"),
      run: () => {
        const at = customerOrders.indexOf(choice.by);
        void choose({ by: customerOrders[(at + 1) % customerOrders.length] ?? "margin", up: false });
      },
    },
    { key: "period", letter: "p", title: t("period"), run: () => period.current?.focus() },
  ]);
  const report = margin.data;
  const found = control.data;
  const forbidden = control.isError && errorCode(control.error) === "FORBIDDEN";
  const nothing = report?.total.lines === 0 && found?.coverage.length === 0;
  return (
    <div className={`columns no-list ${panels.length > 0 ? "with-panel" : ""}`}>
      <main className="centre" id="zone-centre" data-zone="centre">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go between the links, which the Tab key reaches too */}
        <div className="centre-scroll steering" onKeyDown={moveBetweenFigures}>
          <div className="steering-main">
            <div className="object-head">
              <div className="object-title">
                <h1>{t("title")}</h1>
                <span className="grow" />
                {report && (
                  <>
                    <select
                      ref={period}
                      className="select steering-span"
                      aria-label={t("period")}
                      value={span.month ?? ""}
                      onChange={(event) => void ask({ month: event.target.value || null })}
                    >
                      <option value="">{t("today")}</option>
                      {months.toReversed().map((month) => (
                        <option key={month} value={month}>
                          {format.month(`${month}-01`)}
                        </option>
                      ))}
                    </select>
                    <select
                      className="select steering-span"
                      aria-label={t("comparison")}
                      value={span.with}
                      onChange={(event) => void ask({ with: event.target.value === "month" ? "month" : null })}
                    >
                      {comparisons.map((one) => (
                        <option key={one} value={one}>
                          {t(`with.${one}`)}
                        </option>
                      ))}
                    </select>
                  </>
                )}
                {can("export") && !nothing && !forbidden && <SteeringExport money={Boolean(report)} span={span} />}
              </div>
              <p className="quiet">
                {[
                  brand?.name,
                  report && t("customers", { count: report.customerCount }),
                  found && t("asOf", { day: format.day(span.month ? lastOf(span.month) : found.today) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {forbidden && <p className="empty">{t("forbidden")}</p>}
            {nothing && (
              <div className="empty">
                <strong>{t("emptyTitle")}</strong>
                <p>{t("emptyHelp")}</p>
              </div>
            )}
            {!nothing && !forbidden && (
              <>
                <div className="steering-totals">
                  {margin.isPending && <SkeletonRows rows={4} />}
                  {margin.isError && (
                    <ErrorNotice
                      message={t("marginFailed")}
                      retryLabel={t("retry")}
                      error={margin.error}
                      onRetry={() => void margin.refetch()}
                    />
                  )}
                  {report && report.total.lines > 0 && <MarginTotal report={report} />}
                  {control.isPending && <SkeletonRows rows={4} />}
                  {control.isError && (
                    <ErrorNotice
                      message={t("controlFailed")}
                      retryLabel={t("retry")}
                      error={control.error}
                      onRetry={() => void control.refetch()}
                    />
                  )}
                  {found && <GapTotals found={found} />}
                </div>
                {report && report.total.lines > 0 && (
                  <CustomerTable
                    report={report}
                    choice={choice}
                    more={more}
                    onChoice={(change) => void choose(change)}
                    onMore={() => void setMore(true)}
                  />
                )}
                <div className="steering-parts">
                  {report && report.total.lines > 0 && (
                    <>
                      <PartTable
                        report={report}
                        title={t("byKind")}
                        head={t("kind")}
                        {...report.kinds}
                        field="park.kind"
                        nameOf={(kind) => format.valueLabel("sw_park", "kind", kind)}
                      />
                      <PartTable
                        report={report}
                        title={t("byOperator")}
                        head={t("operator")}
                        {...report.operators}
                        field="park.operator"
                      />
                      <PartTable report={report} title={t("byPlan")} head={t("plan")} {...report.plans} field="plan" />
                    </>
                  )}
                  {found && (
                    <div>
                      <CausesByAge found={found} />
                      <CoverageBySupplier found={found} />
                    </div>
                  )}
                </div>
                {report && report.total.lines > 0 && <p className="steering-note">{t("note")}</p>}
                <p className="steering-keys" aria-hidden>
                  <span>
                    <kbd className="key">↑</kbd> <kbd className="key">↓</kbd> <kbd className="key">←</kbd>{" "}
                    <kbd className="key">→</kbd> {t("keys.move")}
                  </span>
                  <span>
                    <kbd className="key">{t("keys.enter")}</kbd> {t("keys.open")}
                  </span>
                  <span>
                    <kbd className="key">T</kbd> {t("keys.sort")}
                  </span>
                  <span>
                    <kbd className="key">P</kbd> {t("keys.period")}
                  </span>
                </p>
              </>
            )}
          </div>
          <aside className="steering-side" aria-label={t("toDecide")} hidden={forbidden || nothing}>
            {found && (
              <Alerts found={found} margin={report ?? null} onFalling={() => void choose({ which: "falling" })} />
            )}
            {commitments.isError && (
              <ErrorNotice
                message={t("commitmentsFailed")}
                retryLabel={t("retry")}
                error={commitments.error}
                onRetry={() => void commitments.refetch()}
              />
            )}
            {commitments.data && <Commitments ending={commitments.data} />}
            {found?.money && found.money.biggest.length > 0 && <BiggestGaps gaps={found.money.biggest} />}
          </aside>
        </div>
      </main>
      <PanelStack components={panelComponents} />
    </div>
  );
}
