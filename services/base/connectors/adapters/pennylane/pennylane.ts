import { failure, success } from "../../../../platform/result.ts";
import type {
  BilledCustomer,
  BilledInvoice,
  BilledLine,
  BilledProduct,
  BilledSubscription,
  Billing,
  Change,
  WantedLine,
} from "../../capabilities/billing.ts";
import type { ConnectionProof, Listed } from "../../capabilities/capability.ts";
import type { Adapter } from "../../registry.ts";
import type { VendorResult } from "../../vendor/failure.ts";
import type { VendorRecord } from "../../vendor/record.ts";
import { loadVendor } from "../../vendor/load-vendor.ts";
import type { Given } from "../../vendor/ask.ts";
import type { Asks, Page } from "../../vendor/asks.ts";

const vendor = loadVendor(new URL("./pennylane.yml", import.meta.url));

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const maybe = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const company = (record: VendorRecord): ConnectionProof => ({
  id: text(record["id"]),
  name: text(record["name"]),
  registration: maybe(record["registration"]),
});
const customer = ({ emails, ...record }: VendorRecord): BilledCustomer => ({
  ...company(record),
  reference: maybe(record["reference"]),
  emails: Array.isArray(emails) ? emails : [],
});
const product = (record: VendorRecord): BilledProduct => ({
  id: text(record["id"]),
  label: text(record["label"]),
  reference: maybe(record["reference"]),
  price: text(record["price"]),
});

function mapped<From, To>(result: VendorResult<From>, map: (value: From) => To): VendorResult<To> {
  return result.ok ? success(map(result.value)) : result;
}
const listed =
  <Item>(item: (record: VendorRecord) => Item) =>
  ({ records, next }: Page): Listed<Item> => ({ items: records.map(item), ...(next !== undefined && { next }) });

const kinds: ReadonlySet<string> = new Set(["insert", "update", "delete"] satisfies Change["kind"][]);
const isKind = (kind: string): kind is Change["kind"] => kinds.has(kind);

/** A subscription has no reference of ours at Pennylane: its name ends with it. */
const labelled = (label: string, reference: string) => `${label} [${reference}]`;
const labelOf = /^(.*?)(?: \[([^[\]]+)\])?$/s;
function subscription(record: VendorRecord): BilledSubscription {
  const [, label = "", reference = null] = labelOf.exec(text(record["label"])) ?? [];
  // The file's words are those of the state.
  const state = text(record["state"]) as BilledSubscription["state"];
  return {
    id: text(record["id"]),
    customer: maybe(record["customer"]),
    label,
    reference,
    state,
    months: monthsOf(record),
    startsOn: maybe(record["startsOn"]),
  };
}

/** Other rules than by months and years are none that a price per month follows from. */
function monthsOf(record: VendorRecord): number | null {
  const [rule, interval] = [text(record["rule"]), Number(record["interval"])];
  const months = rule === "monthly" ? interval : rule === "yearly" ? interval * 12 : 0;
  return Number.isInteger(months) && months > 0 ? months : null;
}

const line = (record: VendorRecord): BilledLine => ({
  id: text(record["id"]),
  label: text(record["label"]),
  reference: maybe(record["reference"]),
  product: maybe(record["product"]),
  quantity: text(record["quantity"]),
  price: text(record["price"]),
});
const invoice = (record: VendorRecord): BilledInvoice => ({
  id: text(record["id"]),
  customer: maybe(record["customer"]),
  reference: maybe(record["reference"]),
  number: text(record["number"]),
  state: text(record["state"]) as BilledInvoice["state"],
  issuedOn: maybe(record["issuedOn"]),
  dueOn: maybe(record["dueOn"]),
  currency: text(record["currency"]),
  net: text(record["net"]),
  gross: text(record["gross"]),
  remaining: maybe(record["remaining"]),
  credits: maybe(record["credits"]),
});

