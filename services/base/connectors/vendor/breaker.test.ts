import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import { pennylane } from "../adapters/pennylane/pennylane.ts";
import type { Billing } from "../capabilities/billing.ts";
import { type Connected, ConnectorRegistry } from "../registry.ts";
import { CallJournal } from "../journal/call-journal.ts";
import { Watches } from "../watches.ts";
import { Breakers, faultsInARow } from "./breaker.ts";
import type { Watch } from "./watch.ts";

const token = "a-token";
const vendor = simulator({ tokens: { [token]: 100_000 } });
const other = simulator({ tokens: { [token]: 100_000 } });
const create = "POST /api/external/v2/company_customers";
const customer = {
  kind: "company" as const,
  name: "Menuiserie Tanguy",
  reference: "r",
  emails: [],
  address: "1",
  postalCode: "2",
  city: "3",
  country: "FR",
};

let places: readonly Listening[] = [];
let breakers = new Breakers();
let sent = 0;
const count = () => {
  sent += 1;
};
const open: Connected[] = [];
beforeAll(async () => {
  const at = { port: 0, hostname: "127.0.0.1", tries: 1 };
  places = await Promise.all([vendor, other].map(({ app }) => listen(app.fetch, at)));
});
beforeEach(() => {
  // Only what the time is: sockets and their limits go on.
  vi.useFakeTimers({ toFake: ["Date"] });
  breakers = new Breakers();
  sent = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  for (const { faults } of [vendor, other]) faults.clear();
  for (const one of open.splice(0)) await one.close();
});
afterAll(async () => {
  for (const place of places) await place.close();
});

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);
const stateOf = (brand = "one", place = 0) =>
  breakers.of(brand, { adapter: "pennylane", origin: places[place]?.url }).state;

/** A brand's way to one of the vendors; each way is one of its own, as several hosts' jobs have. */
function way(brand = "one", place = 0, timeout = 1_000): Required<Billing> {
  const origin = places[place]?.url ?? "";
  const registry = new ConnectorRegistry([pennylane], { wait: async () => undefined });
  const breaker = breakers.of(brand, { adapter: "pennylane", origin });
  const watch = { breaker, observe: () => count() };
  const connected = registry.connect({ adapter: "pennylane", secret: token, origin, inside: true, timeout, watch });
  open.push(connected);
  return connected.offers["billing"] as Required<Billing>;
}
const unavailable = { ok: false, failure: { code: "unavailable" } };
async function stopped() {
  vendor.faults.add({ kind: "error", times: 1_000 });
  while (stateOf().kind === "closed") expect(await way().prove()).toMatchObject(unavailable);
}

