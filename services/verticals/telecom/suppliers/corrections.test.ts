import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { carryOut, type Outcome } from "../../../base/connectors/execution/carry-out.ts";
import { type Connected, ConnectorRegistry } from "../../../base/connectors/registry.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { cfast as overApi } from "../../../stand-ins/vendors/cfast/simulator.ts";
import { snaic as withoutCorrections } from "../../../stand-ins/vendors/snaic/simulator.ts";
import { rioKey } from "../../../stand-ins/vendors/wholesale/ports.ts";
import { cfast } from "./adapters/cfast/cfast.ts";
import { snaic } from "./adapters/snaic/snaic.ts";
import { supplierOrders } from "./orders.ts";
import { World } from "./testing/world.ts";

const token = "a-key-of-the-operator";
/** The first takes corrections; the second only cancels. */
const vendors = [
  overApi({ tokens: { [token]: 10_000 } }),
  withoutCorrections({ tokens: { [token]: 10_000 } }),
] as const;

let world: World;
const open: { close(): Promise<unknown> }[] = [];
const connected: Connected[] = [];

beforeAll(async () => {
  world = await World.start();
  const registry = new ConnectorRegistry([cfast, snaic], { wait: async () => undefined });
  for (const [index, adapter] of ["cfast", "snaic"].entries()) {
    const listening: Listening = await listen(vendors[index]?.app.fetch ?? (() => new Response()), {
      port: 0,
      hostname: "127.0.0.1",
      tries: 1,
    });
    const one = registry.connect({ adapter, secret: token, origin: listening.url, inside: true, timeout: 1_000 });
    connected.push(one);
    open.push(one, listening);
  }
}, 60_000);
afterEach(() => {
  for (const { faults } of vendors) faults.clear();
});
afterAll(async () => {
  for (const one of open) await one.close();
  await world?.stop();
});

let last = 20_000_000;
const start = "01E123456";

interface Port {
  readonly action: string;
  readonly line: string;
  readonly key: string;
  readonly number: string;
  /** What would be right. */
  readonly content: Readonly<Record<string, string>>;
}

/** A number that comes with a RIO that isn't its own. */
async function port(operator: 0 | 1 = 0, wrong: object = { rio: "01E123456AAA" }): Promise<Port> {
  last += 1;
  const number = `+336${last}`;
  const content = { number, rio: `${start}${rioKey(start, number)}`, holder: "Kervadec SAS", wishedOn: "2026-06-20" };
  const line = { number, status: "ordered", activated_on: null };
  const action = { payload: { ...content, ...wrong }, planned_on: "2026-06-10" };
  return { ...(await world.wanted({ operation: "port_in", operator, line, action })), number, content };
}

const madeOf = (key: string, operator: 0 | 1 = 0) =>
  vendors[operator].ledger.all.filter(({ reference }) => reference.split("~")[0] === key);
const order = (key: string, operator: 0 | 1 = 0) => {
  const found = madeOf(key, operator).at(-1);
  if (!found) throw new Error(`no order ${key}`);
  return found;
};

function attempt(action: string, more: { settle?: number; now?: () => number } = {}): Promise<Outcome> {
  return world.accounts.acting(world.brand, "connector", async (client) =>
    carryOut(action, {
      backend: await client(`action-${action}`),
      executorOf: () => supplierOrders,
      async wayOf(_executor, party) {
        const way = connected[world.operators.indexOf(party ?? "")];
        const offer = way?.offers["supplier"];
        return way && offer && { offer, vendor: way.vendor };
      },
      settle: 60_000,
      firstWait: 30_000,
      firstAsk: 60_000,
      round: 1,
      asked: 0,
      locale: "fr",
      modules: ["sw_telecom"],
      today: "2026-06-15",
      ...more,
    }),
  );
}

const correct = (action: string, corrected: object) =>
  world.manager.update("sw_action", {
    type: "sw_action--sw_action",
    id: action,
    attributes: { status: "correcting", corrected },
  });

it("a port is ordered with all that was said, held with its cause, corrected, and its line is in service from the port's day", async () => {
  const { action, line, key, number, content } = await port();
  await attempt(action);
  expect(order(key)).toMatchObject({ number, holder: "Kervadec SAS", requestedOn: "2026-06-20" });
  expect(await world.actionOf(action)).toMatchObject({
    status: "held",
    cause: "rio_mismatch",
    reason: "RIO incohérent avec le numéro",
  });
  expect(await world.lineOf(line)).toMatchObject({ status: "ordered" });

  await correct(action, { ...content, wishedOn: "2026-06-27" });
  expect(await attempt(action)).toMatchObject({ kind: "waiting" });
  const corrected = await world.actionOf(action);
  expect(corrected).toMatchObject({ status: "acknowledged", reason: null, cause: null, next_attempt_at: null });
  expect(corrected.payload).toMatchObject({ rio: "01E123456AAA", wishedOn: "2026-06-20" });
  expect(order(key)).toMatchObject({ rio: content["rio"], requestedOn: "2026-06-27" });

  for (let step = 0; step < 2; step += 1) vendors[0].ledger.advance(order(key));
  await attempt(action);
  expect((await world.actionOf(action)).milestones?.milestones.at(-1)).toEqual({
    code: "port_scheduled",
    label: "Portage planifié",
    at: "2026-06-27T06:00:00Z",
  });
  expect(await world.lineOf(line)).toMatchObject({ status: "ordered" });
  vendors[0].ledger.finish(order(key));
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(await world.lineOf(line)).toMatchObject({
    status: "active",
    number,
    activated_on: "2026-06-27",
    service_id: `S-${order(key).id}`,
  });
  expect([madeOf(key).length, order(key).corrections.length]).toEqual([1, 1]);
});

