import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import { carryOut, type Outcome } from "../../../base/connectors/execution/carry-out.ts";
import { type Connected, ConnectorRegistry } from "../../../base/connectors/registry.ts";
import { makeBrand } from "../../../platform/testing/brand.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { alphalink as folderSimulator } from "../../../stand-ins/vendors/alphalink/simulator.ts";
import { cfast as simulator } from "../../../stand-ins/vendors/cfast/simulator.ts";
import type { Order } from "../../../stand-ins/vendors/wholesale/orders.ts";
import { alphalink } from "./adapters/alphalink/alphalink.ts";
import { cfast } from "./adapters/cfast/cfast.ts";
import { supplierOrders } from "./orders.ts";
import { World } from "./testing/world.ts";

const token = "a-key-of-the-operator";
const root = mkdtempSync(join(tmpdir(), "cards-"));
const overHttp = simulator({ tokens: { [token]: 10_000 } });
const byFiles = folderSimulator(root);

let world: World;
let listening: Listening;
let connected: readonly [Connected, Connected];

beforeAll(async () => {
  world = await World.start();
  listening = await listen(overHttp.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  const registry = new ConnectorRegistry([cfast, alphalink], { wait: async () => undefined });
  connected = [
    registry.connect({ adapter: "cfast", secret: token, origin: listening.url, inside: true, timeout: 1_000 }),
    registry.connect({ adapter: "alphalink", secret: "", origin: pathToFileURL(root).href, owner: ["b", "s"] }),
  ];
}, 60_000);
afterAll(async () => {
  for (const one of connected ?? []) await one.close();
  await byFiles.close();
  await listening?.close();
  await world?.stop();
  rmSync(root, { recursive: true, force: true });
});

/** One try as the connector's own user, over HTTP at the first operator, by files at the second. */
const attempt = (action: string): Promise<Outcome> =>
  world.accounts.acting(world.brand, "connector", async (client) =>
    carryOut(action, {
      backend: await client(`action-${action}`),
      executorOf: () => supplierOrders,
      wayOf: async (_executor, party) => {
        const way = connected[world.operators.indexOf(party ?? "")];
        const offer = way?.offers["supplier"];
        return way && offer ? { offer, vendor: way.vendor } : undefined;
      },
      settle: 60_000,
      firstWait: 30_000,
      firstAsk: 60_000,
      round: 1,
      asked: 0,
      locale: "fr",
      modules: ["sw_telecom"],
      today: "2026-06-15",
    }),
  );

function orderOf(key: string): Order {
  const order = [...overHttp.ledger.all, ...byFiles.ledger.all].find(({ reference }) => reference === key);
  if (!order) throw new Error(`no order ${key}`);
  return order;
}
const sims = (quantity: number, sim: "sim" | "esim" = "sim") => ({
  operation: "order_sim",
  action: { payload: { sim, quantity } },
});
const cards = (iccids: readonly string[]) =>
  world.administrator.listAll("sw_sim", () =>
    new DrupalJsonApiParams().addFilter("iccid", [...iccids], "IN").addSort("iccid"),
  );
const of = (order: Order) => order.cards.map(({ iccid }) => iccid).sort();
const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
const card = async (iccid: string, attributes: object = {}, given: { account?: string; line?: string } = {}) =>
  (
    await world.manager.create("sw_sim", {
      type: "sw_sim--sw_sim",
      attributes: { iccid, ...attributes },
      relationships: {
        account: to("sw_account", given.account ?? world.account),
        ...(given.line && { line: to("sw_line", given.line) }),
      },
    })
  ).id;
const anyIccid = () => `8933${String(Math.floor(Math.random() * 1e14)).padStart(14, "0")}`;
const until = async (action: string, order: Order, state: Order["state"]) => {
  while (order.state !== state) overHttp.ledger.advance(order);
  return attempt(action);
};

it("a delivered order brings its cards into stock, with their operator, once", async () => {
  const { action, key } = await world.wanted(sims(3, "esim"));
  await attempt(action);
  const order = orderOf(key);
  expect(order).toMatchObject({ simKind: "esim", quantity: 3, cards: [] });
  await until(action, order, "delivered");
  const there = await cards(of(order));
  expect(there).toMatchObject(
    order.cards
      .toSorted((a, b) => a.iccid.localeCompare(b.iccid))
      .map(({ iccid, eid }) => ({
        iccid,
        eid,
        kind: "esim",
        status: "stock",
        account: { id: world.account },
        operator: { id: world.operators[0] },
        line: null,
        version: 1,
      })),
  );
  expect(await world.actionOf(action)).toMatchObject({ status: "delivered", result: null });
  // The same news, and what comes after it.
  await attempt(action);
  expect(await until(action, order, "completed")).toEqual({ kind: "ended", status: "done" });
  expect((await cards(of(order))).map(({ id, version }) => [id, version])).toEqual(there.map(({ id }) => [id, 1]));
});

it("one card that was ordered for a line is meant for it, and who did something with it is not overruled", async () => {
  const { action, key, line } = await world.wanted(sims(1));
  await attempt(action);
  const order = orderOf(key);
  await until(action, order, "delivered");
  const [made] = await cards(of(order));
  expect(made).toMatchObject({ status: "stock", line: { id: line } });
  const { line: other } = await world.wanted();
  await world.manager.update("sw_sim", {
    type: "sw_sim--sw_sim",
    id: made?.id ?? "",
    attributes: { status: "active" },
    relationships: { line: to("sw_line", other) },
  });
  await until(action, order, "completed");
  expect(await cards(of(order))).toMatchObject([{ status: "active", line: { id: other } }]);
});

it("by files the cards are read from the delivery file", async () => {
  const { action, key, line } = await world.wanted({ operator: 1, ...sims(1, "esim") });
  await attempt(action);
  await byFiles.look();
  byFiles.ledger.finish(orderOf(key));
  await byFiles.look();
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(await cards(of(orderOf(key)))).toMatchObject([
    { eid: orderOf(key).cards[0]?.eid, status: "stock", line: { id: line }, operator: { id: world.operators[1] } },
  ]);
});

it("cards that are there: one’s own is taken over, another account’s is said, another brand’s is none of it", async () => {
  const { action, key, line } = await world.wanted(sims(4));
  await attempt(action);
  const order = orderOf(key);
  const [own, others, foreign, unreadable] = [anyIccid(), anyIccid(), anyIccid(), "12345"];
  const other = await world.manager.create("sw_account", {
    type: "sw_account--sw_account",
    attributes: { kind: "company", legal_name: "Other", softwhere_id: `O-${own}` },
  });
  const before = [await card(own, { status: "active" }, { line }), await card(others, {}, { account: other.id })];
  const stranger = await (await makeBrand(world.backend.url, ["manager"], ["sw_telecom"], "-b"))("manager");
  const theirs = await stranger.create("sw_account", {
    type: "sw_account--sw_account",
    attributes: { kind: "company", legal_name: "Theirs", softwhere_id: "T" },
  });
  await stranger.create("sw_sim", {
    type: "sw_sim--sw_sim",
    attributes: { iccid: foreign },
    relationships: { account: to("sw_account", theirs.id) },
  });
  while (order.state !== "delivered") overHttp.ledger.advance(order);
  // A check digit that isn't right warns only.
  const doubtful = "8933990000000000001";
  order.cards = [own, others, foreign, doubtful, unreadable].map((iccid) => ({ iccid, eid: null }));
  await attempt(action);
  const byIccid = new Map((await cards([own, others, foreign, doubtful])).map((one) => [one.iccid, one]));
  expect(byIccid.get(own)).toMatchObject({ id: before[0], status: "active", operator: { id: world.operators[0] } });
  expect(byIccid.get(others)).toMatchObject({ id: before[1], account: { id: other.id }, operator: null, version: 1 });
  expect(byIccid.get(foreign)).toMatchObject({ status: "stock", account: { id: world.account } });
  expect(byIccid.get(doubtful)).toMatchObject({ status: "stock" });
  const { status, result } = await world.actionOf(action);
  expect([status, result]).toEqual([
    "delivered",
    [
      `Numéro qui n’est pas celui d’une carte, non enregistré : ${unreadable}.`,
      `Clé de contrôle à vérifier : ${doubtful}.`,
      `Carte d’un autre compte, laissée telle quelle : ${others}.`,
    ].join("\n"),
  ]);
});

it("an order that ends without naming its cards says so", async () => {
  const { action, key } = await world.wanted(sims(2));
  await attempt(action);
  const order = orderOf(key);
  overHttp.ledger.finish(order);
  order.cards = [];
  expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
  expect(await world.actionOf(action)).toMatchObject({
    result: "Cartes commandées : 2, annoncées par l’opérateur : 0.",
  });
});

it("a swap makes the new card the line’s, and retires the old one, once the operator has done it", async () => {
  const [iccid, old] = [anyIccid(), anyIccid()];
  for (const operator of [0, 1] as const) {
    const number = `${iccid}${operator}`;
    const { action, key, line } = await world.wanted({
      operator,
      operation: "swap_sim",
      action: { payload: { iccid: number } },
    });
    await card(number);
    await card(`${old}${operator}`, { status: "active" }, { line });
    await attempt(action);
    await byFiles.look();
    const order = orderOf(key);
    expect(order).toMatchObject({ operation: "swap", iccid: number });
    overHttp.ledger.advance(order);
    await byFiles.look();
    await attempt(action);
    expect(await cards([number])).toMatchObject([{ status: "stock", line: null }]);
    overHttp.ledger.finish(order);
    await byFiles.look();
    expect(await attempt(action)).toEqual({ kind: "ended", status: "done" });
    expect(await cards([number])).toMatchObject([
      { status: "active", line: { id: line }, operator: { id: world.operators[operator] } },
    ]);
    expect(await cards([`${old}${operator}`])).toMatchObject([{ status: "retired", line: { id: line } }]);
  }
});

it("a line without a card gets its first; a card that nobody has written down is written down", async () => {
  const iccid = anyIccid();
  const { action, key, line } = await world.wanted({ operation: "swap_sim", action: { payload: { iccid } } });
  await attempt(action);
  overHttp.ledger.finish(orderOf(key));
  await attempt(action);
  expect(await cards([iccid])).toMatchObject([
    { status: "active", line: { id: line }, account: { id: world.account } },
  ]);
});

it("cards for the stock of an account need no line", async () => {
  const id = randomUUID();
  const deployment = await world.manager.create("sw_deployment", {
    type: "sw_deployment--sw_deployment",
    attributes: { name: "Stock", kind: "sim_order", status: "planned", planned_on: "2026-06-01" },
    relationships: {
      account: to("sw_account", world.account),
      supplier: to("sw_supplier", world.operators[0]),
    },
  });
  await world.manager.create("sw_action", {
    type: "sw_action--sw_action",
    id,
    attributes: {
      capability: "supplier",
      operation: "order_sim",
      payload: { sim: "sim", quantity: 1 },
      idempotency_key: `run/${id}`,
      planned_on: "2026-06-01",
    },
    relationships: { account: to("sw_account", world.account), deployment: to("sw_deployment", deployment.id) },
  });
  await attempt(id);
  overHttp.ledger.finish(orderOf(`run/${id}`));
  expect(await attempt(id)).toEqual({ kind: "ended", status: "done" });
  expect(await cards(of(orderOf(`run/${id}`)))).toMatchObject([{ status: "stock", line: null }]);
});
