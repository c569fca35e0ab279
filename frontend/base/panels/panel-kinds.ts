"use client";
import { useMemo } from "react";
import { useVerticals } from "@/base/extension-points/verticals";
import { useRecordLists } from "@/base/records/lists";

/** The types of rows that have a panel, without the panels themselves: what a panel shows may ask. */
export function usePanelKinds(): ReadonlySet<string> {
  const verticals = useVerticals();
  const lists = useRecordLists();
  return useMemo(
    () =>
      new Set([
        "sw_account",
        ...lists.map(({ type }) => type),
        ...verticals.flatMap(({ panels }) => Object.keys(panels)),
      ]),
    [verticals, lists],
  );
}
