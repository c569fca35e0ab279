// Written by `npm run generate` from the entity model. Do not edit.

import type { Resource, ExternalId, SwBrand, SwAccount, SwContact, SwSite, SwBillingSite, SwCatalogueItem, SwSupplier, User, File } from "../sw_base/entities.ts";

export type SimOrder = { sim: "sim" | "esim"; quantity: number; };

/** The card that a line works with from then on, whether it had one or not. */
export type SimSwap = { iccid: string; details?: string; };

/** A number that comes from another operator. Of its RIO the layout alone is kept here; whether its key is right only warns. */
export type PortInOrder = { /** E.164. */ number: string; /** Operator, quality, contract, key; without blanks. */ rio: string; /** As it is registered at the operator that the number comes from. */ holder: string; wishedOn?: string; /** Of the SIM that gets the number. */ iccid?: string; details?: string; };

/** Which code, label or type on a supplier's invoices means which kind of charge. */
export type ChargeRules = { rules: ({ by: "code" | "label" | "type"; value: string; charge: "recurring" | "option" | "usage" | "one_off" | "device" | "discount" | "credit" | "other"; })[]; };

/** The end that the invoice goes past, in days of the period. */
export type OverdueEvidence = { endDate: string; noticeDays: number; overdueDays: number; periodDays: number; option?: string; };

/** The price that was in force on the first day; null where it was negotiated or isn't known. A month's, unless it says of what. */
export type PriceEvidence = { gross: string | null; discount: string | null; priceFrom: string | null; priceSource: string | null; negotiated: string | null; planFrom: string; billingPeriod?: "quarter" | "year"; deducted?: string; };

/** What the row is known by, and no line of the park is. */
export type UnknownEvidence = { serviceId: string | null; iccid: string | null; number: string | null; customerReference: string | null; };

/** The option of the catalogue that the line never had. */
export type OptionEvidence = { code: string; option: string; };

/** Where the same was billed before. */
export type DuplicateEvidence = { invoice: string; start: string; end: string; };

/** The day the service began, where days before it are billed; else the supplier's proration and the one that the amount fits. */
export type ProrationEvidence = { periodDays: number; begins?: string; earlyDays?: number; proration?: "calendar" | "thirty" | "year"; fits?: "calendar" | "thirty" | "year"; };

/** What kind of fee it is, and what the line knows of its end. */
export type FeeEvidence = { fee: "one_off" | "termination"; endDate: string | null; commitmentEnd: string | null; };

/** Since when the line is in service, and how many of the customer's lines of this kind the supplier does bill in the month. */
export type AbsentEvidence = { since: string | null; lines: number; billed: number; };

/** Since when the line is in service, and how many of the customer's lines are billed in the month. */
export type UnbilledEvidence = { since: string | null; lines: number; billed: number; };

/** The last day of service, and what the customer is billed after it. */
export type EndedEvidence = { endDate: string; label: string; items: number; };

/** What the line is sold for and what it costs in the month, each as it was billed or else by its dated prices, and the least margin in percent of the sale. */
export type MarginEvidence = { sale: string; saleBy: "billed" | "prices"; cost: string; costBy: "billed" | "prices"; percent: number; };

/** The claim whose credit was promised, when, and until when it was awaited. */
export type PromiseEvidence = { reference: string; promisedOn: string; dueOn: string; };


export interface SwPark extends Resource {
  type: "sw_park--sw_park";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Site */
  site?: SwSite | null;
  /** Type */
  kind?: "mobile" | "internet" | "fixed" | "cyber" | null;
  /** Operator */
  operator?: SwSupplier | null;
}

