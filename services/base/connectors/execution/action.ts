import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAction } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { NewCustomer } from "../capabilities/billing.ts";

/** An action as whoever carries it out has to know it. */
export interface ActionToDo {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly operation: string;
  readonly attempts: number;
  /** When it was last written. */
  readonly changed: number;
  readonly waits: boolean;
  readonly customer: NewCustomer | undefined;
  readonly billingSite: { readonly id: string; readonly version: number } | undefined;
}

export async function readAction(backend: BackendClient, id: string): Promise<ActionToDo> {
  const params = new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", [
      "status",
      "operation",
      "attempts",
      "changed",
      "version",
      "depends_on",
      "billing_site",
    ])
    .addFields("sw_billing_site--sw_billing_site", [
      "name",
      "address_line1",
      "postal_code",
      "city",
      "invoice_email",
      "version",
      "account",
    ])
    .addFields("sw_account--sw_account", ["kind", "siren", "country"])
    .addInclude(["depends_on", "billing_site.account"]);
  const action = await backend.get("sw_action", id, params);
  const site = action.billing_site;
  return {
    id,
    version: action.version ?? 1,
    status: action.status ?? "",
    operation: action.operation ?? "",
    attempts: action.attempts ?? 0,
    changed: Date.parse(action.changed ?? ""),
    waits: (action.depends_on ?? []).some(({ status }) => status !== "done"),
    customer: customerOf(site),
    billingSite: site ? { id: site.id, version: site.version ?? 1 } : undefined,
  };
}

/** Whom to bill, by the billing site and its account; nothing where what every invoice needs is missing. */
function customerOf(site: SwAction["billing_site"]): NewCustomer | undefined {
  const { name, address_line1: address, postal_code: postalCode, city, account } = site ?? {};
  if (!site || !name || !address || !postalCode || !city) return undefined;
  return {
    kind: account?.kind === "person" ? "person" : "company",
    name,
    // The billing site's: whatever action makes it, it is the same customer.
    reference: site.id,
    ...(account?.siren && { registration: account.siren }),
    emails: site.invoice_email ? [site.invoice_email] : [],
    address,
    postalCode,
    city,
    country: account?.country ?? "FR",
  };
}
