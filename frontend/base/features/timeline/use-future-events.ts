"use client";
import { useMemo } from "react";
import type { FutureEvent, TimelineScope } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { useBaseFuture } from "./use-base-future";

/** What is planned, the base's and every vertical's, by day. */
export function useFutureEvents(scope: TimelineScope): readonly FutureEvent[] {
  const verticals = useVerticals();
  const base = useBaseFuture(scope);
  // biome-ignore lint/correctness/useHookAtTopLevel: the verticals are fixed for the life of the page
  const more = verticals.flatMap((vertical) => vertical.useFuture(scope));
  return useMemo(() => [...base, ...more].sort((a, b) => a.day.localeCompare(b.day)), [base, more]);
}