describe("a vendor that is not there", () => {
  it("is left alone after faults in a row: answered at once, with when, and nothing is sent", async () => {
    await stopped();
    expect(sent).toBe(faultsInARow);
    const since = Date.now();
    expect(stateOf()).toEqual({
      kind: "open",
      since: new Date(since).toISOString(),
      until: new Date(since + 30_000).toISOString(),
    });
    const answers = await Promise.all(Array.from({ length: 60 }, () => way().createCustomer(customer)));
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, failure: { code: "unavailable", retryAfter: 30 } });
    pass(20);
    expect(await way().prove()).toMatchObject({ failure: { code: "unavailable", retryAfter: 10 } });
    expect(sent).toBe(faultsInARow);
  });

  it("is asked by one request then, however many want to", async () => {
    await stopped();
    pass(30);
    const answers = await Promise.all(Array.from({ length: 20 }, () => way().prove()));
    expect(sent).toBe(faultsInARow + 1);
    for (const answer of answers) expect(answer).toMatchObject(unavailable);
    expect(stateOf()).toMatchObject({ kind: "open", until: new Date(Date.now() + 60_000).toISOString() });
  });

  it("for ten minutes gets a few probes, and all is as before once it is back", async () => {
    await stopped();
    const since = Date.now();
    let asked = 0;
    for (; Date.now() < since + 600_000; pass(5)) {
      asked += 1;
      expect(await way().createCustomer({ ...customer, reference: `away-${asked}` })).toMatchObject({ ok: false });
    }
    expect(asked).toBe(120);
    expect(sent - faultsInARow).toBe(4);
    expect(stateOf()).toMatchObject({ kind: "open", since: new Date(since).toISOString() });
    vendor.faults.clear();
    pass(300);
    expect(await way().createCustomer({ ...customer, reference: "back" })).toMatchObject({ ok: true });
    expect(stateOf()).toEqual({ kind: "closed" });
    const all = await Promise.all(Array.from({ length: 10 }, () => way().prove()));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(vendor.ledger.customers.filter(({ external_reference: of }) => of.startsWith("away-"))).toEqual([]);
    // The next time begins with a short pause.
    await stopped();
    expect(stateOf()).toMatchObject({ until: new Date(Date.now() + 30_000).toISOString() });
  });

  it("is one brand's and one vendor's: nobody else waits", async () => {
    await stopped();
    vendor.faults.clear();
    expect(await way("two").prove()).toMatchObject({ ok: true });
    expect(await way("one", 1).prove()).toMatchObject({ ok: true });
    expect([stateOf("two"), stateOf("one", 1)]).toEqual([{ kind: "closed" }, { kind: "closed" }]);
    expect(await way().prove()).toMatchObject(unavailable);
  });

  it.each([
    ["error", {}, "unknown_outcome"],
    ["drop", {}, "unknown_outcome"],
    ["slow", { milliseconds: 900 }, "unknown_outcome"],
  ] as const)("is one that answers writing by “%s”, which stays of unknown outcome", async (kind, more, code) => {
    vendor.faults.add({ kind, times: 1_000, on: create, ...more });
    for (let time = 0; time < faultsInARow; time += 1)
      expect(await way("one", 0, 300).createCustomer(customer)).toMatchObject({ failure: { code } });
    expect(stateOf()).toMatchObject({ kind: "open" });
    expect(await way().createCustomer(customer)).toMatchObject(unavailable);
  });

  it("is asked when a person asks, and there again when it answers", async () => {
    const watches = new Watches(new CallJournal({ add: async () => undefined }), { last: async () => undefined });
    const origin = places[0]?.url ?? "";
    const place = { brand: randomUUID(), capability: "billing", adapter: "pennylane", origin };
    const registry = new ConnectorRegistry([pennylane], { wait: async () => undefined });
    const prove = (watch: Watch) =>
      registry.prove({ adapter: "pennylane", secret: token, origin, inside: true, timeout: 1_000, watch }, "billing");
    const state = async () => (await watches.told(place, true)).state.kind;
    vendor.faults.add({ kind: "error", times: 1_000 });
    while ((await state()) === "closed") await prove(watches.of(place));
    expect(await prove(watches.byPerson(place))).toMatchObject(unavailable);
    vendor.faults.clear();
    expect(await prove(watches.of(place))).toMatchObject(unavailable);
    expect(await state()).toBe("open");
    expect(await prove(watches.byPerson(place))).toMatchObject({ ok: true });
    expect(await state()).toBe("closed");
    expect(await prove(watches.of(place))).toMatchObject({ ok: true });
  });
});

it("a vendor that refuses, is busy, or fails now and then is there", async () => {
  const times = 3 * faultsInARow;
  for (let time = 0; time < times; time += 1) {
    expect(await way().createCustomer({ ...customer, name: "" })).toMatchObject({ failure: { code: "refused" } });
    vendor.faults.add({ kind: "expired" });
    expect(await way().prove()).toMatchObject({ failure: { code: "unauthorized" } });
  }
  vendor.faults.add({ kind: "limited", times, seconds: 60 });
  for (let time = 0; time < times; time += 1)
    expect(await way().prove()).toMatchObject({ failure: { code: "limited", retryAfter: 60 } });
  for (let time = 0; time < times; time += 1) {
    vendor.faults.add({ kind: "error", times: 3 });
    expect(await way().prove()).toMatchObject({ ok: true });
  }
  expect(stateOf()).toEqual({ kind: "closed" });
});
