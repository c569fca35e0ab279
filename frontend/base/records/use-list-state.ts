"use client";
import { parseAsArrayOf, parseAsString, parseAsJson, useQueryStates } from "nuqs";
import { useMemo } from "react";
import * as z from "zod/mini";
import type { RecordList } from "@/base/extension-points/define-vertical";
import { addressRows, type ChosenRows, noRows } from "@/base/selection/address-rows";
import { fieldPath, type RecordFilter, recordFilter } from "./filters";

const filterList = z.array(recordFilter).check(z.maxLength(20));

/** Search, filters, sort, columns and chosen rows of a list. They live in the address, so back, reload and a pasted link bring the list back. */
export function useListState(list: RecordList) {
  const [state, setState] = useQueryStates(
    {
      q: parseAsString.withDefault(""),
      f: parseAsJson((value: unknown) => filterList.safeParse(value).data ?? null).withDefault([]),
      sort: parseAsString.withDefault(list.sort ?? ""),
      cols: parseAsArrayOf(parseAsString).withDefault([...list.columns]),
      sel: addressRows.withDefault(noRows),
    },
    { clearOnDefault: true },
  );
  return useMemo(() => {
    const field = state.sort.replace(/^-/, "");
    return {
      search: state.q,
      filters: state.f as readonly RecordFilter[],
      sort: fieldPath.safeParse(field).success ? { field, descending: state.sort.startsWith("-") } : null,
      columns: state.cols.filter((path) => fieldPath.safeParse(path).success),
      // Another filter is another selection.
      setSearch: (text: string) => void setState({ q: text || null, sel: null }),
      setFilters: (filters: readonly RecordFilter[]) =>
        void setState({ f: filters.length > 0 ? [...filters] : null, sel: null }),
      chosen: state.sel,
      setChosen: (chosen: ChosenRows | null) => void setState({ sel: chosen }),
      /** Ascending, then descending, then as it came. */
      toggleSort: (path: string) =>
        void setState({ sort: state.sort === path ? `-${path}` : state.sort === `-${path}` ? null : path }),
      setColumns: (columns: readonly string[] | null) => void setState({ cols: columns ? [...columns] : null }),
      /** Everything that makes up this list, as a query string to keep. */
      show: (query: string) => {
        const params = new URLSearchParams(query);
        const filters = filterList.safeParse(safeJson(params.get("f")));
        void setState({
          q: params.get("q"),
          sort: params.get("sort"),
          cols: params.get("cols")?.split(",") ?? null,
          f: filters.success ? filters.data : null,
          sel: null,
        });
      },
    };
  }, [state, setState]);
}

function safeJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
}
