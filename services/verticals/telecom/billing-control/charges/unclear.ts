import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { amountOf, moneyText } from "../../../../platform/money.ts";
import type { UnclearCharge } from "../contract.ts";

/** Rows that nothing says what they are for, supplier by supplier, the dearest first. */
export async function unclearCharges(backend: BackendClient, supplierId: string | undefined): Promise<UnclearCharge[]> {
  const rows = await backend.listAll("sw_supplier_invoice_line", () => {
    const params = new DrupalJsonApiParams()
      .addFields("sw_supplier_invoice_line--sw_supplier_invoice_line", ["invoice", "item_code", "description", "net"])
      .addFields("sw_supplier_invoice--sw_supplier_invoice", ["supplier"])
      .addFields("sw_supplier--sw_supplier", ["name"])
      .addInclude(["invoice.supplier"])
      .addFilter("charge", "other")
      .addFilter("invoice.replaced_by.id", null, "IS NULL");
    if (supplierId) params.addFilter("invoice.supplier.id", supplierId);
    return params;
  });
  return unclearOf(rows);
}

/** A code names a kind of row better than a label does, which may hold whose it is. */
export function unclearOf(rows: readonly SwSupplierInvoiceLine[]): UnclearCharge[] {
  const found = new Map<string, UnclearCharge>();
  for (const { invoice, item_code: code, description, net } of rows) {
    const supplier = invoice?.supplier;
    const value = code ?? description ?? "";
    if (!supplier || !value) continue;
    const by = code ? "code" : "label";
    const key = [supplier.id, by, value].join("\n");
    const known = found.get(key);
    found.set(key, {
      supplierId: supplier.id,
      supplierName: supplier.name ?? "",
      by,
      value,
      label: known?.label ?? description ?? value,
      rows: (known?.rows ?? 0) + 1,
      net: net === undefined ? undefined : moneyText(amountOf(known?.net ?? "0") + amountOf(net ?? "0")),
    });
  }
  const worth = ({ net }: UnclearCharge) => Math.abs(amountOf(net ?? "0"));
  return [...found.values()].sort((a, b) => worth(b) - worth(a) || a.value.localeCompare(b.value));
}
