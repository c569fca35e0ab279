"use client";
import { useQueries } from "@tanstack/react-query";
import { api } from "@/base/api/browser";
import type { RecordFilter, RecordSort } from "./filters";
import type { RecordRow } from "./server";

export const pageSize = 100;

interface ListQuery {
  readonly type: string;
  readonly columns: readonly string[];
  readonly filters: readonly RecordFilter[];
  readonly sort: RecordSort | null;
  readonly search: string;
}

/** The rows between two indexes of the whole list; only the pages that hold them are read. */
export function useRowPages(query: ListQuery, from: number, to: number) {
  const first = Math.floor(from / pageSize);
  const last = Math.max(first, Math.floor(to / pageSize));
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const results = useQueries({
    queries: pages.map((page) =>
      api.records.list.queryOptions({ type: query.type as "sw_site", columns: [...query.columns], filters: query.filters.map((filter) => ({ ...filter, value: [...filter.value] })), sort: query.sort, search: query.search, offset: page * pageSize, limit: pageSize }),
    ),
  });
  const rowAt = (index: number): RecordRow | undefined => results[Math.floor(index / pageSize) - first]?.data?.[index % pageSize];
  return { rowAt, failed: results.find((result) => result.isError), refetch: () => Promise.all(results.map((result) => result.refetch())) };
}
