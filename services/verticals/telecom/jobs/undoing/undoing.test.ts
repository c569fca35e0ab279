import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { pennylane } from "../../../../base/connectors/adapters/pennylane/pennylane.ts";
import { billedEnd } from "../../../../base/connectors/execution/billed-end.ts";
import { billedWork } from "../../../../base/connectors/execution/billed-work.ts";
import { carryOut } from "../../../../base/connectors/execution/carry-out.ts";
import { type Connected, ConnectorRegistry } from "../../../../base/connectors/registry.ts";
import { Viewers } from "../../../../platform/backend/viewers.ts";
import { businessDay } from "../../../../platform/day.ts";
import { type Listening, listen } from "../../../../platform/service/listen.ts";
import { cfast as operator } from "../../../../stand-ins/vendors/cfast/simulator.ts";
import { pennylane as biller } from "../../../../stand-ins/vendors/pennylane/simulator.ts";
import { billedLine } from "../../billing/billed-line.ts";
import { previewUndo, undo } from "../../commands/undo.ts";
import { cfast } from "../../suppliers/adapters/cfast/cfast.ts";
import { supplierOrders } from "../../suppliers/orders.ts";
import { World } from "../../suppliers/testing/world.ts";
import { undoId } from "../../domain/undo.ts";
import { goOn } from "./go-on.ts";

const token = "a-key-of-the-vendor";
const supplier = operator({ tokens: { [token]: 10_000 } });
const billing = biller({ tokens: { [token]: 10_000 } });
const executors = [supplierOrders, billedWork([billedLine]), billedEnd([billedLine])];
/** The brand's, as the commands see it too. */
const today = businessDay(new Date(), "Europe/Paris");
const planned = { planned_on: "2026-06-01" };
const ordered = { operation: "create_line", line: { status: "ordered", activated_on: null }, action: planned };
const changed = { operation: "modify_line", action: planned };

let world: World;
let listening: readonly Listening[];
let offers: Readonly<Record<string, Connected>>;

beforeAll(async () => {
  world = await World.start();
  listening = await Promise.all(
    [supplier, billing].map(({ app }) => listen(app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 })),
  );
  const registry = new ConnectorRegistry([cfast, pennylane], { wait: async () => undefined });
  const at = (adapter: string, place: number) =>
    registry.connect({ adapter, secret: token, origin: listening[place]?.url ?? "", inside: true, timeout: 1_000 });
  offers = { supplier: at("cfast", 0), billing: at("pennylane", 1) };
}, 60_000);
afterEach(() => supplier.faults.clear());
afterAll(async () => {
  await Promise.all(Object.values(offers ?? {}).map((one) => one.close()));
  await Promise.all((listening ?? []).map((one) => one.close()));
  await world?.stop();
});

const as = <Answer>(role: "connector" | "scheduler", work: Parameters<typeof world.accounts.acting<Answer>>[2]) =>
  world.accounts.acting(world.brand, role, work);
const continued = () => as("scheduler", (client) => goOn(client, { brandId: world.brand, today }));

/** One try at an action, as the connector's own user. */
const attempt = (action: string) =>
  as("connector", async (client) =>
    carryOut(action, {
      backend: await client(`action-${action}`),
      executorOf: ({ capability, operation }) =>
        executors.find((one) => one.capability.name === capability && one.operations.includes(operation)),
      wayOf: async ({ capability }) => {
        const connected = offers[capability.name];
        const offer = connected?.offers[capability.name];
        return connected && offer && { offer, vendor: connected.vendor };
      },
      settle: 0,
      firstWait: 30_000,
      firstAsk: 60_000,
      round: 1,
      asked: 0,
      locale: "fr",
      modules: ["sw_telecom"],
      today,
    }),
  );
const orderOf = (key: string) => supplier.ledger.all.find(({ reference }) => reference === key);
const statusOf = async (id: string) => (await world.actionOf(id)).status;

