import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { parts } from "../import/parts.ts";

/** More months than this in one file are months gone by: checked when somebody asks. */
const mostMonths = 3;

/** The months that invoices bill subscriptions and options for, the last ones first. */
export async function importedMonths(backend: BackendClient, invoiceIds: readonly string[]): Promise<string[]> {
  const months = new Set<string>();
  for (const some of parts(invoiceIds)) {
    const groups = await backend.aggregate("sw_supplier_invoice_line", {
      groupBy: ["period_start"],
      filter: new DrupalJsonApiParams()
        .addFilter("invoice.id", some, "IN")
        .addFilter("charge", ["recurring", "option"], "IN"),
    });
    for (const { keys } of groups) {
      const day = keys["period_start"];
      if (typeof day === "string") months.add(day.slice(0, 7));
    }
  }
  return [...months].sort().reverse().slice(0, mostMonths);
}
