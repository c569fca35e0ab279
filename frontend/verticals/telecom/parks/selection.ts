"use client";
import { useQueryState } from "nuqs";
import { useCallback, useMemo, useRef } from "react";
import { addressRows, noRows } from "@/base/selection/address-rows";

/** First characters of the ids: enough to tell an account's lines apart, short enough for an address. */
const prefixLength = 8;

/** From here on it is shorter to say which lines are left out, where most are in. */
const manyLines = 100;

/** Which lines are selected. It lives in the address and survives sort, scroll, folding, filters and reload. */
export function useLineSelection(allIds: readonly string[]) {
  const [stored, setStored] = useQueryState("sel", addressRows.withDefault(noRows).withOptions({ throttleMs: 200 }));
  const anchor = useRef<string | null>(null);
  const selected = useMemo(() => {
    const named = new Set(stored.ids);
    return new Set(allIds.filter((id) => named.has(id.slice(0, prefixLength)) !== stored.all));
  }, [stored, allIds]);
  const write = useCallback(
    (ids: Iterable<string>) => {
      const wanted = new Set(ids);
      const all = wanted.size >= manyLines && wanted.size > allIds.length / 2;
      const named = (all ? allIds.filter((id) => !wanted.has(id)) : [...wanted]).map((id) => id.slice(0, prefixLength));
      void setStored(wanted.size > 0 ? { all, ids: named } : null);
    },
    [setStored, allIds],
  );
  return useMemo(
    () => ({
      selected,
      clear: () => write([]),
      set: (ids: Iterable<string>) => write(ids),
      /** Toggles one; with `extend`, takes the last toggled one as the other end of a range of `order`. */
      toggle: (id: string, order: readonly string[], extend: boolean) => {
        const next = new Set(selected);
        const [from, to] = [anchor.current ? order.indexOf(anchor.current) : -1, order.indexOf(id)];
        if (extend && from >= 0 && to >= 0)
          for (const other of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(other);
        else if (next.has(id)) next.delete(id);
        else next.add(id);
        anchor.current = id;
        write(next);
      },
      toggleMany: (ids: readonly string[]) => {
        const next = new Set(selected);
        const all = ids.every((id) => next.has(id));
        for (const id of ids) all ? next.delete(id) : next.add(id);
        write(next);
      },
    }),
    [selected, write],
  );
}

export type LineSelection = ReturnType<typeof useLineSelection>;
