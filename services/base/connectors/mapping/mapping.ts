import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { SwBillingSite } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import { refusalOf } from "../../../platform/backend/refusal.ts";
import { success } from "../../../platform/result.ts";
import type { BilledCustomer, Billing } from "../capabilities/billing.ts";
import { isSystem, type VendorNamed } from "../execution/executor.ts";
import type { VendorResult } from "../vendor/failure.ts";
import type { acceptedMappings, MappingResult } from "./contract.ts";
import { type Proposal, proposalsFor } from "./proposals.ts";

/** Pages of customers that are read at most: ten thousand customers. */
const mostPages = 100;

export interface UnmappedSite {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly account: { readonly id: string; readonly name: string };
  /** Another system's name for it, where it has one. */
  readonly elsewhere: string | null;
  readonly proposals: readonly (Proposal & {
    /** The billing site that has this customer already. */
    readonly takenBy: string | null;
  })[];
}

export interface Mappings {
  readonly mapped: number;
  readonly customers: number;
  /** Not all customers were read. */
  readonly cut: boolean;
  readonly sites: readonly UnmappedSite[];
}

/** Billing sites without a customer at the billing system, with who they may be there. */
export async function mappingsOf(
  backend: BackendClient,
  billing: Billing,
  vendor: VendorNamed,
): Promise<VendorResult<Mappings>> {
  const [sites, customers] = await Promise.all([allSites(backend), allCustomers(billing)]);
  if (!customers.ok) return customers;
  const proposals = proposalsFor(customers.value.all);
  const mapped = sites.filter((site) => isMapped(site, vendor));
  const takenBy = new Map(mapped.map((site) => [site.external_id, site.name ?? ""]));
  return success({
    mapped: mapped.length,
    customers: customers.value.all.length,
    cut: customers.value.cut,
    sites: sites
      .filter((site) => !isMapped(site, vendor))
      .map((site) => ({
        id: site.id,
        version: site.version ?? 1,
        name: site.name ?? "",
        account: { id: site.account?.id ?? "", name: site.account?.legal_name ?? "" },
        elsewhere: site.external_id ? [site.billing_system, site.external_id].filter(Boolean).join(" ") : null,
        proposals: proposals({
          id: site.id,
          name: site.name ?? "",
          accountName: site.account?.legal_name ?? "",
          registration: site.account?.siren ?? null,
          email: site.invoice_email ?? null,
        }).map((one) => ({ ...one, takenBy: takenBy.get(one.customer.id) ?? null })),
      })),
  });
}

/** Maps each site to its customer, as the person who asks; one that can't be is left out and named. */
export async function accept(
  backend: BackendClient,
  billing: Billing,
  vendor: VendorNamed,
  { accepted }: z.infer<typeof acceptedMappings>,
): Promise<VendorResult<readonly MappingResult[]>> {
  const [sites, customers] = await Promise.all([allSites(backend), allCustomers(billing)]);
  if (!customers.ok) return customers;
  const known = new Map(sites.map((site) => [site.id, site]));
  const there = new Set(customers.value.all.map(({ id }) => id));
  const takenBy = new Map(
    sites.flatMap((site) => (isMapped(site, vendor) ? [[site.external_id ?? "", site.name ?? ""] as const] : [])),
  );
  const results: MappingResult[] = [];
  for (const { site: id, version, customer, shared } of accepted) {
    const site = known.get(id);
    const other = takenBy.get(customer);
    if (!site || site.version !== version) results.push({ site: id, kind: "changed-since", detail: null });
    else if (isMapped(site, vendor))
      results.push({ site: id, kind: "mapped-before", detail: site.external_id ?? null });
    else if (!there.has(customer)) results.push({ site: id, kind: "unknown-customer", detail: null });
    else if (other !== undefined && !shared) results.push({ site: id, kind: "taken", detail: other });
    else {
      const result = await map(backend, site, { label: vendor.label, customer });
      if (result.kind === "mapped") takenBy.set(customer, site.name ?? "");
      results.push(result);
    }
  }
  return success(results);
}

/** The billing system is another one then; what the one before calls the site stays among its references. */
async function map(
  backend: BackendClient,
  { id, version, billing_system: system, external_id: before, external_ids: others = [] }: SwBillingSite,
  { label, customer }: { readonly label: string; readonly customer: string },
): Promise<MappingResult> {
  const kept = before && { system: (system ?? "").toLowerCase().slice(0, 32) || "unknown", value: before };
  const isKnown = kept && others.some(({ system: of, value }) => of === kept.system && value === kept.value);
  const attributes = {
    version,
    billing_system: label,
    external_id: customer,
    ...(kept && !isKnown && { external_ids: [...others, kept] }),
  };
  try {
    await backend.update("sw_billing_site", { type: "sw_billing_site--sw_billing_site", id, attributes });
    return { site: id, kind: "mapped", detail: null };
  } catch (error) {
    if (!(error instanceof BackendError) || error.status >= 500) throw error;
    const [first] = error.errors;
    return error.status === 409
      ? { site: id, kind: "changed-since", detail: null }
      : { site: id, kind: "refused", detail: first ? refusalOf(error.status, first) : null };
  }
}

const isMapped = ({ external_id: id, billing_system: system }: SwBillingSite, vendor: VendorNamed): boolean =>
  Boolean(id) && isSystem(system, vendor);

const allSites = (backend: BackendClient): Promise<SwBillingSite[]> =>
  backend.listAll("sw_billing_site", () =>
    new DrupalJsonApiParams()
      .addFields("sw_billing_site--sw_billing_site", [
        "version",
        "name",
        "billing_system",
        "external_id",
        "external_ids",
        "invoice_email",
        "account",
      ])
      .addFields("sw_account--sw_account", ["legal_name", "siren"])
      .addInclude(["account"])
      .addSort("name"),
  );

async function allCustomers(
  billing: Billing,
): Promise<VendorResult<{ readonly all: readonly BilledCustomer[]; readonly cut: boolean }>> {
  const all: BilledCustomer[] = [];
  for (let [page, cursor]: [number, string | undefined] = [0, undefined]; page < mostPages; page += 1) {
    const read: Awaited<ReturnType<NonNullable<Billing["listCustomers"]>>> | undefined =
      await billing.listCustomers?.(cursor);
    if (!read) break;
    if (!read.ok) return read;
    all.push(...read.value.items);
    cursor = read.value.next;
    if (cursor === undefined) return success({ all, cut: false });
  }
  return success({ all, cut: true });
}
