import { failure, success } from "../../../../platform/result.ts";
import type { BilledCustomer, BilledProduct, Billing, Change, Listed } from "../../capabilities/billing.ts";
import type { ConnectionProof } from "../../capabilities/capability.ts";
import type { Adapter } from "../../registry.ts";
import type { VendorResult } from "../../vendor/failure.ts";
import type { VendorRecord } from "../../vendor/record.ts";
import { loadVendor } from "../../vendor/load-vendor.ts";
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

/** Pennylane as a billing system. What its file can't say: a company and a person are made at two addresses. */
function billing(client: Asks): Billing {
  return {
    prove: async () => mapped(await client.one("prove"), company),
    listCustomers: async (cursor) => mapped(await client.page("list_customers", {}, cursor), listed(customer)),
    findCustomer: async (reference) =>
      mapped(await client.page("find_customer", { reference }), ({ records: [first] }) =>
        first ? customer(first) : null,
      ),
    createCustomer: async ({ kind, ...given }) =>
      mapped(
        await client.one(kind === "company" ? "create_company" : "create_person", { firstName: "", ...given }),
        customer,
      ),
    customerChanges: async (since, cursor) => {
      const page = await client.page("changed_customers", { since }, cursor);
      if (!page.ok) return page;
      const items: Change[] = [];
      for (const record of page.value.records) {
        const kind = text(record["kind"]);
        if (!isKind(kind))
          return failure({ code: "schema_drift", message: `${vendor.label}: ${kind} is no kind of change` });
        items.push({ id: text(record["id"]), kind, at: text(record["at"]) });
      }
      return success({ items, ...(page.value.next !== undefined && { next: page.value.next }) });
    },
    listProducts: async (cursor) => mapped(await client.page("list_products", {}, cursor), listed(product)),
  };
}

export const pennylane: Adapter = { vendor, offers: { billing } };
