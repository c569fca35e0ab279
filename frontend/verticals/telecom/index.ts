"use client";
import {
  CardSim,
  ListChecks,
  MessageSquareWarning,
  Receipt,
  ReceiptEuro,
  ReceiptText,
  Rocket,
  Smartphone,
} from "lucide-react";
import {
  type AccountBlockProps,
  defineVertical,
  type PanelProps,
  type SelectionActionsProps,
} from "@/base/extension-points/define-vertical";
import { onDemand } from "@/base/on-demand/on-demand";
import { WaitingPanel, WaitingPage } from "@/base/on-demand/waiting";
import { useFuture } from "./future/use-future";
import { AccountSummary } from "./parks/account-summary";
import { prefetchAccount, useAccountFigures, useSiteCounts } from "./parks/use-figures";

export const telecom = defineVertical({
  name: "telecom",
  module: "sw_telecom",
  navigation: [
    {
      href: "/billing-control",
      labelKey: "telecom.billingControl.title",
      icon: ReceiptEuro,
      permission: "view anomalies",
    },
  ],
  useAccountFigures,
  useSiteCounts,
  prefetchAccount,
  useFuture,
  accountBlocks: [
    {
      name: "telecom.figures",
      rank: 10,
      labelKey: "telecom.summary.title",
      size: "wide",
      permission: "view sell price",
      roles: "everyone",
      Component: AccountSummary,
    },
    {
      name: "telecom.trend",
      rank: 30,
      labelKey: "telecom.trend.title",
      size: "card",
      permission: "view margin",
      roles: ["direction"],
      Component: onDemand<AccountBlockProps>(async () => (await import("./money/trend-card")).TrendCard),
    },
    {
      name: "telecom.gaps",
      rank: 31,
      labelKey: "telecom.gapsCard.title",
      size: "card",
      permission: "view anomalies",
      roles: ["direction", "accounting"],
      Component: onDemand<AccountBlockProps>(async () => (await import("./money/gaps-card")).GapsCard),
    },
    {
      name: "telecom.parks",
      rank: 90,
      labelKey: "telecom.parks.title",
      size: "wide",
      permission: "view sw_line",
      roles: "everyone",
      Component: onDemand<AccountBlockProps>(
        async () => (await import("./parks/park-workspace")).ParkWorkspace,
        WaitingPage,
      ),
    },
  ],
  lists: [
    {
      type: "sw_line",
      icon: Smartphone,
      panel: "line",
      SelectionActions: onDemand<SelectionActionsProps>(
        async () => (await import("./bulk/line-selection-actions")).LineSelectionActions,
      ),
      columns: [
        "number",
        "user_name",
        "park.account",
        "park.kind",
        "park.operator",
        "plan",
        "status",
        "sell_price",
        "buy_price",
      ],
      more: ["site.city"],
      sort: "number",
      facet: "status",
      summary: ["user_name", "status"],
      relatedTo: [
        { type: "sw_site", field: "site" },
        { type: "sw_billing_site", field: "billing_site" },
        { type: "sw_catalogue_item", field: "plan" },
      ],
    },
    {
      type: "sw_sim",
      icon: CardSim,
      columns: ["iccid", "kind", "status", "account", "line", "eid"],
      sort: "iccid",
      facet: "status",
      summary: ["kind", "status"],
      relatedTo: [
        { type: "sw_line", field: "line" },
        { type: "sw_account", field: "account" },
      ],
    },
    {
      type: "sw_deployment",
      icon: Rocket,
      panel: "deployment",
      columns: ["name", "account", "kind", "status", "planned_on", "owner", "supplier", "reference"],
      sort: "planned_on",
      facet: "status",
      summary: ["status", "planned_on"],
      relatedTo: [
        { type: "sw_account", field: "account" },
        { type: "sw_site", field: "sites" },
        { type: "sw_billing_site", field: "billing_site" },
        { type: "sw_supplier", field: "supplier" },
      ],
    },
    {
      type: "sw_action",
      icon: ListChecks,
      madeElsewhere: true,
      columns: ["kind", "deployment", "line", "status", "planned_on"],
      more: ["deployment.account", "deployment.planned_on"],
      facet: "kind",
      summary: ["line", "status"],
    },
    {
      type: "sw_supplier_invoice",
      permission: "view anomalies",
      icon: ReceiptText,
      columns: ["number", "supplier", "kind", "issued_on", "period_start", "period_end", "total_net", "line_count"],
      sort: "-issued_on",
      facet: "kind",
      summary: ["issued_on", "total_net"],
      relatedTo: [{ type: "sw_supplier", field: "supplier" }],
    },
    {
      type: "sw_billed_item",
      icon: Receipt,
      columns: ["name", "billing_site", "line", "service_reference", "price", "period_start", "period_end"],
      sort: "name",
      summary: ["price", "period_start"],
      relatedTo: [{ type: "sw_billing_site", field: "billing_site" }],
    },
    {
      type: "sw_dispute",
      permission: "view anomalies",
      icon: MessageSquareWarning,
      columns: ["reference", "supplier", "status", "sent_on", "answered_on", "credited_amount"],
      facet: "status",
      summary: ["status", "sent_on"],
      relatedTo: [{ type: "sw_supplier", field: "supplier" }],
    },
  ],
  panels: {
    line: onDemand<PanelProps>(async () => (await import("./lines/line-panel")).LinePanel, WaitingPanel),
    deployment: onDemand<PanelProps>(
      async () => (await import("./deployments/deployment-panel")).DeploymentPanel,
      WaitingPanel,
    ),
    anomaly: onDemand<PanelProps>(
      async () => (await import("./billing-control/anomaly-panel")).AnomalyPanel,
      WaitingPanel,
    ),
  },
});
