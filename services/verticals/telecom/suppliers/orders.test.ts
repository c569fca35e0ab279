import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { carryOut, type Doing, type Outcome } from "../../../base/connectors/execution/carry-out.ts";
import { type Connected, ConnectorRegistry } from "../../../base/connectors/registry.ts";
import { businessDay } from "../../../platform/day.ts";
import { Viewers } from "../../../platform/backend/viewers.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { cfast as simulator } from "../../../stand-ins/vendors/cfast/simulator.ts";
import { setDeploymentState } from "../commands/deployments.ts";
import { launch } from "../commands/launch.ts";
import { cfast } from "./adapters/cfast/cfast.ts";
import { supplierOrders } from "./orders.ts";
import { World } from "./testing/world.ts";

const token = "a-key-of-the-operator";
const vendor = simulator({ tokens: { [token]: 10_000 } });
const orders = "POST /api/v1/orders";

let world: World;
let listening: Listening;
let connected: Connected;

beforeAll(async () => {
  world = await World.start();
  listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  const registry = new ConnectorRegistry([cfast], { wait: async () => undefined });
  const place = { origin: listening.url, inside: true, timeout: 1_000 };
  connected = registry.connect({ adapter: "cfast", secret: token, ...place });
}, 60_000);
afterEach(() => vendor.faults.clear());
afterAll(async () => {
  await connected?.close();
  await listening?.close();
  await world?.stop();
});

const madeOf = (key: string) => vendor.ledger.all.filter(({ reference }) => reference.split("~")[0] === key);
function orderOf(key: string, time = 1) {
  const order = madeOf(key)[time - 1];
  if (!order) throw new Error(`no order ${key}`);
  return order;
}

