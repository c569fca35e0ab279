import { randomUUID } from "node:crypto";
import { Client, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld, World } from "../../../../conformance/world.ts";

const notifications = "/jsonapi/sw_notification/sw_notification";

/** The user with which the platform's services act in a brand. */
async function service({ base, fresh, password }: World, brand: BrandWorld): Promise<Client> {
  const name = fresh("service");
  (
    await brand.admin.create("user", {
      name,
      pass: password,
      status: true,
      full_name: "Service",
      user_type: "internal",
      business_roles: ["service"],
    })
  ).is(201);
  const client = new Client(base);
  (await client.login(name, password)).is(200);
  return client;
}

function told(world: World, attributes: object = {}): object {
  return {
    kind: "task_assigned",
    event_key: world.fresh("key"),
    subject_type: "sw_task",
    subject_id: randomUUID(),
    subject_label: "Rappeler",
    actor_name: "Anne",
    occurred_at: "2026-03-01T10:00:00+00:00",
    ...attributes,
  };
}

const user = (brand: BrandWorld, role: string) => brand.users[role] ?? "";
const ask = (client: Client, meta: object) => client.post("/jsonapi/recipients", { meta });

export const notified = group("telecom notifications", (test) => {
  test("what is told of a type that the person may not view any more doesn't exist for them", async (world) => {
    const { a } = world;
    const teller = await service(world, a);
    const id = (
      await teller.create("sw_notification", told(world, { kind: "anomaly_found", subject_type: "sw_anomaly" }), {
        recipient: one("user", user(a, "support_n1")),
      })
    ).is(201).id;
    (await a.support.get(`${notifications}/${id}`)).is(404);
    (await a.support.get(`/jsonapi/aggregate/sw_notification?filter[kind]=anomaly_found`))
      .is(200)
      .has("/meta/groups/0/count", 0);
    const seen = (
      await teller.create("sw_notification", told(world, { kind: "anomaly_found", subject_type: "sw_anomaly" }), {
        recipient: one("user", user(a, "manager")),
      })
    ).is(201).id;
    (await a.manager.get(`${notifications}/${seen}`)).is(200);
  });
});

export const recipients = group("telecom recipients", (test) => {
  test("a permission is asked of each person, and rows that need one", async (world) => {
    const { a } = world;
    const teller = await service(world, a);
    const users = [user(a, "support_n1"), user(a, "accounting")];
    (await ask(teller, { type: "sw_account", ids: [a.ids["alpha"] ?? ""], users, permissions: ["view margin"] }))
      .count(1, "/meta/recipients")
      .has("/meta/recipients/0/id", user(a, "accounting"));
    (await ask(teller, { type: "sw_price", ids: [a.ids["buy"] ?? ""], users }))
      .count(1, "/meta/recipients")
      .has("/meta/recipients/0/id", user(a, "accounting"));
    (await ask(teller, { type: "sw_supplier_invoice", ids: [a.ids["invoice"] ?? ""], users })).count(
      1,
      "/meta/recipients",
    );
  });
});
