"use client";
import { useMemo, useRef } from "react";
import { type ChosenRows, noRows } from "@/base/selection/address-rows";
import type { RecordRow } from "./rows";

/** Single rows, or everything the filter finds but some. Rows out of view need not be read for that. */
interface RowSelectionOptions {
  readonly chosen: ChosenRows;
  readonly onChange: (chosen: ChosenRows | null) => void;
  readonly total: number;
}

export function useRowSelection({ chosen, onChange, total }: RowSelectionOptions) {
  const selected = useMemo(() => ({ all: chosen.all, ids: new Set(chosen.ids) }), [chosen]);
  const anchor = useRef<number | null>(null);
  return useMemo(() => {
    const write = (next: { all: boolean; ids: ReadonlySet<string> }) =>
      onChange(next.all || next.ids.size > 0 ? { all: next.all, ids: [...next.ids] } : null);
    const has = (id: string) => selected.all !== selected.ids.has(id);
    const withRows = (from: number, to: number, rowAt: (index: number) => RecordRow | undefined) => {
      const ids = new Set(selected.ids);
      for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
        const row = rowAt(index);
        if (row) selected.all ? ids.delete(row.id) : ids.add(row.id);
      }
      write({ all: selected.all, ids });
    };
    return {
      has,
      all: selected.all,
      /** Chosen rows, or with `all` those left out. */
      ids: selected.ids,
      count: selected.all ? Math.max(0, total - selected.ids.size) : selected.ids.size,
      clear: () => onChange(noRows),
      selectAll: () => write({ all: true, ids: new Set() }),
      toggle: (
        id: string,
        index: number,
        options: { range: boolean; rowAt: (index: number) => RecordRow | undefined },
      ) => {
        if (options.range && anchor.current !== null) withRows(anchor.current, index, options.rowAt);
        else {
          const ids = new Set(selected.ids);
          if (ids.has(id)) ids.delete(id);
          else ids.add(id);
          write({ all: selected.all, ids });
        }
        anchor.current = index;
      },
      extendTo: (index: number, rowAt: (index: number) => RecordRow | undefined) => {
        withRows(anchor.current ?? index, index, rowAt);
        anchor.current ??= index;
      },
    };
  }, [selected, total, onChange]);
}

export type RowSelection = ReturnType<typeof useRowSelection>;
