import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { pennylane } from "../../../base/connectors/adapters/pennylane/pennylane.ts";
import { billedEnd } from "../../../base/connectors/execution/billed-end.ts";
import { billedWork } from "../../../base/connectors/execution/billed-work.ts";
import { carryOut, type Outcome } from "../../../base/connectors/execution/carry-out.ts";
import { shortReference } from "../../../base/connectors/execution/short-reference.ts";
import { type Connected, ConnectorRegistry } from "../../../base/connectors/registry.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import { World } from "../suppliers/testing/world.ts";
import { billedLine } from "./billed-line.ts";

const token = "a-token-of-the-vendor";
const vendor = simulator({ tokens: { [token]: 10_000 } });
const { ledger } = vendor;
const customer = { first_name: "", last_name: "", reg_no: "", external_reference: "", emails: [] };
const address = { address: "1 quai", postal_code: "56100", city: "Lorient", country_alpha2: "FR" };
const day = "2026-06-15";
const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

let world: World;
let listening: Listening;
let connected: Connected;
let plan = "";
let option = "";

beforeAll(async () => {
  world = await World.start();
  listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  const registry = new ConnectorRegistry([pennylane], { wait: async () => undefined });
  connected = registry.connect({ adapter: "pennylane", secret: token, origin: listening.url, inside: true });
  const catalogue = await make("sw_catalogue", { name: "Mobile" });
  const item = async (code: string, name: string, kind: string, prices: readonly object[]) => {
    const id = await make("sw_catalogue_item", { code, name, kind }, { catalogue: to("sw_catalogue", catalogue) });
    for (const price of prices)
      await make(
        "sw_price",
        { direction: "sell", valid_from: "2026-01-01", ...price },
        { item: to("sw_catalogue_item", id) },
      );
    return id;
  };
  plan = await item("B50", "Business 50", "plan", [{ gross: "240.0000", net: "240.0000", billing_period: "year" }]);
  option = await item("OPT", "Roaming", "option", [{ gross: "5.0000", net: "5.0000" }]);
  await item("FEE", "Activation", "fee", [
    { gross: "30.0000", net: "30.0000", valid_to: "2026-03-31" },
    { gross: "35.5000", net: "35.5000", valid_from: "2026-04-01" },
  ]);
  await item("NONE", "Unpriced", "fee", [{ gross: "9.0000", net: "9.0000", valid_from: "2030-01-01" }]);
}, 60_000);
afterEach(() => vendor.faults.clear());
afterAll(async () => {
  await connected?.close();
  await listening?.close();
  await world?.stop();
});

const make = async (type: Parameters<World["manager"]["create"]>[0], attributes: object, relationships = {}) =>
  (await world.administrator.create(type, { type: `${type}--${type}`, attributes: { ...attributes }, relationships }))
    .id;

/** A billing site; its customer is there, unless it is said otherwise. */
async function site(given: Record<string, unknown> = {}): Promise<{ id: string; customer: number }> {
  const { id: number } = ledger.addCustomer({
    ...customer,
    customer_type: "company",
    name: "Kervadec",
    billing_address: address,
  });
  const known = { name: "Brest", billing_system: "Pennylane", external_id: String(number), ...given };
  return { id: await make("sw_billing_site", known, { account: to("sw_account", world.account) }), customer: number };
}

const executors = [billedWork([billedLine]), billedEnd([billedLine])];

let lastNumber = 20_000_000;
async function line(billingSite: string | undefined, given: Record<string, unknown> = {}): Promise<string> {
  lastNumber += 1;
  const attributes = { number: `+336${lastNumber}`, status: "active", activated_on: "2026-01-01", ...given };
  return make("sw_line", attributes, {
    park: to("sw_park", world.parks[0]),
    plan: to("sw_catalogue_item", plan),
    ...(billingSite && { billing_site: to("sw_billing_site", billingSite) }),
  });
}

async function action(operation: string, of: string, payload: object = {}, deployment?: string): Promise<string> {
  const attributes = {
    capability: "billing",
    operation,
    payload: { details: "As agreed", ...payload },
    idempotency_key: `run/${randomUUID()}`,
    planned_on: day,
  };
  return make("sw_action", attributes, {
    account: to("sw_account", world.account),
    line: to("sw_line", of),
    ...(deployment && { deployment: to("sw_deployment", deployment) }),
  });
}

