import type { Customer, Product } from "./books.ts";

/** As the official description has them, with all that it requires. */
function common({ id, name, external_reference, emails, billing_address, created_at, updated_at }: Customer) {
  const link = (what: string) => ({ url: `https://app.pennylane.com/api/external/v2/customers/${id}/${what}` });
  return {
    id,
    name,
    billing_iban: null,
    payment_conditions: "30_days",
    recipient: "",
    phone: "",
    reference: null,
    notes: null,
    ledger_account: null,
    emails,
    billing_address,
    delivery_address: billing_address,
    created_at,
    updated_at,
    external_reference,
    billing_language: "fr_FR",
    mandates: link("mandates"),
    pro_account_mandates: link("pro_account_mandates"),
    contacts: link("contacts"),
  };
}

export const companyOf = (one: Customer) => ({ ...common(one), vat_number: "", reg_no: one.reg_no });
export const personOf = (one: Customer) => ({
  ...common(one),
  first_name: one.first_name,
  last_name: one.last_name,
});

/** In lists it says which of the two it is. */
export function customerOf(one: Customer) {
  return one.customer_type === "company"
    ? { ...companyOf(one), customer_type: "company" }
    : { ...personOf(one), customer_type: "individual" };
}

export const productOf = (one: Product) => ({
  ...one,
  description: "",
  vat_rate: "FR_200",
  price: one.price_before_tax,
  unit: "",
  currency: "EUR",
  reference: null,
  ledger_account: null,
  archived_at: null,
});
