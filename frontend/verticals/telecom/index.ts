"use client";
import {
  CardSim,
  ChartNoAxesCombined,
  Flag,
  ListChecks,
  Receipt,
  ReceiptEuro,
  ReceiptText,
  Rocket,
  Smartphone,
} from "lucide-react";
import {
  type AccountBlockProps,
  defineVertical,
  type ImportedProps,
  type PanelProps,
  type RecordSectionProps,
  type SelectionActionsProps,
} from "@/base/extension-points/define-vertical";
import { onDemand } from "@/base/on-demand/on-demand";
import { listOfAnomalies, listOfCheckSettings } from "@/base/records/lists";
import { WaitingPanel, WaitingPage } from "@/base/on-demand/waiting";
import { useFuture } from "./future/use-future";
import { AccountSummary } from "./parks/account-summary";
import { portal } from "./portal";
import { prefetchAccount, useAccountFigures, useSiteCounts } from "./parks/use-figures";

const AnomalyPanel = onDemand<PanelProps>(
  async () => (await import("./billing-control/anomaly-panel")).AnomalyPanel,
  WaitingPanel,
);

const ofLine = { type: "sw_line", field: "line" };

export const telecom = defineVertical({
  name: "telecom",
  module: "sw_telecom",
  navigation: [
    {
      href: "/deployments",
      labelKey: "telecom.deployments.board.title",
      icon: Rocket,
      permission: "view sw_deployment",
    },
    {
      href: "/steering",
      labelKey: "telecom.steering.title",
      icon: ChartNoAxesCombined,
      permission: "view anomalies",
    },
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
  portal,
  useFuture,
  historyKinds: [
    { type: "sw_line", operation: "update", field: "plan", labelKey: "telecom.history.planChanged" },
    {
      type: "sw_line_term",
      operation: "create",
      field: "plan",
      later: true,
      labelKey: "telecom.history.planScheduled",
    },
    { type: "sw_line", operation: "update", field: "status", to: "suspended", labelKey: "telecom.history.suspended" },
    { type: "sw_line", operation: "update", field: "status", to: "active", labelKey: "telecom.history.active" },
    {
      type: "sw_line",
      operation: "update",
      field: "status",
      to: "terminating",
      labelKey: "telecom.history.terminated",
    },
    { type: "sw_line", operation: "update", field: "site", labelKey: "telecom.history.moved" },
    { type: "sw_line_option", operation: "create", field: "item", labelKey: "telecom.history.optionAdded" },
  ],
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
  recordSections: [
    {
      type: "sw_billing_site",
      permission: "view sw_billed_item",
      Component: onDemand<RecordSectionProps>(
        async () => (await import("./billing-control/drift/billing-drift")).BillingDrift,
      ),
    },
  ],
  begunForAccount: [
    {
      type: "sw_deployment",
      panel: "deployment",
      labelKey: "telecom.deployments.begin",
      permission: "launch deployment",
    },
  ],
  homeBlocks: [
    {
      name: "telecom.portfolio",
      rank: 5,
      labelKey: "telecom.home.portfolio",
      size: "wide",
      permission: "view margin",
      roles: ["direction"],
      Component: onDemand(async () => (await import("./home/portfolio")).Portfolio),
    },
    {
      name: "telecom.gaps",
      rank: 20,
      labelKey: "telecom.home.gaps",
      size: "card",
      permission: "view anomalies",
      roles: "everyone",
      Component: onDemand(async () => (await import("./home/gaps-by-customer")).GapsByCustomer),
    },
    {
      name: "telecom.commitments",
      rank: 30,
      labelKey: "telecom.home.commitments",
      size: "card",
      permission: "view sw_line",
      roles: ["manager", "sales", "direction"],
      Component: onDemand(async () => (await import("./home/ending-commitments")).EndingCommitments),
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
      columns: ["iccid", "kind", "status", "account", "operator", "line", "eid"],
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
      type: "sw_milestone",
      icon: Flag,
      columns: ["kind", "deployment.account", "deployment", "status", "due_on", "done_on", "owner", "blocked_by"],
      more: ["contact", "mailed_at"],
      sort: "due_on",
      facet: "status",
      summary: ["status", "due_on"],
    },
    {
      type: "sw_action",
      icon: ListChecks,
      madeElsewhere: true,
      columns: ["operation", "deployment", "line", "status", "planned_on"],
      more: ["account", "deployment.planned_on"],
      facet: "status",
      summary: ["line", "status"],
    },
    {
      type: "sw_supplier_invoice",
      permission: "view anomalies",
      icon: ReceiptText,
      columns: [
        "number",
        "edition",
        "supplier",
        "kind",
        "issued_on",
        "period_start",
        "period_end",
        "total_net",
        "checked_net",
        "line_count",
        "checked_count",
      ],
      sort: "-issued_on",
      facet: "kind",
      summary: ["issued_on", "total_net", "checked_net"],
      relatedTo: [{ type: "sw_supplier", field: "supplier" }],
    },
    {
      type: "sw_billed_item",
      icon: Receipt,
      columns: [
        "name",
        "billing_site.account",
        "line",
        "service_reference",
        "kind",
        "net",
        "period_start",
        "period_end",
        "invoice_number",
      ],
      more: ["billing_site", "drift", "agreed_price", "agreed_quantity", "months"],
      sort: "-period_start",
      facet: "kind",
      summary: ["net", "period_start"],
      Imported: onDemand<ImportedProps>(async () => (await import("./billing-control/imported-items")).ImportedItems),
      relatedTo: [{ type: "sw_billing_site", field: "billing_site" }],
    },
    {
      ...listOfAnomalies,
      panel: "anomaly",
      columns: ["check", "account", "line", "supplier", "status", "amount", "recovered", "period_start", "period_end"],
      facet: "check",
      relatedTo: [...listOfAnomalies.relatedTo, ofLine],
    },
    {
      ...listOfCheckSettings,
      columns: ["check", "enabled", "tolerance", "account", "supplier", "line", "valid_from", "valid_to", "reason"],
      relatedTo: [...listOfCheckSettings.relatedTo, ofLine],
    },
  ],
  panels: {
    line: onDemand<PanelProps>(async () => (await import("./lines/line-panel")).LinePanel, WaitingPanel),
    deployment: onDemand<PanelProps>(
      async () => (await import("./deployments/deployment-panel")).DeploymentPanel,
      WaitingPanel,
    ),
    anomaly: AnomalyPanel,
    // Wherever the base lists or tells of one.
    sw_anomaly: AnomalyPanel,
  },
});