function attempt(id: string, more: { settle?: number } = {}): Promise<Outcome> {
  const offer = connected.offers["billing"];
  if (!offer) throw new Error("no billing");
  return world.accounts.acting(world.brand, "connector", async (client) =>
    carryOut(id, {
      backend: await client(`action-${id}`),
      executorOf: ({ operation }) => executors.find(({ operations }) => operations.includes(operation)),
      wayOf: async () => ({ offer, vendor: connected.vendor }),
      settle: 60_000,
      firstWait: 30_000,
      firstAsk: 60_000,
      round: 1,
      asked: 0,
      locale: "fr",
      modules: ["sw_telecom"],
      today: day,
      ...more,
    }),
  );
}
const done = { kind: "ended", status: "done" };
const reasonOf = async (id: string) => {
  expect(await attempt(id)).toEqual({ kind: "ended", status: "rejected_by_us" });
  return (await world.actionOf(id)).reason;
};
const subscriptionsOf = (of: number) => ledger.subscriptions.filter((one) => one.customer_id === of);
const linesOf = (of: number) =>
  subscriptionsOf(of).flatMap(({ interval, lines }) =>
    lines.map((one) => [interval, one.label, one.quantity, one.raw_currency_unit_price]),
  );
const itemsOf = (id: string) =>
  world.manager.list("sw_billed_item", new DrupalJsonApiParams().addFilter("line.id", id).addSort("name"));

it("lines of a billing site are on one subscription at their own price, and what was billed is written with each", async () => {
  const place = await site();
  const [first, second] = [
    await line(place.id, { sell_price: "19.9000" }),
    await line(place.id, { sell_price: "24.5000", external_ids: [{ system: "cfast", value: "X" }] }),
  ];
  const [one, two] = [await action("create_service", first), await action("create_service", second)];
  // Both at once: still one subscription.
  expect(await Promise.all([attempt(one), attempt(two)])).toEqual([done, done]);
  expect(subscriptionsOf(place.customer)).toHaveLength(1);
  const numbers = [(await world.lineOf(first)).number, (await world.lineOf(second)).number];
  expect(linesOf(place.customer).sort()).toEqual([
    [1, `Business 50 — ${numbers[0]}`, 1, "19.9000"],
    [1, `Business 50 — ${numbers[1]}`, 1, "24.5000"],
  ]);
  const subscription = subscriptionsOf(place.customer)[0];
  expect([subscription?.start, ledger.products.filter((each) => each.external_reference === "B50").length]).toEqual([
    day,
    1,
  ]);
  const known = await world.lineOf(second);
  const there = subscription?.lines.find(({ description }) => description === shortReference(second));
  const systemId = `${subscription?.id}/${there?.id}`;
  expect(known.external_ids).toEqual([
    { system: "cfast", value: "X" },
    { system: "pennylane", value: systemId },
  ]);
  expect(await world.actionOf(two)).toMatchObject({ vendor_reference: systemId, attempts: 1 });
  expect(await itemsOf(second)).toMatchObject([
    { kind: "recurring", item_code: "B50", price: "24.5000", net: "24.5000", system_id: systemId, period_start: day },
  ]);

  // Another action for the same service changes nothing there; a new price is put on the same line.
  expect(await attempt(await action("create_service", first))).toEqual(done);
  await world.manager.update("sw_line", { type: "sw_line--sw_line", id: first, attributes: { sell_price: "21.0000" } });
  const change = await action("modify_subscription", first, { quantity: 2 });
  vendor.faults.add({ kind: "commit_then_drop", on: "PUT /api/external/v2/billing_subscriptions/*" });
  expect(await attempt(change)).toMatchObject({ kind: "later" });
  expect(await attempt(change)).toEqual(done);
  expect(linesOf(place.customer).sort()[0]).toEqual([1, `Business 50 — ${numbers[0]}`, 2, "21.0000"]);
  expect(linesOf(place.customer)).toHaveLength(2);
  expect(await itemsOf(first)).toMatchObject([{ quantity: "2.0000", price: "21.0000", net: "42.0000" }]);
});

it("a price of a year is billed each year, an option as it was agreed with the line, else as the catalogue says", async () => {
  const place = await site();
  // A twelfth of the catalogue's price of a year.
  const of = await line(place.id, { sell_price: "20.0000" });
  expect(await attempt(await action("create_service", of))).toEqual(done);
  expect(await attempt(await action("add_option", of, { code: "OPT", quantity: 3 }))).toEqual(done);
  await make(
    "sw_line_option",
    { sell_price: "2.5000", sell_period: "quarter", valid_from: "2026-01-01" },
    { line: to("sw_line", of), item: to("sw_catalogue_item", option) },
  );
  expect(await attempt(await action("add_option", of, { code: "OPT" }))).toEqual(done);
  const { number } = await world.lineOf(of);
  expect(linesOf(place.customer).sort()).toEqual([
    [1, `Roaming — ${number}`, 3, "5.0000"],
    [12, `Business 50 — ${number}`, 1, "240.0000"],
    [3, `Roaming — ${number}`, 1, "2.5000"],
  ]);
});

