import { randomUUID } from "node:crypto";
import { Client, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

async function serviceUser(brand: BrandWorld, role: string): Promise<Client> {
  const name = `${role}_${randomUUID().slice(0, 8)}`;
  const person = { name, pass: "contract-pass", status: true, user_type: "service", business_roles: [role] };
  (await brand.admin.create("user", { ...person, full_name: "Service" })).is(201);
  const client = new Client(brand.admin.base);
  (await client.login(name, "contract-pass")).is(200);
  return client;
}

const anyIccid = () => `8933${String(Math.floor(Math.random() * 1e14)).padStart(14, "0")}`;
const path = (id: string) => `/jsonapi/sw_sim/sw_sim/${id}`;

/** An order for a line of Alpha's that is at its operator. */
async function order(brand: BrandWorld, connector: Client, operation: string, payload: object) {
  const { id } = (
    await brand.manager.create(
      "sw_action",
      { capability: "supplier", operation, payload, idempotency_key: randomUUID() },
      { account: one("sw_account", brand.ids["alpha"] ?? ""), line: one("sw_line", brand.ids["line02"] ?? "") },
    )
  ).is(201);
  (await connector.update("sw_action", id, { status: "submitted" })).is(200);
  return id;
}

const update = (type: string, id: string, attributes: object, relationships: object = {}) => ({
  op: "update",
  data: { type: `${type}--${type}`, id, attributes, relationships },
});
const card = (brand: BrandWorld, id: string, attributes: object, account = "alpha") => ({
  op: "add",
  data: {
    type: "sw_sim--sw_sim",
    id,
    attributes,
    relationships: { account: one("sw_account", brand.ids[account] ?? "") },
  },
});

export const sims = group("telecom SIM cards", (test) => {
  test("the connector brings cards into stock in the request that says they were delivered, or neither", async ({
    a,
    b,
  }) => {
    const connector = await serviceUser(a, "connector");
    const iccid = anyIccid();
    const first = await order(a, connector, "order_sim", { sim: "sim", quantity: 1 });
    const id = randomUUID();
    (
      await connector.operations([
        update("sw_action", first, { status: "delivered" }),
        card(a, id, { iccid, status: "stock" }),
      ])
    ).is(200);
    (await a.manager.get(path(id)))
      .is(200)
      .has("/data/attributes/status", "stock")
      .has("/data/attributes/iccid", iccid);
    // A brand has a card once: what else the request says doesn't hold then.
    const second = await order(a, connector, "order_sim", { sim: "sim", quantity: 1 });
    (
      await connector.operations([
        update("sw_action", second, { status: "delivered" }),
        card(a, randomUUID(), { iccid, status: "stock" }),
      ])
    ).problem({ status: 422, code: "not_unique", pointer: /iccid/ });
    (await a.admin.get(`/jsonapi/sw_action/sw_action/${second}`)).has("/data/attributes/status", "submitted");
    // Another brand's is none of it.
    (await b.admin.create("sw_sim", { iccid }, { account: one("sw_account", b.ids["alpha"] ?? "") })).is(201);
    (await connector.operations([card(b, randomUUID(), { iccid: anyIccid() })])).problem({ status: 404 });
    (await b.admin.get(path(id))).is(404);
  });
  test("the connector retires a card and makes another one the line’s; PIN and PUK stay behind their right", async ({
    a,
  }) => {
    const connector = await serviceUser(a, "connector");
    const [old, fresh] = [randomUUID(), randomUUID()];
    const line = { line: one("sw_line", a.ids["line02"] ?? "") };
    const account = { account: one("sw_account", a.ids["alpha"] ?? "") };
    const secrets = { pin: "73219846", puk: "61549871" };
    (
      await a.admin.create("sw_sim", { iccid: anyIccid(), status: "active", ...secrets }, { ...account, ...line }, old)
    ).is(201);
    (await a.admin.create("sw_sim", { iccid: anyIccid(), ...secrets }, account, fresh)).is(201);
    const swap = await order(a, connector, "swap_sim", { iccid: anyIccid() });
    (
      await connector.operations([
        update("sw_action", swap, { status: "done" }),
        update("sw_sim", old, { version: 1, status: "retired" }),
        update("sw_sim", fresh, { version: 1, status: "active" }, line),
      ])
    )
      .is(200)
      .never(secrets.pin)
      .never(secrets.puk);
    (await connector.get(path(fresh)))
      .is(200)
      .has("/data/attributes/status", "active")
      .lacks("/data/attributes/pin")
      .never(secrets.puk);
    (await connector.update("sw_sim", fresh, { pin: "1234" })).problem({ status: 403 });
    (await connector.create("sw_sim", { iccid: anyIccid(), puk: "12345678" }, account)).problem({ status: 403 });
    (await connector.remove(path(fresh))).is(403);
    for (const reader of [a.manager, a.support])
      (await reader.get(`${path(old)}?include=line`)).is(200).never(secrets.pin).never(secrets.puk);
    (await a.admin.get(path(old))).has("/data/attributes/pin", secrets.pin).has("/data/attributes/status", "retired");
    (await a.client.get(path(fresh))).is(403);
    (await a.support.create("sw_sim", { iccid: anyIccid() }, account)).problem({ status: 403 });
  });
});
