"use client";
import { businessDay } from "@softwhere/services/platform/day";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { importPermissions } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { monthPermissions } from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import { useQuery } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringEnum, useQueryState } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { errorCode } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanels } from "@/base/panels/use-panels";
import { ExportMenu } from "@/base/records/export-menu";
import { CloseDialog, useAnomalyActions } from "@/base/features/control";
import { CommandButton } from "@/base/commands/command-button";
import { SelectionBar } from "@/base/selection/selection-bar";
import { addressRows, noRows } from "@/base/selection/address-rows";
import { useCan, useViewer } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { LinePanel } from "../lines/line-panel";
import { ages, ageSpans, isOfAge } from "./ages";
import { groupings, monthOf } from "./anomaly-groups";
import { AnomalyPanel } from "./anomaly-panel";
import { AnomalySummary } from "./anomaly-summary";
import { AnomalyTable } from "./anomaly-table";
import { Controlled } from "./controlled";
import { ImportDialog } from "./import-dialog";
import { MonthDialog } from "./month-dialog";
import type { AnomalyRow } from "./server";
import { UnclearCharges } from "./unclear-charges";
import { UnmatchedList } from "./unmatched-list";
import { mayClaim } from "./may-claim";

const filters = ["all", "unsettled", "open", "disputed", "recovered", "closed"] as const;
const panelComponents = { anomaly: AnomalyPanel, line: LinePanel };

