import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { Invoice } from "../invoice.ts";
import type { SupplierMatch } from "./load.ts";
import { parts } from "../../../../platform/backend/parts.ts";

/** What other invoices of the supplier bill for the same lines in the same time. */
export function earlierReads(supplier: SupplierMatch, { lines }: Invoice, lineIds: readonly string[]) {
  const [first] = lines.flatMap(({ periodStart }) => periodStart ?? []).sort();
  const last = lines
    .flatMap(({ periodEnd }) => periodEnd ?? [])
    .sort()
    .at(-1);
  return first && last ? parts(lineIds).map((some) => earlierRead(supplier, some, first, last)) : [];
}

/** By what a line is found, and when it had it. */
export const keyFields = ["number", "service_id", "status", "activated_on", "end_date", "external_ids"];

export function lineRead(supplier: SupplierMatch, path: string, values: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_line--sw_line", [...keyFields, "supplier_commitment_end", "park"])
    .addFields("sw_park--sw_park", ["account"])
    .addInclude(["park"])
    .addFilter("park.operator.id", supplier.id)
    .addFilter(path, [...values], "IN");
  return { type: "sw_line" as const, params };
}

export function simRead(supplier: SupplierMatch, iccids: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_sim--sw_sim", ["line", "iccid"])
    .addFilter("line.park.operator.id", supplier.id)
    .addFilter("iccid", [...iccids], "IN");
  return { type: "sw_sim" as const, params };
}

export function termRead(lineIds: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_line_term--sw_line_term", ["line", "plan", "valid_from", "valid_to", "negotiated_buy_price"])
    .addFields("sw_catalogue_item--sw_catalogue_item", ["code", "name", "kind"])
    .addInclude(["plan"])
    .addFilter("line.id", [...lineIds], "IN")
    .addSort("valid_from");
  return { type: "sw_line_term" as const, params };
}

export function optionRead(lineIds: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_line_option--sw_line_option", ["line", "item", "quantity", "buy_price", "valid_from", "valid_to"])
    .addFields("sw_catalogue_item--sw_catalogue_item", ["code", "name", "kind"])
    .addInclude(["item"])
    .addFilter("line.id", [...lineIds], "IN")
    .addSort("valid_from");
  return { type: "sw_line_option" as const, params };
}

export function actionRead(lineIds: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["line", "planned_on", "deployment"])
    .addFields("sw_deployment--sw_deployment", ["planned_on"])
    .addInclude(["deployment"])
    .addFilter("line.id", [...lineIds], "IN")
    .addFilter("status", "cancelled", "<>");
  return { type: "sw_action" as const, params };
}

export function itemRead(supplier: SupplierMatch, path: string, values: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_catalogue_item--sw_catalogue_item", ["code", "name", "kind"])
    .addFilter("supplier.id", supplier.id)
    .addFilter(path, [...values], "IN");
  return { type: "sw_catalogue_item" as const, params };
}

function earlierRead(supplier: SupplierMatch, lineIds: readonly string[], first: string, last: string) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", [
      "line",
      "invoice",
      "item_code",
      "description",
      "charge",
      "net",
      "period_start",
      "period_end",
    ])
    .addFields("sw_supplier_invoice--sw_supplier_invoice", ["number", "created"])
    .addInclude(["invoice"])
    .addFilter("line.id", [...lineIds], "IN")
    .addFilter("invoice.supplier.id", supplier.id)
    .addFilter("invoice.replaced_by.id", null, "IS NULL")
    .addFilter("period_end", first, ">=")
    .addFilter("period_start", last, "<=");
  return { type: "sw_supplier_invoice_line" as const, params };
}

export function priceRead(supplier: SupplierMatch, plans: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_price--sw_price", ["item", "gross", "discount", "net", "valid_from", "valid_to", "source"])
    .addFilter("direction", "buy")
    .addFilter("item.supplier.id", supplier.id)
    .addFilter("item.id", [...plans], "IN")
    .addSort("valid_from", "DESC");
  return { type: "sw_price" as const, params };
}
