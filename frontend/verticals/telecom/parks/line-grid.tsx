"use client";
import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  Globe,
  type LucideIcon,
  Phone,
  Shield,
  Smartphone,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { marginRate, useFormat } from "@/base/format/format";
import type { RecordSort } from "@/base/records/filters";
import { useCan } from "@/base/viewer/viewer";
import { Checkbox } from "@/ui/checkbox";
import { useGridKeys } from "@/ui/use-grid-keys";
import { useNarrow } from "@/ui/use-narrow";
import { useScrollMargin } from "@/ui/use-scroll-margin";
import { type ColumnContext, columnWidth, features, isAmount, lineColumns } from "./columns";
import { groupByPark, type ParkGroup } from "./groups";
import type { LineSelection } from "./selection";
import type { LineRow, ParkRow } from "./server";

interface LineGridProps extends Pick<ColumnContext, "siteName" | "planName" | "description" | "values"> {
  /** Of fields, the number first, and "margin". */
  readonly columns: readonly string[];
  readonly sort: RecordSort | null;
  readonly onSort: (column: string) => void;
  readonly parks: readonly ParkRow[];
  readonly lines: readonly LineRow[];
  readonly selection: LineSelection;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

const kindIcons: Readonly<Record<string, LucideIcon>> = {
  mobile: Smartphone,
  internet: Globe,
  fixed: Phone,
  cyber: Shield,
};

type Item = { kind: "group"; group: ParkGroup } | { kind: "line"; line: LineRow };

/** Lines under their parks, virtualised: only what is on screen is in the page. One tab stop; arrows, Space, Enter and Ctrl+A do the rest. */
export function LineGrid(props: LineGridProps) {
  const { parks, lines, selection, openId, onOpen, siteName, planName, description, values, sort, onSort } = props;
  const t = useTranslations("telecom.grid");
  const format = useFormat();
  const can = useCan();
  const [foldedKeys, setFolded] = useQueryState("folded", parseAsArrayOf(parseAsString).withDefault([]));
  const folded = useMemo(() => new Set(foldedKeys), [foldedKeys]);
  const scroller = useRef<HTMLDivElement>(null);
  // On a phone a row shows what identifies the line; a tap opens the rest.
  const narrow = useNarrow();
  const editable = can("edit sw_line") && !narrow;
  const shownNames = narrow
    ? ["number", "user_name", ...props.columns.filter((name) => name === "sell_price")]
    : props.columns;
  const columns = useMemo(
    () => lineColumns(shownNames, { t, format, siteName, planName, editable, description, values }),
    [shownNames, t, format, siteName, planName, editable, description, values],
  );
  // The table keeps what it worked out of a row: names that come later than the lines make it work anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are part of the rows
  const data = useMemo(() => [...lines], [lines, siteName, planName, values]);
  const rowSelection = useMemo(
    () => Object.fromEntries([...selection.selected].map((id) => [id, true as const])),
    [selection.selected],
  );
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (line: LineRow) => line.id,
    state: { sorting: sort ? [{ id: sort.field, desc: sort.descending }] : [], rowSelection },
  });
  const sorted = table.getRowModel().rows;
  const rowOf = useMemo(() => new Map(sorted.map((row) => [row.id, row])), [sorted]);
  const groups = useMemo(
    () =>
      groupByPark(
        parks,
        sorted.map((row) => row.original),
      ),
    [parks, sorted],
  );
  const items = useMemo(() => {
    const flat: Item[] = [];
    for (const group of groups) {
      flat.push({ kind: "group", group });
      if (!folded.has(group.key)) for (const line of group.lines) flat.push({ kind: "line", line });
    }
    return flat;
  }, [groups, folded]);
  const order = useMemo(() => items.flatMap((item) => (item.kind === "line" ? [item.line.id] : [])), [items]);
  const allIds = useMemo(() => groups.flatMap((group) => group.lines.map((line) => line.id)), [groups]);
  const rowHeight = narrow ? 44 : 32;
  const groupHeight = narrow ? 40 : 36;
  // On a phone the page scrolls as one; elsewhere the grid does under its header.
  const body = useRef<HTMLDivElement>(null);
  const scrolling = useCallback(
    () => (narrow ? (scroller.current?.closest<HTMLElement>(".centre-scroll") ?? null) : scroller.current),
    [narrow],
  );
  const scrollMargin = useScrollMargin(body, scrolling, narrow);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: scrolling,
    scrollMargin,
    estimateSize: (index) => (items[index]?.kind === "group" ? groupHeight : rowHeight),
    overscan: 12,
    getItemKey: (index) => {
      const item = items[index];
      return item?.kind === "group" ? item.group.key : (item?.line.id ?? index);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when they change
  useEffect(() => virtualizer.measure(), [rowHeight]);
  const visible = table.getVisibleLeafColumns();
  const template = narrow
    ? `36px 118px minmax(0, 1fr)${visible.length > 2 ? " 68px" : ""}`
    : `36px ${visible.map((column) => columnWidth(column.id)).join(" ")}`;

  const fold = (key: string, closed: boolean) => {
    const next = new Set(folded);
    if (closed) next.add(key);
    else next.delete(key);
    void setFolded(next.size > 0 ? [...next] : null);
  };
  const { focused, setFocused, rowId, grid } = useGridKeys({
    count: items.length,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onOpen: (index) => {
      const item = items[index];
      if (item?.kind === "line") onOpen(item.line.id);
      else if (item) fold(item.group.key, !folded.has(item.group.key));
    },
    onToggle: (index, extend) => {
      const item = items[index];
      if (item?.kind === "line") selection.toggle(item.line.id, order, extend);
      else if (item) selection.toggleMany(item.group.lines.map((line) => line.id));
    },
    onExtend: (from, to) => {
      const passed = [items[from], items[to]].flatMap((item) => (item?.kind === "line" ? [item.line.id] : []));
      selection.set([...selection.selected, ...passed]);
    },
    onSelectAll: () => selection.set(allIds),
    onClear: () => {
      if (selection.selected.size === 0) return false;
      selection.clear();
      return true;
    },
    onFold: (index, closed) => {
      const item = items[index];
      if (item?.kind === "group") fold(item.group.key, closed);
    },
    onEdit: (index) => {
      const item = items[index];
      if (item?.kind === "line")
        scroller.current?.querySelector<HTMLButtonElement>(`[data-line="${item.line.id}"] .cell-value`)?.click();
    },
  });

  return (
    <div
      ref={scroller}
      className="data-grid"
      data-zone="grid"
      role="grid"
      {...grid}
      aria-label={t("label")}
      aria-rowcount={items.length + 1}
      aria-multiselectable
    >
      <div className="grid-head" role="row" style={{ gridTemplateColumns: template }}>
        <div className="grid-cell box" role="columnheader">
          <Checkbox
            label={t("selectAll")}
            checked={selectionState(allIds, selection.selected)}
            tabIndex={-1}
            onClick={() => selection.toggleMany(allIds)}
          />
        </div>
        {visible.map((column) => {
          const direction = column.getIsSorted();
          return (
            <div
              key={column.id}
              role="columnheader"
              className={`grid-cell ${isAmount(column.id, description) ? "amount" : ""}`}
              aria-sort={direction === "asc" ? "ascending" : direction === "desc" ? "descending" : "none"}
            >
              <button type="button" className="sort-button" tabIndex={-1} onClick={() => onSort(column.id)}>
                {String(column.columnDef.header)}
                {direction === "asc" && <ArrowUp className="icon" aria-hidden />}
                {direction === "desc" && <ArrowDown className="icon" aria-hidden />}
              </button>
            </div>
          );
        })}
      </div>
      <div ref={body} style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {virtualizer.getVirtualItems().map((virtual) => {
          const item = items[virtual.index];
          if (!item) return null;
          const place = { transform: `translateY(${virtual.start - scrollMargin}px)` };
          if (item.kind === "group") {
            const { group } = item;
            const Icon = kindIcons[group.kind] ?? Smartphone;
            const closed = folded.has(group.key);
            const ids = group.lines.map((line) => line.id);
            return (
              <div
                key={virtual.key}
                className={`grid-group ${virtual.index === focused ? "focus-target" : ""}`}
                role="row"
                id={rowId(virtual.index)}
                aria-rowindex={virtual.index + 2}
                style={place}
              >
                <div className="grid-cell box" role="gridcell">
                  <Checkbox
                    label={t("selectGroup", { name: groupName(group, format) })}
                    checked={selectionState(ids, selection.selected)}
                    tabIndex={-1}
                    onClick={() => selection.toggleMany(ids)}
                  />
                </div>
                <div role="gridcell">
                  <button
                    type="button"
                    className="grid-group-name"
                    tabIndex={-1}
                    aria-expanded={!closed}
                    onClick={() => fold(group.key, !closed)}
                  >
                    {closed ? (
                      <ChevronRight className="icon small" aria-hidden />
                    ) : (
                      <ChevronDown className="icon small" aria-hidden />
                    )}
                    <Icon className="icon quiet" aria-hidden />
                    <b>{groupName(group, format)}</b>{" "}
                    <span className="quiet">— {t("lines", { count: group.lines.length })}</span>
                  </button>
                </div>
                <GroupSums group={group} />
              </div>
            );
          }
          const { line } = item;
          const row = rowOf.get(line.id);
          const chosen = selection.selected.has(line.id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
            <div
              key={virtual.key}
              data-line={line.id}
              className={`grid-row ${line.id === openId ? "opened" : ""} ${virtual.index === focused ? "focus-target" : ""}`}
              role="row"
              id={rowId(virtual.index)}
              aria-rowindex={virtual.index + 2}
              aria-selected={chosen}
              style={{ ...place, gridTemplateColumns: template }}
              onClick={() => {
                setFocused(virtual.index);
                onOpen(line.id);
              }}
            >
              <div className="grid-cell box" role="gridcell">
                <Checkbox
                  label={t("selectLine", { number: format.number(line.number) })}
                  checked={chosen}
                  tabIndex={-1}
                  onClick={(event) => {
                    event.stopPropagation();
                    setFocused(virtual.index);
                    selection.toggle(line.id, order, event.shiftKey);
                  }}
                />
              </div>
              {row?.getVisibleCells().map((cell) => (
                <div
                  key={cell.id}
                  role="gridcell"
                  className={`grid-cell ${cell.column.id} ${isAmount(cell.column.id, description) ? "amount" : ""}`}
                >
                  <table.FlexRender cell={cell} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {items.length === 0 && <p className="empty">{t("none")}</p>}
    </div>
  );
}

function GroupSums({ group }: { group: ParkGroup }) {
  const t = useTranslations("telecom.grid");
  const format = useFormat();
  const { sell, buy } = group;
  const rate = sell !== undefined && buy !== undefined ? marginRate(sell, buy) : undefined;
  return (
    <div className="grid-group-sums" role="gridcell">
      {sell !== undefined && (
        <span>
          {t("sellShort")} <b>{format.money(sell)}</b>
        </span>
      )}
      {buy !== undefined && (
        <span>
          {t("buyShort")} <b>{format.money(buy)}</b>
        </span>
      )}
      {sell !== undefined && buy !== undefined && (
        <span>
          {t("marginShort")} <b>{format.money(sell - buy)}</b> {rate !== undefined && `· ${format.percent(rate)}`}
        </span>
      )}
    </div>
  );
}

function groupName(group: ParkGroup, format: ReturnType<typeof useFormat>): string {
  return `${format.valueLabel("sw_park", "kind", group.kind)} / ${group.operator}`;
}

function selectionState(ids: readonly string[], selected: ReadonlySet<string>): boolean | "mixed" {
  const count = ids.reduce((sum, id) => sum + (selected.has(id) ? 1 : 0), 0);
  return count === 0 ? false : count === ids.length ? true : "mixed";
}
