import { digits, money, text } from "./canary.ts";

export interface Seed {
  readonly type: string;
  readonly key: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Keys of other seeds: one, or a list where the field holds several. */
  readonly relationships?: Readonly<Record<string, string | readonly string[]>>;
  /** A permission that the row itself needs. */
  readonly needs?: string;
  /** No row of a customer refers to it: for clients and partners it doesn't exist. */
  readonly unused?: true;
}

const suppliers = "view suppliers";
const notes = "view internal notes";
const sell = "view sell price";
const margin = "view margin";
const api = "view api details";
const secrets = "view sim secrets";

/** What a brand has once: prices, suppliers, invoices. `unique` values are not canaries: others try to take them. */
export function sharedSeeds(unique: string): Seed[] {
  return [
    { type: "sw_role", key: "role", attributes: { role: text(), granted: ["export"] } },
    { type: "sw_layout", key: "layout", attributes: { role: text(), screen: "account", blocks: [text()] } },
    {
      type: "sw_supplier",
      key: "supplier",
      needs: suppliers,
      attributes: {
        name: text(),
        code: unique,
        vat_number: text(),
        invoice_names: [text()],
        adapter: text(api),
        invoice_mapping: text(),
      },
    },
    { type: "sw_catalogue", key: "catalogue", attributes: { name: text() } },
    {
      type: "sw_catalogue_item",
      key: "item",
      attributes: { code: text(), name: text(), kind: "plan", service_type: text() },
      relationships: { catalogue: "catalogue", supplier: "supplier" },
    },
    {
      type: "sw_catalogue_item",
      key: "spare",
      unused: true,
      attributes: { code: text(), name: text(), kind: "plan", service_type: text() },
      relationships: { catalogue: "catalogue", supplier: "supplier" },
    },
    {
      type: "sw_price",
      key: "sell",
      needs: sell,
      attributes: {
        direction: "sell",
        gross: money(sell),
        net: money(sell),
        valid_from: "2026-01-01",
        source: text(sell),
      },
      relationships: { item: "item" },
    },
    {
      type: "sw_price",
      key: "buy",
      needs: margin,
      attributes: {
        direction: "buy",
        gross: money(margin),
        net: money(margin),
        valid_from: "2026-01-01",
        source: text(margin),
      },
      relationships: { item: "item" },
    },
    {
      type: "sw_supplier_invoice",
      key: "invoice",
      attributes: {
        number: text(),
        format: "csv",
        issued_on: "2026-01-31",
        total_net: money(margin),
        total_gross: money(margin),
        content_hash: text(),
        file_name: text(),
      },
      relationships: { supplier: "supplier" },
    },
    {
      type: "sw_supplier_invoice_line",
      key: "invoiced",
      attributes: {
        line_number: text(),
        service_id: text(),
        // No telephone number, which would be stored in another writing: too long, and not begun like one from abroad.
        msisdn: digits(18, "9"),
        customer_reference: text(),
        item_code: text(),
        description: text(),
        gross: money(margin),
        net: money(margin),
      },
      relationships: { invoice: "invoice" },
    },
    {
      type: "sw_dispute",
      key: "dispute",
      attributes: { reference: unique, credited_amount: money(margin), comment: text() },
      relationships: { supplier: "supplier" },
    },
    {
      type: "sw_check_setting",
      key: "setting",
      attributes: { check: "C2", valid_from: "2026-01-01", reason: text() },
      relationships: { supplier: "supplier" },
    },
    {
      type: "sw_mail_template",
      key: "template",
      attributes: { kind: text(), locale: "fr", subject: text(), body: text() },
    },
    { type: "sw_task", key: "internal", attributes: { title: text() } },
    { type: "sw_saved_view", key: "view", attributes: { name: text(), list: "sw_line", query: { search: text() } } },
    {
      type: "sw_import_mapping",
      key: "mapping",
      attributes: { kind: text(), name: text(), mapping: { column: text() } },
    },
  ];
}

