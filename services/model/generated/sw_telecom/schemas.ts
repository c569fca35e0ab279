// Written by `npm run generate` from the entity model. Do not edit.

import * as z from "zod";
import { externalId } from "../../value-schemas.ts";
import { describedWork } from "../sw_base/schemas.ts";

export const simOrder = z.strictObject({ sim: z.enum(["sim", "esim"]), quantity: z.int().min(1).max(10) });

export const simSwap = z.strictObject({ iccid: z.string().regex(/^89[0-9]{16,18}$/), details: z.string().min(1).max(2000).optional() });

export const portInOrder = z.strictObject({ number: z.string().regex(/^\+[1-9][0-9]{6,14}$/), rio: z.string().regex(/^[A-Z0-9]{2}[A-Z][A-Z0-9+]{9}$/), holder: z.string().min(1).max(160), wishedOn: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).optional(), iccid: z.string().regex(/^[0-9]{18,20}$/).optional(), details: z.string().min(1).max(2000).optional() });

export const chargeRules = z.strictObject({ rules: z.array(z.strictObject({ by: z.enum(["code", "label", "type"]), value: z.string().min(1).max(255), charge: z.enum(["recurring", "option", "usage", "one_off", "device", "discount", "credit", "other"]) })).max(500) });

export const overdueEvidence = z.strictObject({ endDate: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/), noticeDays: z.int(), overdueDays: z.int(), periodDays: z.int(), option: z.string().max(160).optional() });

export const priceEvidence = z.strictObject({ gross: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/).nullable(), discount: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/).nullable(), priceFrom: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).nullable(), priceSource: z.string().max(255).nullable(), negotiated: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/).nullable(), planFrom: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/), billingPeriod: z.enum(["quarter", "year"]).optional(), deducted: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/).optional() });

export const unknownEvidence = z.strictObject({ serviceId: z.string().max(64).nullable(), iccid: z.string().max(20).nullable(), number: z.string().max(32).nullable(), customerReference: z.string().max(64).nullable() });

export const optionEvidence = z.strictObject({ code: z.string().max(64), option: z.string().max(160) });

export const duplicateEvidence = z.strictObject({ invoice: z.string().max(64), start: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/), end: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/) });

export const prorationEvidence = z.strictObject({ periodDays: z.int(), begins: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).optional(), earlyDays: z.int().optional(), proration: z.enum(["calendar", "thirty", "year"]).optional(), fits: z.enum(["calendar", "thirty", "year"]).optional() });

export const feeEvidence = z.strictObject({ fee: z.enum(["one_off", "termination"]), endDate: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).nullable(), commitmentEnd: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).nullable() });

export const absentEvidence = z.strictObject({ since: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).nullable(), lines: z.int(), billed: z.int() });

export const unbilledEvidence = z.strictObject({ since: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).nullable(), lines: z.int(), billed: z.int() });

export const endedEvidence = z.strictObject({ endDate: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/), label: z.string().max(200), items: z.int() });

export const marginEvidence = z.strictObject({ sale: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/), saleBy: z.enum(["billed", "prices"]), cost: z.string().regex(/^-?[0-9]+\.[0-9]{4}$/), costBy: z.enum(["billed", "prices"]), percent: z.int() });

export const promiseEvidence = z.strictObject({ reference: z.string().max(64), promisedOn: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/), dueOn: z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/) });

