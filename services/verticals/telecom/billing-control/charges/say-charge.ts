import { TRPCError } from "@trpc/server";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { fold } from "../../../../platform/fold.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import type { ChargeInput } from "../contract.ts";
import { type Rechecked, recheckInvoices } from "../import/recheck.ts";

/** The newest invoices that are checked again; older ones keep what was concluded of them. */
const mostInvoices = 12;

/** Remembers what a supplier's rows of a code or a label are for, and checks its newest invoices with such rows again. */
export async function sayCharge(
  backend: BackendClient,
  { supplierId, by, value, charge }: ChargeInput,
  options: { readonly country: string | undefined; readonly reason: string },
): Promise<Rechecked & { readonly invoices: number }> {
  const [[supplier]] = await backend.lists([
    {
      type: "sw_supplier",
      params: new DrupalJsonApiParams()
        .addFields("sw_supplier--sw_supplier", ["charge_rules", "version"])
        .addFilter("id", supplierId),
    },
  ]);
  if (!supplier) throw new TRPCError({ code: "NOT_FOUND" });
  const others = (supplier.charge_rules?.rules ?? []).filter(
    (rule) => rule.by !== by || fold(rule.value) !== fold(value),
  );
  await backend.operate([
    {
      op: "update",
      data: {
        type: "sw_supplier--sw_supplier",
        id: supplier.id,
        attributes: { charge_rules: { rules: [...others, { by, value, charge }] }, version: supplier.version },
      },
    },
  ]);
  const invoices = await invoicesWith(backend, { supplierId, by, value });
  return { ...(await recheckInvoices(backend, invoices, options)), invoices: invoices.length };
}

async function invoicesWith(
  backend: BackendClient,
  { supplierId, by, value }: Pick<ChargeInput, "supplierId" | "by" | "value">,
): Promise<string[]> {
  const rows = await backend.listAll("sw_supplier_invoice_line", () =>
    new DrupalJsonApiParams()
      .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", ["invoice"])
      .addFields("sw_supplier_invoice--sw_supplier_invoice", ["issued_on"])
      .addInclude(["invoice"])
      .addFilter("invoice.supplier.id", supplierId)
      .addFilter("invoice.replaced_by.id", null, "IS NULL")
      .addFilter(by === "code" ? "item_code" : "description", value),
  );
  const invoices = new Map(rows.flatMap(({ invoice }) => (invoice ? [[invoice.id, invoice.issued_on ?? ""]] : [])));
  return [...invoices]
    .sort(([, a], [, b]) => b.localeCompare(a))
    .slice(0, mostInvoices)
    .map(([id]) => id);
}
