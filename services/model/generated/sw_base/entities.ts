// Written by `npm run generate` from the entity model. Do not edit.

/** A value the user may not see is absent; an empty one is null. Decimals are strings with a fixed number of digits. */
export interface Resource {
  id: string;
  type: string;
  created?: string;
  changed?: string;
  version?: number;
}

export interface ExternalId {
  system: string;
  value: string;
}

export interface Change {
  field: string;
  from: string | null;
  to: string | null;
}

/** Search, filters, order and columns of a list; what is absent is as the list has it. */
export type ListView = { search?: string; filters?: ({ field: string; op: "contains" | "is" | "from" | "to" | "empty" | "filled"; value: string[]; })[]; /** A path; a minus before it reverses the order. */ sort?: string; columns?: string[]; };

/** Folded column heading to field; null is a column that is left out. */
export type ImportColumns = Record<string, string | null>;

/** What a person saw, in their words. */
export type ReportedEvidence = { details: string; };

/** What whoever carries it out has to know. Amounts have no place in it. */
export type DescribedWork = { details: string; };

/** The customer is the billing site's; there is nothing to choose but what to add. */
export type BillingCustomer = { details?: string; };

/** What is to be billed, by its code in the catalogue. Amounts have no place in it; they are the dated prices'. */
export type BillingWork = { details: string; code?: string; quantity?: number; startsOn?: string; };

/** What the vendor says has happened, in its own words and order; a day where it says no hour. */
export type VendorMilestones = { milestones: ({ code: string; label?: string; at: string; })[]; };

export interface SwBrand extends Resource {
  type: "sw_brand--sw_brand";
  /** Name */
  name?: string | null;
  /** Hostname */
  hostname?: string | null;
  /** Primary colour */
  primary_color?: string | null;
  /** Secondary colour */
  secondary_color?: string | null;
  /** Logo */
  logo?: File | null;
  /** Language */
  locale?: "fr" | "en" | null;
  /** Time zone */
  time_zone?: string | null;
  /** Country */
  country?: string | null;
  /** SIREN */
  siren?: string | null;
  /** Support telephone */
  support_phone?: string | null;
  /** Mail sender */
  mail_sender?: string | null;
  /** Open modules */
  modules?: string[];
  /** Parent brand */
  parent?: SwBrand | null;
}

export interface SwRole extends Resource {
  type: "sw_role--sw_role";
  brand?: SwBrand | null;
  /** Role */
  role?: string | null;
  /** Granted permissions */
  granted?: string[];
  /** Denied permissions */
  denied?: string[];
}

export interface SwAccount extends Resource {
  type: "sw_account--sw_account";
  brand?: SwBrand | null;
  /** Kind */
  kind?: "company" | "person" | null;
  /** Legal name */
  legal_name?: string | null;
  /** Account number */
  softwhere_id?: string | null;
  /** External references */
  external_ids?: ExternalId[];
  /** SIREN */
  siren?: string | null;
  /** SIRET */
  siret?: string | null;
  /** VAT number */
  vat_number?: string | null;
  /** Status */
  status?: "prospect" | "active" | "suspended" | "closed" | null;
  /** Salesperson */
  salesperson?: User | null;
  /** Partner */
  partner?: string | null;
  /** Customer since */
  customer_since?: string | null;
  /** Address */
  address_line1?: string | null;
  /** Address line 2 */
  address_line2?: string | null;
  /** Postal code */
  postal_code?: string | null;
  /** City */
  city?: string | null;
  /** Country */
  country?: string | null;
  /** Internal notes */
  notes?: string | null;
}

export interface SwContact extends Resource {
  type: "sw_contact--sw_contact";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** First name */
  first_name?: string | null;
  /** Last name */
  last_name?: string | null;
  /** Role */
  role?: string | null;
  /** E-mail */
  email?: string | null;
  /** Phone */
  phone?: string | null;
  /** Mobile */
  mobile?: string | null;
  /** Preferred channel */
  preferred_channel?: "call" | "mail" | "sms" | null;
  /** Language */
  locale?: "fr" | "en" | null;
}