export interface SwLine extends Resource {
  type: "sw_line--sw_line";
  brand?: SwBrand | null;
  /** Park */
  park?: SwPark | null;
  /** Site */
  site?: SwSite | null;
  /** Billing site */
  billing_site?: SwBillingSite | null;
  /** Number */
  number?: string | null;
  /** Service id */
  service_id?: string | null;
  /** User */
  user_name?: string | null;
  /** User since */
  user_since?: string | null;
  /** Plan */
  plan?: SwCatalogueItem | null;
  /** Status */
  status?: "ordered" | "active" | "suspended" | "terminating" | "terminated" | "cancelled" | null;
  /** Activated on */
  activated_on?: string | null;
  /** Suspended on */
  suspended_on?: string | null;
  /** End date */
  end_date?: string | null;
  /** Sell price */
  sell_price?: string | null;
  /** Buy price */
  buy_price?: string | null;
  /** Price reason */
  price_reason?: string | null;
  /** Customer commitment end */
  commitment_end?: string | null;
  /** Supplier commitment end */
  supplier_commitment_end?: string | null;
  /** API ids */
  external_ids?: ExternalId[];
  /** Comment */
  comment?: string | null;
}

export interface SwLineTerm extends Resource {
  type: "sw_line_term--sw_line_term";
  brand?: SwBrand | null;
  /** Line */
  line?: SwLine | null;
  /** Plan */
  plan?: SwCatalogueItem | null;
  /** Valid from */
  valid_from?: string | null;
  /** Valid to */
  valid_to?: string | null;
  /** Negotiated sell price */
  negotiated_sell_price?: string | null;
  /** Negotiated sell period */
  negotiated_sell_period?: "month" | "quarter" | "year" | null;
  /** Negotiated buy price */
  negotiated_buy_price?: string | null;
  /** Negotiated buy period */
  negotiated_buy_period?: "month" | "quarter" | "year" | null;
  /** Applied to the line */
  applied?: boolean | null;
}

export interface SwLineOption extends Resource {
  type: "sw_line_option--sw_line_option";
  brand?: SwBrand | null;
  /** Line */
  line?: SwLine | null;
  /** Option */
  item?: SwCatalogueItem | null;
  /** Quantity */
  quantity?: number | null;
  /** Sell price */
  sell_price?: string | null;
  /** Sell period */
  sell_period?: "month" | "quarter" | "year" | null;
  /** Buy price */
  buy_price?: string | null;
  /** Buy period */
  buy_period?: "month" | "quarter" | "year" | null;
  /** Valid from */
  valid_from?: string | null;
  /** Valid to */
  valid_to?: string | null;
}

export interface SwSim extends Resource {
  type: "sw_sim--sw_sim";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Operator */
  operator?: SwSupplier | null;
  /** Line */
  line?: SwLine | null;
  /** ICCID */
  iccid?: string | null;
  /** EID */
  eid?: string | null;
  /** Kind */
  kind?: "sim" | "esim" | null;
  /** State */
  status?: "stock" | "active" | "blocked" | "retired" | null;
  /** PIN */
  pin?: string | null;
  /** PUK */
  puk?: string | null;
}

export interface SwDeployment extends Resource {
  type: "sw_deployment--sw_deployment";
  brand?: SwBrand | null;
  /** Account */
  account?: SwAccount | null;
  /** Name */
  name?: string | null;
  /** Reference */
  reference?: string | null;
  /** Kind */
  kind?: "lines" | "sim_order" | "billing" | null;
  /** Status */
  status?: "draft" | "planned" | "awaiting_approval" | "launched" | "done" | "undoing" | "undone" | "cancelled" | null;
  /** Planned on */
  planned_on?: string | null;
  /** All or nothing */
  all_or_nothing?: boolean | null;
  /** Blocked by */
  blocked_by?: string | null;
  /** Owner */
  owner?: User | null;
  /** Supplier */
  supplier?: SwSupplier | null;
  /** Sites */
  sites?: SwSite[];
  /** Billing site */
  billing_site?: SwBillingSite | null;
  /** Delivery site */
  delivery_site?: SwSite | null;
  /** Delivery contact */
  delivery_contact?: SwContact | null;
  /** Approval asked by */
  approval_asked_by?: User | null;
  /** Approval asked on */
  approval_asked_on?: string | null;
  /** Approved by */
  approved_by?: User | null;
  /** Internal notes */
  notes?: string | null;
}