/** One try, as the connector's own user, of a brand that is connected to its first operator alone. */
function attempt(action: string, more: Partial<Pick<Doing, "settle" | "today" | "wayOf">> = {}): Promise<Outcome> {
  const offer = connected.offers["supplier"];
  if (!offer) throw new Error("no supplier");
  return world.accounts.acting(world.brand, "connector", async (client) =>
    carryOut(action, {
      backend: await client(`action-${action}`),
      executorOf: () => supplierOrders,
      wayOf: async (_executor, party) =>
        party === world.operators[0] ? { offer, vendor: connected.vendor } : undefined,
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

it("an end is ordered once, followed step by step, and the line ends with the day that the operator confirms", async () => {
  const { action, line, key, number } = await world.wanted({ action: { planned_on: "2026-06-10" } });
  expect(await attempt(action)).toEqual({ kind: "waiting", milliseconds: 60_000 });
  const order = orderOf(key);
  expect(order).toMatchObject({ operation: "terminate", number, requestedOn: "2026-06-10", comment: "As agreed" });
  expect(await world.actionOf(action)).toMatchObject({ status: "acknowledged", vendor_reference: String(order.id) });

  const { version } = await world.actionOf(action);
  await attempt(action);
  expect((await world.actionOf(action)).version).toBe(version);

  vendor.ledger.advance(order);
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({
    status: "in_progress",
    milestones: {
      milestones: [{ code: "scheduled", label: "Intervention planifiée", at: expect.stringMatching(/Z$/) }],
    },
  });
  expect(await world.lineOf(line)).toMatchObject({ status: "active" });

  vendor.ledger.finish(order);
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(await world.lineOf(line)).toMatchObject({ status: "terminated", end_date: "2026-06-10" });
  expect([madeOf(key).length, (await world.actionOf(action)).attempts]).toEqual([1, 1]);
});

it("an end that was announced is asked for on its own day; one to come stays announced until then", async () => {
  for (const [end, status] of [
    ["2026-06-12", "terminated"],
    ["2026-06-30", "terminating"],
  ]) {
    const { action, line, key } = await world.wanted({ line: { status: "terminating", end_date: end } });
    await attempt(action);
    expect(orderOf(key).requestedOn).toBe(end);
    vendor.ledger.finish(orderOf(key));
    await attempt(action);
    expect(await world.lineOf(line)).toMatchObject({ status, end_date: end });
  }
  // The operator's word holds before ours.
  const { action, line, key } = await world.wanted();
  await attempt(action);
  const order = orderOf(key);
  vendor.ledger.finish(order);
  order.effectiveOn = "2026-07-31";
  await attempt(action);
  expect(await world.lineOf(line)).toMatchObject({ status: "terminating", end_date: "2026-07-31" });
});

it("a line that was ordered is in service from the day that the operator confirms", async () => {
  const ordered = { status: "ordered", activated_on: null };
  const { action, line, key } = await world.wanted({ operation: "create_line", line: ordered });
  await attempt(action);
  const order = orderOf(key);
  expect(order.operation).toBe("create");
  expect(await world.lineOf(line)).toMatchObject(ordered);
  vendor.ledger.finish(order);
  order.effectiveOn = "2026-06-12";
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(await world.lineOf(line)).toMatchObject({ status: "active", activated_on: "2026-06-12" });
  // Somebody has said it before: nothing is written over.
  const known = await world.wanted({ operation: "create_line" });
  await attempt(known.action);
  vendor.ledger.finish(orderOf(known.key));
  expect(await attempt(known.action)).toEqual({ kind: "ended", status: "done" });
  expect(await world.lineOf(known.line)).toMatchObject({ status: "active", activated_on: "2026-01-01" });
});

it("a change is ordered and done, and leaves the line as it is", async () => {
  const { action, line, key } = await world.wanted({ operation: "modify_line" });
  await attempt(action);
  vendor.ledger.finish(orderOf(key));
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(orderOf(key).operation).toBe("modify");
  expect(await world.lineOf(line)).toMatchObject({ status: "active", end_date: null });
});

it("SIMs are ordered with how many and which", async () => {
  const { action, key } = await world.wanted({
    operation: "order_sim",
    action: { payload: { sim: "esim", quantity: 3 } },
  });
  await attempt(action);
  expect(orderOf(key).operation).toBe("sim");
});

it("held is said with the operator’s words, and goes on once it is corrected", async () => {
  const { action, key } = await world.wanted();
  await attempt(action);
  vendor.ledger.hold(orderOf(key), "Adresse à confirmer");
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "held", reason: "Adresse à confirmer" });
  vendor.ledger.correct(orderOf(key));
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "acknowledged", reason: null });
});

it("refused is said with the operator’s words; wanted again it is a second order, never two alive", async () => {
  const { action, key } = await world.wanted();
  await attempt(action);
  vendor.ledger.reject(orderOf(key), "Ligne inconnue");
  expect(await attempt(action)).toEqual({ kind: "ended", status: "rejected_by_vendor" });
  expect(await world.actionOf(action)).toMatchObject({ reason: "Ligne inconnue" });

  await world.set(action, "ready");
  vendor.faults.add({ kind: "commit_then_drop", on: orders });
  expect(await attempt(action)).toMatchObject({ kind: "later" });
  expect(await attempt(action, { settle: 0 })).toMatchObject({ kind: "waiting" });
  expect(madeOf(key).map(({ reference, state }) => [reference, state])).toEqual([
    [key, "rejected"],
    [`${key}~2`, "acknowledged"],
  ]);
  expect(await world.actionOf(action)).toMatchObject({ vendor_reference: String(orderOf(key, 2).id), reason: null });

  // Ended by the operator on its own is not cancelled: nobody here asked for it.
  orderOf(key, 2).state = "cancelled";
  expect(await attempt(action)).toEqual({ kind: "ended", status: "rejected_by_vendor" });
  await world.set(action, "ready");
  vendor.faults.add({ kind: "drop", on: orders });
  expect(await attempt(action)).toMatchObject({ kind: "later" });
  expect(await attempt(action)).toMatchObject({ kind: "later", why: "not settled" });
  expect(await attempt(action, { settle: 0 })).toMatchObject({ kind: "waiting" });
  expect(madeOf(key)).toHaveLength(3);
});

