"use client";
import type { ListView } from "@softwhere/services/model/generated/entities";
import { createParser, parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import * as z from "zod/mini";
import type { RecordList } from "@/base/extension-points/define-vertical";
import { addressRows, type ChosenRows, noRows } from "@/base/selection/address-rows";
import { fieldPath, type RecordFilter, recordFilter } from "./filters";

const filterList = z.array(recordFilter).check(z.maxLength(20));

/** Stands for filters in the address that can't be read: no list has the field, so that it is refused rather than shown whole. */
const unreadable: RecordFilter = { field: "unreadable", op: "filled", value: [] };

const filtersInAddress = createParser<RecordFilter[]>({
  parse: (text) => {
    try {
      return filterList.safeParse(JSON.parse(text)).data ?? [unreadable];
    } catch {
      return [unreadable];
    }
  },
  serialize: (filters) => JSON.stringify(filters),
  eq: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

type ListedAs = Pick<RecordList, "columns" | "sort">;

interface ListStateOptions {
  /** Names in the address, for a list that shares its page with another. */
  readonly keys?: Partial<Record<"q" | "f" | "sort" | "cols" | "sel", string>>;
  /** Chosen rows outlive a change of the filters: those out of sight are counted where they are acted on. */
  readonly keepsChosen?: boolean;
}

export type ListState = ReturnType<typeof useListState>;

/** Search, filters, sort, columns and chosen rows of a list. They live in the address, so back, reload and a pasted link bring the list back. */
export function useListState(list: ListedAs, { keys = {}, keepsChosen = false }: ListStateOptions = {}) {
  const [state, setState] = useQueryStates(
    {
      q: parseAsString.withDefault(""),
      f: filtersInAddress.withDefault([]),
      sort: parseAsString.withDefault(list.sort ?? ""),
      cols: parseAsArrayOf(parseAsString).withDefault([...list.columns]),
      sel: addressRows.withDefault(noRows),
    },
    { clearOnDefault: true, urlKeys: keys },
  );
  return useMemo(() => {
    // Another filter is another selection.
    const unchosen = keepsChosen ? {} : { sel: null };
    const field = state.sort.replace(/^-/, "");
    return {
      search: state.q,
      filters: state.f as readonly RecordFilter[],
      sort: fieldPath.safeParse(field).success ? { field, descending: state.sort.startsWith("-") } : null,
      columns: state.cols.filter((path) => fieldPath.safeParse(path).success),
      setSearch: (text: string) => void setState({ q: text || null, ...unchosen }),
      setFilters: (filters: readonly RecordFilter[]) =>
        void setState({ f: filters.length > 0 ? [...filters] : null, ...unchosen }),
      chosen: state.sel,
      setChosen: (chosen: ChosenRows | null) => void setState({ sel: chosen }),
      /** Ascending, then descending, then as it came. */
      toggleSort: (path: string) =>
        void setState({ sort: state.sort === path ? `-${path}` : state.sort === `-${path}` ? null : path }),
      setColumns: (columns: readonly string[] | null) => void setState({ cols: columns ? [...columns] : null }),
      /** What makes up this list, to be kept; empty while it is as it came. */
      view: {
        ...(state.q && { search: state.q }),
        ...(state.f.length > 0 && { filters: state.f }),
        ...(state.sort && state.sort !== list.sort && { sort: state.sort }),
        ...(state.cols.length > 0 && state.cols.join() !== list.columns.join() && { columns: state.cols }),
      } satisfies ListView,
      show: ({ search, filters, sort, columns }: ListView) =>
        void setState({
          q: search ?? null,
          f: filters ?? null,
          sort: sort ?? null,
          cols: columns ?? null,
          ...unchosen,
        }),
    };
  }, [state, setState, list, keepsChosen]);
}

/** Equal texts for equal views, whatever the order of their members. */
export function viewKey({ search, filters, sort, columns }: ListView): string {
  return JSON.stringify([search, filters?.map(({ field, op, value }) => [field, op, value]), sort, columns]);
}
