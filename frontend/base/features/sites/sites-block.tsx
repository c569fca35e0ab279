"use client";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { SitePanel } from "./site-panel";

/** The sites with what the verticals count at each. */
export function SitesBlock({ accountId, siteIds, onSitesChange }: AccountBlockProps) {
  const verticals = useVerticals();
  const counts = new Map<string, number>();
  for (const vertical of verticals) {
    // biome-ignore lint/correctness/useHookAtTopLevel: the verticals are fixed for the life of the page
    for (const [id, count] of vertical.useSiteCounts(accountId)) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return <SitePanel accountId={accountId} selected={siteIds} onSelect={onSitesChange} counts={counts} />;
}
