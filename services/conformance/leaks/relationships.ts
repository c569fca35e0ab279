import type { Client } from "../client.ts";
import { required } from "./rows.ts";

/** Where a relationship leads when its name doesn't say so. */
const targets: Readonly<Record<string, string>> = {
  operator: "sw_supplier",
  plan: "sw_catalogue_item",
  item: "sw_catalogue_item",
  parent: "sw_brand",
  salesperson: "user",
  recipient: "user",
  subscriber: "user",
  assignee: "user",
  actor: "user",
  owner: "user",
  uid: "user",
  accounts: "sw_account",
  file: "file",
  source_file: "file",
  logo: "file",
  delivery_site: "sw_site",
  sites: "sw_site",
  delivery_contact: "sw_contact",
  invoice: "sw_supplier_invoice",
  invoice_line: "sw_supplier_invoice_line",
};

/** Of each type, as the API shows them to those who read it. */
export async function relationshipsOf(
  types: readonly string[],
  readerOf: (type: string) => Client | undefined,
): Promise<Record<string, Record<string, string>>> {
  const found: Record<string, Record<string, string>> = {};
  for (const type of types) {
    const reply = await required(readerOf(type), `a reader of ${type}`).get(`/jsonapi/${type}/${type}?page[limit]=1`);
    const names = Object.keys(Object(reply.at("/data/0/relationships") ?? {}));
    found[type] = Object.fromEntries(names.map((name) => [name, targets[name] ?? `sw_${name}`]));
  }
  return found;
}
