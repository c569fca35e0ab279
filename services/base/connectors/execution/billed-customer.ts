import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAction } from "../../../model/generated/entities.ts";
import { success } from "../../../platform/result.ts";
import { type BilledCustomer, type Billing, billing, type NewCustomer } from "../capabilities/billing.ts";
import { defineExecutor, isSystem } from "./executor.ts";
import type { Progress } from "./progress.ts";

interface Wanted {
  readonly customer: NewCustomer;
  readonly billingSite: string;
  /** Who it is there already: mapped by a person, or made by another action. */
  readonly known: string | undefined;
}

const noAddress = {
  fr: "Le site de facturation n’a pas d’adresse complète.",
  en: "The billing site has no whole address.",
};

const made = ({ id }: BilledCustomer): Progress => ({ state: "done", reference: id });

/** Makes the customer who is billed; the billing site then knows the vendor's number. */
export const billedCustomer = defineExecutor<Billing, Wanted>({
  capability: billing,
  operations: ["create_customer"],
  async wanted(backend, { id }, vendor) {
    const params = new DrupalJsonApiParams()
      .addFields("sw_action--sw_action", ["billing_site"])
      .addFields("sw_billing_site--sw_billing_site", [
        "name",
        "address_line1",
        "postal_code",
        "city",
        "invoice_email",
        "account",
        "billing_system",
        "external_id",
      ])
      .addFields("sw_account--sw_account", ["kind", "siren", "country"])
      .addInclude(["billing_site.account"]);
    const { billing_site: site } = await backend.get("sw_action", id, params);
    const customer = customerOf(site);
    const isTheirs = isSystem(site?.billing_system, vendor);
    const known = (isTheirs && site?.external_id) || undefined;
    return customer && site ? { wanted: { customer, billingSite: site.id, known } } : { refused: noAddress };
  },
  isAble: ({ findCustomer, createCustomer }) => Boolean(findCustomer && createCustomer),
  async find({ findCustomer }, { customer, known }) {
    if (known !== undefined) return success({ state: "done", reference: known });
    const found = await findCustomer?.(customer.reference);
    return !found ? success(null) : found.ok ? success(found.value && made(found.value)) : found;
  },
  async send({ createCustomer }, { customer }) {
    if (!createCustomer) throw new Error("Not able");
    const sent = await createCustomer(customer);
    return sent.ok ? success(made(sent.value)) : sent;
  },
  follows: ({ billingSite: id }, { reference }, { label }) => [
    {
      op: "update",
      data: {
        type: "sw_billing_site--sw_billing_site",
        id,
        attributes: { billing_system: label, external_id: reference },
      },
    },
  ],
});

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