it("a fee is a draft of an invoice, made once, at the price of the day", async () => {
  const place = await site();
  const of = await line(place.id);
  const fee = await action("add_fee", of, { code: "FEE", quantity: 2 });
  vendor.faults.add({ kind: "commit_then_drop", on: "POST /api/external/v2/customer_invoices" });
  expect(await attempt(fee)).toMatchObject({ kind: "later" });
  expect(await world.actionOf(fee)).toMatchObject({ status: "unknown" });
  expect(await attempt(fee)).toEqual(done);
  const drafts = ledger.invoices.filter((one) => one.customer_id === place.customer);
  expect(drafts).toMatchObject([{ status: "draft", date: day, deadline: "2026-07-15" }]);
  expect(drafts[0]?.lines).toMatchObject([{ quantity: 2, raw_currency_unit_price: "35.5000" }]);
  expect(await itemsOf(of)).toMatchObject([{ kind: "one_off", net: "71.0000" }]);
  const lost = await action("add_fee", of, { code: "FEE" });
  vendor.faults.add({ kind: "drop", on: "POST /api/external/v2/customer_invoices" });
  expect(await attempt(lost)).toMatchObject({ kind: "later" });
  expect(await attempt(lost)).toMatchObject({ kind: "later", why: "not settled" });
  expect(await attempt(lost, { settle: 0 })).toEqual(done);
  expect(ledger.invoices.filter((one) => one.customer_id === place.customer)).toHaveLength(2);
});

it("what is missing is said before anything is asked there", async () => {
  const before = [ledger.products.length, ledger.subscriptions.length, ledger.invoices.length];
  const place = await site();
  const unmapped = await site({ external_id: null, name: "Lorient" });
  const elsewhere = await site({ billing_system: "CFAST", name: "Vannes" });
  const priced = { sell_price: "19.9000" };
  expect(await reasonOf(await action("create_service", await line(unmapped.id, priced)))).toBe(
    "Le site de facturation « Lorient » n’a pas de client chez Pennylane : il faut d’abord le créer ou le rattacher.",
  );
  expect(await reasonOf(await action("create_service", await line(elsewhere.id, priced)))).toContain("« Vannes »");
  expect(await reasonOf(await action("create_service", await line(undefined, priced)))).toBe(
    "Aucun site de facturation n’est connu pour cette action.",
  );
  const of = await line(place.id, priced);
  expect(await reasonOf(await action("add_fee", of))).toContain("ne dit pas quel article");
  expect(await reasonOf(await action("add_fee", of, { code: "NOWHERE" }))).toContain("NOWHERE");
  expect(await reasonOf(await action("add_fee", of, { code: "NONE" }))).toBe(
    "« Unpriced » n’a pas de prix de vente à ce jour.",
  );
  const ended = await line(place.id, { ...priced, status: "terminated", end_date: "2026-05-01" });
  expect(await reasonOf(await action("create_service", ended))).toContain("est résiliée");
  expect(await reasonOf(await action("modify_subscription", of))).toBe(
    "Pennylane ne facture pas encore ce service : il faut d’abord le créer.",
  );
  expect([ledger.products.length, ledger.subscriptions.length, ledger.invoices.length]).toEqual(before);
  // What was taken away there is not made of a change.
  const gone = { ...priced, external_ids: [{ system: "pennylane", value: "1/2" }] };
  const change = await action("modify_subscription", await line(place.id, gone));
  expect(await attempt(change)).toEqual({ kind: "ended", status: "rejected_by_vendor" });
  expect(subscriptionsOf(place.customer)).toEqual([]);
});

const change = (type: "sw_line" | "sw_action", id: string, attributes: object) =>
  world.manager.update(type, { type: `${type}--${type}`, id, attributes: { ...attributes } });
const end = (id: string, on: string) => change("sw_line", id, { status: "terminating", end_date: on });

