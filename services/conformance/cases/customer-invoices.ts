import { randomUUID } from "node:crypto";
import { type Client, one } from "../client.ts";
import { group } from "../suite.ts";
import { type BrandWorld, granted } from "../world.ts";
import { connectorOf } from "./actions.ts";

const type = "sw_customer_invoice";
const invoices = `/jsonapi/${type}/${type}`;

const of = (brand: BrandWorld, account = "alpha", site = "billing") => ({
  account: one("sw_account", brand.ids[account] ?? ""),
  billing_site: one("sw_billing_site", brand.ids[site] ?? ""),
});
const invoice = (more: object = {}) => ({
  number: `F-${randomUUID().slice(0, 8)}`,
  status: "open",
  issued_on: "2026-10-01",
  due_on: "2026-10-31",
  net: "100",
  gross: "120",
  remaining: "120",
  connection: "c1",
  external_id: randomUUID(),
  ...more,
});
const mirror = async (by: Client, brand: BrandWorld, more: object = {}, links: object = of(brand)) =>
  (await by.create(type, invoice(more), links)).is(201);

export const customerInvoices = group("customer invoices", (test) => {
  test("only what reads the billing system writes them, and they are in no history", async ({ a, fresh }) => {
    const connector = await connectorOf(a, fresh);
    const made = await mirror(connector, a);
    made.has("/data/attributes/kind", "invoice").has("/data/attributes/currency", "EUR");
    made.has("/data/attributes/gross", "120.0000");
    for (const person of [a.admin, a.manager, a.accounting, a.support, a.client]) {
      (await person.create(type, invoice(), of(a))).problem({ status: 403 });
      (await person.update(type, made.id, { status: "paid" })).problem({ status: 403 });
      (await person.remove(`${invoices}/${made.id}`)).problem({ status: 403 });
    }
    (await connector.update(type, made.id, { status: "paid", remaining: "0" })).is(200);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${made.id}`)).is(200).count(0);
    (await connector.remove(`${invoices}/${made.id}`)).is(204);
  });

  test("an invoice is there once for each connection, of one customer's account and billing site", async ({
    a,
    b,
    fresh,
  }) => {
    const [connector, theirs] = [await connectorOf(a, fresh), await connectorOf(b, fresh)];
    const external_id = randomUUID();
    await mirror(connector, a, { external_id });
    (await connector.create(type, invoice({ external_id }), of(a))).problem({ status: 422, code: "not_unique" });
    await mirror(connector, a, { external_id, connection: "c2" });
    await mirror(theirs, b, { external_id });
    (await connector.create(type, invoice(), of(a, "alpha", "billing_beta"))).problem({
      status: 422,
      code: "not_same_owner",
      pointer: "/data/attributes/billing_site",
    });
    (await connector.create(type, invoice({ status: "late" }), of(a))).problem({
      status: 422,
      code: "not_a_choice",
      pointer: "/data/attributes/status/0",
    });
    (await connector.create(type, invoice({ currency: "eur" }), of(a))).problem({
      status: 422,
      code: "not_valid",
      pointer: "/data/attributes/currency/value",
    });
  });

  test("seen by those who see what customers are billed; a customer sees their own, and not what they are called elsewhere", async ({
    a,
    b,
    fresh,
  }) => {
    const connector = await connectorOf(a, fresh);
    const own = await mirror(connector, a, { gross: "17.31" });
    const foreign = await mirror(connector, a, {}, of(a, "beta", "billing_beta"));
    for (const person of [a.admin, a.manager, a.accounting])
      for (const { id } of [own, foreign])
        (await person.get(`${invoices}/${id}`)).is(200).has("/data/attributes/connection", "c1");
    const read = (await a.client.get(`${invoices}/${own.id}`)).is(200).has("/data/attributes/gross", "17.3100");
    for (const field of ["connection", "external_id", "credited_id"]) read.lacks(`/data/attributes/${field}`);
    (await a.client.get(`${invoices}/${foreign.id}`)).is(404);
    (await a.client.get(`${invoices}?filter[id]=${foreign.id}`)).is(200).count(0);
    (await a.client.get(`${invoices}?filter[connection]=c1`)).problem({ status: 403 });
    for (const stranger of [b.admin, b.client]) {
      (await stranger.get(`${invoices}/${own.id}`)).is(404);
      (await stranger.get(`${invoices}?filter[id]=${own.id}`)).is(200).count(0);
    }
  });

  test("to whoever doesn't see what customers are billed there are none, by whichever way they ask", async ({
    a,
    fresh,
  }) => {
    const connector = await connectorOf(a, fresh);
    const { id } = await mirror(connector, a);
    (await a.support.get(invoices)).problem({ status: 403, pointer: "/data" });
    (await a.support.get(`${invoices}/${id}`)).problem({ status: 403, pointer: "/data" });
    (await a.support.get(`/jsonapi/aggregate/${type}?sumOf=gross`)).is(403);
    await granted(a, ["view sw_account", "view sw_billing_site", "view customer invoices"], async (support) => {
      (await support.get(`${invoices}/${id}`)).is(200).lacks("/data/attributes/external_id");
    });
    (await a.support.get(`${invoices}/${id}`)).is(403);
  });

  test("sums are each person's own: by currency, credit notes negative, cancelled ones left out by who asks", async ({
    a,
    fresh,
  }) => {
    const connector = await connectorOf(a, fresh);
    const connection = fresh("sums");
    await mirror(connector, a, { connection, gross: "1000.1", remaining: "1000.1" });
    await mirror(connector, a, { connection, kind: "credit_note", gross: "-0.1", net: "-0.1", remaining: "0" });
    await mirror(connector, a, { connection, currency: "CHF", gross: "5", remaining: "5", due_on: "2026-12-31" });
    await mirror(connector, a, { connection, status: "cancelled", gross: "70", remaining: "0" });
    await mirror(connector, a, { connection, gross: "3", remaining: "3" }, of(a, "beta", "billing_beta"));
    const sums = (filter: string) =>
      `/jsonapi/aggregate/${type}?filter[connection]=${connection}&filter[c][condition][path]=status` +
      `&filter[c][condition][operator]=%3C%3E&filter[c][condition][value]=cancelled${filter}` +
      "&groupBy=currency&sumOf=gross,remaining";
    const all = (await a.accounting.get(sums(""))).is(200);
    all.has("/meta/groups", [
      { keys: { currency: "CHF" }, count: 1, sums: { gross: "5.0000", remaining: "5.0000" } },
      { keys: { currency: "EUR" }, count: 3, sums: { gross: "1003.0000", remaining: "1003.1000" } },
    ]);
    const alpha = `&filter[account.id]=${a.ids["alpha"]}`;
    (await a.accounting.get(sums(alpha))).has("/meta/groups/1/sums/gross", "1000.0000");
    const due =
      `&filter[d][condition][path]=due_on&filter[d][condition][operator]=%3C` +
      "&filter[d][condition][value]=2026-11-30";
    (await a.accounting.get(sums(due))).has("/meta/groups/0/sums/remaining", "1003.1000");
    const theirs = (await a.client.get(`/jsonapi/aggregate/${type}?groupBy=account`)).is(200);
    for (const account of theirs.list("/meta/groups").map((one) => (one as { keys: { account: string } }).keys.account))
      if (account !== a.ids["alpha"]) theirs.fail("the customer's own account", account);
  });
});
