import { recordTypes } from "@softwhere/services/model/generated/record-types";

type Types = readonly string[];
type Reads = Types | ((input: Readonly<Record<string, unknown>>) => Types);

/** A row of a list is shown with the names of what it refers to. */
function withReferences(type: unknown): Types {
  const name = String(type);
  return [name, ...(recordTypes[name]?.fields.flatMap(({ target }) => target ?? []) ?? [])];
}

/**
 * Which types of rows a query shows: a change of any other type leaves it as it is. A query that isn't here is read again after every
 * change: forgetting one costs a request, never a stale screen.
 */
const declared = new Map<string, Reads>([
  ["base.session.viewer", ["user", "sw_role", "sw_brand", "sw_layout"]],
  ["base.accounts.list", ["sw_account", "sw_site", "sw_saved_view"]],
  ["base.accounts.counts", ["sw_account"]],
  ["base.accounts.get", ["sw_account", "user", "sw_contact", "sw_billing_site", "sw_document"]],
  ["base.accounts.billingSites", ["sw_billing_site"]],
  ["base.accounts.billedCustomers.ofAccount", ["sw_action", "sw_billing_site"]],
  ["base.invoices.summary", ["sw_customer_invoice"]],
  ["base.invoices.told", ["sw_billing_site"]],
  ["base.sites.ofAccount", ["sw_site"]],
  ["base.tasks.openOfAccount", ["sw_task", "user"]],
  ["base.contacts.ofAccount", ["sw_contact", "sw_assignment", "sw_site", "sw_billing_site"]],
  ["base.documents.versions", ["sw_document", "sw_document_version"]],
  ["base.records.list", ({ type }) => withReferences(type)],
  ["base.records.get", ({ type }) => withReferences(type)],
  ["base.records.ids", ({ type }) => withReferences(type)],
  ["base.records.count", ({ type }) => withReferences(type)],
  ["base.records.options", ({ type }) => withReferences(type)],
  ["base.records.describe", []],
  ["base.records.name", ({ type }) => withReferences(type)],
  ["base.records.views.list", ["sw_saved_view"]],
  ["base.administration.brands", ["sw_brand"]],
  ["base.administration.roles", ["sw_role"]],
  ["base.administration.users", ["user"]],
  ["base.administration.mailTemplates.list", ["sw_mail_template"]],
  ["base.administration.layouts.ofAccount", ["sw_layout"]],
  ["base.administration.failedJobs.list", ["user"]],
  ["base.administration.connections.list", []],
  ["base.administration.connections.calls.page", []],
  ["base.administration.connections.calls.one", []],
  ["base.notifications.list", ["sw_notification"]],
  ["base.notifications.unread", ["sw_notification"]],
  ["base.notifications.preferences", ["sw_subscription"]],
  ["base.notifications.follows", ["sw_subscription"]],
  ["base.dataImport.kinds", []],
  ["base.letters.kinds", []],
]);

/** For a vertical's own queries, under its name in the API. */
export function declareReads(entries: Readonly<Record<string, Reads>>): void {
  for (const [path, reads] of Object.entries(entries)) declared.set(path, reads);
}

/** Whether a change of a row of that type can have changed what the query shows. */
export function mayShow(queryKey: readonly unknown[], type: string): boolean {
  const [path, options] = queryKey;
  const reads = Array.isArray(path) ? declared.get(path.join(".")) : undefined;
  if (!reads) return true;
  if (typeof reads !== "function") return reads.includes(type);
  const input = typeof options === "object" && options !== null && "input" in options ? options.input : {};
  return reads(typeof input === "object" && input !== null ? { ...input } : {}).includes(type);
}
