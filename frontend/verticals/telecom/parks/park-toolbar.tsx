"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { onDemand } from "@/base/on-demand/on-demand";
import { AddRecord } from "@/base/records/add-record";
import type { ColumnMenuProps } from "@/base/records/column-menu";
import type { RecordDescription } from "@/base/records/description";
import type { ExportMenuProps } from "@/base/records/export-menu";
import { FilterBar } from "@/base/records/filter-bar";
import type { ListState } from "@/base/records/use-list-state";
import { ViewMenu } from "@/base/records/view-menu";
import { usePanels } from "@/base/panels/use-panels";
import { useCan } from "@/base/viewer/viewer";
import { useNarrow } from "@/ui/use-narrow";
import { NewLinesButton } from "../deployments/new-lines-button";
import { parkColumnChoices } from "./columns";
import { isRunning } from "./groups";
import type { LineRow } from "./server";
import { isStatusFilter } from "./use-shown-lines";

const ColumnMenu = onDemand<ColumnMenuProps>(async () => (await import("@/base/records/column-menu")).ColumnMenu);
const ExportMenu = onDemand<ExportMenuProps>(async () => (await import("@/base/records/export-menu")).ExportMenu);

const statusOrder = ["active", "suspended", "ordered", "terminating", "terminated", "cancelled"];

interface ParkToolbarProps {
  readonly accountId: string;
  readonly lines: readonly LineRow[];
  readonly shown: readonly LineRow[];
  readonly inEveryState: readonly LineRow[];
  readonly state: ListState;
  readonly standardColumns: readonly string[];
  /** Undefined until the fields of a line are read. */
  readonly description: RecordDescription | undefined;
  readonly exportQuery: string;
  readonly siteNames: readonly string[];
  readonly onEverySite: () => void;
}

/** What is shown of the park, and how: counts, states, filters, columns, views, a file. */
export function ParkToolbar({
  accountId,
  lines,
  shown,
  inEveryState,
  state,
  standardColumns,
  description,
  exportQuery,
  siteNames,
  onEverySite,
}: ParkToolbarProps) {
  const t = useTranslations("telecom.parks");
  const grid = useTranslations("telecom.grid");
  const format = useFormat();
  const can = useCan();
  const panels = usePanels();
  const narrow = useNarrow();
  const chosen = state.filters.find(isStatusFilter)?.value ?? [];
  const others = state.filters.filter((filter) => !isStatusFilter(filter));
  const ofStatus = (status: string) => inEveryState.filter((line) => line.status === status).length;
  const statuses = statusOrder.filter((status) => lines.some((line) => line.status === status));
  const setStatus = (status: string | null) =>
    state.setFilters(status ? [{ field: "status", op: "is", value: [status] }, ...others] : others);
  return (
    <div className="grid-toolbar">
      <h2>{t("title")}</h2>
      {siteNames.length > 0 && (
        <button type="button" className="tag" onClick={onEverySite} aria-label={t("allSites")}>
          {siteNames.join(", ")} <X className="icon small" aria-hidden />
        </button>
      )}
      <div className="grid-counts">
        <span className="quiet" aria-live="polite">
          {shown.length === lines.length
            ? t("count", { count: lines.length })
            : t("countOf", { count: shown.length, total: lines.length })}
          {chosen.length === 0 && ` · ${t("inService", { count: shown.filter(isRunning).length })}`}
        </span>
        {statuses.length > 1 && (
          <fieldset className="chips">
            <legend className="visually-hidden">{format.fieldLabel("sw_line", "status")}</legend>
            <button type="button" className="chip" aria-pressed={chosen.length === 0} onClick={() => setStatus(null)}>
              {t("allStatuses")} {inEveryState.length}
            </button>
            {statuses.map((status) => (
              <button
                key={status}
                type="button"
                className="chip"
                aria-pressed={chosen.includes(status)}
                onClick={() => setStatus(status)}
              >
                {format.valueLabel("sw_line", "status", status)} {ofStatus(status)}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <span className="grow" />
      {description && (
        <FilterBar
          description={description}
          search={state.search}
          searchLabel={t("filter")}
          filters={others}
          onSearch={state.setSearch}
          onFilters={(filters) => state.setFilters([...state.filters.filter(isStatusFilter), ...filters])}
        />
      )}
      {description && !narrow && (
        <>
          <ViewMenu type="sw_line" state={state} />
          <ColumnMenu
            choices={parkColumnChoices(description, grid("margin"))}
            standard={standardColumns}
            columns={state.columns}
            onChange={state.setColumns}
          />
          {can("export") && (
            <ExportMenu type="sw_line" query={exportQuery} ids={shown.map((line) => line.id)} label={t("export")} />
          )}
        </>
      )}
      <NewLinesButton accountId={accountId} />
      <AddRecord
        type="sw_line"
        accountId={accountId}
        letter="n"
        label={t("add")}
        onCreated={(id) => void panels.open({ kind: "line", id })}
      />
    </div>
  );
}
