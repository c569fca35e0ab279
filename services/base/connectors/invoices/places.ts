import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { isSystem, type VendorNamed } from "../execution/executor.ts";

/** Whose invoices a customer's are. Without a site: several of the account's are one customer there. */
export interface InvoicePlace {
  readonly account: string;
  readonly site: string | null;
}

export const placeText = (place: InvoicePlace | undefined): string =>
  place ? `${place.account}/${place.site ?? ""}` : "";

/** By the customer's number at the billing system. One that sites of several accounts have is nobody's: whose its invoices are can't be known. */
export async function placesOf(
  backend: BackendClient,
  vendor: VendorNamed,
  customers: readonly string[],
): Promise<ReadonlyMap<string, InvoicePlace>> {
  if (customers.length === 0) return new Map();
  const sites = await backend.listAll("sw_billing_site", () =>
    new DrupalJsonApiParams()
      .addFields("sw_billing_site--sw_billing_site", ["billing_system", "external_id", "account"])
      .addFilter("external_id", [...customers], "IN")
      .addSort("id"),
  );
  const places = new Map<string, InvoicePlace | null>();
  for (const { id, external_id: customer, billing_system: system, account } of sites) {
    if (!customer || !account || !isSystem(system, vendor)) continue;
    const before = places.get(customer);
    if (before === undefined) places.set(customer, { account: account.id, site: id });
    else places.set(customer, before?.account === account.id ? { account: account.id, site: null } : null);
  }
  return new Map([...places].flatMap(([customer, place]) => (place ? [[customer, place] as const] : [])));
}