/** Ordered, delivered and confirmed. */
async function done(action: string, key: string): Promise<void> {
  await attempt(action);
  const order = orderOf(key);
  if (order) supplier.ledger.finish(order);
  await attempt(action);
  expect(await statusOf(action)).toBe("done");
}
/** What is due by now, as the jobs find it, each once. */
async function dueNow(): Promise<string[]> {
  const found = await as("connector", async (client) => {
    const backend = await client("due");
    return Promise.all(executors.map((one) => one.due?.(backend, today, ["sw_telecom"]) ?? []));
  });
  return found.flat().map(({ id }) => id);
}
/** Carries out what undoes the deployment, until nothing of it is due; says in which order. */
async function carriedOut(deployment: string): Promise<string[]> {
  const order: string[] = [];
  for (;;) {
    const mine = new Set((await backOf(deployment)).map(({ id }) => id));
    const [next] = (await dueNow()).filter((id) => mine.has(id));
    if (next === undefined) return order;
    const { idempotency_key: key } = await world.actionOf(next);
    await done(next, key ?? "");
    order.push(next);
  }
}
const backOf = (deployment: string) =>
  world.administrator.listAll("sw_action", () =>
    new DrupalJsonApiParams()
      .addFields("sw_action--sw_action", ["operation", "status", "compensates", "depends_on", "payload"])
      .addFilter("deployment.id", deployment)
      .addFilter("compensates.id", null, "IS NOT NULL"),
  );
const deploymentOf = (id: string) => world.manager.get("sw_deployment", id);

/** Steps one after the other, of a deployment that is launched. */
async function chain(steps: readonly object[], more: { readonly allOrNothing?: boolean } = {}) {
  const deployment = await world.deployment("launched", "2026-06-01");
  if (more.allOrNothing)
    await world.manager.update("sw_deployment", {
      type: "sw_deployment--sw_deployment",
      id: deployment,
      attributes: { all_or_nothing: true },
    });
  const made: Awaited<ReturnType<typeof world.wanted>>[] = [];
  for (const step of steps) {
    const before = made.at(-1);
    made.push(await world.wanted({ ...step, deployment, ...(before && { after: [before.action] }) }));
  }
  const [a, b, c, d] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0], (typeof made)[0]];
  return { deployment, made, a, b, c, d };
}
async function asked(deployment: string) {
  const viewer = await new Viewers().of("manager", world.manager);
  const { version } = await deploymentOf(deployment);
  return undo(world.manager, viewer, { id: deployment, version: version ?? 1 });
}

it("all or nothing: refused at the fourth step, the third, the second and the first are undone, and lines follow", async () => {
  const { deployment, made, a, b, c, d } = await chain([ordered, ordered, changed, changed], { allOrNothing: true });
  for (const { action, key } of made.slice(0, 3)) await done(action, key);
  await attempt(d.action);
  const order = orderOf(d.key);
  if (order) supplier.ledger.reject(order, "No such option there");
  expect(await continued()).toEqual({ written: 0, refused: 0 });
  await attempt(d.action);
  expect(await statusOf(d.action)).toBe("rejected_by_vendor");

  expect(await continued()).toEqual({ written: 1, refused: 0 });
  for (const _ of [1, 2]) expect(await continued()).toEqual({ written: 0, refused: 0 });
  expect(await deploymentOf(deployment)).toMatchObject({ status: "undoing" });
  expect(await statusOf(d.action)).toBe("cancelled");
  expect(await carriedOut(deployment)).toEqual([c, b, a].map(({ action }) => undoId(action)));
  expect(await continued()).toEqual({ written: 0, refused: 0 });
  for (const { line } of [a, b]) expect(await world.lineOf(line)).toMatchObject({ status: "terminated" });
  expect(orderOf(`undo/${a.action}`)).toMatchObject({
    operation: "terminate",
    comment: "Retour en arrière de « Ends »",
  });
  expect(supplier.ledger.all.filter(({ reference }) => reference.startsWith(`undo/${d.action}`))).toEqual([]);
});

