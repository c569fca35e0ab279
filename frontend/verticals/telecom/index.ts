"use client";
import { ReceiptEuro } from "lucide-react";
import { defineVertical } from "@/base/extension-points/define-vertical";
import { AnomalyPanel } from "./billing-control/anomaly-panel";
import { BillingControlPage } from "./billing-control/billing-control-page";
import { LinePanel } from "./lines/line-panel";
import { AccountSummary } from "./parks/account-summary";
import { ParkWorkspace } from "./parks/park-workspace";
import { useAccountFigures, useSiteCounts } from "./parks/use-figures";

export const telecom = defineVertical({
  name: "telecom",
  navigation: [{ href: "/billing-control", labelKey: "telecom.billingControl.title", icon: ReceiptEuro, permission: "view anomalies" }],
  useAccountFigures,
  useSiteCounts,
  AccountSummary,
  AccountWorkspace: ParkWorkspace,
  panels: { line: LinePanel, anomaly: AnomalyPanel },
  pages: { "billing-control": BillingControlPage },
});
