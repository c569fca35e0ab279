"use client";
import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { onDemand } from "@/base/on-demand/on-demand";
import { CommandButton } from "@/base/commands/command-button";
import { SelectionBar } from "@/base/selection/selection-bar";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import type { ExportMenuProps } from "@/base/records/export-menu";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { usePrinting } from "@/ui/use-printing";
import { telecomApi } from "../api";
import type { OrderDialogProps } from "../bulk/order-dialog";
import type { OrderMenuProps } from "../bulk/order-menu";
import type { ChangePlanDialogProps } from "../change-plan/change-plan-dialog";
import { LineGrid } from "./line-grid";
import { PrintedParks } from "./printed-parks";
import { useLineSelection } from "./selection";
import type { LineRow } from "./server";

/** What a line is exported with: what its list shows. */
const exportQuery = new URLSearchParams({
  columns: "number,user_name,park.account,park.kind,park.operator,site,plan,status,sell_price,buy_price",
  filters: "[]",
  search: "",
  sort: "number",
}).toString();

const ExportMenu = onDemand<ExportMenuProps>(async () => (await import("@/base/records/export-menu")).ExportMenu);
const OrderMenu = onDemand<OrderMenuProps>(async () => (await import("../bulk/order-menu")).OrderMenu);
const ChangePlanDialog = onDemand<ChangePlanDialogProps>(
  async () => (await import("../change-plan/change-plan-dialog")).ChangePlanDialog,
);

const OrderDialog = onDemand<OrderDialogProps>(async () => (await import("../bulk/order-dialog")).OrderDialog);

const statusOrder = ["active", "suspended", "ordered", "terminating", "terminated"];

/** What is counted elsewhere as a customer's lines. */
const isInService = (line: LineRow): boolean => line.status === "active" || line.status === "suspended";

/** Parks and lines of the account, narrowed to the chosen sites and the filter; what is selected can be acted on. */
export function ParkWorkspace({ accountId, siteIds, sites, onSitesChange }: AccountBlockProps) {
  const t = useTranslations("telecom.parks");
  const can = useCan();
  const panels = usePanels();
  const [filter, setFilter] = useQueryState("lines", parseAsString.withDefault(""));
  const [status, setStatus] = useQueryState("line-status", parseAsString.withDefault(""));
  const [resuming, setResuming] = useState<string | null>(null);
  const format = useFormat();
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
  const ofSites = useMemo(() => lines.filter((line) => matches(line, siteIds, filter)), [lines, siteIds, filter]);
  const shown = useMemo(() => (status ? ofSites.filter((line) => line.status === status) : ofSites), [ofSites, status]);
  const statuses = useMemo(() => [...new Set(lines.map((line) => line.status))], [lines]);
  const chosen = useMemo(() => lines.filter((line) => selection.selected.has(line.id)), [lines, selection.selected]);
  const hidden = chosen.filter((line) => !shown.includes(line)).length;
  const openId = panels.panels.findLast((panel) => panel.kind === "line")?.id;

  if (query.isPending) return <SkeletonRows rows={10} />;
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
      </div>
    );
  }
  const chosenSites = siteIds.map((id) => siteNames.get(id)).filter(Boolean);
  return (
    <>
      <div className="grid-toolbar">
        <h2>{t("title")}</h2>
        {chosenSites.length > 0 && (
          <button type="button" className="tag" onClick={() => onSitesChange([])} aria-label={t("allSites")}>
            {chosenSites.map((name) => name?.split(" — ")[0]).join(", ")} <X className="icon small" aria-hidden />
          </button>
        )}
        <span className="quiet">
          {shown.length === lines.length
            ? t("count", { count: lines.length })
            : t("countOf", { count: shown.length, total: lines.length })}
          {!status && ` · ${t("inService", { count: shown.filter(isInService).length })}`}
        </span>
        {statuses.length > 1 && (
          <fieldset className="chips">
            <legend className="visually-hidden">{format.fieldLabel("sw_line", "status")}</legend>
            {["", ...statusOrder.filter((one) => statuses.includes(one))].map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={status === one}
                onClick={() => void setStatus(one || null)}
              >
                {one ? format.valueLabel("sw_line", "status", one) : t("allStatuses")}{" "}
                {one ? ofSites.filter((line) => line.status === one).length : ofSites.length}
              </button>
            ))}
          </fieldset>
        )}
        <span className="grow" />
        <AddRecord type="sw_line" label={t("add")} onCreated={(id) => void panels.open({ kind: "line", id })} />
        <div className="input-with-icon">
          <Search className="icon small" aria-hidden />
          <input
            className="input"
            type="search"
            placeholder={t("filter")}
            aria-label={t("filter")}
            value={filter}
            onChange={(event) => void setFilter(event.target.value || null)}
          />
        </div>
      </div>
      {printing && <PrintedParks parks={query.data.parks} lines={shown} siteName={siteName} planName={planName} />}
      <LineGrid
        parks={query.data.parks}
        lines={shown}
        selection={selection}
        openId={openId}
        onOpen={(id) => void panels.open({ kind: "line", id })}
        siteName={siteName}
        planName={planName}
      />
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

function matches(line: LineRow, siteIds: readonly string[], filter: string): boolean {
  if (siteIds.length > 0 && !(line.siteId && siteIds.includes(line.siteId))) return false;
  const text = filter.trim().toLowerCase();
  if (!text) return true;
  const digits = text.replace(/[\s.()-]/g, "").replace(/^(\+33|0033|0)/, "");
  return (
    (line.userName ?? "").toLowerCase().includes(text) ||
    (/^\d{2,}$/.test(digits) && line.number.includes(digits)) ||
    line.number.toLowerCase().includes(text)
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
