import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { BrandAccounts } from "../../../platform/backend/brand-accounts.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { ServiceSession } from "../../../platform/backend/service-account.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { makeBrand, password } from "../../../platform/testing/brand.ts";
import { callService, signIn, startBackend, startServer, type TestServer } from "../../../platform/testing/servers.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import { pennylane } from "../adapters/pennylane/pennylane.ts";
import { type Connected, ConnectorRegistry } from "../registry.ts";
import { billedCustomer } from "./billed-customer.ts";
import { billedEnd } from "./billed-end.ts";
import { billedWork } from "./billed-work.ts";
import { carryOut, type Outcome } from "./carry-out.ts";

const secret = "connectors-test-secret";
const token = "a-token-of-the-vendor";
const folder = mkdtempSync(join(tmpdir(), "connectors-"));
const vendor = simulator({ tokens: { [token]: 10_000 }, company: { id: 7, name: "Connextoo", reg_no: "1" } });
const create = "POST /api/external/v2/company_customers";
const find = "GET /api/external/v2/customers";

let backend: TestServer;
let listening: Listening;
let brand = "";
let account = "";
let manager: BackendClient;
let accounts: BrandAccounts;
let connected: Connected;
const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

beforeAll(async () => {
  backend = await startBackend();
  listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  const platform = new ServiceSession(backend.url, { name: "admin", password: "admin" });
  accounts = new BrandAccounts(backend.url, platform, secret);
  const as = await makeBrand(backend.url, ["administrator", "manager"]);
  manager = await as("manager");
  const administrator = await as("administrator");
  brand = (await manager.me()).brand?.id ?? "";
  const company = { legal_name: "Kervadec", softwhere_id: "K", siren: "552100554" };
  account = (await manager.create("sw_account", { type: "sw_account--sw_account", attributes: company })).id;
  const make = async (type: "sw_catalogue" | "sw_catalogue_item" | "sw_price", attributes: object, links = {}) =>
    (
      await administrator.create(type, {
        type: `${type}--${type}`,
        attributes: { ...attributes },
        relationships: links,
      })
    ).id;
  const catalogue = { catalogue: to("sw_catalogue", await make("sw_catalogue", { name: "All" })) };
  const article = await make("sw_catalogue_item", { code: "CARE", name: "Care", kind: "service" }, catalogue);
  const price = { direction: "sell", gross: "12.5000", net: "12.5000", valid_from: "2020-01-01" };
  await make("sw_price", price, { item: to("sw_catalogue_item", article) });
  const registry = new ConnectorRegistry([pennylane], { wait: async () => undefined });
  connected = registry.connect({
    adapter: "pennylane",
    secret: token,
    origin: listening.url,
    inside: true,
    timeout: 1_000,
  });
}, 60_000);
afterEach(() => vendor.faults.clear());
afterAll(async () => {
  await connected?.close();
  await listening?.close();
  await backend?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An action for a billing site of its own. */
async function wanted(
  given: { site?: Record<string, unknown>; action?: Record<string, unknown>; after?: string[] } = {},
): Promise<{ action: string; site: string }> {
  const place = { name: "Brest", address_line1: "3 rue du Port", postal_code: "29200", city: "Brest", ...given.site };
  const [action, site] = [randomUUID(), randomUUID()];
  const links = { account: to("sw_account", account) };
  await manager.operate([
    {
      op: "add",
      data: { type: "sw_billing_site--sw_billing_site", id: site, attributes: place, relationships: links },
    },
    {
      op: "add",
      data: {
        type: "sw_action--sw_action",
        id: action,
        attributes: {
          capability: "billing",
          operation: "create_customer",
          idempotency_key: action,
          planned_on: "2020-01-01",
          ...given.action,
        },
        relationships: {
          ...links,
          billing_site: to("sw_billing_site", site),
          ...(given.after && { depends_on: { data: given.after.map((id) => to("sw_action", id).data) } }),
        },
      },
    },
  ]);
  return { action, site };
}
/** Something that a billing site is to be billed, by its code. */
async function work(site: string, more: { code?: string; operation?: string; after?: string[] } = {}): Promise<string> {
  const id = randomUUID();
  const { code = "CARE", operation = "create_service", after = [] } = more;
  await manager.create("sw_action", {
    type: "sw_action--sw_action",
    id,
    attributes: {
      capability: "billing",
      operation,
      payload: { details: "Care", ...(operation !== "end_service" && { code }) },
      idempotency_key: id,
      planned_on: "2020-01-01",
    },
    relationships: {
      account: to("sw_account", account),
      billing_site: to("sw_billing_site", site),
      depends_on: { data: after.map((one) => to("sw_action", one).data) },
    },
  });
  return id;
}
/** What a billing site's customer is billed again and again, article by article. */
const billedTo = (site: string) => {
  const ids = vendor.ledger.customers.filter((one) => one.external_reference === site).map(({ id }) => id);
  return vendor.ledger.subscriptions
    .filter(({ customer_id }) => ids.includes(customer_id))
    .map(({ lines }) => lines.map((line) => `${line.quantity} ${line.label} ${line.raw_currency_unit_price}`));
};
const actionOf = (id: string) => manager.get("sw_action", id);
const made = (site: string) => vendor.ledger.customers.filter((one) => one.external_reference === site).length;
const set = async (id: string, ...states: string[]) => {
  for (const status of states)
    await manager.update("sw_action", { type: "sw_action--sw_action", id, attributes: { status, reason: "test" } });
};

/** One try, as the connector's own user. */
function attempt(action: string, more: { settle?: number; round?: number } = {}): Promise<Outcome> {
  const offer = connected.offers["billing"];
  if (!offer) throw new Error("no billing");
  return accounts.acting(brand, "connector", async (client) =>
    carryOut(action, {
      backend: await client(`action-${action}`),
      executorOf: ({ operation }) =>
        [billedCustomer, billedWork([]), billedEnd([])].find((one) => one.operations.includes(operation)),
      wayOf: async () => ({ offer, vendor: connected.vendor }),
      settle: 60_000,
      firstWait: 30_000,
      firstAsk: 60_000,
      round: 1,
      asked: 0,
      locale: "fr",
      modules: [],
      today: "2026-06-01",
      ...more,
    }),
  );
}

it("makes the customer once, and the billing site knows its name there", async () => {
  const { action, site } = await wanted();
  for (const _ of [1, 2]) expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(made(site)).toBe(1);
  const [customer] = vendor.ledger.customers.filter((one) => one.external_reference === site);
  expect(customer).toMatchObject({ name: "Brest", reg_no: "552100554", billing_address: { city: "Brest" } });
  expect(await actionOf(action)).toMatchObject({ status: "done", attempts: 1, vendor_reference: String(customer?.id) });
  const known = await manager.get("sw_billing_site", site);
  expect(known).toMatchObject({ billing_system: "Pennylane", external_id: String(customer?.id) });
  const entries = await manager.list(
    "sw_journal_entry",
    new DrupalJsonApiParams().addFilter("subject_id", action).addFilter("operation", "update").addSort("sequence"),
  );
  const states = entries.flatMap(({ changes }) => (changes ?? []).filter(({ field }) => field === "status"));
  expect(states.map(({ to: state }) => state)).toEqual(["submitted", "done"]);
});

it("finds who is there already, by the billing site", async () => {
  const { action, site } = await wanted();
  const there = { name: "There", external_reference: site, first_name: "", last_name: "", reg_no: "", emails: [] };
  const address = { address: "1", postal_code: "2", city: "3", country_alpha2: "FR" };
  const { id } = vendor.ledger.addCustomer({ ...there, customer_type: "company", billing_address: address });
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(made(site)).toBe(1);
  expect(await actionOf(action)).toMatchObject({ attempts: 0, vendor_reference: String(id) });
});

it("a site that is mapped has its customer: nobody is made", async () => {
  const { action, site } = await wanted({ site: { billing_system: "Pennylane", external_id: "4711" } });
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(made(site)).toBe(0);
  expect(await actionOf(action)).toMatchObject({ attempts: 0, vendor_reference: "4711" });
});

it("refuses before it asks, in the brand’s language", async () => {
  const nowhere = await wanted({ site: { city: null } });
  expect(await attempt(nowhere.action)).toEqual({ kind: "ended", status: "rejected_by_us" });
  expect((await actionOf(nowhere.action)).reason).toBe("Le site de facturation n’a pas d’adresse complète.");
  expect(made(nowhere.site)).toBe(0);
});

it("an unknown outcome is asked for, never sent again before it would have arrived", async () => {
  const done = await wanted();
  vendor.faults.add({ kind: "commit_then_drop", on: create });
  expect(await attempt(done.action)).toMatchObject({ kind: "later", milliseconds: 60_000 });
  expect(await actionOf(done.action)).toMatchObject({ status: "unknown", attempts: 1 });
  expect(await attempt(done.action)).toEqual({ kind: "ended", status: "done" });
  expect([made(done.site), (await actionOf(done.action)).attempts]).toEqual([1, 1]);

  const lost = await wanted();
  vendor.faults.add({ kind: "drop", on: create });
  expect(await attempt(lost.action)).toMatchObject({ kind: "later" });
  expect(await attempt(lost.action)).toMatchObject({ kind: "later", why: "not settled" });
  expect([(await actionOf(lost.action)).status, made(lost.site)]).toEqual(["unknown", 0]);
  expect(await attempt(lost.action, { settle: 0 })).toEqual({ kind: "ended", status: "done" });
  expect([made(lost.site), (await actionOf(lost.action)).attempts]).toEqual([1, 2]);
});

it("where nothing was done it is ready again, and says when it is tried next", async () => {
  const { action, site } = await wanted();
  vendor.faults.add({ kind: "limited", on: create, seconds: 90 });
  expect(await attempt(action)).toMatchObject({ kind: "later", milliseconds: 90_000 });
  const waiting = await actionOf(action);
  expect(waiting).toMatchObject({ status: "ready", attempts: 1, result: expect.stringContaining("Pennylane") });
  expect(Date.parse(waiting.next_attempt_at ?? "")).toBeGreaterThan(Date.now() + 60_000);
  vendor.faults.add({ kind: "limited", on: create, seconds: 5, times: 4 });
  const soon = await attempt(action, { round: 4 });
  expect(soon.kind === "later" && soon.milliseconds).toBeGreaterThan(170_000);
  vendor.faults.add({ kind: "expired", on: find });
  const refused = await attempt(action, { round: 3 });
  expect(refused).toMatchObject({ kind: "later" });
  expect(refused.kind === "later" && refused.milliseconds).toBeGreaterThan(80_000);
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect([made(site), (await actionOf(action)).next_attempt_at]).toEqual([1, null]);
});

it("what a site is billed needs no trade: an article of the catalogue, at its price, once its customer is there", async () => {
  const { action, site } = await wanted();
  const early = await work(site);
  expect(await attempt(early)).toEqual({ kind: "ended", status: "rejected_by_us" });
  expect((await actionOf(early)).reason).toContain("n’a pas de client chez Pennylane");
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(await attempt(await work(site))).toEqual({ kind: "ended", status: "done" });
  expect(billedTo(site)).toEqual([["1 Care 12.5000"]]);
  const unnamed = await work(site, { operation: "modify_subscription" });
  expect(await attempt(unnamed)).toEqual({ kind: "ended", status: "rejected_by_us" });
  expect((await actionOf(unnamed)).reason).toBe("L’action ne dit pas quel service est modifié.");
  const ending = await work(site, { operation: "end_service" });
  expect(await attempt(ending)).toEqual({ kind: "ended", status: "rejected_by_us" });
  expect((await actionOf(ending)).reason).toBe("L’action ne dit pas quel service n’est plus à facturer.");
  expect(billedTo(site)).toEqual([["1 Care 12.5000"]]);
});

it("what others ended, or what waits for others, is left alone", async () => {
  const first = await wanted();
  const second = await wanted({ after: [first.action] });
  expect(await attempt(second.action)).toEqual({ kind: "ended", status: "ready" });
  await set(first.action, "cancelled");
  expect(await attempt(first.action)).toEqual({ kind: "ended", status: "cancelled" });
  expect([made(first.site), made(second.site)]).toEqual([0, 0]);
});

it("killed with SIGKILL again and again: each customer is there once, each action done", {
  timeout: 240_000,
}, async () => {
  const env = {
    SW_BACKEND_URL: backend.url,
    SW_PLATFORM_ACCOUNT: "admin",
    SW_PLATFORM_PASSWORD: "admin",
    SW_SERVICE_SECRET: secret,
    SW_SERVICES_DATA: join(folder, "data"),
    SW_CONNECTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
    SW_CONNECTION_ORIGINS: listening.url,
    SW_CONNECTION_TIMEOUT: "1.5",
    SW_CONNECTION_SETTLE: "3",
    SW_CONNECTION_FIRST_WAIT: "1",
    PORT: "0",
  };
  const start = () => startServer("services/main.ts", { args: ["--only", "connectors"], env });
  const kill = async ({ child }: TestServer) => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  let host = await start();
  const session = async (name: string) => signIn(backend.url, name, password);
  const save = async (name: string, more: object) =>
    callService(host.url, "connectors/save", await session(name), {
      write: { capability: "billing", adapter: "pennylane", secret: token, origin: listening.url, ...more },
    });
  expect(await save("manager", {})).toMatchObject({ code: "FORBIDDEN" });
  expect(await save("administrator", { secret: "wrong" })).toMatchObject({
    answer: { kind: "refused", code: "unauthorized" },
  });
  expect(await save("administrator", { origin: "http://127.0.0.1:1" })).toMatchObject({
    answer: { code: "not_allowed" },
  });
  expect(await save("administrator", {})).toMatchObject({ answer: { kind: "saved", company: "Connextoo" } });
  const listed = await callService(host.url, "connectors/list", await session("administrator"));
  expect(listed.answer).toMatchObject({
    connections: [{ adapter: "pennylane", company: "Connextoo" }],
    // No module is open to this brand: nobody connects it for one of theirs.
    adapters: [
      { name: "pennylane", capability: "billing", parties: null },
      { name: "threecx", capability: "communications", parties: null, isOwn: true, hasClient: true },
    ],
  });
  expect(JSON.stringify(listed)).not.toContain(token);

  const without = await wanted({ action: { planned_on: null } });
  const all = [await wanted()];
  vendor.faults.add({ kind: "commit_then_drop", on: create, times: 3 });
  vendor.faults.add({ kind: "slow", on: create, times: 6, milliseconds: 900 });
  vendor.faults.add({ kind: "drop", on: create, times: 2 });
  for (let index = 0; index < 9; index += 1)
    all.push(await wanted(index > 5 ? { after: [all[index]?.action ?? ""] } : {}));
  const put = "PUT /api/external/v2/billing_subscriptions/*";
  vendor.faults.add({ kind: "commit_then_drop", on: "POST /api/external/v2/billing_subscriptions", times: 1 });
  vendor.faults.add({ kind: "commit_then_drop", on: put });
  const [first] = all;
  const billed = await Promise.all([1, 2, 3].map(() => work(first?.site ?? "", { after: [first?.action ?? ""] })));
  for (const after of [1_500, 700, 2_500]) {
    await new Promise((resolve) => setTimeout(resolve, after));
    await kill(host);
    host = await start();
  }
  try {
    const undone = async () => {
      const actions = await Promise.all([...all.map(({ action }) => action), ...billed].map(actionOf));
      return actions.filter(({ status }) => status !== "done");
    };
    const end = Date.now() + 150_000;
    while ((await undone()).length > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await undone()).map(({ status, result }) => [status, result])).toEqual([]);
    expect(all.map(({ site }) => made(site))).toEqual(all.map(() => 1));
    expect(billedTo(first?.site ?? "")).toEqual([["1 Care 12.5000", "1 Care 12.5000", "1 Care 12.5000"]]);
    // Without a day nobody has said that it may be done.
    expect([(await actionOf(without.action)).status, made(without.site)]).toEqual(["ready", 0]);
  } finally {
    await kill(host);
  }
});
