"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsBoolean, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { errorCode } from "@/base/api/browser";
import { useKey } from "@/base/editing/use-key";
import { useFormat } from "@/base/format/format";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanels } from "@/base/panels/use-panels";
import { useCan, useViewer } from "@/base/viewer/viewer";
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
import { customerOrders, whichCustomers } from "./margins";
import { MarginTotal } from "./margin-total";
import { PartTable } from "./part-table";
import { SteeringExport } from "./steering-export";
import "./steering.css";
import "./steering-side.css";

const panelComponents = { anomaly: AnomalyPanel, line: LinePanel };
const fewCustomers = 8;
const manyCustomers = 50;

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
  const margin = useQuery({
    ...telecomApi.steering.margin.queryOptions({ customers: more ? manyCustomers : fewCustomers, ...choice }),
    // The rows that are there stay until those of the other choice are read.
    placeholderData: (before) => before,
  });
  const control = useQuery(telecomApi.steering.control.queryOptions());
  const commitments = useQuery(telecomApi.steering.commitments.queryOptions());
  useKey("t", () => {
    const at = customerOrders.indexOf(choice.by);
    void choose({ by: customerOrders[(at + 1) % customerOrders.length] ?? "margin", up: false });
  });
  const report = margin.data;
  const found = control.data;
  const forbidden = control.isError && errorCode(control.error) === "FORBIDDEN";
  const nothing = report?.total.lines === 0 && found?.coverage.length === 0;
  return (
    <div className={`columns no-list ${panels.length > 0 ? "with-panel" : ""}`}>
      <main className="centre" id="zone-centre">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go between the links, which the Tab key reaches too */}
        <div className="centre-scroll steering" onKeyDown={moveBetweenFigures}>
          <div className="steering-main">
            <div className="object-head">
              <div className="object-title">
                <h1>{t("title")}</h1>
                <span className="grow" />
                {can("export") && !nothing && !forbidden && <SteeringExport money={Boolean(report)} />}
              </div>
              <p className="quiet">
                {[
                  brand?.name,
                  report && t("customers", { count: report.customerCount }),
                  found && t("asOf", { day: format.day(found.today) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {forbidden && (
              <p className="empty">
                <strong>{t("forbidden")}</strong>
              </p>
            )}
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
                      onRetry={() => void margin.refetch()}
                    />
                  )}
                  {report && report.total.lines > 0 && <MarginTotal report={report} />}
                  {control.isPending && <SkeletonRows rows={4} />}
                  {control.isError && (
                    <ErrorNotice
                      message={t("controlFailed")}
                      retryLabel={t("retry")}
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
                        title={t("byKind")}
                        head={t("kind")}
                        {...report.kinds}
                        field="park.kind"
                        nameOf={(kind) => format.valueLabel("sw_park", "kind", kind)}
                      />
                      <PartTable
                        title={t("byOperator")}
                        head={t("operator")}
                        {...report.operators}
                        field="park.operator"
                      />
                      <PartTable title={t("byPlan")} head={t("plan")} {...report.plans} field="plan" />
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
