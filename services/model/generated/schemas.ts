// Written by `npm run generate` from the entity model. Do not edit.

import * as z from "zod";

const externalId = z.strictObject({ system: z.string().min(1).max(64), value: z.string().min(1).max(191) });
const change = z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });

export const listView = z.strictObject({ search: z.string().min(1).max(200).optional(), filters: z.array(z.strictObject({ field: z.string().regex(/^[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63}){0,2}$/), op: z.enum(["contains", "is", "from", "to", "empty", "filled"]), value: z.array(z.string().max(200)).max(100) })).min(1).max(20).optional(), sort: z.string().regex(/^-?[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63}){0,2}$/).optional(), columns: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63}){0,2}$/)).min(1).max(40).optional() });

export const importColumns = z.record(z.string(), z.string().max(128).nullable()).refine((value) => Object.keys(value).length <= 400);

export const simOrder = z.strictObject({ sim: z.enum(["sim", "esim"]), quantity: z.int().min(1).max(10) });

export const describedWork = z.strictObject({ details: z.string().min(1).max(2000) });

export const overdueEvidence = z.strictObject({ endDate: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/), noticeDays: z.int(), overdueDays: z.int(), periodDays: z.int() });

export const priceEvidence = z.strictObject({ gross: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/).nullable(), discount: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/).nullable(), priceFrom: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).nullable(), priceSource: z.string().max(255).nullable(), negotiated: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/).nullable(), planFrom: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/) });

export const swBrandAttributes = z.strictObject({
  name: z.string().min(1).max(120).optional(),
  hostname: z.string().max(253).nullable().optional(),
  primary_color: z.string().max(7).regex(/^#[0-9a-f]{6}$/).nullable().optional(),
  secondary_color: z.string().max(7).regex(/^#[0-9a-f]{6}$/).nullable().optional(),
  locale: z.enum(["fr", "en"]).nullable().optional(),
  time_zone: z.string().max(64).nullable().optional(),
  mail_sender: z.email().nullable().optional(),
  modules: z.array(z.string().max(32)).optional(),
});

export const swRoleAttributes = z.strictObject({
  role: z.string().min(1).max(32).optional(),
  granted: z.array(z.string().max(64)).optional(),
  denied: z.array(z.string().max(64)).optional(),
});

export const swAccountAttributes = z.strictObject({
  kind: z.enum(["company", "person"]).optional(),
  legal_name: z.string().min(1).max(200).optional(),
  softwhere_id: z.string().min(1).max(32).optional(),
  external_ids: z.array(externalId).optional(),
  siren: z.string().max(9).regex(/^[0-9]{9}$/).nullable().optional(),
  siret: z.string().max(14).regex(/^[0-9]{14}$/).nullable().optional(),
  vat_number: z.string().max(20).nullable().optional(),
  status: z.enum(["prospect", "active", "suspended", "closed"]).optional(),
  partner: z.string().max(120).nullable().optional(),
  customer_since: z.iso.date().nullable().optional(),
  address_line1: z.string().max(200).nullable().optional(),
  address_line2: z.string().max(200).nullable().optional(),
  postal_code: z.string().max(12).nullable().optional(),
  city: z.string().max(120).nullable().optional(),
  country: z.string().max(2).regex(/^[A-Z]{2}$/).nullable().optional(),
  notes: z.string().nullable().optional(),
});

export const swContactAttributes = z.strictObject({
  first_name: z.string().max(100).nullable().optional(),
  last_name: z.string().min(1).max(100).optional(),
  role: z.string().max(120).nullable().optional(),
  email: z.email().nullable().optional(),
  phone: z.string().max(32).nullable().optional(),
  mobile: z.string().max(32).nullable().optional(),
  preferred_channel: z.enum(["call", "mail", "sms"]).nullable().optional(),
});

export const swSiteAttributes = z.strictObject({
  name: z.string().min(1).max(160).optional(),
  address_line1: z.string().max(200).nullable().optional(),
  address_line2: z.string().max(200).nullable().optional(),
  postal_code: z.string().max(12).nullable().optional(),
  city: z.string().max(120).nullable().optional(),
  country: z.string().max(2).regex(/^[A-Z]{2}$/).nullable().optional(),
  latitude: z.string().regex(/^-?\d{1,3}(\.\d{1,6})?$/).nullable().optional(),
  longitude: z.string().regex(/^-?\d{1,3}(\.\d{1,6})?$/).nullable().optional(),
  access_notes: z.string().nullable().optional(),
  status: z.enum(["opening", "active", "incident", "closed"]).optional(),
  opens_on: z.iso.date().nullable().optional(),
});

export const swBillingSiteAttributes = z.strictObject({
  name: z.string().min(1).max(160).optional(),
  billing_system: z.string().max(32).nullable().optional(),
  external_id: z.string().max(64).nullable().optional(),
  address_line1: z.string().max(200).nullable().optional(),
  postal_code: z.string().max(12).nullable().optional(),
  city: z.string().max(120).nullable().optional(),
  payment_terms: z.string().max(64).nullable().optional(),
  invoice_email: z.email().nullable().optional(),
});

export const swAssignmentAttributes = z.strictObject({
  purpose: z.enum(["site", "billing", "support", "communications", "tickets", "deployments"]).optional(),
  valid_from: z.iso.date().nullable().optional(),
  valid_to: z.iso.date().nullable().optional(),
});

export const swDocumentAttributes = z.strictObject({
  title: z.string().min(1).max(200).optional(),
  kind: z.enum(["contract", "invoice", "quote", "other"]).optional(),
});

export const swDocumentVersionAttributes = z.strictObject({
  number: z.int().min(1).optional(),
});

export const swCatalogueAttributes = z.strictObject({
  name: z.string().min(1).max(120).optional(),
  active: z.boolean().nullable().optional(),
});

export const swCatalogueItemAttributes = z.strictObject({
  code: z.string().min(1).max(64).optional(),
  name: z.string().min(1).max(160).optional(),
  kind: z.enum(["plan", "option", "service", "hardware", "fee"]).optional(),
  service_type: z.string().max(32).nullable().optional(),
  active: z.boolean().nullable().optional(),
});

export const swPriceAttributes = z.strictObject({
  direction: z.enum(["sell", "buy"]).optional(),
  gross: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).optional(),
  discount: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  net: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).optional(),
  currency: z.string().max(3).regex(/^[A-Z]{3}$/).nullable().optional(),
  valid_from: z.iso.date().optional(),
  valid_to: z.iso.date().nullable().optional(),
  source: z.string().max(160).nullable().optional(),
});

