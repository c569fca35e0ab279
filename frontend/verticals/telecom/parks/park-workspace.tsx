"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { onDemand } from "@/base/on-demand/on-demand";
import { CommandButton } from "@/base/commands/command-button";
import { SelectionBar } from "@/base/selection/selection-bar";
import { usePanels } from "@/base/panels/use-panels";
import type { ExportMenuProps } from "@/base/records/export-menu";
import { useDescription } from "@/base/records/use-description";
import { useListState } from "@/base/records/use-list-state";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { usePrinting } from "@/ui/use-printing";
import { telecomApi } from "../api";
import type { OrderDialogProps } from "../bulk/order-dialog";
import type { OrderMenuProps } from "../bulk/order-menu";
import type { ChangePlanDialogProps } from "../change-plan/change-plan-dialog";
import { NewLinesButton } from "../deployments/new-lines-button";
import { isOwnColumn, parkColumns, shownColumns } from "./columns";
import { LineGrid } from "./line-grid";
import { ParkToolbar } from "./park-toolbar";
import { PrintedParks } from "./printed-parks";
import { useLineSelection } from "./selection";
import type { LineRow } from "./server";
import { useLineValues, useShownLines } from "./use-shown-lines";

const ExportMenu = onDemand<ExportMenuProps>(async () => (await import("@/base/records/export-menu")).ExportMenu);
const OrderMenu = onDemand<OrderMenuProps>(async () => (await import("../bulk/order-menu")).OrderMenu);
const ChangePlanDialog = onDemand<ChangePlanDialogProps>(
  async () => (await import("../change-plan/change-plan-dialog")).ChangePlanDialog,
);

const OrderDialog = onDemand<OrderDialogProps>(async () => (await import("../bulk/order-dialog")).OrderDialog);

/** Their names in the address: the account's page holds other lists as well. */
const inAddress = { keys: { q: "lines", f: "line-filters", sort: "lsort", cols: "line-columns" }, keepsChosen: true };

/** Parks and lines of the account, narrowed to the chosen sites and the filter; what is selected can be acted on. */
export function ParkWorkspace({ accountId, siteIds, sites, onSitesChange }: AccountBlockProps) {
  const t = useTranslations("telecom.parks");
  const can = useCan();
  const panels = usePanels();
  const severalSites = sites.length > 1;
  const list = useMemo(() => ({ columns: parkColumns(severalSites), sort: "number" }), [severalSites]);
  const state = useListState(list, inAddress);
  const description = useDescription("sw_line");
  const [resuming, setResuming] = useState<string | null>(null);
  const query = useQuery(telecomApi.parks.ofAccount.queryOptions({ accountId }));
  const printing = usePrinting();
  const [changing, setChanging] = useState<readonly LineRow[] | null>(null);
  const siteNames = useMemo(() => new Map(sites.map((site) => [site.id, site.name])), [sites]);
  const lines = useMemo(() => query.data?.lines ?? [], [query.data]);
  const allIds = useMemo(() => lines.map((line) => line.id), [lines]);
  const selection = useLineSelection(allIds);
  const plans = query.data?.plans;
  const siteName = useCallback(
    (id: string | null) => (id ? (siteNames.get(id)?.split(" — ")[0] ?? "") : ""),
    [siteNames],
  );
  const planName = useCallback((id: string | null) => (id ? (plans?.[id] ?? "") : ""), [plans]);
  const { shown, inEveryState, failed } = useShownLines(lines, { accountId, siteIds, state });
  const columns = useMemo(
    () => shownColumns(state.columns, description.data, can),
    [state.columns, description.data, can],
  );
  const more = useMemo(() => columns.filter((column) => !isOwnColumn(column)), [columns]);
  const { values } = useLineValues(accountId, more, lines.length);
  const chosen = useMemo(() => lines.filter((line) => selection.selected.has(line.id)), [lines, selection.selected]);
  const hidden = chosen.filter((line) => !shown.includes(line)).length;
  const openId = panels.panels.findLast((panel) => panel.kind === "line")?.id;

  if (query.isPending || description.isPending) return <SkeletonRows rows={10} />;
  if (query.isError)
    return (
      <ErrorNotice
        message={t("loadFailed")}
        retryLabel={t("retry")}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  if (lines.length === 0) {
    return (
      <div className="empty">
        <strong>{t("emptyTitle")}</strong>
        <p>{t("emptyHelp")}</p>
        <NewLinesButton accountId={accountId} />
      </div>
    );
  }
  const chosenSites = siteIds.flatMap((id) => siteName(id) || []);
  const exportQuery = new URLSearchParams({
    columns: ["number", ...columns.filter((column) => column !== "number" && column !== "margin")].join(),
    filters: "[]",
    search: "",
    sort: "number",
  }).toString();
  return (
    <>
      <ParkToolbar
        accountId={accountId}
        lines={lines}
        shown={shown}
        inEveryState={inEveryState}
        state={state}
        standardColumns={list.columns}
        description={description.data}
        exportQuery={exportQuery}
        siteNames={chosenSites}
        onEverySite={() => onSitesChange([])}
      />
      {printing && <PrintedParks parks={query.data.parks} lines={shown} siteName={siteName} planName={planName} />}
      {failed ? (
        <ErrorNotice
          message={t("filterRefused")}
          retryLabel={t("removeFilters")}
          error={failed.error}
          onRetry={() => state.setFilters([])}
        />
      ) : (
        <LineGrid
          parks={query.data.parks}
          lines={shown}
          columns={columns}
          description={description.data}
          values={values}
          sort={state.sort}
          onSort={state.toggleSort}
          selection={selection}
          openId={openId}
          onOpen={(id) => void panels.open({ kind: "line", id })}
          siteName={siteName}
          planName={planName}
        />
      )}
      {chosen.length > 0 && (
        <SelectionBar
          what={t("selected", { count: chosen.length })}
          detail={
            <>
              {sitesOf(chosen, siteNames)}
              {hidden > 0 && ` · ${t("outOfView", { count: hidden })}`}
            </>
          }
          onClear={() => selection.clear()}
        >
          {can("edit plan") && (
            <CommandButton
              name="change-plan"
              tone="lead"
              letter="c"
              title={t("changePlan")}
              run={() => setChanging(chosen)}
            />
          )}
          <OrderMenu lineIds={chosen.map((line) => line.id)} />
          {can("export") && (
            <ExportMenu
              lead
              type="sw_line"
              query={exportQuery}
              ids={chosen.map((line) => line.id)}
              label={t("export")}
            />
          )}
          {chosen.length < shown.length && (
            <Button tone="lead" onClick={() => selection.set(shown.map((line) => line.id))}>
              {t("selectFiltered", { count: shown.length })}
            </Button>
          )}
        </SelectionBar>
      )}
      {changing && (
        <ChangePlanDialog
          lines={changing}
          parks={query.data.parks}
          siteNames={siteNames}
          onClose={() => setChanging(null)}
          onResume={
            can("manage lines") && can("edit sw_line")
              ? (id) => {
                  setChanging(null);
                  setResuming(id);
                }
              : undefined
          }
        />
      )}
      {resuming && <OrderDialog action="resume" lineIds={[resuming]} onClose={() => setResuming(null)} />}
    </>
  );
}

/** "Brest 25, Lorient 15", the largest first. */
function sitesOf(lines: readonly LineRow[], names: ReadonlyMap<string, string>): string {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const name = (line.siteId && names.get(line.siteId)?.split(" — ")[0]) || "—";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    sorted
      .slice(0, 3)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ") + (sorted.length > 3 ? "…" : "")
  );
}