/** What one customer has. */
export function customerSeeds(unique: string): Seed[] {
  const account = { account: "account" };
  return [
    {
      type: "sw_account",
      key: "account",
      attributes: {
        legal_name: text(),
        softwhere_id: unique,
        external_ids: [{ system: "erp", value: text(suppliers) }],
        siren: digits(9),
        siret: digits(14),
        vat_number: text(),
        partner: text(),
        address_line1: text(),
        address_line2: text(),
        postal_code: text(),
        city: text(),
        notes: text(notes),
      },
    },
    {
      type: "sw_contact",
      key: "contact",
      attributes: { first_name: text(), last_name: text(), role: text(), phone: text(), mobile: text() },
      relationships: account,
    },
    {
      type: "sw_billing_site",
      key: "billing",
      attributes: {
        name: text(),
        billing_system: text(suppliers),
        external_id: text(api),
        external_ids: [{ system: "erp", value: text(api) }],
        address_line1: text(),
        city: text(),
        payment_terms: text(),
      },
      relationships: account,
    },
    {
      type: "sw_customer_invoice",
      key: "customer-invoice",
      attributes: {
        number: text(),
        status: "open",
        issued_on: "2026-01-31",
        due_on: "2026-03-02",
        net: money(),
        gross: money(),
        remaining: money(),
        connection: text(api),
        external_id: text(api),
        credited_id: text(api),
      },
      relationships: { ...account, billing_site: "billing" },
    },
    {
      type: "sw_site",
      key: "site",
      attributes: {
        name: text(),
        address_line1: text(),
        address_line2: text(),
        city: text(),
        access_notes: text(notes),
      },
      relationships: { ...account, billing_site: "billing" },
    },
    {
      type: "sw_assignment",
      key: "assignment",
      attributes: { purpose: "site" },
      relationships: { contact: "contact", site: "site" },
    },
    { type: "sw_document", key: "document", attributes: { title: text() }, relationships: account },
    { type: "sw_document_version", key: "version", attributes: { number: 1 }, relationships: { document: "document" } },
    {
      type: "sw_document",
      key: "internal document",
      needs: notes,
      attributes: { title: text(), internal: true },
      relationships: account,
    },
    {
      type: "sw_document_version",
      key: "internal version",
      needs: notes,
      attributes: { number: 1 },
      relationships: { document: "internal document" },
    },
    { type: "sw_task", key: "task", attributes: { title: text() }, relationships: account },
    {
      type: "sw_park",
      key: "park",
      attributes: { kind: "mobile" },
      relationships: { ...account, site: "site", operator: "supplier" },
    },
    {
      type: "sw_line",
      key: "line",
      attributes: {
        // As above.
        number: digits(18, "9"),
        service_id: text(suppliers),
        user_name: text(),
        status: "active",
        sell_price: money(sell),
        buy_price: money(margin),
        price_reason: text(sell),
        supplier_commitment_end: "2031-01-01",
        external_ids: [{ system: "api", value: text(api) }],
        comment: text(notes),
      },
      relationships: { park: "park", site: "site", plan: "item" },
    },
    {
      type: "sw_line_term",
      key: "term",
      attributes: { valid_from: "2026-01-01", negotiated_sell_price: money(sell), negotiated_buy_price: money(margin) },
      relationships: { line: "line", plan: "item" },
    },
    {
      type: "sw_line_option",
      key: "option",
      attributes: { sell_price: money(sell), buy_price: money(margin), valid_from: "2026-01-01" },
      relationships: { line: "line", item: "item" },
    },
    {
      type: "sw_sim",
      key: "sim",
      attributes: {
        iccid: digits(19, "89"),
        eid: digits(32),
        kind: "sim",
        pin: digits(8, "", secrets),
        puk: digits(8, "", secrets),
      },
      relationships: { ...account, line: "line" },
    },
    {
      type: "sw_deployment",
      key: "deployment",
      attributes: { name: text(), reference: text(), status: "planned", planned_on: "2031-01-01", notes: text(notes) },
      relationships: {
        ...account,
        supplier: "supplier",
        sites: ["site"],
        billing_site: "billing",
        delivery_site: "site",
        delivery_contact: "contact",
      },
    },
    {
      type: "sw_milestone",
      key: "milestone",
      attributes: {
        kind: "delivery",
        due_on: "2031-01-02",
        blocked_by: text(),
        mailed_at: "2030-01-01T10:00:00+00:00",
      },
      relationships: { deployment: "deployment", contact: "contact" },
    },
    {
      type: "sw_action",
      key: "action",
      attributes: {
        capability: "supplier",
        operation: "modify_line",
        payload: { details: text() },
        reason: text(),
        milestones: { milestones: [{ code: text(), at: "2031-01-01" }] },
        idempotency_key: text(api),
        vendor_reference: text(api),
        result: text(api),
      },
      relationships: { ...account, billing_site: "billing", deployment: "deployment", line: "line" },
    },
    {
      type: "sw_billed_item",
      key: "billed",
      attributes: {
        name: text(),
        service_reference: text(),
        price: money(sell),
        net: money(sell),
        system_id: text(api),
      },
      relationships: { billing_site: "billing", line: "line" },
    },
    {
      type: "sw_anomaly",
      key: "reported",
      attributes: {
        key: text(),
        check: "manual",
        period_start: "2026-01-01",
        period_end: "2026-01-31",
        amount: money(margin),
        evidence: { details: text(margin) },
        reason: text(),
      },
      relationships: account,
    },
    {
      type: "sw_check_setting",
      key: "exception",
      attributes: { check: "manual", valid_from: "2026-01-01", enabled: false, reason: text() },
      relationships: account,
    },
    {
      type: "sw_anomaly",
      key: "anomaly",
      attributes: {
        key: text(),
        check: "C2",
        period_start: "2026-01-01",
        period_end: "2026-01-31",
        expected: money(margin),
        found: money(margin),
        amount: money(margin),
        evidence: {
          gross: null,
          discount: null,
          priceFrom: null,
          priceSource: text(margin),
          negotiated: null,
          planFrom: "2026-01-01",
        },
        reason: text(),
      },
      relationships: { ...account, supplier: "supplier", line: "line" },
    },
    {
      type: "sw_anomaly",
      key: "low margin",
      needs: margin,
      attributes: {
        key: text(margin),
        check: "C7",
        period_start: "2026-01-01",
        period_end: "2026-01-31",
        expected: money(margin),
        amount: money(margin),
        evidence: { sale: money(margin), saleBy: "billed", cost: money(margin), costBy: "prices", percent: 0 },
      },
      relationships: { ...account, supplier: "supplier", line: "line" },
    },
  ];
}
