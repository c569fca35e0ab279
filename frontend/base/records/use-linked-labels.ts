"use client";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { columnField, type RecordDescription } from "./description";
import type { RecordFilter } from "./filters";

/** Names of the rows that filters compare with: a pasted link holds ids only. */
export function useLinkedLabels(description: RecordDescription, filters: readonly RecordFilter[]) {
  const format = useFormat();
  const [learned, setLearned] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = filters.flatMap((filter) => {
    const field = columnField(description, filter.field);
    return field?.type === "reference"
      ? filter.value.filter((id) => !learned.has(id)).map((id) => ({ type: field.target ?? "", id }))
      : [];
  });
  const results = useQueries({
    queries: wanted.map(({ type, id }) =>
      api.records.name.queryOptions({ type: type as "sw_site", id }, { staleTime: 60_000 }),
    ),
  });
  const labels = new Map(learned);
  for (const [index, { type, id }] of wanted.entries())
    labels.set(id, format.rowLabel(type, results[index]?.data ?? "…"));
  return {
    get: (id: string) => labels.get(id),
    learn: (id: string, label: string) => setLearned(new Map(learned).set(id, label)),
  };
}
