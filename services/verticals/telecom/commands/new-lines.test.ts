import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { ServiceSession } from "../../../platform/backend/service-account.ts";
import { Viewers } from "../../../platform/backend/viewers.ts";
import { businessDay } from "../../../platform/day.ts";
import { signIn, startBackend, type TestServer } from "../../../platform/testing/servers.ts";
import { newLineId } from "../domain/new-line-operations.ts";
import { telecomRouter } from "./router.ts";

const password = "demo-2026";
const today = businessDay();
const id = () => randomUUID();
const [account, elsewhere, park, operator, plan, other] = [id(), id(), id(), id(), id(), id()];
const [site, billingSite, foreignSite, foreignBillingSite] = [id(), id(), id(), id()];

let backend: TestServer;
let admin: BackendClient;

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
const add = (type: string, id: string, attributes: Record<string, unknown>, relationships = {}): AtomicOperation => ({
  op: "add",
  data: { type: `${type}--${type}`, id, attributes, relationships },
});

beforeAll(async () => {
  backend = await startBackend();
  const platform = await new ServiceSession(backend.url, { name: "admin", password: "admin" }).client("setup");
  const user = (name: string, role: string, brand: string) =>
    platform.create("user", {
      type: "user--user",
      attributes: {
        name,
        pass: password,
        status: true,
        full_name: name,
        user_type: "internal",
        business_roles: [role],
      },
      relationships: { brand: to("sw_brand", brand) },
    });
  const [brand, neighbour] = [randomUUID(), randomUUID()];
  await platform.operate(
    [brand, neighbour].map((id, index) => add("sw_brand", id, { name: `Brand ${index}`, modules: ["sw_telecom"] })),
  );
  for (const role of ["administrator", "support_n1", "sales"]) await user(role, role, brand);
  await user("neighbour", "administrator", neighbour);
  admin = await new ServiceSession(backend.url, { name: "administrator", password }).client("setup");
  const catalogue = randomUUID();
  const ofOperator = (id: string, name: string, supplier: string, prices: Record<string, string>) => [
    add(
      "sw_catalogue_item",
      id,
      { code: name, name, kind: "plan" },
      { catalogue: to("sw_catalogue", catalogue), supplier: to("sw_supplier", supplier) },
    ),
    ...Object.entries(prices).map(([direction, net]) =>
      add(
        "sw_price",
        randomUUID(),
        { direction, gross: net, net, valid_from: "2026-01-01" },
        { item: to("sw_catalogue_item", id) },
      ),
    ),
  ];
  const second = randomUUID();
  await admin.operate([
    add("sw_account", account, { legal_name: "Account", softwhere_id: "A-1" }),
    add("sw_account", elsewhere, { legal_name: "Elsewhere", softwhere_id: "A-2" }),
    add("sw_supplier", operator, { name: "Operator", code: "operator" }),
    add("sw_supplier", second, { name: "Second", code: "second" }),
    add("sw_catalogue", catalogue, { name: "Catalogue" }),
    ...ofOperator(plan, "Fibre", operator, { sell: "39.0000", buy: "21.5000" }),
    ...ofOperator(other, "Other", second, { sell: "1.0000" }),
    add(
      "sw_park",
      park,
      { kind: "fixed" },
      { account: to("sw_account", account), operator: to("sw_supplier", operator) },
    ),
    add("sw_billing_site", billingSite, { name: "Billing" }, { account: to("sw_account", account) }),
    add(
      "sw_site",
      site,
      { name: "Brest" },
      { account: to("sw_account", account), billing_site: to("sw_billing_site", billingSite) },
    ),
    add("sw_billing_site", foreignBillingSite, { name: "Foreign" }, { account: to("sw_account", elsewhere) }),
    add("sw_site", foreignSite, { name: "Foreign" }, { account: to("sw_account", elsewhere) }),
  ]);
}, 60_000);

afterAll(() => void backend?.stop());

async function as(name: string) {
  const session = await signIn(backend.url, name, password);
  const viewers = new Viewers();
  return telecomRouter.createCaller({
    service: { viewerOf: viewers.of.bind(viewers) },
    session,
    backendFor: (requestId) => new BackendClient({ baseUrl: backend.url, ...session, requestId }),
  });
}

let last = 10_000_000;
const number = () => {
  last += 1;
  return `02${last}`;
};
const line = (given: Record<string, unknown> = {}) => ({
  number: number(),
  siteId: site,
  planId: plan,
  userName: "Accueil",
  ...given,
});
const asked = (lines: readonly ReturnType<typeof line>[], given: Record<string, unknown> = {}) => ({
  runId: `new-lines-${randomUUID()}`,
  order: {
    accountId: account,
    name: "Opening",
    plannedOn: today,
    ownerId: null,
    parkId: park,
    billingSiteId: billingSite,
    lines: [...lines],
    ...given,
  },
});
const counts = () =>
  Promise.all(
    (["sw_line", "sw_deployment", "sw_action", "sw_milestone"] as const).map((type) =>
      admin.count(type, new DrupalJsonApiParams()),
    ),
  );

