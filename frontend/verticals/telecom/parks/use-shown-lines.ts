"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "@/base/api/browser";
import type { RecordFilter } from "@/base/records/filters";
import type { ListState } from "@/base/records/use-list-state";
import { useRowPages } from "@/base/records/use-row-pages";
import type { RecordRow } from "@/base/records/rows";
import type { LineRow } from "./server";

/** One or several states and nothing else: what the chips above the park ask for. */
export const isStatusFilter = ({ field, op }: RecordFilter): boolean => field === "status" && op === "is";

const ofAccount = (accountId: string): RecordFilter => ({ field: "park.account", op: "is", value: [accountId] });

interface Narrowing {
  readonly accountId: string;
  readonly siteIds: readonly string[];
  readonly state: ListState;
}

/**
 * The lines that sites, words and filters leave. Sites, words and states are seen from the lines themselves; what else is filtered by, the
 * backend finds.
 */
export function useShownLines(lines: readonly LineRow[], { accountId, siteIds, state }: Narrowing) {
  const { search, filters } = state;
  const asked = filters.filter((filter) => !isStatusFilter(filter));
  const found = useQuery(
    api.records.ids.queryOptions(
      {
        type: "sw_line",
        filters: [...asked, ofAccount(accountId)].map((filter) => ({ ...filter, value: [...filter.value] })),
      },
      { enabled: asked.length > 0, placeholderData: keepPreviousData },
    ),
  );
  const status = filters.find(isStatusFilter)?.value;
  const ids = asked.length > 0 ? found.data : undefined;
  const [inEveryState, shown] = useMemo(() => {
    const among = ids && new Set(ids);
    const narrowed = lines.filter((line) => matches(line, siteIds, search) && (!among || among.has(line.id)));
    return [narrowed, status?.length ? narrowed.filter((line) => status.includes(line.status)) : narrowed] as const;
  }, [lines, siteIds, search, ids, status]);
  return {
    shown,
    /** What would be shown without the choice of a state, for its counts. */
    inEveryState,
    failed: asked.length > 0 && found.isError ? found : undefined,
    isWaiting: asked.length > 0 && found.isPending,
  };
}

/** What columns show that the park doesn't read for itself: by line, then by field. */
export function useLineValues(
  accountId: string,
  columns: readonly string[],
  total: number,
): { readonly values: ReadonlyMap<string, RecordRow["values"]>; readonly failed: boolean } {
  const { rowAt, failed } = useRowPages(
    {
      type: "sw_line",
      columns,
      filters: [ofAccount(accountId)],
      sort: { field: "number", descending: false },
      search: "",
      enabled: columns.length > 0,
    },
    0,
    total - 1,
  );
  const rows = Array.from({ length: columns.length > 0 ? total : 0 }, (_, index) => rowAt(index));
  return { values: new Map(rows.flatMap((row) => (row ? [[row.id, row.values]] : []))), failed: Boolean(failed) };
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
