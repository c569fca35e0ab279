import { expect, it } from "vitest";
import type { SwSupplierInvoiceLine } from "../../../../model/generated/sw_telecom/entities.ts";
import { unclearOf } from "./unclear.ts";

const row = (change: Partial<SwSupplierInvoiceLine>) =>
  ({
    type: "sw_supplier_invoice_line--sw_supplier_invoice_line",
    description: "Service Zen",
    item_code: null,
    net: "10.0000",
    invoice: { supplier: { id: "orange", name: "Orange" } },
    ...change,
  }) as SwSupplierInvoiceLine;

it("rows of one code, else of one label, are one question; the dearest first", () => {
  const rows = [
    row({}),
    row({ net: "-2.0000" }),
    row({ item_code: "ZEN", description: "Zen Le Goff", net: "30.0000" }),
    row({ item_code: "ZEN", description: "Zen Jaffré", net: "5.0000" }),
  ];
  expect(unclearOf(rows)).toMatchObject([
    { by: "code", value: "ZEN", label: "Zen Le Goff", rows: 2, net: "35.0000", supplierName: "Orange" },
    { by: "label", value: "Service Zen", rows: 2, net: "8.0000" },
  ]);
  expect(unclearOf([row({ net: undefined as never })])[0]?.net).toBeUndefined();
});
