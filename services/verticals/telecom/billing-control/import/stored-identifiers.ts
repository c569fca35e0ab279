import type { SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { Identifiers } from "../contract.ts";

/** The fields of a stored row by which it names its line. */
export const identifierFields = ["service_id", "iccid", "msisdn", "customer_reference"] as const;

export const identifiersIn = (row: SwSupplierInvoiceLine): Identifiers => ({
  serviceId: row.service_id ?? null,
  iccid: row.iccid ?? null,
  number: row.msisdn ?? null,
  customerReference: row.customer_reference ?? null,
});