export interface SwSite extends Resource {
  type: "sw_site--sw_site";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Name */
  name?: string | null;
  /** Address */
  address_line1?: string | null;
  /** Address line 2 */
  address_line2?: string | null;
  /** Postal code */
  postal_code?: string | null;
  /** City */
  city?: string | null;
  /** Country */
  country?: string | null;
  /** Latitude */
  latitude?: string | null;
  /** Longitude */
  longitude?: string | null;
  /** Billing site */
  billing_site?: SwBillingSite | null;
  /** Access notes */
  access_notes?: string | null;
  /** Status */
  status?: "opening" | "active" | "incident" | "closed" | null;
  /** Opens on */
  opens_on?: string | null;
}

export interface SwBillingSite extends Resource {
  type: "sw_billing_site--sw_billing_site";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Name */
  name?: string | null;
  /** Billing system */
  billing_system?: string | null;
  /** External id */
  external_id?: string | null;
  /** Other external references */
  external_ids?: ExternalId[];
  /** Address */
  address_line1?: string | null;
  /** Postal code */
  postal_code?: string | null;
  /** City */
  city?: string | null;
  /** Payment terms */
  payment_terms?: string | null;
  /** Invoice e-mail */
  invoice_email?: string | null;
}

export interface SwCustomerInvoice extends Resource {
  type: "sw_customer_invoice--sw_customer_invoice";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Billing site */
  billing_site?: SwBillingSite | null;
  /** Number */
  number?: string | null;
  /** Kind */
  kind?: "invoice" | "credit_note" | null;
  /** Status */
  status?: "open" | "partly_paid" | "paid" | "cancelled" | null;
  /** Issued on */
  issued_on?: string | null;
  /** Due on */
  due_on?: string | null;
  /** Currency */
  currency?: string | null;
  /** Net */
  net?: string | null;
  /** Gross */
  gross?: string | null;
  /** Remaining */
  remaining?: string | null;
  /** Connection */
  connection?: string | null;
  /** External id */
  external_id?: string | null;
  /** Credited invoice */
  credited_id?: string | null;
}

export interface SwAssignment extends Resource {
  type: "sw_assignment--sw_assignment";
  brand?: SwBrand | null;
  /** Contact */
  contact?: SwContact | null;
  /** Purpose */
  purpose?: "site" | "billing" | "support" | "communications" | "tickets" | "deployments" | null;
  /** Site */
  site?: SwSite | null;
  /** Billing site */
  billing_site?: SwBillingSite | null;
  /** From */
  valid_from?: string | null;
  /** To */
  valid_to?: string | null;
}

export interface SwDocument extends Resource {
  type: "sw_document--sw_document";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Title */
  title?: string | null;
  /** Kind */
  kind?: "contract" | "invoice" | "quote" | "other" | null;
  /** File */
  file?: File | null;
  /** Internal */
  internal?: boolean | null;
}

export interface SwDocumentVersion extends Resource {
  type: "sw_document_version--sw_document_version";
  brand?: SwBrand | null;
  /** Document */
  document?: SwDocument | null;
  /** Version */
  number?: number | null;
  /** File */
  file?: File | null;
}

export interface SwCatalogue extends Resource {
  type: "sw_catalogue--sw_catalogue";
  brand?: SwBrand | null;
  /** Name */
  name?: string | null;
  /** Active */
  active?: boolean | null;
}

export interface SwCatalogueItem extends Resource {
  type: "sw_catalogue_item--sw_catalogue_item";
  brand?: SwBrand | null;
  /** Catalogue */
  catalogue?: SwCatalogue | null;
  /** Code */
  code?: string | null;
  /** Name */
  name?: string | null;
  /** Kind */
  kind?: "plan" | "option" | "service" | "hardware" | "fee" | null;
  /** Type */
  service_type?: string | null;
  /** Supplier */
  supplier?: SwSupplier | null;
  /** Active */
  active?: boolean | null;
}

