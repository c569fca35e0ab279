import type { Row } from "../../../conformance/suite.ts";

export const lineCount = 60;

/** Two parks and their lines. */
export function rows(_: string, suffix: string): Row[] {
  const lines = Array.from({ length: lineCount }, (_, index) => lineRow(index + 1, "park"));
  return [
    {
      type: "sw_park",
      key: "park",
      attributes: { kind: "mobile" },
      relationships: { account: ["sw_account", "alpha"], operator: ["sw_supplier", "orange"] },
    },
    {
      type: "sw_park",
      key: "park_beta",
      attributes: { kind: "mobile" },
      relationships: { account: ["sw_account", "beta"], operator: ["sw_supplier", "sfr"] },
    },
    {
      type: "sw_supplier_invoice",
      key: "invoice",
      attributes: {
        number: `INV-${suffix}`,
        format: "csv",
        issued_on: "2026-01-31",
        total_net: "100",
        content_hash: `h-${suffix}`,
      },
      relationships: { supplier: ["sw_supplier", "orange"] },
    },
    ...lines,
    { ...lineRow(99, "park_beta"), key: "line_beta" },
  ];
}

function lineRow(index: number, park: string): Row {
  const number = String(index).padStart(2, "0");
  return {
    type: "sw_line",
    key: `line${number}`,
    attributes: {
      number: `+336000000${number}`,
      user_name: `User ${number}`,
      status: index % 10 === 0 ? "suspended" : "active",
      sell_price: `${index}.5`,
      buy_price: `${index}`,
      activated_on: `2026-01-${String((index % 28) + 1).padStart(2, "0")}`,
      comment: index === 1 ? "first line" : null,
    },
    relationships: {
      park: ["sw_park", park],
      ...(index % 2 === 0 ? { plan: ["sw_catalogue_item", "plan2"] } : { plan: ["sw_catalogue_item", "plan1"] }),
      ...(index === 1 ? { site: ["sw_site", "site"] } : {}),
    },
  };
}