it("a line that has ended is taken off its subscription with its options, whatever is lost; the last one ends it", async () => {
  const place = await site();
  const [first, second] = [
    await line(place.id, { sell_price: "19.9000" }),
    await line(place.id, { sell_price: "24.5000" }),
  ];
  await change("sw_line", first, { external_ids: [{ system: "cfast", value: "X" }] });
  for (const of of [first, second]) expect(await attempt(await action("create_service", of))).toEqual(done);
  expect(await attempt(await action("add_option", first, { code: "OPT" }))).toEqual(done);
  const numbers = [(await world.lineOf(first)).number, (await world.lineOf(second)).number];
  await end(first, "2026-06-10");
  // It was moved since: it is ended where it is billed.
  await world.manager.update("sw_line", {
    type: "sw_line--sw_line",
    id: first,
    relationships: { billing_site: to("sw_billing_site", (await site({ name: "Lorient", external_id: null })).id) },
  });
  const lost = await action("end_service", first);
  vendor.faults.add({ kind: "drop", on: "PUT /api/external/v2/billing_subscriptions/*" });
  expect(await attempt(lost)).toMatchObject({ kind: "later" });
  expect(await world.actionOf(lost)).toMatchObject({ status: "unknown" });
  expect(await attempt(lost)).toMatchObject({ kind: "later", why: "not settled" });
  expect(linesOf(place.customer)).toHaveLength(3);
  vendor.faults.add({ kind: "commit_then_drop", on: "PUT /api/external/v2/billing_subscriptions/*" });
  expect(await attempt(lost, { settle: 0 })).toMatchObject({ kind: "later" });
  expect(await attempt(lost)).toEqual(done);
  expect(linesOf(place.customer)).toEqual([[1, `Business 50 — ${numbers[1]}`, 1, "24.5000"]]);
  expect(subscriptionsOf(place.customer)).toMatchObject([{ stopped_at: null }]);
  expect((await world.lineOf(first)).external_ids).toEqual([{ system: "cfast", value: "X" }]);
  // It began after its end was due: nothing ends before it begins.
  expect((await itemsOf(first)).map(({ kind, period_end }) => [kind, period_end])).toEqual([
    ["recurring", day],
    ["option", day],
  ]);
  expect((await itemsOf(second)).map(({ period_end }) => period_end)).toEqual([null]);
  // What isn't billed is done.
  expect(await attempt(await action("end_service", first))).toEqual(done);

  await end(second, day);
  for (const _ of [1, 2]) expect(await attempt(await action("end_service", second))).toEqual(done);
  expect(subscriptionsOf(place.customer)).toMatchObject([{ stopped_at: expect.any(String) }]);
  expect((await world.lineOf(second)).external_ids).toEqual([]);
  expect(ledger.invoices.filter((one) => one.customer_id === place.customer)).toEqual([]);
});

it("what belongs to a deployment that was put off since it was launched waits for its day", async () => {
  const of = await line((await site()).id, { sell_price: "19.9000" });
  const waiting = await action("create_service", of, {}, await world.deployment("launched", "2026-06-20"));
  const dueOn = (on: string) =>
    world.accounts.acting(world.brand, "connector", async (client) =>
      ((await executors[0]?.due?.(await client("due"), on, ["sw_telecom"])) ?? []).some(({ id }) => id === waiting),
    );
  expect([await dueOn(day), await dueOn("2026-06-19"), await dueOn("2026-06-20")]).toEqual([false, false, true]);
});

it("a line is ended at the billing system from the day of its end, not before", async () => {
  const place = await site();
  const of = await line(place.id, { sell_price: "19.9000" });
  expect(await attempt(await action("create_service", of))).toEqual(done);
  const ending = await action("end_service", of);
  const isDue = (on: string) =>
    world.accounts.acting(world.brand, "connector", async (client) =>
      ((await executors[1]?.due?.(await client("due"), on, ["sw_telecom"])) ?? []).some(({ id }) => id === ending),
    );
  const early = await action("end_service", of);
  expect(await reasonOf(early)).toContain("n’est pas résiliée à ce jour");
  await end(of, "2026-07-31");
  expect([await isDue(day), await isDue("2026-07-30"), await isDue("2026-07-31")]).toEqual([false, false, true]);
  expect(await reasonOf(await action("end_service", of))).toContain("elle reste facturée");
  expect(linesOf(place.customer)).toHaveLength(1);
  // Who pays for it there is not known any more: it is not said to be done.
  await world.manager.update("sw_billing_site", {
    type: "sw_billing_site--sw_billing_site",
    id: place.id,
    attributes: { external_id: null },
  });
  await change("sw_line", of, { status: "terminated" });
  expect(await reasonOf(ending)).toContain("« Brest » n’a pas de client chez Pennylane");
  expect((await itemsOf(of)).map(({ period_end }) => period_end)).toEqual([null]);
});
