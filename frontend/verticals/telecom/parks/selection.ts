"use client";
import { createParser, useQueryState } from "nuqs";
import { useCallback, useMemo, useRef } from "react";

/** First characters of the ids: enough to tell an account's lines apart, short enough for an address. */
const prefixLength = 8;

const prefixes = createParser<string[]>({
  parse: (text) => text.split(".").filter((part) => /^[0-9a-f]{8}$/.test(part)),
  serialize: (parts) => parts.join("."),
  eq: (a, b) => a.length === b.length && a.every((part, index) => part === b[index]),
});

/** Which lines are selected. It lives in the address and survives sort, scroll, folding, filters and reload. */
export function useLineSelection(allIds: readonly string[]) {
  const [stored, setStored] = useQueryState("sel", prefixes.withDefault([]).withOptions({ throttleMs: 200 }));
  const anchor = useRef<string | null>(null);
  const selected = useMemo(() => {
    const wanted = new Set(stored);
    return new Set(allIds.filter((id) => wanted.has(id.slice(0, prefixLength))));
  }, [stored, allIds]);
  const write = useCallback((ids: Iterable<string>) => {
    const parts = [...ids].map((id) => id.slice(0, prefixLength));
    void setStored(parts.length > 0 ? parts : null);
  }, [setStored]);
  return useMemo(
    () => ({
      selected,
      clear: () => write([]),
      set: (ids: Iterable<string>) => write(ids),
      /** Toggles one; with `extend`, takes the last toggled one as the other end of a range of `order`. */
      toggle: (id: string, order: readonly string[], extend: boolean) => {
        const next = new Set(selected);
        const [from, to] = [anchor.current ? order.indexOf(anchor.current) : -1, order.indexOf(id)];
        if (extend && from >= 0 && to >= 0) for (const other of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(other);
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
