"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileUp, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { CommandButton } from "@/base/commands/command-button";
import { api, apiClient, errorCode } from "@/base/api/browser";
import type { RecordList } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanelComponents } from "@/base/panels/use-panel-components";
import { usePanels } from "@/base/panels/use-panels";
import { SelectionBar } from "@/base/selection/selection-bar";
import { useCan } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { ColumnMenu, columnChoices } from "./column-menu";
import { CreateRecordDialog } from "./create-record-dialog";
import { columnField, mayView } from "./description";
import { ExportMenu } from "./export-menu";
import { FilterBar } from "./filter-bar";
import { listedAlone, useRecordLists } from "./lists";
import { RecordGrid } from "./record-grid";
import { SavedViews } from "./saved-views";
import { useDescription } from "./use-description";
import { type ListState, useListState } from "./use-list-state";
import { useRowSelection } from "./use-row-selection";

/** Every list of the console: which one on the left, its rows in the middle, panels on the right. */
export function RecordListsPage({ type }: { type: string | undefined }) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const { panels } = usePanels();
  const components = usePanelComponents();
  const lists = useRecordLists().filter((list) => listedAlone(list) && can(list.permission ?? `view ${list.type}`));
  const list = useRecordLists().find((one) => one.type === type);
  return (
    <div
      className={["columns", type ? "has-object" : "", panels.length > 0 ? "with-panel" : ""].filter(Boolean).join(" ")}
    >
      <nav className="account-list" aria-label={t("lists")} id="zone-list" data-zone="list">
        <div className="account-list-head">
          <h2>{t("lists")}</h2>
        </div>
        <ul className="account-list-rows">
          {lists.map(({ type: name, icon: Icon }) => (
            <li key={name}>
              <Link
                href={`/lists/${name}`}
                className="view-row"
                aria-current={name === type ? "page" : undefined}
                prefetch={false}
              >
                <Icon className="icon small" aria-hidden />
                <span className="ellipsis start">{format.typePlural(name)}</span>
              </Link>
              {name === type && list && <ViewsOfList list={list} />}
            </li>
          ))}
        </ul>
        {(can("create sw_account") || can("create sw_billing_site")) && (
          <div className="account-list-foot">
            <Link href="/import" className="view-row" prefetch={false}>
              <FileUp className="icon small" aria-hidden />
              <span className="ellipsis start">{t("import")}</span>
            </Link>
          </div>
        )}
      </nav>
      {list ? (
        <RecordListView key={list.type} list={list} />
      ) : (
        <main className="centre" id="zone-centre" data-zone="centre">
          <div className="empty" style={{ margin: "auto" }}>
            <h1>{t(type ? "unknownList" : "chooseList")}</h1>
          </div>
        </main>
      )}
      <PanelStack components={components} />
    </div>
  );
}

function ViewsOfList({ list }: { list: RecordList }) {
  return <SavedViews type={list.type} state={useListState(list)} />;
}

function RecordListView({ list }: { list: RecordList }) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const panels = usePanels();
  const state = useListState(list);
  const [creating, setCreating] = useState(false);
  const description = useDescription(list.type);
  const filters = useMemo(
    () => state.filters.map((filter) => ({ ...filter, value: [...filter.value] })),
    [state.filters],
  );
  const count = useQuery(
    api.records.count.queryOptions(
      { type: list.type as "sw_site", filters, search: state.search },
      { placeholderData: keepPreviousData },
    ),
  );
  const selection = useRowSelection({ chosen: state.chosen, onChange: state.setChosen, total: count.data ?? 0 });
  const kind = list.panel ?? list.type;
  const chosenIds = async () => {
    if (!selection.all) return [...selection.ids];
    const all = await apiClient.base.records.ids.query({ type: list.type as "sw_site", filters, search: state.search });
    return all.filter((id) => !selection.ids.has(id));
  };
  // A denial is no failure: trying again changes nothing.
  if ([description, count].some(({ error }) => error && errorCode(error) === "FORBIDDEN"))
    return (
      <main className="centre" id="zone-centre" data-zone="centre">
        <div className="empty" style={{ margin: "auto" }}>
          <h1>{format.typePlural(list.type)}</h1>
          <p>{t("forbidden")}</p>
        </div>
      </main>
    );
  if (description.isError) {
    return (
      <main className="centre" id="zone-centre" data-zone="centre">
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={description.error}
          onRetry={() => void description.refetch()}
        />
      </main>
    );
  }
  const columns = description.data
    ? state.columns.filter((path) => {
        const field = columnField(description.data, path);
        return field && mayView(field, can);
      })
    : [];
  return (
    <main className="centre" id="zone-centre" data-zone="centre">
      <div className="list-head">
        <h1>{format.typePlural(list.type)}</h1>
        <span className="quiet" aria-live="polite">
          {count.data === undefined ? "" : t("rows", { count: count.data })}
        </span>
        <span className="grow" />
        {description.data && (
          <ColumnMenu
            choices={columnChoices(description.data)}
            standard={list.columns}
            columns={state.columns}
            onChange={state.setColumns}
          />
        )}
        {can("export") && <ExportMenu type={list.type} query={exportQuery(state, columns)} label={t("export")} />}
        {description.data?.writable && !list.madeElsewhere && can(description.data.access.create) && (
          <CommandButton
            name="add"
            letter="n"
            size="small"
            tone="primary"
            icon={<Plus className="icon small" aria-hidden />}
            title={t("add")}
            run={() => setCreating(true)}
          />
        )}
      </div>
      {description.data && (
        <FilterBar
          description={description.data}
          search={state.search}
          filters={state.filters}
          onSearch={state.setSearch}
          onFilters={state.setFilters}
        />
      )}
      {!description.data || count.isPending ? (
        <SkeletonRows rows={12} />
      ) : count.error?.data?.code === "BAD_REQUEST" ? (
        <ErrorNotice
          message={t("filterRefused")}
          retryLabel={t("removeFilters")}
          onRetry={() => state.setFilters([])}
        />
      ) : count.isError ? (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={count.error}
          onRetry={() => void count.refetch()}
        />
      ) : (
        <RecordGrid
          description={description.data}
          columns={columns}
          filters={state.filters}
          search={state.search}
          sort={state.sort}
          total={count.data}
          selection={selection}
          openId={panels.panels.findLast((panel) => panel.kind === kind)?.id}
          onSort={state.toggleSort}
          onOpen={(id) => void panels.open({ kind, id })}
        />
      )}
      {selection.count > 0 && (
        <SelectionBar what={t("selected", { count: selection.count })} onClear={() => selection.clear()}>
          {list.SelectionActions && <list.SelectionActions ids={chosenIds} />}
          {can("export") && !selection.all && (
            <ExportMenu
              lead
              type={list.type}
              query={exportQuery(state, columns)}
              ids={[...selection.ids]}
              label={t("exportSelection")}
            />
          )}
        </SelectionBar>
      )}
      {creating && (
        <CreateRecordDialog
          type={list.type}
          onClose={() => setCreating(false)}
          onCreated={(id) => void panels.open({ kind, id })}
        />
      )}
    </main>
  );
}

function exportQuery(state: ListState, columns: readonly string[]): string {
  return new URLSearchParams({
    columns: columns.join(","),
    filters: JSON.stringify(state.filters),
    search: state.search,
    sort: state.sort ? `${state.sort.descending ? "-" : ""}${state.sort.field}` : "",
  }).toString();
}