it("what we ask to end is cancelled when the operator agrees; one that is too late goes on", async () => {
  const ended = await world.wanted();
  await attempt(ended.action);
  await world.set(ended.action, "cancelling");
  expect(await attempt(ended.action)).toMatchObject({ kind: "waiting" });
  expect(orderOf(ended.key).state).toBe("pending_cancellation");
  vendor.ledger.advance(orderOf(ended.key));
  expect(await attempt(ended.action)).toEqual({ kind: "ended", status: "cancelled" });

  const late = await world.wanted();
  await attempt(late.action);
  for (let step = 0; step < 3; step += 1) vendor.ledger.advance(orderOf(late.key));
  await world.set(late.action, "cancelling");
  expect(await attempt(late.action)).toMatchObject({ kind: "waiting" });
  expect(await world.actionOf(late.action)).toMatchObject({
    status: "delivered",
    result: expect.stringContaining("Too late to cancel"),
  });
  vendor.ledger.finish(orderOf(late.key));
  expect(await attempt(late.action)).toEqual({ kind: "ended", status: "done" });

  const never = await world.wanted();
  await world.set(never.action, "submitted", "cancelling");
  expect(await attempt(never.action)).toMatchObject({ kind: "later", why: "not settled" });
  expect(await attempt(never.action, { settle: 0 })).toEqual({ kind: "ended", status: "cancelled" });
  expect(madeOf(never.key)).toHaveLength(0);
});

it("what was done and not answered is found, what was not is sent again once it would have arrived", async () => {
  const done = await world.wanted();
  vendor.faults.add({ kind: "commit_then_drop", on: orders });
  expect(await attempt(done.action)).toMatchObject({ kind: "later", milliseconds: 60_000 });
  expect(await world.actionOf(done.action)).toMatchObject({ status: "unknown" });
  expect(await attempt(done.action)).toMatchObject({ kind: "waiting" });
  expect(madeOf(done.key)).toHaveLength(1);

  const lost = await world.wanted();
  vendor.faults.add({ kind: "drop", on: orders });
  expect(await attempt(lost.action)).toMatchObject({ kind: "later" });
  expect(await attempt(lost.action)).toMatchObject({ kind: "later", why: "not settled" });
  expect(await attempt(lost.action, { settle: 0 })).toMatchObject({ kind: "waiting" });
  expect(madeOf(lost.key)).toHaveLength(1);
});

it("where nothing was done it is ready again, and says when it is tried next", async () => {
  const { action } = await world.wanted({ action: { planned_on: "2026-06-10" } });
  vendor.faults.add({ kind: "limited", on: orders, seconds: 90 });
  expect(await attempt(action)).toMatchObject({ kind: "later", milliseconds: 90_000 });
  expect(await world.actionOf(action)).toMatchObject({ status: "ready", next_attempt_at: expect.any(String) });
  await attempt(action);
  expect(await world.actionOf(action)).toMatchObject({ status: "acknowledged", next_attempt_at: null, result: null });
});

it("an order of an operator without a connection is nobody's: it stays ready", async () => {
  const { action, key } = await world.wanted({ operator: 1 });
  expect(await attempt(action)).toEqual({ kind: "ended", status: "ready" });
  expect(madeOf(key)).toHaveLength(0);
});

it("of a paused connection nothing is sent: what is ready stays so, what is under way is asked for later", async () => {
  const wayOf = async () => "paused" as const;
  const { action, key } = await world.wanted();
  expect(await attempt(action, { wayOf })).toEqual({ kind: "ended", status: "ready" });
  expect(madeOf(key)).toHaveLength(0);
  await attempt(action);
  vendor.ledger.finish(orderOf(key));
  expect(await attempt(action, { wayOf })).toEqual({ kind: "waiting", milliseconds: 60_000 });
  expect((await world.actionOf(action)).status).toBe("acknowledged");
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
});