it("a correction that is wrong again is held again, and corrected again", async () => {
  const { action, key, content } = await port();
  await attempt(action);
  await correct(action, { ...content, holder: "Inconnu" });
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "held", cause: "holder_mismatch" });
  await correct(action, content);
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "acknowledged" });
  expect(order(key).corrections).toHaveLength(2);
});

it("a correction whose answer is lost is asked for before it is sent again, and is there once", async () => {
  const { action, key, content } = await port();
  await attempt(action);
  await correct(action, content);
  vendors[0].faults.add({ kind: "commit_then_drop", on: `POST /api/v1/orders/${order(key).id}/correction` });
  expect(await attempt(action)).toMatchObject({ kind: "later", milliseconds: 60_000 });
  expect(await world.actionOf(action)).toMatchObject({ status: "correcting" });
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "acknowledged", result: null, next_attempt_at: null });
  expect(order(key).corrections).toHaveLength(1);

  // What never arrived is sent again, but not before it would have arrived.
  const other = await port();
  await attempt(other.action);
  await correct(other.action, other.content);
  vendors[0].faults.add({ kind: "drop", on: `POST /api/v1/orders/${order(other.key).id}/correction` });
  await attempt(other.action);
  expect(await attempt(other.action)).toMatchObject({ kind: "later" });
  expect(order(other.key).corrections).toHaveLength(0);
  await attempt(other.action, { now: () => Date.now() + 61_000 });
  expect(order(other.key).corrections).toHaveLength(1);
  expect(await world.actionOf(other.action)).toMatchObject({ status: "acknowledged", attempts: 3 });
});

it("what went on by itself, or is refused by the operator, is said; nothing is sent then", async () => {
  const { action, key, content } = await port();
  await attempt(action);
  vendors[0].ledger.correct(order(key));
  vendors[0].ledger.advance(order(key));
  await correct(action, content);
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({
    status: "in_progress",
    result: "La commande a avancé avant que la correction n’arrive.",
  });
  expect(order(key).corrections).toEqual([]);
});

it("where the operator takes no correction the order is ended there, and only then another one is sent", async () => {
  const { action, line, key, content } = await port(1);
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "held", cause: "rio_mismatch" });
  await correct(action, content);
  expect(await attempt(action)).toMatchObject({ kind: "waiting" });
  expect(madeOf(key, 1).map(({ state }) => state)).toEqual(["pending_cancellation"]);
  await attempt(action);
  expect(madeOf(key, 1)).toHaveLength(1);
  vendors[1].ledger.advance(order(key, 1));
  // Its answer is lost: the second one is there once all the same.
  vendors[1].faults.add({ kind: "commit_then_drop", on: "POST /rest/commandes" });
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "unknown" });
  await attempt(action);
  expect(madeOf(key, 1).map(({ reference, state }) => [reference, state])).toEqual([
    [key, "cancelled"],
    [`${key}~2`, "acknowledged"],
  ]);
  expect(order(key, 1)).toMatchObject({ rio: content["rio"] });
  vendors[1].ledger.finish(order(key, 1));
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "done" });
  expect(await world.lineOf(line)).toMatchObject({ status: "active", activated_on: "2026-06-20" });
});

it("where it is too late to end the order, it is held as before, and why is said", async () => {
  const { action, key, content } = await port(1);
  await attempt(action);
  await correct(action, content);
  vendors[1].ledger.cancel = () => false;
  await attempt(action);
  Reflect.deleteProperty(vendors[1].ledger, "cancel");
  expect(await world.actionOf(action)).toMatchObject({ status: "held", reason: expect.stringMatching(/Too late/) });
  expect(madeOf(key, 1)).toHaveLength(1);
});

it("one that the old operator refused is ordered anew as it was corrected", async () => {
  const refused = `99E123456${rioKey("99E123456", "+33620099999")}`;
  const wrong = await port(0, { rio: refused });
  await attempt(wrong.action);
  vendors[0].ledger.correct(order(wrong.key), refused);
  vendors[0].ledger.advance(order(wrong.key));
  await attempt(wrong.action);
  expect(await world.actionOf(wrong.action)).toMatchObject({ status: "rejected_by_vendor", cause: "donor_refused" });
  await correct(wrong.action, wrong.content);
  await attempt(wrong.action);
  expect(madeOf(wrong.key).map(({ reference, state }) => [reference, state])).toEqual([
    [wrong.key, "rejected"],
    [`${wrong.key}~2`, "acknowledged"],
  ]);
  expect(await world.actionOf(wrong.action)).toMatchObject({ status: "acknowledged", cause: null });
});

it("the content stays as it was asked: it is corrected in these states only, and never by itself", async () => {
  const { action, content } = await port(0, {});
  const change = (attributes: object) =>
    world.manager.update("sw_action", { type: "sw_action--sw_action", id: action, attributes: { ...attributes } });
  await expect(change({ payload: content })).resolves.toBeDefined();
  await expect(change({ payload: { ...content, holder: "Other" } })).rejects.toThrow();
  await expect(change({ corrected: content })).rejects.toThrow(/change of state/);
  await expect(change({ corrected: content, status: "correcting" })).rejects.toThrow();
});