it("all or nothing: refused at the first step, nothing is undone", async () => {
  const { deployment, a, b } = await chain([changed, ordered], { allOrNothing: true });
  await world.set(a.action, "rejected_by_us");
  expect(await continued()).toEqual({ written: 1, refused: 0 });
  expect([await statusOf(a.action), await statusOf(b.action)]).toEqual(["cancelled", "cancelled"]);
  expect(await world.lineOf(b.line)).toMatchObject({ status: "cancelled" });
  expect(await backOf(deployment)).toEqual([]);
});

it("one that isn’t all or nothing is undone by who asks only", async () => {
  const { deployment, a } = await chain([changed]);
  await world.set(a.action, "rejected_by_us");
  expect(await continued()).toEqual({ written: 0, refused: 0 });
  expect(await deploymentOf(deployment)).toMatchObject({ status: "launched" });
});

it("asked for by many at once, each step is undone once; who saw something older is refused", async () => {
  const { deployment, a, b } = await chain([changed, changed]);
  await done(a.action, a.key);
  await done(b.action, b.key);
  const answers = await Promise.all([asked(deployment), asked(deployment), asked(deployment), continued()]);
  expect(answers.slice(0, 3).filter((answer) => "kind" in answer && answer.kind === "done")).toHaveLength(1);
  expect(await asked(deployment)).toMatchObject({ kind: "refused" });
  await Promise.all([continued(), continued(), continued()]);
  expect((await backOf(deployment)).map(({ id }) => id).sort()).toEqual([undoId(a.action), undoId(b.action)].sort());
  await carriedOut(deployment);
  expect(
    supplier.ledger.all.filter(({ reference }) => reference.startsWith("undo/")).map((one) => one.reference),
  ).toEqual(
    [...new Set(supplier.ledger.all.map(({ reference }) => reference))].filter((one) => one.startsWith("undo/")),
  );
});

it("what the vendor has begun is asked to end; where it is too late for that, it is undone once it is done", async () => {
  const { deployment, a, b, c } = await chain([changed, changed, changed]);
  await done(a.action, a.key);
  await attempt(b.action);
  expect(await asked(deployment)).toEqual({ kind: "done" });
  expect([await statusOf(b.action), await statusOf(c.action)]).toEqual(["cancelling", "cancelled"]);
  // Nothing is undone before it is known what becomes of the step after it.
  expect(await continued()).toEqual({ written: 0, refused: 0 });
  const order = orderOf(b.key);
  for (let step = 0; order && step < 3; step += 1) supplier.ledger.advance(order);
  await attempt(b.action);
  expect(await statusOf(b.action)).toBe("delivered");
  expect(await continued()).toEqual({ written: 0, refused: 0 });
  if (order) supplier.ledger.finish(order);
  await attempt(b.action);
  expect(await continued()).toEqual({ written: 1, refused: 0 });
  expect(await carriedOut(deployment)).toEqual([b, a].map(({ action }) => undoId(action)));

  const ended = await chain([changed, changed]);
  await done(ended.a.action, ended.a.key);
  await attempt(ended.b.action);
  await asked(ended.deployment);
  await attempt(ended.b.action);
  const cancelled = orderOf(ended.b.key);
  if (cancelled) supplier.ledger.advance(cancelled);
  await attempt(ended.b.action);
  expect(await statusOf(ended.b.action)).toBe("cancelled");
  expect(await continued()).toEqual({ written: 1, refused: 0 });
  expect(await carriedOut(ended.deployment)).toEqual([undoId(ended.a.action)]);
});

it("one that fails says why, what waits for it waits, and it is tried again from there", async () => {
  const { deployment, made, a, b } = await chain([ordered, ordered]);
  for (const { action, key } of made) await done(action, key);
  await asked(deployment);
  const [first, then] = [undoId(b.action), undoId(a.action)];
  await attempt(first);
  const order = orderOf(`undo/${b.action}`);
  if (order) supplier.ledger.reject(order, "The line has a fault");
  await attempt(first);
  expect(await world.actionOf(first)).toMatchObject({ status: "rejected_by_vendor", reason: "The line has a fault" });
  expect(await dueNow()).not.toContain(then);
  expect(await continued()).toEqual({ written: 0, refused: 0 });
  await world.set(first, "ready");
  await attempt(first);
  const again = orderOf(`undo/${b.action}~2`);
  if (again) supplier.ledger.finish(again);
  await attempt(first);
  expect(await statusOf(first)).toBe("done");
  expect(await carriedOut(deployment)).toEqual([then]);
});

