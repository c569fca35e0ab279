const anomalies = "view anomalies";

/** Types that are seen with another right than their own. */
const special: Readonly<Record<string, string>> = {
  sw_role: "administer brand",
  sw_supplier_invoice: anomalies,
  sw_supplier_invoice_line: anomalies,
  sw_anomaly: anomalies,
  sw_dispute: anomalies,
  sw_check_setting: anomalies,
  sw_customer_invoice: "view customer invoices",
  sw_layout: "authenticated",
};

/** Everybody who is signed in holds `authenticated`. */
export const holds = (actor: { readonly permissions: ReadonlySet<string> }, permission: string): boolean =>
  permission === "authenticated" || actor.permissions.has(permission);

export function viewPermission(type: string): string {
  return special[type] ?? `view ${type}`;
}