export const swSupplierAttributes = z.strictObject({
  name: z.string().min(1).max(160).optional(),
  code: z.string().min(1).max(32).optional(),
  vat_number: z.string().max(32).nullable().optional(),
  siren: z.string().max(9).nullable().optional(),
  invoice_names: z.array(z.string().max(160)).optional(),
  adapter: z.string().max(32).nullable().optional(),
  invoice_mapping: z.string().max(64).nullable().optional(),
  notice_days: z.int().min(0).max(366).nullable().optional(),
});

export const swTaskAttributes = z.strictObject({
  title: z.string().min(1).max(200).optional(),
  due_on: z.iso.date().nullable().optional(),
  status: z.enum(["open", "done"]).optional(),
});

export const swSavedViewAttributes = z.strictObject({
  name: z.string().min(1).max(80).optional(),
  list: z.string().min(1).max(64).optional(),
  query: listView.nullable().optional(),
});

export const swImportMappingAttributes = z.strictObject({
  kind: z.string().min(1).max(64).optional(),
  name: z.string().min(1).max(80).optional(),
  mapping: importColumns.nullable().optional(),
});

export const swNotificationAttributes = z.strictObject({
  kind: z.string().min(1).max(64).optional(),
  event_key: z.string().min(1).max(128).optional(),
  subject_type: z.string().min(1).max(64).optional(),
  subject_id: z.string().max(36).nullable().optional(),
  subject_label: z.string().max(255).nullable().optional(),
  subject_count: z.int().min(1).nullable().optional(),
  value: z.string().max(64).nullable().optional(),
  account_label: z.string().max(255).nullable().optional(),
  account_count: z.int().min(0).nullable().optional(),
  actor_name: z.string().max(160).nullable().optional(),
  occurred_at: z.iso.datetime({ offset: true }).optional(),
  read_at: z.iso.datetime({ offset: true }).nullable().optional(),
});

export const swSubscriptionAttributes = z.strictObject({
  kind: z.string().max(64).nullable().optional(),
  console: z.boolean().nullable().optional(),
  mail: z.boolean().nullable().optional(),
});

export const swMailTemplateAttributes = z.strictObject({
  kind: z.string().min(1).max(64).optional(),
  locale: z.enum(["fr", "en"]).optional(),
  subject: z.string().min(1).max(200).optional(),
  body: z.string().optional(),
});

export const swLayoutAttributes = z.strictObject({
  role: z.string().min(1).max(32).optional(),
  screen: z.enum(["account"]).optional(),
  blocks: z.array(z.string().max(64)).optional(),
});

