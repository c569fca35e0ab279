import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { pennylane } from "../../../base/connectors/adapters/pennylane/pennylane.ts";
import { billedThings } from "../../../base/connectors/billed/reading.ts";
import { shortReference } from "../../../base/connectors/execution/short-reference.ts";
import { Killed, mirrorWorld } from "../../../base/connectors/testing/mirror-world.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { businessDay, usualTimeZone } from "../../../platform/day.ts";
import type { NewLine } from "../../../stand-ins/vendors/pennylane/books.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import { checkMonth } from "../billing-control/month/check-month.ts";
import { addedItemId, serviceItemId } from "../domain/billed-items.ts";
import { billedLine } from "./billed-line.ts";

// What was seen before a reading began isn’t there by that: the clock goes on.
const today = businessDay(new Date(), usualTimeZone);
const vendor = simulator({ tokens: { demo: 100_000 } });
const books = vendor.ledger;
let world: Awaited<ReturnType<typeof mirrorWorld>>;
let administrator: BackendClient;
let account = "";
let park = "";
let lastNumber = 10_000_000;

beforeAll(async () => {
  world = await mirrorWorld({
    adapter: pennylane,
    fetch: vendor.app.fetch,
    secret: "demo",
    now: () => new Date(),
    things: billedThings([billedLine]),
    modules: ["sw_telecom"],
  });
  administrator = await world.as("administrator");
  account = await world.account("Kervadec");
  const supplier = await make("sw_supplier", { name: "Orange", code: "orange" });
  park = await make(
    "sw_park",
    { kind: "mobile" },
    { account: to("sw_account", account), operator: to("sw_supplier", supplier) },
  );
}, 60_000);
afterEach(() => vendor.faults.clear());
afterAll(() => world.close());

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
const make = async (type: Parameters<BackendClient["create"]>[0], attributes: object, relationships = {}) =>
  (await administrator.create(type, { type: `${type}--${type}`, attributes: { ...attributes }, relationships })).id;

function customerNamed(name: string): number {
  const address = { address: "1 quai", postal_code: "56100", city: "Lorient", country_alpha2: "FR" };
  const one = { first_name: "", last_name: "", reg_no: "", external_reference: "", emails: [] };
  return books.addCustomer({ ...one, name, customer_type: "company", billing_address: address }).id;
}

async function place() {
  const customer = customerNamed("Kervadec");
  return { customer, site: await world.site(account, customer) };
}

async function line(site: string, given: object = {}) {
  lastNumber += 1;
  const number = `+336${lastNumber}`;
  const attributes = { number, status: "active", activated_on: "2026-01-01", sell_price: "26.0000", ...given };
  const id = await make("sw_line", attributes, {
    park: to("sw_park", park),
    billing_site: to("sw_billing_site", site),
  });
  return { id, number };
}

const billed = (label: string, price: string, more: Partial<NewLine> = {}): NewLine => ({
  ...{ label, description: "", product_id: null, quantity: 1, raw_currency_unit_price: price },
  ...more,
});
const subscribe = (customer: number, lines: readonly NewLine[], interval = 1) =>
  books.addSubscription({ customer_id: customer, label: "Agencies", start: "2026-01-01", interval, lines });

const itemsOf = (site: string) =>
  administrator.list("sw_billed_item", new DrupalJsonApiParams().addFilter("billing_site.id", site).addSort("name"));
const driftOf = async (site: string) =>
  (await itemsOf(site)).map(({ name, drift, price, agreed_price, quantity, agreed_quantity, line: of }) => [
    name,
    drift,
    `${price} ${quantity}`,
    `${agreed_price} ${agreed_quantity}`,
    of?.id ?? null,
  ]);

it("what others made there is an item of the billing site, with its line where its texts name one; twice is no write", async () => {
  const { customer, site } = await place();
  const [same, dearer, both, yearly] = [await line(site), await line(site), await line(site), await line(site)];
  const national = (number: string) => `0${number.slice(3)}`.replace(/(\d\d)(?=\d)/g, "$1 ");
  subscribe(customer, [
    billed(`A — ${national(same.number)}`, "26.00"),
    billed("B", "24.50", { description: dearer.number }),
    billed(`C ${same.number} and ${both.number}`, "26.00"),
    billed(`D ${both.number}`, "26.00", { quantity: 2 }),
    billed("E", "9.9"),
  ]);
  subscribe(customer, [billed(`F ${yearly.number}`, "312.00")], 12);
  expect(await world.read()).toEqual({ written: 6, failure: null });
  expect(await driftOf(site)).toEqual([
    [`A — ${national(same.number)}`, null, "26.0000 1.0000", "26.0000 1.0000", same.id],
    ["B", "price", "24.5000 1.0000", "26.0000 1.0000", dearer.id],
    [`C ${same.number} and ${both.number}`, "unknown", "26.0000 1.0000", "null null", null],
    [`D ${both.number}`, "quantity", "26.0000 2.0000", "26.0000 1.0000", both.id],
    ["E", "unknown", "9.9000 1.0000", "null null", null],
    [`F ${yearly.number}`, null, "312.0000 1.0000", "312.0000 1.0000", yearly.id],
  ]);
  expect((await itemsOf(site))[5]).toMatchObject({ months: 12, net: "312.0000", kind: "recurring", period_end: null });
  const before = world.operations;
  expect(await world.read()).toEqual({ written: 0, failure: null });
  expect(world.operations).toBe(before);
});