export interface SwPrice extends Resource {
  type: "sw_price--sw_price";
  brand?: SwBrand | null;
  /** Item */
  item?: SwCatalogueItem | null;
  /** Direction */
  direction?: "sell" | "buy" | null;
  /** Gross */
  gross?: string | null;
  /** Discount */
  discount?: string | null;
  /** Net */
  net?: string | null;
  /** Billing period */
  billing_period?: "month" | "quarter" | "year" | null;
  /** Currency */
  currency?: string | null;
  /** Valid from */
  valid_from?: string | null;
  /** Valid to */
  valid_to?: string | null;
  /** Source */
  source?: string | null;
}

export interface SwSupplier extends Resource {
  type: "sw_supplier--sw_supplier";
  brand?: SwBrand | null;
  /** Name */
  name?: string | null;
  /** Code */
  code?: string | null;
  /** VAT number */
  vat_number?: string | null;
  /** SIREN */
  siren?: string | null;
  /** Names on invoices */
  invoice_names?: string[];
  /** Adapter */
  adapter?: string | null;
  /** Detail format */
  invoice_mapping?: string | null;
  /** Termination notice in days */
  notice_days?: number | null;
  /** Proration */
  proration?: "calendar" | "thirty" | "year" | null;
  /** Days to dispute */
  dispute_days?: number | null;
  /** Follow up after days */
  follow_up_days?: number | null;
  /** Address for claims */
  dispute_email?: string | null;
  /** E-invoicing address */
  electronic_address?: string | null;
}

export interface SwTask extends Resource {
  type: "sw_task--sw_task";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Title */
  title?: string | null;
  /** Due on */
  due_on?: string | null;
  /** Assignee */
  assignee?: User | null;
  /** Status */
  status?: "open" | "done" | null;
}

export interface SwAnomalyCheckValues {
  manual: true;
}

export interface SwAnomalyEvidenceValues {
  manual: ReportedEvidence;
}

export interface SwAnomaly extends Resource {
  type: "sw_anomaly--sw_anomaly";
  brand?: SwBrand | null;
  /** Key */
  key?: string | null;
  /** Check */
  check?: keyof SwAnomalyCheckValues | null;
  /** Account */
  account?: SwAccount | null;
  /** Supplier */
  supplier?: SwSupplier | null;
  /** Period start */
  period_start?: string | null;
  /** Period end */
  period_end?: string | null;
  /** Expected */
  expected?: string | null;
  /** Found */
  found?: string | null;
  /** Gap over the period */
  amount?: string | null;
  /** Gap per month */
  amount_per_month?: string | null;
  /** Cumulated gap */
  cumulated?: string | null;
  /** Recovered */
  recovered?: string | null;
  /** Evidence */
  evidence?: SwAnomalyEvidenceValues[keyof SwAnomalyEvidenceValues] | null;
  /** Status */
  status?: "open" | "explained" | "accepted" | "disputed" | "credited" | "corrected" | "false_positive" | null;
  /** Reason */
  reason?: string | null;
  /** Dispute */
  dispute?: SwDispute | null;
}

export interface SwDispute extends Resource {
  type: "sw_dispute--sw_dispute";
  brand?: SwBrand | null;
  /** Reference */
  reference?: string | null;
  /** Supplier */
  supplier?: SwSupplier | null;
  /** Status */
  status?: "draft" | "sent" | "answered" | "closed" | null;
  /** Sent on */
  sent_on?: string | null;
  /** Claim before */
  due_on?: string | null;
  /** Follow up on */
  follow_up_on?: string | null;
  /** Credit promised on */
  promised_on?: string | null;
  /** Claimed amount */
  claimed_amount?: string | null;
  /** Answered on */
  answered_on?: string | null;
  /** Credited amount */
  credited_amount?: string | null;
  /** Comment */
  comment?: string | null;
  /** Mailed on */
  mailed_at?: string | null;
  /** Mailed to */
  mailed_to?: string | null;
}

export interface SwCheckSettingCheckValues {
  manual: true;
}