it("what is billed ends before the line does, and only what the deployment had billed", async () => {
  const { manager } = world;
  const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
  const make = async (type: Parameters<typeof manager.create>[0], attributes: object, relationships = {}) =>
    (await world.administrator.create(type, { type: `${type}--${type}`, attributes: { ...attributes }, relationships }))
      .id;
  const customer = billing.ledger.addCustomer({
    first_name: "",
    last_name: "",
    reg_no: "",
    external_reference: "",
    emails: [],
    customer_type: "company",
    name: "Kervadec",
    billing_address: { address: "1 quai", postal_code: "56100", city: "Lorient", country_alpha2: "FR" },
  });
  const place = await make(
    "sw_billing_site",
    { name: "Brest", billing_system: "Pennylane", external_id: String(customer.id) },
    { account: to("sw_account", world.account) },
  );
  const catalogue = to("sw_catalogue", await make("sw_catalogue", { name: "Mobile" }));
  const plan = await make("sw_catalogue_item", { code: "B50", name: "Business 50", kind: "plan" }, { catalogue });
  const option = await make("sw_catalogue_item", { code: "OPT", name: "Roaming", kind: "option" }, { catalogue });
  const price = { direction: "sell", gross: "20.0000", net: "20.0000", valid_from: "2026-01-01" };
  for (const item of [plan, option]) await make("sw_price", price, { item: to("sw_catalogue_item", item) });
  const { deployment, a } = await chain([ordered]);
  const resource = { type: "sw_line--sw_line", id: a.line, attributes: {} };
  const links = { plan: to("sw_catalogue_item", plan), billing_site: to("sw_billing_site", place) };
  await world.administrator.update("sw_line", { ...resource, relationships: links });
  const billed = (operation: string, after: string, of: string | null, payload = {}) =>
    make(
      "sw_action",
      {
        capability: "billing",
        operation,
        payload: { details: "As agreed", ...payload },
        idempotency_key: `run/${Math.random()}`,
        ...planned,
      },
      {
        account: to("sw_account", world.account),
        line: to("sw_line", a.line),
        depends_on: { data: [to("sw_action", after).data] },
        ...(of && { deployment: to("sw_deployment", of) }),
      },
    );
  await done(a.action, a.key);
  const service = await billed("create_service", a.action, deployment);
  await done(service, "");
  // An option that somebody else had billed stays as it is.
  const foreign = await billed("add_option", service, null, { code: "OPT" });
  await done(foreign, "");
  const own = await billed("add_option", service, deployment, { code: "OPT", quantity: 2 });
  await done(own, "");

  const viewer = await new Viewers().of("manager", manager);
  const preview = await previewUndo(manager, viewer, { id: deployment });
  const rows = new Map(preview.rows.map((row) => [row.id, row]));
  expect(rows.get(service)).toMatchObject({ step: { kind: "reverse", by: "end_service" }, sell: "0.0000" });
  expect(rows.get(own)).toMatchObject({ step: { by: "end_service" }, sell: "-40.0000", articleName: "Roaming" });
  expect(await asked(deployment)).toEqual({ kind: "done" });
  expect(await carriedOut(deployment)).toEqual([own, service, a.action].map(undoId));
  const subscription = billing.ledger.subscriptions.find((one) => one.customer_id === customer.id);
  expect(subscription?.lines.map(({ quantity }) => Number(quantity))).toEqual([1]);
  const items = await world.administrator.listAll("sw_billed_item", () =>
    new DrupalJsonApiParams().addFilter("line.id", a.line),
  );
  expect(items.map(({ kind, quantity, period_end }) => [kind, Number(quantity), period_end]).sort()).toEqual([
    ["option", 1, null],
    ["option", 2, today],
    ["recurring", 1, today],
  ]);
  expect(await world.lineOf(a.line)).toMatchObject({ status: "terminated" });
});