export function BillingControlPage() {
  const t = useTranslations("telecom.billingControl");
  const can = useCan();
  const { brand } = useViewer();
  const format = useFormat();
  const { panels } = usePanels();
  const [filter, setFilter] = useQueryState("state", parseAsString.withDefault("all"));
  const [supplier, setSupplier] = useQueryState("supplier", parseAsString.withDefault(""));
  const [month, setMonth] = useQueryState("month", parseAsString.withDefault(""));
  const [check, setCheck] = useQueryState("check", parseAsString.withDefault(""));
  const [age, setAge] = useQueryState("age", parseAsStringEnum([...ages]));
  const [grouping, setGrouping] = useQueryState("group", parseAsStringEnum([...groupings]).withDefault("cause"));
  const [importing, setImporting] = useState(false);
  const [checking, setChecking] = useState(false);
  const [closing, setClosing] = useState<readonly AnomalyRow[] | null>(null);
  const [stored, setStored] = useQueryState("sel", addressRows.withDefault(noRows));
  const selected = useMemo(() => new Set(stored.ids), [stored]);
  const setSelected = useCallback(
    (ids: ReadonlySet<string>) => void setStored(ids.size > 0 ? { all: false, ids: [...ids] } : null),
    [setStored],
  );
  const query = useQuery(telecomApi.billingControl.anomalies.queryOptions({}));
  const unmatched = useQuery({
    ...telecomApi.billingControl.unmatched.queryOptions(supplier ? { supplierId: supplier } : {}),
    enabled: can("import invoices"),
  });
  const waiting = (unmatched.data?.entries.length ?? 0) > 0;
  const actions = useAnomalyActions();
  const rows = useMemo(() => query.data ?? [], [query.data]);
  const span =
    age && ageSpans(businessDay(new Date(), brand?.timeZone), brand?.timeZone).find((one) => one.age === age);
  const ofSupplier = rows.filter(
    (row) =>
      (!supplier || row.supplierId === supplier) &&
      (!check || row.check === check) &&
      (!span || isOfAge(span, row.foundAt)),
  );
  // A month, or a year of them.
  const ofMonth = ofSupplier.filter((row) => monthOf(row).startsWith(month));
  const shown = ofMonth.filter((row) => inFilter(row, filter));
  const months = [...new Set(rows.map(monthOf).filter(Boolean))].sort().reverse();
  const chosen = shown.filter((row) => selected.has(row.id));
  const suppliers = [
    ...new Map(rows.flatMap((row) => (row.supplierId ? [[row.supplierId, row.supplierName] as const] : []))),
  ];
  const mayAct = can("manage anomalies");
  const mayImport = importPermissions.every((permission) => can(permission));
  const mayCheck = monthPermissions.every((permission) => can(permission));
  const forbidden = query.isError && errorCode(query.error) === "FORBIDDEN";
  return (
    <div className={`columns no-list ${panels.length > 0 ? "with-panel" : ""}`}>
      <main className="centre" id="zone-centre" data-zone="centre">
        <div className="centre-scroll">
          <div className="object-head">
            <div className="object-title">
              <h1>{t("title")}</h1>
              <span className="grow" />
              {months.length > 0 && (
                <select
                  className="select"
                  style={{ width: "auto" }}
                  aria-label={t("month")}
                  value={month}
                  onChange={(event) => void setMonth(event.target.value || null)}
                >
                  <option value="">{t("allMonths")}</option>
                  {[...new Set([...months, ...(month ? [month] : [])])].map((one) => (
                    <option key={one} value={one}>
                      {one.length === 4 ? one : format.month(one)}
                    </option>
                  ))}
                </select>
              )}
              {suppliers.length > 1 && (
                <select
                  className="select"
                  style={{ width: "auto" }}
                  aria-label={t("supplier")}
                  value={supplier}
                  onChange={(event) => void setSupplier(event.target.value || null)}
                >
                  <option value="">{t("allSuppliers")}</option>
                  {suppliers.map(([id, name]) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
              {mayCheck && (
                <CommandButton
                  name="check-month"
                  letter="m"
                  title={t("monthCheck.action")}
                  run={() => setChecking(true)}
                />
              )}
              {mayImport && (
                <CommandButton
                  name="import"
                  tone="primary"
                  letter="i"
                  icon={<Download className="icon small" aria-hidden />}
                  title={t("import")}
                  run={() => setImporting(true)}
                />
              )}
            </div>
            <Controlled month={month} supplier={supplier} />
          </div>
          {query.isPending && <SkeletonRows rows={10} />}
          {forbidden && <p className="empty">{t("forbidden")}</p>}
          {query.isError && !forbidden && (
            <ErrorNotice
              message={t("loadFailed")}
              retryLabel={t("retry")}
              error={query.error}
              onRetry={() => void query.refetch()}
            />
          )}
          {query.isSuccess && rows.length === 0 && !waiting && (
            <div className="empty">
              <strong>{t("emptyTitle")}</strong>
              <p>{t("emptyHelp")}</p>
              {mayImport && (
                <Button tone="primary" onClick={() => setImporting(true)}>
                  {t("import")}
                </Button>
              )}
            </div>
          )}
          {(rows.length > 0 || waiting) && (
            <>
              <AnomalySummary
                rows={ofSupplier.filter(mayClaim)}
                month={month}
                onMonth={(one) => void setMonth(one || null)}
              />
              <div className="grid-toolbar">
                <fieldset className="chips">
                  <legend className="visually-hidden">{t("state")}</legend>
                  {filters.map((key) => (
                    <button
                      key={key}
                      type="button"
                      className="chip"
                      aria-pressed={filter === key}
                      onClick={() => void setFilter(key === "all" ? null : key)}
                    >
                      {t(`filters.${key}`)} {ofMonth.filter((row) => inFilter(row, key)).length}
                    </button>
                  ))}
                  {mayImport && (
                    <button
                      type="button"
                      className="chip"
                      aria-pressed={filter === "unmatched"}
                      onClick={() => void setFilter("unmatched")}
                    >
                      {t("filters.unmatched")}{" "}
                      {unmatched.data ? unmatched.data.entries.length + unmatched.data.more : ""}
                    </button>
                  )}
                </fieldset>
                {check && (
                  <button type="button" className="chip" aria-pressed onClick={() => void setCheck(null)}>
                    {format.valueLabel("sw_anomaly", "check", check)} <X className="icon small" aria-hidden />
                  </button>
                )}
                {age && (
                  <button type="button" className="chip" aria-pressed onClick={() => void setAge(null)}>
                    {t(`ages.${age}`)} <X className="icon small" aria-hidden />
                  </button>
                )}
                <span className="grow" />
                {filter !== "unmatched" && (
                  <label className="toolbar-choice">
                    <span className="soft">{t("groupBy")}</span>
                    <select
                      className="select small"
                      value={grouping}
                      onChange={(event) => {
                        const chosen = groupings.find((one) => one === event.target.value);
                        void setGrouping(chosen && chosen !== "cause" ? chosen : null);
                      }}
                    >
                      {groupings.map((one) => (
                        <option key={one} value={one}>
                          {t(`groupings.${one}`)}
                        </option>
                      ))}
                    </select>
                  </label>
                )}
                {can("export") && shown.length > 0 && (
                  <ExportMenu
                    type="sw_anomaly"
                    query={exportQuery}
                    ids={shown.map((row) => row.id)}
                    label={t("export")}
                  />
                )}
              </div>
              {filter === "unmatched" ? (
                <>
                  <UnmatchedList
                    data={unmatched.data}
                    pending={unmatched.isPending}
                    onRetry={() => void unmatched.refetch()}
                  />
                  <UnclearCharges supplier={supplier} />
                </>
              ) : (
                shown.length === 0 && <p className="empty">{t("noneShown")}</p>
              )}
              {filter !== "unmatched" && (
                <AnomalyTable
                  rows={shown}
                  grouping={grouping}
                  selected={selected}
                  onSelect={setSelected}
                  mayAct={mayAct}
                  onDispute={(row) => void actions.dispute([row])}
                  onReopen={(row) => void actions.reopen([row])}
                />
              )}
            </>
          )}
        </div>
        {mayAct && chosen.length > 0 && (
          <ChosenAnomalies
            rows={chosen}
            onDispute={() => void actions.dispute(chosen.filter(mayBeClaimed)).then(() => setSelected(new Set()))}
            onClose={() => setClosing(chosen)}
            onClear={() => setSelected(new Set())}
          />
        )}
      </main>
      <PanelStack components={panelComponents} />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      {checking && <MonthDialog month={month} onClose={() => setChecking(false)} />}
      {closing && (
        <CloseDialog
          count={closing.length}
          mayExcept={closing.some((row) => row.lineId !== null || row.accountId !== null)}
          onClose={() => setClosing(null)}
          onConfirm={async (how) => {
            await actions.close(closing, how);
            setClosing(null);
            setSelected(new Set());
          }}
        />
      )}
    </div>
  );
}

/** The columns of an export; what the person may not see is left out there. */
const exportQuery = `columns=${[
  "check",
  "supplier",
  "line",
  "invoice_line",
  "period_start",
  "period_end",
  "expected",
  "found",
  "amount",
  "amount_per_month",
  "cumulated",
  "recovered",
  "status",
  "reason",
  "dispute",
].join(",")}`;

const mayBeClaimed = (row: AnomalyRow): boolean => row.status === "open" && mayClaim(row);

function inFilter(row: AnomalyRow, filter: string): boolean {
  if (filter === "unsettled") return row.status === "open" || row.status === "disputed";
  if (filter === "open") return row.status === "open";
  if (filter === "disputed") return row.status === "disputed";
  if (filter === "unmatched") return false;
  if (filter === "recovered")
    return row.status === "credited" || row.status === "corrected" || (row.recovered ?? 0) > 0;
  if (filter === "closed") return ["explained", "accepted", "false_positive"].includes(row.status);
  return true;
}

interface ChosenAnomaliesProps {
  readonly rows: readonly AnomalyRow[];
  readonly onDispute: () => void;
  readonly onClose: () => void;
  readonly onClear: () => void;
}

function ChosenAnomalies({ rows, onDispute, onClose, onClear }: ChosenAnomaliesProps) {
  const t = useTranslations("telecom.billingControl");
  const format = useFormat();
  const suppliers = [...new Set(rows.map((row) => row.supplierName))];
  return (
    <SelectionBar
      what={t("selected", {
        count: rows.length,
        amount: format.money(sumOfEuros(rows.map((row) => row.amount))),
      })}
      detail={suppliers.slice(0, 3).join(", ")}
      onClear={onClear}
    >
      <CommandButton
        name="dispute"
        tone="lead"
        letter="d"
        title={t("dispute")}
        disabled={!rows.some(mayBeClaimed)}
        run={onDispute}
      />
      <CommandButton name="close" tone="lead" letter="c" title={t("close")} run={onClose} />
    </SelectionBar>
  );
}