describe("a deployment with new lines", () => {
  it("makes lines, orders and what is billed after them at once; twice pressed it is made once, and it can be launched", async () => {
    const commands = await as("administrator");
    const before = await counts();
    const input = asked([line(), line()]);
    const [first, second] = await Promise.all([commands.planNewLines(input), commands.planNewLines(input)]);
    expect(first).toMatchObject({ kind: "planned" });
    expect([second, await commands.planNewLines(input)]).toEqual([first, first]);
    expect((await counts()).map((count, index) => count - (before[index] ?? 0))).toEqual([2, 1, 4, 5]);
    if (first.kind !== "planned") throw new Error("It wasn't planned.");
    const id = first.deploymentId;
    const preview = await commands.previewLaunch({ id });
    expect(preview.status).toBe("planned");
    expect(
      preview.rows.map(({ operation, blocked, sell, buy, supplierId }) => [operation, blocked, sell, buy, supplierId]),
    ).toEqual(
      expect.arrayContaining([
        ["create_line", null, "39.0000", "21.5000", operator],
        ["create_service", null, "0.0000", "0.0000", operator],
      ]),
    );
    const made = preview.rows.find(({ operation }) => operation === "create_line")?.line;
    expect(await admin.get("sw_line", made?.id ?? "")).toMatchObject({
      status: "ordered",
      user_name: "Accueil",
      plan: { id: plan },
      site: { id: site },
      billing_site: { id: billingSite },
    });
    expect(await commands.launch({ id, version: preview.version })).toMatchObject({ kind: "done", begun: 4 });
  }, 60_000);

  it("names the row and the field that the backend refuses, and writes nothing", async () => {
    const commands = await as("administrator");
    const taken = line();
    expect(await commands.planNewLines(asked([taken]))).toMatchObject({ kind: "planned" });
    const before = await counts();
    expect(await commands.planNewLines(asked([line(), line({ number: taken.number })]))).toMatchObject({
      kind: "refused",
      refusal: { row: 1, field: "number", detail: "not_unique" },
    });
    const elsewhereBilled = asked([line()], { billingSiteId: foreignBillingSite });
    expect(await commands.planNewLines(elsewhereBilled)).toMatchObject({
      kind: "refused",
      refusal: { row: null, field: "billingSite", detail: "not_same_owner" },
    });
    expect(await counts()).toEqual(before);
  });

  it("says all that it can know by itself", async () => {
    const result = await (await as("administrator")).planNewLines(
      asked([line({ number: "" }), line({ planId: other }), line({ planId: null }), line({ siteId: foreignSite })]),
    );
    expect(result).toMatchObject({
      kind: "refused",
      problems: [
        { row: 0, field: "number", fault: "missing" },
        { row: 1, field: "plan", fault: "not-offered" },
        { row: 2, field: "plan", fault: "missing" },
        { row: 3, field: "site", fault: "not-there" },
      ],
    });
  });

  it("takes its lines with it where it is cancelled, but for one that is in service, and brings them back", async () => {
    const commands = await as("administrator");
    const input = asked([line(), line()]);
    const planned = await commands.planNewLines(input);
    if (planned.kind !== "planned") throw new Error("It wasn't planned.");
    const id = planned.deploymentId;
    const states = async () => {
      const rows = await admin.list(
        "sw_line",
        new DrupalJsonApiParams()
          .addFilter("number", [...input.order.lines.map((one) => one.number)], "IN")
          .addSort("number"),
      );
      return rows.map(({ status }) => status);
    };
    const set = async (to: "cancelled" | "planned") => {
      const { version = 1 } = await admin.get("sw_deployment", id, new DrupalJsonApiParams());
      expect(await commands.setDeploymentState({ id, version, to })).toMatchObject({ kind: "done" });
    };
    expect(await states()).toEqual(["ordered", "ordered"]);
    await set("cancelled");
    expect(await states()).toEqual(["cancelled", "cancelled"]);
    await set("planned");
    expect(await states()).toEqual(["ordered", "ordered"]);
    await admin.update("sw_line", {
      type: "sw_line--sw_line",
      id: newLineId(input.runId, 0),
      attributes: { status: "active", activated_on: today, version: 3 },
    });
    await set("cancelled");
    expect(await states()).toEqual(["active", "cancelled"]);
    await set("planned");
    expect(await states()).toEqual(["active", "ordered"]);
  });

  it("is for who may plan deployments, of their own brand, and shows prices to whom they may be shown", async () => {
    const before = await counts();
    const choices = { accountId: account, on: today };
    for (const name of ["support_n1", "sales"])
      expect(await (await as(name)).planNewLines(asked([line()]))).toMatchObject({
        kind: "refused",
        refusal: { detail: "forbidden" },
      });
    const neighbour = await as("neighbour");
    expect(await neighbour.newLineChoices(choices)).toMatchObject({ parks: [], sites: [], billingSites: [] });
    expect(await neighbour.planNewLines(asked([line()]))).toMatchObject({
      kind: "refused",
      refusal: { field: "park", detail: "not_found" },
    });
    expect(await counts()).toEqual(before);
    const offered = async (name: string) => (await (await as(name)).newLineChoices(choices)).plans;
    expect(await offered("administrator")).toEqual([
      expect.objectContaining({
        id: plan,
        sell: { net: "39.0000", period: "month" },
        buy: { net: "21.5000", period: "month" },
      }),
    ]);
    expect(await offered("support_n1")).toEqual([
      expect.objectContaining({ id: plan, sell: undefined, buy: undefined }),
    ]);
  });
});