it("an order that the operator no longer knows is never sent again by itself", async () => {
  const { action, key } = await world.wanted();
  await attempt(action);
  vendor.ledger.all.splice(vendor.ledger.all.indexOf(orderOf(key)), 1);
  expect(await attempt(action, { settle: 0 })).toMatchObject({ kind: "later" });
  expect(await world.actionOf(action)).toMatchObject({
    status: "acknowledged",
    result: expect.stringContaining("ne connaît plus"),
  });
  expect(madeOf(key)).toHaveLength(0);
});

it("what is called back meanwhile is left alone, and due again with a new day", async () => {
  const { action, key } = await world.wanted();
  vendor.faults.add({ kind: "limited", on: orders, seconds: 90 });
  expect(await attempt(action)).toMatchObject({ kind: "later" });
  const day = (planned_on: string | null) =>
    world.manager.update("sw_action", { type: "sw_action--sw_action", id: action, attributes: { planned_on } });
  for (const none of [null, "2026-06-16"]) {
    await day(none);
    expect(await attempt(action)).toEqual({ kind: "ended", status: "ready" });
  }
  expect(madeOf(key)).toHaveLength(0);
  await day("2026-06-15");
  expect(await attempt(action)).toMatchObject({ kind: "waiting" });
});

it("due is what has a day that has come, and no deployment that waits for its launch", async () => {
  const day = "2026-06-15";
  const launched = await world.deployment("launched", day);
  const planned = await world.deployment("planned", day);
  const own = await world.wanted({ action: { planned_on: day } });
  const first = await world.wanted({ deployment: launched, action: { planned_on: day } });
  const due = [own, first, await world.wanted({ deployment: launched, operator: 1, action: { planned_on: day } })];
  const not = [
    await world.wanted({ action: { planned_on: null } }),
    await world.wanted({ action: { planned_on: "2026-06-16" } }),
    // What the launch found that it can't begin has no day.
    await world.wanted({ deployment: launched, action: { planned_on: null } }),
    await world.wanted({ deployment: planned, action: { planned_on: day } }),
    // Put off since it was launched.
    await world.wanted({ deployment: await world.deployment("launched", "2026-06-16"), action: { planned_on: day } }),
    await world.wanted({ deployment: launched, after: [first.action], action: { planned_on: day } }),
  ];
  const found = await world.accounts.acting(world.brand, "connector", async (client) =>
    supplierOrders.due?.(await client("due"), day, ["sw_telecom"]),
  );
  const parties = new Map(found?.map(({ id, party }) => [id, party]));
  expect(due.map(({ action }) => parties.get(action))).toEqual([
    world.operators[0],
    world.operators[0],
    world.operators[1],
  ]);
  expect(not.filter(({ action }) => parties.has(action))).toEqual([]);
});

it("a launch makes its orders due, calling it back undoes that", async () => {
  const [today, viewers] = [businessDay(), new Viewers()];
  const id = await world.deployment("planned", today);
  const one = await world.wanted({ deployment: id, action: { planned_on: null } });
  const isDue = async () => {
    const due = await world.accounts.acting(world.brand, "connector", async (client) =>
      supplierOrders.due?.(await client("launched"), today, ["sw_telecom"]),
    );
    return due?.some(({ id: action }) => action === one.action);
  };
  const version = async () => (await world.manager.get("sw_deployment", id)).version ?? 0;
  expect(await isDue()).toBe(false);
  const viewer = await viewers.of("manager", world.manager);
  expect(await launch(world.manager, viewer, { id, version: await version(), leave: [] })).toMatchObject({ begun: 1 });
  expect(await isDue()).toBe(true);
  await setDeploymentState(world.manager, { id, version: await version(), to: "planned" });
  expect(await isDue()).toBe(false);
  expect(await attempt(one.action, { today })).toEqual({ kind: "ended", status: "ready" });
});
