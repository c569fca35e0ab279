"use client";
import { useMemo } from "react";
import type { HomeBlock } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { onDemand } from "@/base/on-demand/on-demand";

const baseBlocks: readonly HomeBlock[] = [
  {
    name: "my-tasks",
    rank: 10,
    labelKey: "home.tasks",
    size: "wide",
    permission: "view sw_task",
    roles: "everyone",
    Component: onDemand(async () => (await import("@/base/features/tasks/my-tasks")).MyTasks),
  },
  {
    name: "my-accounts",
    rank: 40,
    labelKey: "home.accounts",
    size: "card",
    permission: "view sw_account",
    roles: "everyone",
    Component: onDemand(async () => (await import("@/base/features/accounts/my-accounts-card")).MyAccountsCard),
  },
  {
    name: "news",
    rank: 50,
    labelKey: "home.news",
    size: "card",
    permission: "view sw_notification",
    roles: "everyone",
    Component: onDemand(async () => (await import("@/base/features/notifications/news-card")).NewsCard),
  },
];

/** Every block a home can show: the base's, then each vertical's. */
export function useHomeBlocks(): readonly HomeBlock[] {
  const verticals = useVerticals();
  return useMemo(
    () => [...baseBlocks, ...verticals.flatMap((vertical) => vertical.homeBlocks)].sort((a, b) => a.rank - b.rank),
    [verticals],
  );
}