export interface SwMilestone extends Resource {
  type: "sw_milestone--sw_milestone";
  brand?: SwBrand | null;
  /** Deployment */
  deployment?: SwDeployment | null;
  /** Step */
  kind?: "order_confirmed" | "appointment" | "delivery" | "porting" | "go_live" | "billing_start" | null;
  /** Status */
  status?: "open" | "done" | "dropped" | null;
  /** Due on */
  due_on?: string | null;
  /** Done on */
  done_on?: string | null;
  /** Owner */
  owner?: User | null;
  /** Contact */
  contact?: SwContact | null;
  /** Blocked by */
  blocked_by?: string | null;
  /** Customer told on */
  mailed_at?: string | null;
  /** Customer told at */
  mailed_to?: string | null;
}

export interface SwSupplierInvoice extends Resource {
  type: "sw_supplier_invoice--sw_supplier_invoice";
  brand?: SwBrand | null;
  /** Supplier */
  supplier?: SwSupplier | null;
  /** Number */
  number?: string | null;
  /** Edition */
  edition?: number | null;
  /** Replaced by */
  replaced_by?: SwSupplierInvoice | null;
  /** Kind */
  kind?: "invoice" | "credit_note" | null;
  /** Format */
  format?: "ubl" | "cii" | "facturx" | "csv" | "xlsx" | null;
  /** Issued on */
  issued_on?: string | null;
  /** Period start */
  period_start?: string | null;
  /** Period end */
  period_end?: string | null;
  /** Currency */
  currency?: string | null;
  /** Total excluding VAT */
  total_net?: string | null;
  /** Total including VAT */
  total_gross?: string | null;
  /** Line count */
  line_count?: number | null;
  /** Lines checked */
  checked_count?: number | null;
  /** Checked excluding VAT */
  checked_net?: string | null;
  /** Content hash */
  content_hash?: string | null;
  /** File name */
  file_name?: string | null;
  /** Source file */
  source_file?: File | null;
}

export interface SwSupplierInvoiceLine extends Resource {
  type: "sw_supplier_invoice_line--sw_supplier_invoice_line";
  brand?: SwBrand | null;
  /** Invoice */
  invoice?: SwSupplierInvoice | null;
  /** Line number */
  line_number?: string | null;
  /** Service id */
  service_id?: string | null;
  /** ICCID */
  iccid?: string | null;
  /** Number */
  msisdn?: string | null;
  /** Customer reference */
  customer_reference?: string | null;
  /** Item code */
  item_code?: string | null;
  /** Description */
  description?: string | null;
  /** Charge */
  charge?: "recurring" | "option" | "usage" | "one_off" | "device" | "discount" | "credit" | "other" | null;
  /** Quantity */
  quantity?: string | null;
  /** Gross */
  gross?: string | null;
  /** Discount */
  discount?: string | null;
  /** Net */
  net?: string | null;
  /** Start */
  period_start?: string | null;
  /** End */
  period_end?: string | null;
  /** Line */
  line?: SwLine | null;
  /** Matched by */
  match_key?: "service_id" | "iccid" | "number" | "customer_reference" | "manual" | "none" | null;
  /** Certainty */
  match_confidence?: "sure" | "dated" | "contradicted" | "manual" | "ambiguous" | "unknown" | null;
}

