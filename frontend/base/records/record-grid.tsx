"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useFormat } from "@/base/format/format";
import { Checkbox } from "@/ui/checkbox";
import { ErrorNotice } from "@/ui/error-notice";
import { useGridKeys } from "@/ui/use-grid-keys";
import { useNarrow } from "@/ui/use-narrow";
import { columnField, type FieldDescription, type RecordDescription, sortable } from "./description";
import type { RecordFilter, RecordSort } from "./filters";
import type { RowSelection } from "./use-row-selection";
import { useRowPages } from "./use-row-pages";
import { valueText } from "./value-text";

interface RecordGridProps {
  readonly description: RecordDescription;
  readonly columns: readonly string[];
  readonly filters: readonly RecordFilter[];
  readonly search: string;
  readonly sort: RecordSort | null;
  readonly total: number;
  readonly selection: RowSelection;
  readonly openId: string | undefined;
  readonly onSort: (path: string) => void;
  readonly onOpen: (id: string) => void;
}

/** A list of any length: the backend filters and sorts, only the pages in view are read and only the rows in view are drawn. */
export function RecordGrid({
  description,
  columns,
  filters,
  search,
  sort,
  total,
  selection,
  openId,
  onSort,
  onOpen,
}: RecordGridProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const narrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = narrow ? 44 : 32;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are measured anew when they change
  useEffect(() => virtualizer.measure(), [rowHeight]);
  const items = virtualizer.getVirtualItems();
  const { rowAt, failed, refetch } = useRowPages(
    { type: description.type, columns, filters, search, sort },
    items[0]?.index ?? 0,
    items.at(-1)?.index ?? 0,
  );
  // A row that was clicked before it was read opens when it is there.
  const [awaited, setAwaited] = useState<number | null>(null);
  const arrived = awaited === null ? undefined : rowAt(awaited);
  useEffect(() => {
    if (!arrived) return;
    setAwaited(null);
    onOpen(arrived.id);
  }, [arrived, onOpen]);
  const shown = columns.flatMap((path) => columnField(description, path) ?? []).slice(0, narrow ? 2 : undefined);
  const template = `36px ${shown.map(columnWidth).join(" ")}`;
  const width = narrow ? undefined : 36 + shown.reduce((sum, field) => sum + minimumWidth(field) + 8, 24);

  const { focused, setFocused, rowId, grid } = useGridKeys({
    count: total,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onOpen: (index) => openAt(index),
    onToggle: (index, range) => {
      const row = rowAt(index);
      if (row) selection.toggle(row.id, index, { range, rowAt });
    },
    onExtend: (_from, to) => selection.extendTo(to, rowAt),
    onSelectAll: () => selection.selectAll(),
    onClear: () => {
      if (selection.count === 0) return false;
      selection.clear();
      return true;
    },
  });
  const openAt = (index: number) => {
    const row = rowAt(index);
    if (row) onOpen(row.id);
    else setAwaited(index);
  };

  return (
    <div
      ref={scroller}
      className="data-grid"
      data-zone="grid"
      role="grid"
      {...grid}
      aria-label={format.typePlural(description.type)}
      aria-rowcount={total + 1}
      aria-multiselectable
    >
      <div className="grid-head" role="row" style={{ gridTemplateColumns: template, minWidth: width }}>
        <div className="grid-cell box" role="columnheader">
          <Checkbox
            label={t("selectAll")}
            checked={selection.count === 0 ? false : selection.count === total ? true : "mixed"}
            tabIndex={-1}
            onClick={() => (selection.count === total ? selection.clear() : selection.selectAll())}
          />
        </div>
        {shown.map((field) => {
          const sorted = sort?.field === field.name;
          return (
            <div
              key={field.name}
              role="columnheader"
              className={`grid-cell ${isNumeric(field) ? "amount" : ""}`}
              aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : "none"}
            >
              {sortable(field) ? (
                <button type="button" className="sort-button" tabIndex={-1} onClick={() => onSort(field.name)}>
                  <span className="ellipsis">{field.label[format.language]}</span>
                  {sorted &&
                    (sort.descending ? (
                      <ArrowDown className="icon" aria-hidden />
                    ) : (
                      <ArrowUp className="icon" aria-hidden />
                    ))}
                </button>
              ) : (
                <span className="ellipsis">{field.label[format.language]}</span>
              )}
            </div>
          );
        })}
      </div>
      {failed && <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void refetch()} />}
      <div style={{ height: virtualizer.getTotalSize(), position: "relative", minWidth: width }}>
        {items.map((virtual) => {
          const row = rowAt(virtual.index);
          const chosen = row !== undefined && selection.has(row.id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
            <div
              key={virtual.key}
              className={`grid-row ${row && row.id === openId ? "opened" : ""} ${virtual.index === focused ? "focus-target" : ""}`}
              role="row"
              id={rowId(virtual.index)}
              aria-rowindex={virtual.index + 2}
              aria-selected={chosen}
              style={{ transform: `translateY(${virtual.start}px)`, gridTemplateColumns: template, minWidth: width }}
              onClick={() => {
                setFocused(virtual.index);
                openAt(virtual.index);
              }}
            >
              <div className="grid-cell box" role="gridcell">
                {row && (
                  <Checkbox
                    label={t("selectRow", { name: format.rowLabel(description.type, row.label) })}
                    checked={chosen}
                    tabIndex={-1}
                    onClick={(event) => {
                      event.stopPropagation();
                      setFocused(virtual.index);
                      selection.toggle(row.id, virtual.index, { range: event.shiftKey, rowAt });
                    }}
                  />
                )}
              </div>
              {shown.map((field, index) => (
                <div
                  key={field.name}
                  role="gridcell"
                  className={`grid-cell ${isNumeric(field) ? "amount" : ""} ${index === 0 ? "medium" : ""}`}
                >
                  {row ? valueText(field, row.values[field.name], format) : <span className="skeleton" />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {total === 0 && (
        <div className="empty">
          <strong>{t("none")}</strong>
          {(search || filters.length > 0) && <p>{t("noneHelp")}</p>}
        </div>
      )}
    </div>
  );
}

const isNumeric = (field: FieldDescription): boolean => field.type === "decimal" || field.type === "integer";

function minimumWidth(field: FieldDescription): number {
  if (isNumeric(field) || field.type === "date" || field.type === "boolean") return 84;
  if (field.options || field.type === "datetime") return 104;
  return 116;
}

function columnWidth(field: FieldDescription): string {
  const share =
    isNumeric(field) || field.type === "date" || field.type === "boolean" ? "0.6fr" : field.options ? "0.8fr" : "1.4fr";
  return `minmax(${minimumWidth(field)}px, ${share})`;
}
