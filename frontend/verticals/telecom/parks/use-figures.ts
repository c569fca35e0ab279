"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { AccountFigures } from "@/base/extension-points/define-vertical";
import { queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { telecomApi } from "../api";

/** Lines, margin and open gaps of each account, for the account list. */
export function useAccountFigures(): ReadonlyMap<string, AccountFigures> {
  const t = useTranslations("telecom");
  const format = useFormat();
  const { data } = useQuery(telecomApi.parks.figures.queryOptions());
  return useMemo(
    () =>
      new Map(
        Object.entries(data ?? {}).map(([id, figure]) => [
          id,
          {
            detail: t("lines", { count: figure.lines }),
            ...(figure.margin !== undefined && { amount: format.roundMoney(figure.margin) }),
            ...(figure.gaps && { alert: t("gaps", { count: figure.gaps }) }),
          },
        ]),
      ),
    [data, t, format],
  );
}

/** Number of lines per site. */
export function useSiteCounts(accountId: string): ReadonlyMap<string, number> {
  const { data } = useQuery(telecomApi.parks.ofAccount.queryOptions({ accountId }));
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const line of data?.lines ?? []) if (line.siteId) counts.set(line.siteId, (counts.get(line.siteId) ?? 0) + 1);
    return counts;
  }, [data]);
}

export function prefetchAccount(accountId: string): void {
  void queryClient.prefetchQuery(telecomApi.parks.ofAccount.queryOptions({ accountId }));
  void queryClient.prefetchQuery(telecomApi.parks.summary.queryOptions({ accountId }));
}
