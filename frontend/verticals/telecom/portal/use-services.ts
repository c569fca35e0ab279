"use client";
import { useQuery } from "@tanstack/react-query";
import type { PortalSummary } from "@/base/extension-points/define-vertical";
import { telecomApi } from "../api";
import { isRunning } from "./services";

export const useServices = (accountId: string) => useQuery(telecomApi.portal.services.queryOptions({ accountId }));

export function usePortalSummary(accountId: string): PortalSummary | undefined {
  const { data } = useServices(accountId);
  if (!data) return undefined;
  return {
    services: data.services.filter(isRunning).length,
    sites: data.sites.filter(({ id, status }) => id !== null && status !== "closed").length,
    price: data.price,
  };
}
