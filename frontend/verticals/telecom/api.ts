"use client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { TRPCClient } from "@trpc/client";
import { apiClient, queryClient } from "@/base/api/browser";
import { declareReads } from "@/base/api/reads";
import type { TelecomRoot } from "./server";

/** The same client, seen through telecom's part of the API. */
export const telecomClient = apiClient as unknown as TRPCClient<TelecomRoot>;
export const telecomApi = createTRPCOptionsProxy<TelecomRoot>({ client: telecomClient, queryClient }).telecom;

declareReads({
  "telecom.parks.ofAccount": ["sw_park", "sw_line", "sw_supplier", "sw_site", "sw_catalogue_item"],
  "telecom.parks.figures": ["sw_line", "sw_park", "sw_anomaly"],
  "telecom.parks.summary": ["sw_line", "sw_park", "sw_anomaly"],
  "telecom.money.trend": ["sw_line", "sw_line_term", "sw_line_option", "sw_price", "sw_park"],
  "telecom.money.gaps": ["sw_anomaly", "sw_line", "sw_park"],
  "telecom.lines.get": [
    "sw_line",
    "sw_park",
    "sw_sim",
    "sw_line_term",
    "sw_line_option",
    "sw_price",
    "sw_catalogue_item",
    "sw_site",
    "sw_supplier",
  ],
  "telecom.future.planned": ["sw_line", "sw_line_term", "sw_line_option", "sw_deployment", "sw_action"],
  "telecom.billingControl.anomalies": ["sw_anomaly", "sw_line", "sw_park", "sw_account", "sw_supplier", "sw_dispute"],
  "telecom.drift.ofSite": ["sw_billed_item", "sw_line"],
  "telecom.drift.told": ["sw_billing_site"],
  "telecom.billingControl.suppliers": ["sw_supplier"],
  "telecom.steering.margin": [
    "sw_line",
    "sw_line_term",
    "sw_price",
    "sw_park",
    "sw_account",
    "sw_supplier",
    "sw_catalogue_item",
  ],
  "telecom.steering.commitments": ["sw_line", "sw_park", "sw_account"],
  "telecom.steering.control": ["sw_anomaly", "sw_dispute", "sw_supplier", "sw_supplier_invoice"],
  "telecom.deployments.actions": ["sw_action", "sw_deployment", "sw_line"],
  "telecom.deployments.milestones.list": ["sw_milestone", "sw_deployment", "sw_contact", "user", "sw_brand"],
  "telecom.portal.services": ["sw_line", "sw_park", "sw_site", "sw_catalogue_item"],
  "telecom.deployments.choices": ["user"],
  "telecom.deployments.articles": ["sw_catalogue_item", "sw_price"],
  "telecom.deployments.newLineChoices": [
    "sw_park",
    "sw_supplier",
    "sw_site",
    "sw_billing_site",
    "sw_catalogue_item",
    "sw_price",
  ],
});