export const swJournalEntryAttributes = z.strictObject({
  sequence: z.int().nullable().optional(),
  occurred_at: z.iso.datetime({ offset: true }).nullable().optional(),
  actor_name: z.string().max(160).nullable().optional(),
  operation: z.enum(["create", "update", "delete"]).nullable().optional(),
  subject_type: z.string().max(64).nullable().optional(),
  subject_id: z.string().max(36).nullable().optional(),
  subject_label: z.string().max(255).nullable().optional(),
  subject_version: z.int().nullable().optional(),
  changes: z.array(change).optional(),
  cause: z.enum(["user", "import", "connector", "rule"]).nullable().optional(),
  request_id: z.string().max(64).nullable().optional(),
  view_permission: z.string().max(64).nullable().optional(),
  previous_hash: z.string().max(64).nullable().optional(),
  hash: z.string().max(64).nullable().optional(),
});

export const swParkAttributes = z.strictObject({
  kind: z.enum(["mobile", "internet", "fixed", "cyber"]).optional(),
});

export const swLineAttributes = z.strictObject({
  number: z.string().min(1).max(32).optional(),
  service_id: z.string().max(64).nullable().optional(),
  user_name: z.string().max(160).nullable().optional(),
  status: z.enum(["ordered", "active", "suspended", "terminating", "terminated"]).optional(),
  activated_on: z.iso.date().nullable().optional(),
  suspended_on: z.iso.date().nullable().optional(),
  end_date: z.iso.date().nullable().optional(),
  sell_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  buy_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  price_reason: z.string().max(200).nullable().optional(),
  commitment_end: z.iso.date().nullable().optional(),
  supplier_commitment_end: z.iso.date().nullable().optional(),
  external_ids: z.array(externalId).optional(),
  comment: z.string().nullable().optional(),
});

export const swLineTermAttributes = z.strictObject({
  valid_from: z.iso.date().optional(),
  valid_to: z.iso.date().nullable().optional(),
  negotiated_sell_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  negotiated_buy_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  applied: z.boolean().nullable().optional(),
});

export const swLineOptionAttributes = z.strictObject({
  quantity: z.int().min(1).nullable().optional(),
  sell_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  buy_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  valid_from: z.iso.date().optional(),
  valid_to: z.iso.date().nullable().optional(),
});

export const swSimAttributes = z.strictObject({
  iccid: z.string().min(1).max(20).regex(/^89[0-9]{16,18}$/).optional(),
  eid: z.string().max(32).regex(/^[0-9]{32}$/).nullable().optional(),
  kind: z.enum(["sim", "esim"]).optional(),
  status: z.enum(["stock", "active", "blocked", "retired"]).optional(),
  pin: z.string().max(8).nullable().optional(),
  puk: z.string().max(8).nullable().optional(),
});

export const swDeploymentAttributes = z.strictObject({
  name: z.string().min(1).max(160).optional(),
  reference: z.string().max(64).nullable().optional(),
  kind: z.enum(["lines", "sim_order", "billing"]).optional(),
  status: z.enum(["draft", "planned", "launched", "done", "cancelled"]).optional(),
  planned_on: z.iso.date().nullable().optional(),
  notes: z.string().nullable().optional(),
});

export const swActionAttributes = z.strictObject({
  kind: z.enum(["create_line", "modify_line", "terminate_line", "order_sim", "modify_options", "create_service", "modify_subscription", "add_option", "add_hardware", "add_fee"]).optional(),
  payload: z.union([describedWork, simOrder]).nullable().optional(),
  planned_on: z.iso.date().nullable().optional(),
  status: z.enum(["planned", "running", "done", "failed", "cancelled"]).optional(),
  idempotency_key: z.string().min(1).max(128).optional(),
  attempts: z.int().min(0).nullable().optional(),
  vendor_reference: z.string().max(128).nullable().optional(),
  result: z.string().nullable().optional(),
});

export const swSupplierInvoiceAttributes = z.strictObject({
  number: z.string().min(1).max(64).optional(),
  kind: z.enum(["invoice", "credit_note"]).optional(),
  format: z.enum(["ubl", "cii", "facturx", "csv"]).optional(),
  issued_on: z.iso.date().optional(),
  period_start: z.iso.date().nullable().optional(),
  period_end: z.iso.date().nullable().optional(),
  currency: z.string().min(1).max(3).optional(),
  total_net: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).optional(),
  total_gross: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
  line_count: z.int().nullable().optional(),
  content_hash: z.string().min(1).max(64).optional(),
  file_name: z.string().max(255).nullable().optional(),
});

