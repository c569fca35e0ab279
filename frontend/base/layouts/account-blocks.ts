"use client";
import { useMemo } from "react";
import type { AccountBlock, AccountBlockProps } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { onDemand } from "@/base/on-demand/on-demand";

const staff = ["support_n1", "support_n2"];

const baseBlocks: readonly AccountBlock[] = [
  {
    name: "financial-summary",
    rank: 31,
    labelKey: "invoices.title",
    size: "card",
    permission: "view customer invoices",
    // Who works on lines all day has them first; the billing site says it too.
    roles: ["accounting", "sales", "direction", "administrator"],
    Component: onDemand<AccountBlockProps>(
      async () => (await import("@/base/features/accounts/financial-card")).FinancialCard,
    ),
  },
  {
    name: "billing-sites",
    rank: 32,
    labelKey: "accounts.billing",
    size: "card",
    permission: "view sw_billing_site",
    roles: ["accounting"],
    Component: onDemand<AccountBlockProps>(
      async () => (await import("@/base/features/accounts/billing-card")).BillingCard,
    ),
  },
  {
    name: "notes",
    rank: 33,
    labelKey: "blocks.notes",
    size: "card",
    permission: "view internal notes",
    roles: [...staff, "sales"],
    Component: onDemand<AccountBlockProps>(async () => (await import("@/base/features/accounts/notes-card")).NotesCard),
  },
  {
    name: "contacts",
    rank: 34,
    labelKey: "accounts.contacts",
    size: "card",
    permission: "view sw_contact",
    roles: [...staff, "sales", "client", "partner"],
    Component: onDemand<AccountBlockProps>(async () => (await import("@/base/features/contacts")).ContactsCard),
  },
  {
    name: "tasks",
    rank: 35,
    labelKey: "blocks.tasks",
    size: "card",
    permission: "view sw_task",
    roles: ["sales"],
    Component: onDemand<AccountBlockProps>(async () => (await import("@/base/features/tasks")).TasksCard),
  },
  {
    name: "coming",
    rank: 36,
    labelKey: "future.title",
    size: "card",
    roles: [],
    Component: onDemand<AccountBlockProps>(
      async () => (await import("@/base/features/timeline/coming-card")).ComingCard,
    ),
  },
  {
    name: "recent",
    rank: 37,
    labelKey: "blocks.recent",
    size: "card",
    permission: "view sw_journal_entry",
    roles: staff,
    Component: onDemand<AccountBlockProps>(
      async () => (await import("@/base/features/timeline/recent-card")).RecentCard,
    ),
  },
  {
    name: "sites",
    rank: 70,
    labelKey: "sites.title",
    size: "wide",
    permission: "view sw_site",
    roles: "everyone",
    Component: onDemand<AccountBlockProps>(async () => (await import("@/base/features/sites")).SitesBlock),
  },
];

/** Every block an account can show: the base's, then each vertical's. */
export function useAccountBlocks(): readonly AccountBlock[] {
  const verticals = useVerticals();
  return useMemo(
    () => [...baseBlocks, ...verticals.flatMap((vertical) => vertical.accountBlocks)].sort((a, b) => a.rank - b.rank),
    [verticals],
  );
}