export interface SwCheckSetting extends Resource {
  type: "sw_check_setting--sw_check_setting";
  brand?: SwBrand | null;
  /** Check */
  check?: keyof SwCheckSettingCheckValues | null;
  /** Account */
  account?: SwAccount | null;
  /** Supplier */
  supplier?: SwSupplier | null;
  /** Valid from */
  valid_from?: string | null;
  /** Valid to */
  valid_to?: string | null;
  /** Check is on */
  enabled?: boolean | null;
  /** Tolerance in euros */
  tolerance?: string | null;
  /** Reason */
  reason?: string | null;
}

export interface SwActionCapabilityValues {
  billing: true;
}

export interface SwActionOperationValues {
  create_customer: true;
  create_service: true;
  modify_subscription: true;
  end_service: true;
  add_option: true;
  add_hardware: true;
  add_fee: true;
}

export interface SwActionPayloadValues {
  create_customer: BillingCustomer;
  create_service: BillingWork;
  modify_subscription: BillingWork;
  end_service: DescribedWork;
  add_option: BillingWork;
  add_hardware: BillingWork;
  add_fee: BillingWork;
}

export interface SwActionCorrectedValues {
  create_customer: BillingCustomer;
  create_service: BillingWork;
  modify_subscription: BillingWork;
  end_service: DescribedWork;
  add_option: BillingWork;
  add_hardware: BillingWork;
  add_fee: BillingWork;
}

export interface SwAction extends Resource {
  type: "sw_action--sw_action";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Billing site */
  billing_site?: SwBillingSite | null;
  /** Capability */
  capability?: keyof SwActionCapabilityValues | null;
  /** Operation */
  operation?: keyof SwActionOperationValues | null;
  /** Content */
  payload?: SwActionPayloadValues[keyof SwActionPayloadValues] | null;
  /** Corrected content */
  corrected?: SwActionCorrectedValues[keyof SwActionCorrectedValues] | null;
  /** After */
  depends_on?: SwAction[];
  /** Undoes */
  compensates?: SwAction | null;
  /** Planned on */
  planned_on?: string | null;
  /** Status */
  status?: "ready" | "submitted" | "acknowledged" | "held" | "correcting" | "in_progress" | "delivered" | "done" | "rejected_by_us" | "rejected_by_vendor" | "cancelling" | "cancelled" | "unknown" | null;
  /** Reason */
  reason?: string | null;
  /** Vendor milestones */
  milestones?: VendorMilestones | null;
  /** Idempotency key */
  idempotency_key?: string | null;
  /** Attempts */
  attempts?: number | null;
  /** Next attempt at */
  next_attempt_at?: string | null;
  /** Vendor reference */
  vendor_reference?: string | null;
  /** Result */
  result?: string | null;
}

export interface SwSavedView extends Resource {
  type: "sw_saved_view--sw_saved_view";
  brand?: SwBrand | null;
  /** Owner */
  owner?: User | null;
  /** Name */
  name?: string | null;
  /** List */
  list?: string | null;
  /** Content */
  query?: ListView | null;
}

export interface SwImportMapping extends Resource {
  type: "sw_import_mapping--sw_import_mapping";
  brand?: SwBrand | null;
  /** Kind */
  kind?: string | null;
  /** Name */
  name?: string | null;
  /** Columns and fields */
  mapping?: ImportColumns | null;
}

export interface SwNotification extends Resource {
  type: "sw_notification--sw_notification";
  brand?: SwBrand | null;
  /** Recipient */
  recipient?: User | null;
  /** Event */
  kind?: string | null;
  /** Event key */
  event_key?: string | null;
  /** Object type */
  subject_type?: string | null;
  /** Object id */
  subject_id?: string | null;
  /** Object label */
  subject_label?: string | null;
  /** Number of objects */
  subject_count?: number | null;
  /** New value */
  value?: string | null;
  /** Account */
  account?: SwAccount | null;
  /** Account name */
  account_label?: string | null;
  /** Number of accounts */
  account_count?: number | null;
  /** Actor name */
  actor_name?: string | null;
  /** Time */
  occurred_at?: string | null;
  /** Read at */
  read_at?: string | null;
}