it("what we had billed keeps what was agreed; price, quantity and end there are said, and taken back when they agree again", async () => {
  const { customer, site } = await place();
  const [plan, option] = [await line(site), randomUUID()];
  const subscription = subscribe(customer, [
    billed("Plan", "26.0", { description: shortReference(plan.id) }),
    billed("Option", "5.0", { description: shortReference(option), quantity: 3 }),
  ]);
  const [first, second] = subscription.lines;
  const written = (id: string, name: string, at: number | undefined, terms: object) =>
    administrator.operate([
      {
        op: "add",
        data: {
          type: "sw_billed_item--sw_billed_item",
          id,
          attributes: { name, system_id: `${subscription.id}/${at}`, period_start: "2026-01-01", ...terms },
          relationships: { billing_site: to("sw_billing_site", site), line: to("sw_line", plan.id) },
        },
      },
    ]);
  const optionItem = addedItemId(randomUUID());
  await written(serviceItemId(plan.id), "Plan", first?.id, { price: "26", net: "26" });
  await written(optionItem, "Option", second?.id, { kind: "option", price: "5", quantity: "3", net: "15" });
  // What was written before there were months is completed; nothing differs.
  expect(await world.read()).toEqual({ written: 2, failure: null });
  expect((await driftOf(site)).map(([, drift]) => drift)).toEqual([null, null]);

  const changed = (price: string, quantity: number) =>
    books.changeSubscription(subscription.id, {
      changed: [
        { ...billed("Plan", price, { description: shortReference(plan.id) }), id: first?.id ?? 0 },
        { ...billed("Option", "5.0", { description: shortReference(option), quantity }), id: second?.id ?? 0 },
      ],
    });
  changed("24.5", 2);
  expect(await world.read()).toEqual({ written: 2, failure: null });
  expect(await driftOf(site)).toEqual([
    ["Option", "quantity", "5.0000 2.0000", "5.0000 3.0000", plan.id],
    ["Plan", "price", "24.5000 1.0000", "26.0000 1.0000", plan.id],
  ]);
  changed("26.0", 3);
  await world.read();
  expect((await driftOf(site)).map(([, drift]) => drift)).toEqual([null, null]);

  books.changeSubscription(subscription.id, { removed: [{ id: first?.id ?? 0 }] });
  expect(await world.read()).toEqual({ written: 1, failure: null });
  books.changeSubscription(subscription.id, { stop: true });
  expect(await world.read()).toEqual({ written: 1, failure: null });
  expect((await itemsOf(site)).map(({ drift, period_end }) => [drift, period_end])).toEqual([
    ["ended", today],
    ["ended", today],
  ]);
  const before = world.operations;
  await world.read();
  expect(world.operations).toBe(before);
});

it("what an action had billed and died before it wrote it down is its item, not another one", async () => {
  const { customer, site } = await place();
  const { id, number } = await line(site);
  subscribe(customer, [billed(`Plan — ${number}`, "26.0", { description: shortReference(id) })]);
  await world.read();
  expect((await itemsOf(site)).map((item) => [item.id, item.drift, item.line?.id])).toEqual([
    [serviceItemId(id), null, id],
  ]);
});

it("customers that no billing site is mapped to are counted, and nothing of them is asked for", async () => {
  const stranger = customerNamed("Somebody");
  subscribe(stranger, [billed("Theirs", "5.0")]);
  expect(await world.read()).toEqual({ written: 0, failure: null });
  const { brand } = world;
  expect(await world.mirrors.told(brand, [])).toMatchObject({ unplaced: 1, failure: null });
  const site = await world.site(account, stranger);
  expect(await world.read()).toEqual({ written: 1, failure: null });
  expect(await world.mirrors.told(brand, [site])).toMatchObject({ unplaced: 0, mapped: [site] });
});

it.each(["page 1", "gone 1", "end"])("killed at %s it is taken up again: each item once", async (at) => {
  const { customer, site } = await place();
  const { id: gone } = subscribe(customer, [billed("Gone", "5.0")]);
  await world.read();
  books.changeSubscription(gone, { stop: true });
  subscribe(customer, [billed("One", "5.0"), billed("Two", "6.0")]);
  for (const after of [false, true]) {
    const kept = new Map<string, unknown>();
    await expect(world.read({ at, after }, kept)).rejects.toThrow(Killed);
    await world.read(undefined, kept);
  }
  expect((await itemsOf(site)).map(({ name, period_end }) => [name, period_end])).toEqual([
    ["Gone", today],
    ["One", null],
    ["Two", null],
  ]);
});

it("a vendor that is away ends nothing", async () => {
  const { customer, site } = await place();
  subscribe(customer, [billed("One", "5.0")]);
  await world.read();
  vendor.faults.add({ kind: "error", times: 1000 });
  expect((await world.read()).failure).toBe("unavailable");
  vendor.faults.clear();
  await world.reconnect();
  expect((await itemsOf(site)).map(({ period_end }) => period_end)).toEqual([null]);
});

it("billing control reads it: a line that isn't billed there is found once, by its check, and nothing else", async () => {
  const { customer, site } = await place();
  const lines: Awaited<ReturnType<typeof line>>[] = [];
  for (let index = 0; index < 6; index += 1) lines.push(await line(site));
  const [missing, ...others] = lines;
  subscribe(
    customer,
    others.map(({ number }) => billed(`Plan ${number}`, "26.0")),
  );
  await world.read();
  const accounting = await world.as("accounting");
  const check = async () => {
    await checkMonth(accounting, { month: today.slice(0, 7), today });
    const found = await accounting.listAll("sw_anomaly", () =>
      new DrupalJsonApiParams()
        .addFilter(
          "line.id",
          lines.map(({ id }) => id),
          "IN",
        )
        .addSort("check"),
    );
    return found.map((one) => [one.check, one.line?.id]);
  };
  for (const _ of [1, 2]) expect(await check()).toEqual([["C5", missing?.id]]);
});
