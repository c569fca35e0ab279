"use client";
import { CardSim, ListChecks, MessageSquareWarning, Receipt, ReceiptEuro, ReceiptText, Rocket, Smartphone } from "lucide-react";
import { defineVertical } from "@/base/extension-points/define-vertical";
import { AnomalyPanel } from "./billing-control/anomaly-panel";
import { LineSelectionActions } from "./bulk/line-selection-actions";
import { BillingControlPage } from "./billing-control/billing-control-page";
import { DeploymentPanel } from "./deployments/deployment-panel";
import { useFuture } from "./future/use-future";
import { LinePanel } from "./lines/line-panel";
import { AccountSummary } from "./parks/account-summary";
import { ParkWorkspace } from "./parks/park-workspace";
import { useAccountFigures, useSiteCounts } from "./parks/use-figures";

export const telecom = defineVertical({
  name: "telecom",
  navigation: [{ href: "/billing-control", labelKey: "telecom.billingControl.title", icon: ReceiptEuro, permission: "view anomalies" }],
  useAccountFigures,
  useSiteCounts,
  useFuture,
  AccountSummary,
  AccountWorkspace: ParkWorkspace,
  lists: [
    { type: "sw_line", icon: Smartphone, panel: "line", SelectionActions: LineSelectionActions, columns: ["number", "user_name", "park.account", "park.kind", "park.operator", "plan", "status", "sell_price", "buy_price"], more: ["site.city"], sort: "number", facet: "status", summary: ["user_name", "status"], relatedTo: [{ type: "sw_site", field: "site" }, { type: "sw_billing_site", field: "billing_site" }, { type: "sw_catalogue_item", field: "plan" }] },
    { type: "sw_sim", icon: CardSim, columns: ["iccid", "kind", "status", "account", "line", "eid"], sort: "iccid", facet: "status", summary: ["kind", "status"], relatedTo: [{ type: "sw_line", field: "line" }, { type: "sw_account", field: "account" }] },
    { type: "sw_deployment", icon: Rocket, panel: "deployment", columns: ["name", "account", "kind", "status", "planned_on", "owner", "supplier", "reference"], sort: "planned_on", facet: "status", summary: ["status", "planned_on"], relatedTo: [{ type: "sw_account", field: "account" }, { type: "sw_site", field: "sites" }, { type: "sw_billing_site", field: "billing_site" }, { type: "sw_supplier", field: "supplier" }] },
    { type: "sw_action", icon: ListChecks, columns: ["kind", "deployment", "line", "status", "planned_on"], more: ["deployment.account", "deployment.planned_on"], facet: "kind", summary: ["line", "status"] },
    { type: "sw_supplier_invoice", permission: "view anomalies", icon: ReceiptText, columns: ["number", "supplier", "kind", "issued_on", "period_start", "period_end", "total_net", "line_count"], sort: "-issued_on", facet: "kind", summary: ["issued_on", "total_net"], relatedTo: [{ type: "sw_supplier", field: "supplier" }] },
    { type: "sw_billed_item", icon: Receipt, columns: ["name", "billing_site", "line", "service_reference", "price", "period_start", "period_end"], sort: "name", summary: ["price", "period_start"], relatedTo: [{ type: "sw_billing_site", field: "billing_site" }] },
    { type: "sw_dispute", permission: "view anomalies", icon: MessageSquareWarning, columns: ["reference", "supplier", "status", "sent_on", "answered_on", "credited_amount"], facet: "status", summary: ["status", "sent_on"], relatedTo: [{ type: "sw_supplier", field: "supplier" }] },
  ],
  panels: { line: LinePanel, deployment: DeploymentPanel, anomaly: AnomalyPanel },
  pages: { "billing-control": BillingControlPage },
});