export interface SwSubscription extends Resource {
  type: "sw_subscription--sw_subscription";
  brand?: SwBrand | null;
  /** Subscriber */
  subscriber?: User | null;
  /** Event */
  kind?: string | null;
  /** Followed account */
  account?: SwAccount | null;
  /** In the console */
  console?: boolean | null;
  /** By mail */
  mail?: boolean | null;
}

export interface SwMailTemplate extends Resource {
  type: "sw_mail_template--sw_mail_template";
  brand?: SwBrand | null;
  /** Event */
  kind?: string | null;
  /** Language */
  locale?: "fr" | "en" | null;
  /** Subject */
  subject?: string | null;
  /** Text */
  body?: string | null;
}

export interface SwLayout extends Resource {
  type: "sw_layout--sw_layout";
  brand?: SwBrand | null;
  /** Role */
  role?: string | null;
  /** Screen */
  screen?: "account" | "home" | null;
  /** Blocks */
  blocks?: string[];
}

export interface SwJournalEntry extends Resource {
  type: "sw_journal_entry--sw_journal_entry";
  brand?: SwBrand | null;
  /** Sequence */
  sequence?: number | null;
  /** Time */
  occurred_at?: string | null;
  /** Actor */
  actor?: User | null;
  /** Actor name */
  actor_name?: string | null;
  /** Operation */
  operation?: "create" | "update" | "delete" | null;
  /** Object type */
  subject_type?: string | null;
  /** Object id */
  subject_id?: string | null;
  /** Object label */
  subject_label?: string | null;
  /** Object version */
  subject_version?: number | null;
  /** Account */
  account?: SwAccount | null;
  /** Changes */
  changes?: Change[];
  /** Cause */
  cause?: "user" | "import" | "connector" | "rule" | null;
  /** Request id */
  request_id?: string | null;
  /** Request taken back */
  undoes?: string | null;
  /** Needed permission */
  view_permission?: string | null;
  /** Previous hash */
  previous_hash?: string | null;
  /** Hash */
  hash?: string | null;
}

export interface User extends Resource {
  type: "user--user";
  brand?: SwBrand | null;
  /** Display name */
  display_name?: string | null;
  /** Sign-in name */
  name?: string | null;
  /** E-mail */
  mail?: string | null;
  /** Active */
  status?: boolean | null;
  /** Language */
  preferred_langcode?: string | null;
  /** Effective permissions */
  permissions?: string[];
  /** Full name */
  full_name?: string | null;
  /** User type */
  user_type?: "internal" | "client" | "partner" | "reseller" | "technician" | "service" | null;
  /** Business roles */
  business_roles?: string[];
  /** Accounts in sight */
  accounts?: SwAccount[];
}

export interface File extends Resource {
  type: "file--file";
  brand?: SwBrand | null;
  /** File name */
  filename?: string | null;
  /** Media type */
  filemime?: string | null;
  /** Size in bytes */
  filesize?: number | null;
}

export interface EntityMap {
  sw_brand: SwBrand;
  sw_role: SwRole;
  sw_account: SwAccount;
  sw_contact: SwContact;
  sw_site: SwSite;
  sw_billing_site: SwBillingSite;
  sw_customer_invoice: SwCustomerInvoice;
  sw_assignment: SwAssignment;
  sw_document: SwDocument;
  sw_document_version: SwDocumentVersion;
  sw_catalogue: SwCatalogue;
  sw_catalogue_item: SwCatalogueItem;
  sw_price: SwPrice;
  sw_supplier: SwSupplier;
  sw_task: SwTask;
  sw_anomaly: SwAnomaly;
  sw_dispute: SwDispute;
  sw_check_setting: SwCheckSetting;
  sw_action: SwAction;
  sw_saved_view: SwSavedView;
  sw_import_mapping: SwImportMapping;
  sw_notification: SwNotification;
  sw_subscription: SwSubscription;
  sw_mail_template: SwMailTemplate;
  sw_layout: SwLayout;
  sw_journal_entry: SwJournalEntry;
  user: User;
  file: File;
}

export type EntityTypeName = keyof EntityMap;
