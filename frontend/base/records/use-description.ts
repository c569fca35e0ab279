"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/base/api/browser";
import { useRecordList } from "./lists";

/** Fields of a type. They change only when a site builder works. */
export function useDescription(type: string) {
  const list = useRecordList(type);
  const paths = [...new Set([...(list?.columns ?? []), ...(list?.more ?? []), ...(list?.summary ?? [])])].filter(
    (path) => path.includes("."),
  );
  return useQuery(api.records.describe.queryOptions({ type: type as "sw_site", paths }, { staleTime: 5 * 60_000 }));
}

export function useRecord(type: string, id: string) {
  return useQuery(api.records.get.queryOptions({ type: type as "sw_site", id }));
}
