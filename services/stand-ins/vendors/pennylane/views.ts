import type { Customer, Invoice, Line, Product, Subscription } from "./books.ts";

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

const tax = 0.2;
const netOf = (lines: readonly Line[]) =>
  lines.reduce((sum, { quantity, raw_currency_unit_price: price }) => sum + quantity * Number(price), 0);
const amounts = (net: number) => ({
  amount: (net * (1 + tax)).toFixed(2),
  currency_amount: (net * (1 + tax)).toFixed(2),
  currency_amount_before_tax: net.toFixed(2),
  currency_tax: (net * tax).toFixed(2),
});
const link = (path: string) => ({ url: `https://app.pennylane.com/api/external/v2/${path}` });
const customerLink = (id: number) => ({ id, ...link(`customers/${id}`) });

export function lineOf({ id, label, description, product_id, quantity, created_at, updated_at, ...line }: Line) {
  const net = quantity * Number(line.raw_currency_unit_price);
  return {
    ...amounts(net),
    id,
    label,
    description,
    unit: "unité",
    quantity: String(quantity),
    product: product_id === null ? null : { id: product_id, ...link(`products/${product_id}`) },
    vat_rate: "FR_200",
    tax: (net * tax).toFixed(2),
    raw_currency_unit_price: line.raw_currency_unit_price,
    discount: { type: "relative", value: "0" },
    section_rank: null,
    imputation_dates: null,
    created_at,
    updated_at,
  };
}

export const subscriptionOf = (one: Subscription) => ({
  id: one.id,
  next_occurrence: null,
  prev_occurrence: null,
  stopped_at: one.stopped_at,
  start: one.start,
  finish: null,
  status: one.stopped_at ? "stopped" : one.start > one.created_at.slice(0, 10) ? "not_started" : "in_progress",
  mode: "awaiting_validation",
  activated_at: one.created_at,
  payment_conditions: "30_days",
  payment_method: "offline",
  label: one.label,
  email_settings: null,
  recurring_rule: {
    day_of_month: null,
    month_of_year: null,
    week_start: null,
    day: null,
    rule_type: "monthly",
    interval: one.interval,
    count: null,
    until: null,
  },
  customer: customerLink(one.customer_id),
  customer_invoice_data: {
    label: null,
    currency: "EUR",
    ...amounts(netOf(one.lines)),
    exchange_rate: "1.0",
    language: "fr_FR",
    customer_invoice_template: null,
    discount: { type: "relative", value: null },
    pdf_invoice_free_text: "",
    pdf_invoice_subject: "",
    pdf_description: null,
    special_mention: null,
    invoice_line_sections: link(`billing_subscriptions/${one.id}/invoice_line_sections`),
    invoice_lines: link(`billing_subscriptions/${one.id}/invoice_lines`),
  },
  created_at: one.created_at,
  updated_at: one.updated_at,
});

export function invoiceOf(one: Invoice) {
  const sums = amounts(netOf(one.lines));
  const remaining = Number(sums.amount) - one.paid;
  const of = (what: string) => link(`customer_invoices/${one.id}/${what}`);
  return {
    ...sums,
    id: one.id,
    label: null,
    invoice_number: one.invoice_number,
    currency: one.currency,
    exchange_rate: "1.0",
    date: one.date,
    deadline: one.deadline,
    tax: sums.currency_tax,
    language: "fr_FR",
    paid: one.status === "paid",
    status: one.status,
    discount: { type: "relative", value: "0" },
    ledger_entry: { id: one.id + 1_000_000 },
    public_file_url: null,
    filename: null,
    remaining_amount_with_tax: remaining.toFixed(2),
    remaining_amount_without_tax: (remaining / (1 + tax)).toFixed(2),
    draft: one.status === "draft",
    special_mention: null,
    customer: customerLink(one.customer_id),
    invoice_line_sections: of("invoice_line_sections"),
    invoice_lines: of("invoice_lines"),
    custom_header_fields: of("custom_header_fields"),
    categories: of("categories"),
    pdf_invoice_free_text: "",
    pdf_invoice_subject: one.subject,
    pdf_description: null,
    billing_subscription: null,
    credited_invoice:
      one.credited_invoice_id === null
        ? null
        : { id: one.credited_invoice_id, ...link(`customer_invoices/${one.credited_invoice_id}`) },
    customer_invoice_template: null,
    transaction_reference: null,
    payments: of("payments"),
    matched_transactions: of("matched_transactions"),
    appendices: of("appendices"),
    quote: null,
    external_reference: one.external_reference,
    e_invoicing: null,
    archived_at: null,
    created_at: one.created_at,
    updated_at: one.updated_at,
  };
}
