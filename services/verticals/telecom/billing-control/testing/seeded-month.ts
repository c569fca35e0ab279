import { randomUUID } from "node:crypto";
import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";

export const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

export const add = (
  type: string,
  id: string,
  attributes: Record<string, unknown>,
  relationships: Record<string, { data: { type: string; id: string } }> = {},
): AtomicOperation => ({ op: "add", data: { type: `${type}--${type}`, id, attributes, relationships } });

const october = { period_start: "2026-10-01", period_end: "2026-10-31" };

/**
 * October at one operator: a customer of twelve lines of whom four are in a state that is wrong, once each; one who isn't on the operator's invoice and
 * one who isn't billed by us; a claim whose credit didn't come. Everything else is right.
 */
export async function seedMonth(client: BackendClient) {
  const id = new Map<string, string>();
  const of = (name: string): string => {
    const known = id.get(name) ?? randomUUID();
    id.set(name, known);
    return known;
  };
  const ref = (type: string, name: string) => to(type, of(name));
  const operations: AtomicOperation[] = [
    add("sw_supplier", of("orange"), { name: "Orange", code: "orange", follow_up_days: 42 }),
    add("sw_catalogue", of("catalogue"), { name: "Catalogue" }),
    add(
      "sw_catalogue_item",
      of("b50"),
      { code: "B50", name: "Business 50 Go", kind: "plan" },
      { catalogue: ref("sw_catalogue", "catalogue"), supplier: ref("sw_supplier", "orange") },
    ),
    add(
      "sw_catalogue_item",
      of("domain"),
      { code: "DOM", name: "Domain name", kind: "option" },
      { catalogue: ref("sw_catalogue", "catalogue"), supplier: ref("sw_supplier", "orange") },
    ),
  ];
  for (const [item, direction, net, billing_period] of [
    ["b50", "sell", "20", "month"],
    ["b50", "buy", "13.2", "month"],
    ["domain", "sell", "100", "quarter"],
    ["domain", "buy", "20", "year"],
  ] as const)
    operations.push(
      add(
        "sw_price",
        randomUUID(),
        { direction, gross: net, net, billing_period, valid_from: "2024-01-01" },
        { item: ref("sw_catalogue_item", item) },
      ),
    );
  for (const customer of ["alpha", "beta", "gamma"])
    operations.push(
      add("sw_account", of(customer), { legal_name: customer, softwhere_id: customer }),
      add(
        "sw_billing_site",
        of(`${customer}/billing`),
        { name: "Billing", external_id: `BP-${customer}` },
        { account: ref("sw_account", customer) },
      ),
      add(
        "sw_park",
        of(`${customer}/park`),
        { kind: "mobile" },
        { account: ref("sw_account", customer), operator: ref("sw_supplier", "orange") },
      ),
    );
  const services = new Map<string, string>();
  const line = (customer: string, name: string, change: Record<string, unknown> = {}) => {
    const number = services.size + 1;
    services.set(name, `OR${number}`);
    const from = String(change["activated_on"] ?? "2024-01-01");
    operations.push(
      add(
        "sw_line",
        of(name),
        {
          number: `+336399801${String(number).padStart(2, "0")}`,
          service_id: `OR${number}`,
          status: "active",
          activated_on: "2024-01-01",
          ...change,
        },
        { park: ref("sw_park", `${customer}/park`), plan: ref("sw_catalogue_item", "b50") },
      ),
      add(
        "sw_line_term",
        randomUUID(),
        { valid_from: from, applied: true },
        { line: ref("sw_line", name), plan: ref("sw_catalogue_item", "b50") },
      ),
    );
  };
  for (let index = 0; index < 8; index += 1) line("alpha", `right${index}`);
  line("alpha", "absent");
  line("alpha", "unbilled");
  // Three domain names each: of a price per year or quarter, a month's part is in what is missing.
  for (const name of ["absent", "unbilled"])
    operations.push(
      add(
        "sw_line_option",
        randomUUID(),
        { quantity: 3, valid_from: "2024-01-01" },
        { line: ref("sw_line", name), item: ref("sw_catalogue_item", "domain") },
      ),
    );
  line("alpha", "cheap");
  line("alpha", "ended", { status: "terminated", end_date: "2026-08-31" });
  line("alpha", "until", { status: "terminated", end_date: "2026-10-10" });
  line("alpha", "since", { activated_on: "2026-10-16" });
  line("alpha", "pause", { status: "suspended", suspended_on: "2026-09-02" });
  line("alpha", "ordered", { status: "ordered", activated_on: null });
  for (const customer of ["beta", "gamma"]) for (const one of [1, 2]) line(customer, `${customer}${one}`);

  operations.push(
    add(
      "sw_supplier_invoice",
      of("invoice"),
      { number: "F1", format: "csv", issued_on: "2026-11-03", total_net: "200", content_hash: "h1", ...october },
      { supplier: ref("sw_supplier", "orange") },
    ),
  );
  const rights = Array.from({ length: 8 }, (_, index) => `right${index}`);
  const bought = [...rights, "unbilled", "cheap", "until", "gamma1", "gamma2"];
  const sold = [...rights, "absent", "cheap", "ended", "until", "beta1", "beta2"];
  for (const [at, name] of bought.entries())
    operations.push(
      add(
        "sw_supplier_invoice_line",
        of(`row/${name}`),
        {
          line_number: String(at + 1),
          description: "Business 50 Go",
          charge: "recurring",
          net: "13.2",
          ...october,
          service_id: services.get(name),
          match_key: "service_id",
          match_confidence: "sure",
          ...(name === "until" && { net: "4.2581", period_end: "2026-10-10" }),
        },
        { invoice: ref("sw_supplier_invoice", "invoice"), line: ref("sw_line", name) },
      ),
    );
  const item = (name: string, key: string, change: Record<string, unknown> = {}) =>
    add(
      "sw_billed_item",
      of(key),
      { name: "Forfait 50 Go", kind: "recurring", net: "20", ...october, ...change },
      {
        billing_site: ref("sw_billing_site", `${name.startsWith("beta") ? "beta" : "alpha"}/billing`),
        ...(id.has(name) && { line: ref("sw_line", name) }),
      },
    );
  for (const name of sold) operations.push(item(name, `item/${name}`, name === "cheap" ? { net: "12" } : {}));
  operations.push(
    // What belongs to no line, what is billed for another month, and a device that nobody bought for the month.
    item("nobody", "item/nobody", { name: "Assistance", net: "50", service_reference: "ZZ" }),
    item("absent", "item/before", { period_start: "2026-09-01", period_end: "2026-09-30" }),
    item("right0", "item/phone", { kind: "device", name: "Téléphone", net: "400" }),
    add(
      "sw_dispute",
      of("claim"),
      { reference: "R-1", status: "answered", sent_on: "2026-07-01", promised_on: "2026-08-15", claimed_amount: "100" },
      { supplier: ref("sw_supplier", "orange") },
    ),
    add(
      "sw_dispute",
      of("kept"),
      { reference: "R-2", status: "answered", sent_on: "2026-07-01", promised_on: "2026-08-15", claimed_amount: "30" },
      { supplier: ref("sw_supplier", "orange") },
    ),
  );
  for (const [claim, amount, recovered] of [
    ["claim", "100", "40"],
    ["kept", "30", "30"],
  ] as const)
    operations.push(
      add(
        "sw_anomaly",
        of(`gap/${claim}`),
        {
          key: `gap/${claim}`,
          check: "C1",
          amount,
          recovered,
          period_start: "2026-06-01",
          period_end: "2026-06-30",
        },
        {
          supplier: ref("sw_supplier", "orange"),
          line: ref("sw_line", "ended"),
          dispute: ref("sw_dispute", claim),
        },
      ),
    );
  await client.operate(operations);
  return { id: of, item };
}