export const attributes: Readonly<Record<string, z.ZodRawShape>> = {
  sw_brand: {
    approval_above: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
    milestone_mails: z.array(z.enum(["order_confirmed", "appointment", "delivery", "porting", "go_live", "billing_start"])).optional(),
  },
  sw_supplier: {
    charge_rules: chargeRules.nullable().optional(),
  },
  sw_anomaly: {
    check: z.enum(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C13"]).optional(),
    evidence: z.union([overdueEvidence, priceEvidence, unknownEvidence, absentEvidence, unbilledEvidence, endedEvidence, marginEvidence, optionEvidence, duplicateEvidence, prorationEvidence, feeEvidence, promiseEvidence]).nullable().optional(),
  },
  sw_check_setting: {
    check: z.enum(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C13"]).optional(),
  },
  sw_action: {
    capability: z.enum(["supplier"]).optional(),
    operation: z.enum(["create_line", "modify_line", "terminate_line", "order_sim", "modify_options", "swap_sim", "port_in"]).optional(),
    payload: z.union([describedWork, simOrder, simSwap, portInOrder]).nullable().optional(),
    corrected: z.union([describedWork, simOrder, simSwap, portInOrder]).nullable().optional(),
    cause: z.enum(["rio_mismatch", "holder_mismatch", "donor_refused"]).nullable().optional(),
  },
  sw_park: {
    kind: z.enum(["mobile", "internet", "fixed", "cyber"]).optional(),
  },
  sw_line: {
    number: z.string().min(1).max(32).optional(),
    service_id: z.string().max(64).nullable().optional(),
    user_name: z.string().max(160).nullable().optional(),
    user_since: z.iso.date().nullable().optional(),
    status: z.enum(["ordered", "active", "suspended", "terminating", "terminated", "cancelled"]).optional(),
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
  },
  sw_line_term: {
    valid_from: z.iso.date().optional(),
    valid_to: z.iso.date().nullable().optional(),
    negotiated_sell_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
    negotiated_sell_period: z.enum(["month", "quarter", "year"]).nullable().optional(),
    negotiated_buy_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
    negotiated_buy_period: z.enum(["month", "quarter", "year"]).nullable().optional(),
    applied: z.boolean().nullable().optional(),
  },
  sw_line_option: {
    quantity: z.int().min(1).nullable().optional(),
    sell_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
    sell_period: z.enum(["month", "quarter", "year"]).nullable().optional(),
    buy_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
    buy_period: z.enum(["month", "quarter", "year"]).nullable().optional(),
    valid_from: z.iso.date().optional(),
    valid_to: z.iso.date().nullable().optional(),
  },
  sw_sim: {
    iccid: z.string().min(1).max(20).regex(/^89[0-9]{16,18}$/).optional(),
    eid: z.string().max(32).regex(/^[0-9]{32}$/).nullable().optional(),
    kind: z.enum(["sim", "esim"]).optional(),
    status: z.enum(["stock", "active", "blocked", "retired"]).optional(),
    pin: z.string().max(8).nullable().optional(),
    puk: z.string().max(8).nullable().optional(),
  },
  sw_deployment: {
    name: z.string().min(1).max(160).optional(),
    reference: z.string().max(64).nullable().optional(),
    kind: z.enum(["lines", "sim_order", "billing"]).optional(),
    status: z.enum(["draft", "planned", "awaiting_approval", "launched", "done", "undoing", "undone", "cancelled"]).optional(),
    planned_on: z.iso.date().nullable().optional(),
    all_or_nothing: z.boolean().nullable().optional(),
    blocked_by: z.string().max(160).nullable().optional(),
    approval_asked_on: z.iso.date().nullable().optional(),
    notes: z.string().nullable().optional(),
  },
  sw_milestone: {
    kind: z.enum(["order_confirmed", "appointment", "delivery", "porting", "go_live", "billing_start"]).optional(),
    status: z.enum(["open", "done", "dropped"]).optional(),
    due_on: z.iso.date().nullable().optional(),
    done_on: z.iso.date().nullable().optional(),
    blocked_by: z.string().max(160).nullable().optional(),
    mailed_at: z.iso.datetime({ offset: true }).nullable().optional(),
    mailed_to: z.email().nullable().optional(),
  },
  sw_supplier_invoice: {
    number: z.string().min(1).max(64).optional(),
    edition: z.int().min(1).nullable().optional(),
    kind: z.enum(["invoice", "credit_note"]).optional(),
    format: z.enum(["ubl", "cii", "facturx", "csv", "xlsx"]).optional(),
    issued_on: z.iso.date().optional(),
    period_start: z.iso.date().nullable().optional(),
    period_end: z.iso.date().nullable().optional(),
    currency: z.string().min(1).max(3).optional(),
    total_net: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).optional(),
    total_gross: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    line_count: z.int().nullable().optional(),
    checked_count: z.int().min(0).nullable().optional(),
    checked_net: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    content_hash: z.string().min(1).max(64).optional(),
    file_name: z.string().max(255).nullable().optional(),
  },
  sw_supplier_invoice_line: {
    line_number: z.string().min(1).max(32).optional(),
    service_id: z.string().max(64).nullable().optional(),
    iccid: z.string().max(20).nullable().optional(),
    msisdn: z.string().max(32).nullable().optional(),
    customer_reference: z.string().max(64).nullable().optional(),
    item_code: z.string().max(64).nullable().optional(),
    description: z.string().min(1).max(255).optional(),
    charge: z.enum(["recurring", "option", "usage", "one_off", "device", "discount", "credit", "other"]).optional(),
    quantity: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    gross: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    discount: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    net: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).optional(),
    period_start: z.iso.date().nullable().optional(),
    period_end: z.iso.date().nullable().optional(),
    match_key: z.enum(["service_id", "iccid", "number", "customer_reference", "manual", "none"]).optional(),
    match_confidence: z.enum(["sure", "dated", "contradicted", "manual", "ambiguous", "unknown"]).nullable().optional(),
  },
  sw_billed_item: {
    name: z.string().min(1).max(200).optional(),
    kind: z.enum(["recurring", "option", "usage", "one_off", "device", "discount", "credit", "other"]).optional(),
    service_reference: z.string().max(64).nullable().optional(),
    item_code: z.string().max(64).nullable().optional(),
    quantity: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
    net: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    period_start: z.iso.date().nullable().optional(),
    period_end: z.iso.date().nullable().optional(),
    invoice_number: z.string().max(64).nullable().optional(),
    system_id: z.string().max(64).nullable().optional(),
    months: z.int().min(1).max(120).nullable().optional(),
    agreed_price: z.string().regex(/^-?\d{1,8}(\.\d{1,4})?$/).nullable().optional(),
    agreed_quantity: z.string().regex(/^-?\d{1,10}(\.\d{1,4})?$/).nullable().optional(),
    drift: z.enum(["price", "quantity", "ended", "unknown"]).nullable().optional(),
  },
};