export interface SwBilledItem extends Resource {
  type: "sw_billed_item--sw_billed_item";
  brand?: SwBrand | null;
  /** Billing site */
  billing_site?: SwBillingSite | null;
  /** Line */
  line?: SwLine | null;
  /** Label */
  name?: string | null;
  /** Charge */
  kind?: "recurring" | "option" | "usage" | "one_off" | "device" | "discount" | "credit" | "other" | null;
  /** Service reference */
  service_reference?: string | null;
  /** Item code */
  item_code?: string | null;
  /** Quantity */
  quantity?: string | null;
  /** Unit price */
  price?: string | null;
  /** Net */
  net?: string | null;
  /** Start */
  period_start?: string | null;
  /** End */
  period_end?: string | null;
  /** Invoice */
  invoice_number?: string | null;
  /** System id */
  system_id?: string | null;
  /** Every (months) */
  months?: number | null;
  /** Agreed price */
  agreed_price?: string | null;
  /** Agreed quantity */
  agreed_quantity?: string | null;
  /** Billing drift */
  drift?: "price" | "quantity" | "ended" | "unknown" | null;
}

declare module "../sw_base/entities.ts" {
  interface SwBrand {
    /** Second person’s approval above */
    approval_above?: string | null;
    /** Milestones told to the customer */
    milestone_mails?: ("order_confirmed" | "appointment" | "delivery" | "porting" | "go_live" | "billing_start")[];
  }

  interface SwSupplier {
    /** Kinds of charge */
    charge_rules?: ChargeRules | null;
  }

  interface SwAnomaly {
    /** Line */
    line?: SwLine | null;
    /** Invoice line */
    invoice_line?: SwSupplierInvoiceLine | null;
    /** Billed item */
    billed_item?: SwBilledItem | null;
  }

  interface SwAnomalyCheckValues {
    C1: true;
    C2: true;
    C3: true;
    C4: true;
    C5: true;
    C6: true;
    C7: true;
    C8: true;
    C9: true;
    C10: true;
    C11: true;
    C13: true;
  }

  interface SwAnomalyEvidenceValues {
    C1: OverdueEvidence;
    C2: PriceEvidence;
    C3: UnknownEvidence;
    C4: AbsentEvidence;
    C5: UnbilledEvidence;
    C6: EndedEvidence;
    C7: MarginEvidence;
    C8: OptionEvidence;
    C9: DuplicateEvidence;
    C10: ProrationEvidence;
    C11: FeeEvidence;
    C13: PromiseEvidence;
  }

  interface SwCheckSetting {
    /** Line */
    line?: SwLine | null;
  }

  interface SwCheckSettingCheckValues {
    C1: true;
    C2: true;
    C3: true;
    C4: true;
    C5: true;
    C6: true;
    C7: true;
    C8: true;
    C9: true;
    C10: true;
    C11: true;
    C13: true;
  }

  interface SwAction {
    /** Deployment */
    deployment?: SwDeployment | null;
    /** Line */
    line?: SwLine | null;
    /** Cause */
    cause?: "rio_mismatch" | "holder_mismatch" | "donor_refused" | null;
  }

  interface SwActionCapabilityValues {
    supplier: true;
  }

  interface SwActionOperationValues {
    create_line: true;
    modify_line: true;
    terminate_line: true;
    order_sim: true;
    modify_options: true;
    swap_sim: true;
    port_in: true;
  }

  interface SwActionPayloadValues {
    create_line: DescribedWork;
    modify_line: DescribedWork;
    terminate_line: DescribedWork;
    order_sim: SimOrder;
    modify_options: DescribedWork;
    swap_sim: SimSwap;
    port_in: PortInOrder;
  }

  interface SwActionCorrectedValues {
    create_line: DescribedWork;
    modify_line: DescribedWork;
    terminate_line: DescribedWork;
    order_sim: SimOrder;
    modify_options: DescribedWork;
    swap_sim: SimSwap;
    port_in: PortInOrder;
  }

  interface EntityMap {
    sw_park: SwPark;
    sw_line: SwLine;
    sw_line_term: SwLineTerm;
    sw_line_option: SwLineOption;
    sw_sim: SwSim;
    sw_deployment: SwDeployment;
    sw_milestone: SwMilestone;
    sw_supplier_invoice: SwSupplierInvoice;
    sw_supplier_invoice_line: SwSupplierInvoiceLine;
    sw_billed_item: SwBilledItem;
  }
}
