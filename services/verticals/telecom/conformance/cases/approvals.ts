import { randomUUID } from "node:crypto";
import { type Client, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld, World } from "../../../../conformance/world.ts";

const bound = "50.0000";
const pointer = "/data/attributes/status";
let lastNumber = Math.floor(Math.random() * 1e8);

/** Who that client is. */
const me = async (client: Client) => String((await client.get("/jsonapi")).at("/meta/links/me/meta/id"));

/** Sets the amount from which on the brand wants two people. */
async function limit({ platform, a }: Pick<World, "platform" | "a">, amount: string | null): Promise<void> {
  const own = await a.admin.get(`/jsonapi/sw_account/sw_account/${a.ids["alpha"] ?? ""}`);
  const brand = String(own.at("/data/relationships/brand/data/id"));
  (await platform.update("sw_brand", brand, { approval_above: amount })).is(200);
}

/** A line of its own, of the customer that deployments here are for. */
async function newLine(a: BrandWorld, price: string): Promise<string> {
  lastNumber += 1;
  const attributes = { number: `+3372${lastNumber}`, status: "active", sell_price: price };
  return (await a.admin.create("sw_line", attributes, { park: one("sw_park", a.ids["park"] ?? "") })).is(201).id;
}

/** A planned deployment that ends lines with these prices; from that bound on the brand wants two people. */
async function planned(
  { platform, a }: Pick<World, "platform" | "a">,
  prices: readonly string[],
  operation = "terminate_line",
): Promise<string> {
  await limit({ platform, a }, bound);
  const account = { account: one("sw_account", a.ids["alpha"] ?? "") };
  const attributes = { name: "Deployment", status: "planned", planned_on: "2027-01-15" };
  const id = (await a.manager.create("sw_deployment", attributes, account)).is(201).id;
  for (const price of prices) {
    const line = await newLine(a, price);
    (
      await a.manager.create(
        "sw_action",
        { capability: "supplier", operation, idempotency_key: randomUUID() },
        { deployment: one("sw_deployment", id), line: one("sw_line", line) },
      )
    ).is(201);
  }
  return id;
}

const launch = (by: Client, id: string, links: object = {}) =>
  by.update("sw_deployment", id, { status: "launched" }, links);
const ask = async (by: Client, id: string) =>
  by.update("sw_deployment", id, { status: "awaiting_approval" }, { approval_asked_by: one("user", await me(by)) });

export const approvals = group("telecom approvals", (test) => {
  test("up to the brand's amount one person launches, above it two; what isn't beginning or ending doesn't count", async ({
    platform,
    a,
  }) => {
    (await launch(a.manager, await planned({ platform, a }, ["20.0000", "30.0000"]))).is(200);
    (await launch(a.manager, await planned({ platform, a }, ["500.0000"], "modify_line"))).is(200);
    const id = await planned({ platform, a }, ["20.0000", "30.0001"]);
    (await launch(a.manager, id))
      .problem({ status: 422, code: "needs_approval", pointer })
      .has("/errors/0/meta/bound", bound);
    (await a.manager.get(`/jsonapi/sw_deployment/sw_deployment/${id}`)).has("/data/attributes/status", "planned");
    (await ask(a.manager, id)).is(200);
    const approved = { approved_by: one("user", await me(a.manager)) };
    (await launch(a.manager, id, approved)).problem({ status: 422, code: "same_person", pointer });
    (await a.support.update("sw_deployment", id, { status: "launched" })).problem({ status: 403 });
    (await launch(a.admin, id)).problem({ status: 422, code: "transition_requires" });
    (await launch(a.admin, id, approved)).problem({ status: 422, code: "transition_not_allowed" });
    (await launch(a.admin, id, { approved_by: one("user", await me(a.admin)) })).is(200);
    // Called back, it is asked for again.
    (await a.manager.update("sw_deployment", id, { status: "planned" })).is(200);
    (await launch(a.admin, id)).problem({ status: 422, code: "needs_approval" });
    await limit({ platform, a }, null);
    (await launch(a.admin, id)).is(200);
  });
  test("who asked is who asked: nobody asks in another's name, the name isn't changed, without it nobody approves", async ({
    platform,
    a,
  }) => {
    const id = await planned({ platform, a }, ["60.0000"]);
    const [manager, admin] = [await me(a.manager), await me(a.admin)];
    const named = (user: string) => ({ approval_asked_by: one("user", user) });
    const refused = { status: 422, code: "transition_not_allowed" };
    (await a.manager.update("sw_deployment", id, { status: "awaiting_approval" })).problem({
      status: 422,
      code: "transition_requires",
    });
    (await a.manager.update("sw_deployment", id, { status: "awaiting_approval" }, named(admin))).problem(refused);
    (await a.manager.update("sw_deployment", id, {}, named(manager))).problem(refused);
    (await ask(a.manager, id)).is(200);
    (await a.manager.update("sw_deployment", id, {}, named(admin))).problem(refused);
    const link = `/jsonapi/sw_deployment/sw_deployment/${id}/relationships/approval_asked_by`;
    (await a.manager.patch(link, one("user", admin))).problem(refused);
    // In one request with the approval the name of before holds.
    const own = { ...named(admin), approved_by: one("user", manager) };
    (await launch(a.manager, id, own)).problem({ status: 422, code: "same_person", pointer });
    (await a.manager.update("sw_deployment", id, {}, { approval_asked_by: { data: null } })).is(200);
    for (const [by, user] of [
      [a.manager, manager],
      [a.admin, admin],
    ] as const)
      (await launch(by, id, { approved_by: one("user", user) })).problem({ status: 422, code: "same_person" });
    (await a.manager.update("sw_deployment", id, { status: "planned" })).is(200);
    (
      await a.manager.create(
        "sw_deployment",
        { name: "Deployment" },
        { account: one("sw_account", a.ids["alpha"] ?? ""), ...named(manager) },
      )
    ).problem(refused);
    await limit({ platform, a }, null);
  });
  test("what one request adds and launches counts together", async ({ platform, a }) => {
    const id = await planned({ platform, a }, ["30.0000"]);
    const of = await newLine(a, "30.0000");
    const operations = [
      {
        op: "add",
        data: {
          type: "sw_action--sw_action",
          attributes: { capability: "supplier", operation: "terminate_line", idempotency_key: randomUUID() },
          relationships: { deployment: one("sw_deployment", id), line: one("sw_line", of) },
        },
      },
      { op: "update", data: { type: "sw_deployment--sw_deployment", id, attributes: { status: "launched" } } },
    ];
    (await a.manager.operations(operations)).problem({ status: 422, code: "needs_approval" });
    await limit({ platform, a }, null);
  });
});