const given = ({ ...one }: WantedLine): Given => one;

/** Pennylane as a billing system. What its file can't say: a company and a person are made at two addresses, and where a subscription's reference lies. */
function billing(client: Asks): Billing {
  const first = <Item>(operation: string, reference: string, item: (record: VendorRecord) => Item) =>
    client
      .page(operation, { reference })
      .then((result) => mapped(result, ({ records: [one] }): Item | null => (one ? item(one) : null)));
  const changes = async (operation: string, since: string, cursor?: string): Promise<VendorResult<Listed<Change>>> => {
    const page = await client.page(operation, { since }, cursor);
    if (!page.ok) return page;
    const items: Change[] = [];
    for (const record of page.value.records) {
      const kind = text(record["kind"]);
      if (!isKind(kind))
        return failure({ code: "schema_drift", message: `${vendor.label}: ${kind} is no kind of change` });
      items.push({ id: text(record["id"]), kind, at: text(record["at"]) });
    }
    return success({ items, ...(page.value.next !== undefined && { next: page.value.next }) });
  };
  return {
    prove: async () => mapped(await client.one("prove"), company),
    listCustomers: async (cursor) => mapped(await client.page("list_customers", {}, cursor), listed(customer)),
    findCustomer: (reference) => first("find_customer", reference, customer),
    createCustomer: async ({ kind, ...one }) =>
      mapped(
        await client.one(kind === "company" ? "create_company" : "create_person", { firstName: "", ...one }),
        customer,
      ),
    customerChanges: (since, cursor) => changes("changed_customers", since, cursor),
    listProducts: async (cursor) => mapped(await client.page("list_products", {}, cursor), listed(product)),
    findProduct: (reference) => first("find_product", reference, product),
    createProduct: async (one) => mapped(await client.one("create_product", { ...one }), product),
    listSubscriptions: async (cursor) =>
      mapped(await client.page("list_subscriptions", {}, cursor), listed(subscription)),
    async findSubscription(of, reference) {
      for (let cursor: string | undefined; ; ) {
        const page = await client.page("subscriptions_of", { customer: of }, cursor);
        if (!page.ok) return page;
        const found = page.value.records
          .map(subscription)
          .find((one) => one.reference === reference && one.state !== "ended");
        if (found || page.value.next === undefined) return success(found ?? null);
        cursor = page.value.next;
      }
    },
    subscriptionLines: async (id, cursor) =>
      mapped(await client.page("subscription_lines", { subscription: id }, cursor), listed(line)),
    createSubscription: async ({ lines, label, reference, ...one }) =>
      mapped(
        await client.one("create_subscription", {
          ...one,
          label: labelled(label, reference),
          lines: lines.map(given),
        }),
        subscription,
      ),
    changeSubscription: async (id, { added, changed, removed }) =>
      mapped(
        await client.one("change_subscription", {
          subscription: id,
          ...(added && { added: added.map(given) }),
          ...(changed && { changed: changed.map(given) }),
          ...(removed && { removed: removed.map((one) => ({ ...one })) }),
        }),
        subscription,
      ),
    endSubscription: async (id) => mapped(await client.one("end_subscription", { subscription: id }), subscription),
    createDraftInvoice: async ({ lines, ...one }) =>
      mapped(await client.one("create_draft", { ...one, lines: lines.map(given) }), invoice),
    findInvoice: (reference) => first("find_invoice", reference, invoice),
    readInvoice: async (id) => mapped(await client.one("read_invoice", { id }), invoice),
    listInvoices: async (cursor) => mapped(await client.page("list_invoices", {}, cursor), listed(invoice)),
    invoiceLines: async (id, cursor) =>
      mapped(await client.page("invoice_lines", { invoice: id }, cursor), listed(line)),
    invoiceChanges: (since, cursor) => changes("changed_invoices", since, cursor),
  };
}

export const pennylane: Adapter = { vendor, offers: { billing } };
