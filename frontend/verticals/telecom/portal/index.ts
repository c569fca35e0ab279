"use client";
import { History, Smartphone } from "lucide-react";
import type { PortalPart, PortalSectionProps } from "@/base/extension-points/define-vertical";
import { onDemand } from "@/base/on-demand/on-demand";
import { usePortalSummary } from "./use-services";

/** What telecom shows customers: their services by site, and what changed in them. */
export const portal: PortalPart = {
  useSummary: usePortalSummary,
  sections: [
    {
      name: "services",
      rank: 10,
      place: "main",
      labelKey: "telecom.portal.services",
      icon: Smartphone,
      permission: "view sw_line",
      Component: onDemand<PortalSectionProps>(async () => (await import("./services-section")).ServicesSection),
    },
    {
      name: "changes",
      rank: 20,
      place: "main",
      labelKey: "telecom.portal.changes.title",
      icon: History,
      navigation: false,
      permission: "view sw_line",
      Component: onDemand<PortalSectionProps>(async () => (await import("./changes-section")).ChangesSection),
    },
  ],
};