export const swSupplierInvoiceLineAttributes = z.strictObject({
  line_number: z.string().min(1).max(32).optional(),
  service_id: z.string().max(64).nullable().optional(),
  iccid: z.string().max(20).nullable().optional(),
  msisdn: z.string().max(32).nullable().optional(),
  customer_reference: z.string().max(64).nullable().optional(),
  item_code: z.string().max(64).nullable().optional(),
  description: z.string().min(1).max(255).optional(),
  charge: z.enum(["recurring", "usage", "one_off", "discount", "other"]).optional(),
  quantity: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
  gross: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
  discount: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
  net: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).optional(),
  period_start: z.iso.date().nullable().optional(),
  period_end: z.iso.date().nullable().optional(),
  match_key: z.enum(["service_id", "iccid", "number", "customer_reference", "manual", "none"]).optional(),
});

export const swBilledItemAttributes = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  service_reference: z.string().max(64).nullable().optional(),
  price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  period_start: z.iso.date().nullable().optional(),
  period_end: z.iso.date().nullable().optional(),
  system_id: z.string().max(64).nullable().optional(),
});

export const swAnomalyAttributes = z.strictObject({
  key: z.string().min(1).max(191).optional(),
  check: z.enum(["C1", "C2"]).optional(),
  period_start: z.iso.date().optional(),
  period_end: z.iso.date().optional(),
  expected: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  found: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  amount: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).optional(),
  amount_per_month: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  cumulated: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  recovered: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  evidence: z.union([overdueEvidence, priceEvidence]).nullable().optional(),
  status: z.enum(["open", "explained", "accepted", "disputed", "credited", "corrected", "false_positive"]).optional(),
  reason: z.string().nullable().optional(),
});

export const swDisputeAttributes = z.strictObject({
  reference: z.string().min(1).max(64).optional(),
  status: z.enum(["draft", "sent", "answered", "closed"]).optional(),
  sent_on: z.iso.date().nullable().optional(),
  answered_on: z.iso.date().nullable().optional(),
  credited_amount: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
  comment: z.string().nullable().optional(),
});

export const userAttributes = z.strictObject({
  display_name: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  mail: z.email().nullable().optional(),
  status: z.boolean().nullable().optional(),
  preferred_langcode: z.string().nullable().optional(),
  permissions: z.array(z.string()).optional(),
  full_name: z.string().max(160).nullable().optional(),
  user_type: z.enum(["internal", "client", "partner", "reseller", "technician"]).nullable().optional(),
  business_roles: z.array(z.string().max(32)).optional(),
});

export const fileAttributes = z.strictObject({
  filename: z.string().nullable().optional(),
  filemime: z.string().nullable().optional(),
  filesize: z.int().nullable().optional(),
});

export const attributeSchemas = {
  sw_brand: swBrandAttributes,
  sw_role: swRoleAttributes,
  sw_account: swAccountAttributes,
  sw_contact: swContactAttributes,
  sw_site: swSiteAttributes,
  sw_billing_site: swBillingSiteAttributes,
  sw_assignment: swAssignmentAttributes,
  sw_document: swDocumentAttributes,
  sw_document_version: swDocumentVersionAttributes,
  sw_catalogue: swCatalogueAttributes,
  sw_catalogue_item: swCatalogueItemAttributes,
  sw_price: swPriceAttributes,
  sw_supplier: swSupplierAttributes,
  sw_task: swTaskAttributes,
  sw_saved_view: swSavedViewAttributes,
  sw_import_mapping: swImportMappingAttributes,
  sw_notification: swNotificationAttributes,
  sw_subscription: swSubscriptionAttributes,
  sw_mail_template: swMailTemplateAttributes,
  sw_layout: swLayoutAttributes,
  sw_journal_entry: swJournalEntryAttributes,
  sw_park: swParkAttributes,
  sw_line: swLineAttributes,
  sw_line_term: swLineTermAttributes,
  sw_line_option: swLineOptionAttributes,
  sw_sim: swSimAttributes,
  sw_deployment: swDeploymentAttributes,
  sw_action: swActionAttributes,
  sw_supplier_invoice: swSupplierInvoiceAttributes,
  sw_supplier_invoice_line: swSupplierInvoiceLineAttributes,
  sw_billed_item: swBilledItemAttributes,
  sw_anomaly: swAnomalyAttributes,
  sw_dispute: swDisputeAttributes,
  user: userAttributes,
  file: fileAttributes,
};
