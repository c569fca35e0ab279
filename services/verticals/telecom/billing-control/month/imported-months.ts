import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import { lastMonths } from "./contract.ts";

/** The months that invoices bill subscriptions and options for, the last ones first. */
export async function importedMonths(backend: BackendClient, invoiceIds: readonly string[]): Promise<string[]> {
  const days: unknown[] = [];
  for (const some of parts(invoiceIds)) {
    const groups = await backend.aggregate("sw_supplier_invoice_line", {
      groupBy: ["period_start"],
      filter: new DrupalJsonApiParams()
        .addFilter("invoice.id", some, "IN")
        .addFilter("charge", ["recurring", "option"], "IN"),
    });
    days.push(...groups.map(({ keys }) => keys["period_start"]));
  }
  return lastMonths(days);
}
