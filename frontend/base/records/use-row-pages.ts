"use client";
import { useQueries } from "@tanstack/react-query";
import { useRef } from "react";
import { api } from "@/base/api/browser";
import type { RecordFilter, RecordSort } from "./filters";
import type { RecordRow } from "./rows";

export const pageSize = 100;

interface ListQuery {
  readonly type: string;
  readonly columns: readonly string[];
  readonly filters: readonly RecordFilter[];
  readonly sort: RecordSort | null;
  readonly search: string;
  /** Nothing is read while this is false. */
  readonly enabled?: boolean;
}

/** The rows between two indexes of the whole list; only the pages that hold them are read. */
export function useRowPages(query: ListQuery, from: number, to: number) {
  const first = Math.floor(from / pageSize);
  const last = Math.max(first, Math.floor(to / pageSize));
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const results = useQueries({
    queries: pages.map((page) =>
      api.records.list.queryOptions(
        {
          type: query.type as "sw_site",
          columns: [...query.columns],
          filters: query.filters.map((filter) => ({ ...filter, value: [...filter.value] })),
          sort: query.sort,
          search: query.search,
          offset: page * pageSize,
          limit: pageSize,
        },
        { enabled: query.enabled ?? true },
      ),
    ),
  });
  const before = useRef<{ type: string; rows: Map<number, RecordRow> }>({ type: query.type, rows: new Map() });
  if (before.current.type !== query.type) before.current = { type: query.type, rows: new Map() };
  for (const [at, { data }] of results.entries())
    for (const [offset, row] of (data ?? []).entries()) before.current.rows.set((first + at) * pageSize + offset, row);
  // While another order or column is being read, what was there stays: rows don't blink, and a click still opens what it is on.
  const rowAt = (index: number): RecordRow | undefined => {
    const page = results[Math.floor(index / pageSize) - first];
    return page?.data ? page.data[index % pageSize] : before.current.rows.get(index);
  };
  return {
    rowAt,
    failed: results.find((result) => result.isError),
    refetch: () => Promise.all(results.map((result) => result.refetch())),
  };
}
