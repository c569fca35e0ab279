import { randomUUID } from "node:crypto";
import { Client, one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld, World } from "../world.ts";

const notifications = "/jsonapi/sw_notification/sw_notification";
const subscriptions = "/jsonapi/sw_subscription/sw_subscription";

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

export const notified = group("notifications", (test) => {
  test("the service tells a person, once per event; they alone see it, and may only mark it read", async (world) => {
    const { a } = world;
    const teller = await service(world, a);
    const attributes = told(world);
    const recipient = { recipient: one("user", user(a, "support_n1")) };
    const id = (await teller.create("sw_notification", attributes, recipient)).is(201).id;
    (await teller.create("sw_notification", attributes, recipient)).problem({ status: 422, code: "not_unique" });
    (await a.support.get(`${notifications}/${id}`))
      .is(200)
      .has("/data/attributes/subject_label", "Rappeler")
      .has("/data/attributes/read_at", null);
    for (const other of [a.manager, a.admin]) {
      (await other.get(`${notifications}/${id}`)).is(404);
      (await other.update("sw_notification", id, { read_at: "2026-03-01T11:00:00+00:00" })).is(404);
    }
    (await a.support.update("sw_notification", id, { read_at: "2026-03-01T11:00:00+00:00" })).is(200);
    for (const field of ["kind", "subject_label", "actor_name", "event_key", "value", "account_label"]) {
      (await a.support.update("sw_notification", id, { [field]: "x" })).problem({
        status: 403,
        pointer: `/data/attributes/${field}`,
      });
    }
    (await a.support.update("sw_notification", id, {}, { recipient: one("user", user(a, "manager")) })).is(403);
    (await a.support.remove(`${notifications}/${id}`)).is(403);
    (await a.client.get(notifications)).problem({ status: 403, pointer: "/data" });
  });
  test("the service finds what was read before a day and removes it; nobody else can", async (world) => {
    const { a } = world;
    const teller = await service(world, a);
    const recipient = { recipient: one("user", user(a, "support_n1")) };
    const make = async (occurred_at: string) =>
      (await teller.create("sw_notification", told(world, { occurred_at }), recipient)).is(201).id;
    const [old, unread, young] = [
      await make("2020-01-01T10:00:00+00:00"),
      await make("2020-01-01T10:00:00+00:00"),
      await make("2020-03-01T10:00:00+00:00"),
    ];
    for (const id of [old, young])
      (await a.support.update("sw_notification", id, { read_at: "2020-04-01T10:00:00+00:00" })).is(200);
    const condition = (name: string, path: string, operator: string, value?: string) =>
      `filter[${name}][condition][path]=${path}&filter[${name}][condition][operator]=${encodeURIComponent(operator)}${value ? `&filter[${name}][condition][value]=${encodeURIComponent(value)}` : ""}`;
    const query = `${notifications}?${condition("r", "read_at", "IS NOT NULL")}&${condition("o", "occurred_at", "<", "2020-02-01T00:00:00+00:00")}&filter[recipient.id]=${user(a, "support_n1")}`;
    (await teller.get(query)).is(200).count(1).has("/data/0/id", old);
    const removal = [{ op: "remove", ref: { type: "sw_notification--sw_notification", id: old } }];
    (await a.support.operations(removal)).problem({ status: 403 });
    (await a.admin.operations(removal)).is(404);
    (await teller.operations(removal)).is(200);
    (await a.support.get(`${notifications}/${old}`)).is(404);
    for (const id of [unread, young]) (await a.support.get(`${notifications}/${id}`)).is(200);
  });
  test("nobody but the service writes one, not even to themselves", async (world) => {
    const { a } = world;
    for (const [client, role] of [
      [a.admin, "administrator"],
      [a.manager, "manager"],
      [a.support, "support_n1"],
    ] as const) {
      (await client.create("sw_notification", told(world), { recipient: one("user", user(a, role)) })).is(403);
    }
  });
  test("subscriptions are each person's own; the service reads them all and changes none", async (world) => {
    const { a, fresh } = world;
    const teller = await service(world, a);
    const kind = fresh("kind");
    const own = { subscriber: one("user", user(a, "support_n1")) };
    const id = (await a.support.create("sw_subscription", { kind, console: true, mail: false }, own)).is(201).id;
    (await a.support.create("sw_subscription", { kind }, own)).problem({ status: 422, code: "not_unique" });
    (await a.manager.get(`${subscriptions}/${id}`)).is(404);
    (await a.manager.create("sw_subscription", { kind }, own)).problem({
      status: 403,
      pointer: "/data/attributes/subscriber",
    });
    (await teller.get(`${subscriptions}/${id}`)).is(200).has("/data/attributes/mail", false);
    (await teller.update("sw_subscription", id, { mail: true })).is(403);
    (await teller.create("sw_subscription", { kind: fresh("kind") }, own)).is(403);
    (await a.support.create("sw_subscription", {}, { ...own, account: one("sw_account", a.ids["alpha"] ?? "") })).is(
      201,
    );
    (await a.support.remove(`${subscriptions}/${id}`)).is(204);
  });
  test("mail templates are the administrator's to write, one per event and language", async (world) => {
    const { a, b, fresh } = world;
    const attributes = { kind: fresh("kind"), locale: "fr", subject: "{sentence}", body: "Bonjour {recipient}" };
    const id = (await a.admin.create("sw_mail_template", attributes)).is(201).id;
    (await a.admin.create("sw_mail_template", attributes)).problem({ status: 422, code: "not_unique" });
    (await a.manager.update("sw_mail_template", id, { subject: "x" })).is(403);
    (await a.support.get(`/jsonapi/sw_mail_template/sw_mail_template/${id}`)).is(403);
    (await b.admin.get(`/jsonapi/sw_mail_template/sw_mail_template/${id}`)).is(404);
    (await a.admin.update("sw_mail_template", id, { subject: "y" })).is(200);
  });
});

export const recipients = group("recipients", (test) => {
  test("those who may see the row, how to reach them, and which of the rows", async (world) => {
    const { a } = world;
    const teller = await service(world, a);
    const [task, account] = [a.ids["task"] ?? "", a.ids["alpha"] ?? ""];
    const reply = (
      await ask(teller, {
        type: "sw_task",
        ids: [task],
        users: [user(a, "support_n1"), user(a, "client"), user(a, "manager")],
      })
    ).is(200);
    reply
      .count(2, "/meta/recipients")
      .has("/meta/recipients/0/id", user(a, "support_n1"))
      .has("/meta/recipients/0/ids", [task])
      .has("/meta/recipients/1/id", user(a, "manager"));
    reply
      .has("/meta/recipients/0/name", "support_n1 A")
      .has("/meta/recipients/0/mail", /@example\.test$/)
      .has("/meta/recipients/0/language", "fr")
      .header("Cache-Control", /no-store/);
    (
      await ask(teller, {
        type: "sw_account",
        ids: [a.ids["beta"] ?? "", account],
        users: [user(a, "client"), user(a, "support_n1")],
      })
    )
      .has("/meta/recipients/0/ids", [account])
      .has("/meta/recipients/1/ids", [a.ids["beta"] ?? "", account]);
  });
  test("foreign, unknown and blocked people, foreign and unknown rows: as if nobody were there", async (world) => {
    const { a, b, fresh } = world;
    const teller = await service(world, a);
    const task = a.ids["task"] ?? "";
    const name = fresh("blocked");
    const blocked = (
      await a.admin.create("user", {
        name,
        pass: world.password,
        status: false,
        user_type: "internal",
        business_roles: ["manager"],
      })
    ).is(201).id;
    const nobody = (await ask(teller, { type: "sw_task", ids: [task], users: [randomUUID()] })).is(200);
    for (const other of [user(b, "manager"), blocked]) {
      const reply = (await ask(teller, { type: "sw_task", ids: [task], users: [other] })).is(200);
      if (reply.text !== nobody.text) reply.fail("the answer of an unknown person", reply.text);
    }
    const manager = [user(a, "manager")];
    const nothing = (await ask(teller, { type: "sw_task", ids: [randomUUID()], users: manager }))
      .is(200)
      .has("/meta/recipients", []);
    const foreign = (await ask(teller, { type: "sw_task", ids: [b.ids["task"] ?? ""], users: manager })).is(200);
    if (foreign.text !== nothing.text) foreign.fail("the answer of an unknown row", foreign.text);
  });
  test("only the service may ask", async ({ a, anonymous, platform }) => {
    const meta = { type: "sw_task", ids: [a.ids["task"] ?? ""], users: [user(a, "manager")] };
    for (const client of [a.admin, a.manager, a.support, a.client, platform])
      (await ask(client, meta)).problem({ status: 403, pointer: "/data", detail: /'send notifications' permission/ });
    (await ask(anonymous, meta)).is(401);
    (await a.manager.get("/jsonapi/recipients")).is(405);
  });
  test("a question of another shape is 400", async (world) => {
    const { a } = world;
    const teller = await service(world, a);
    const good = { type: "sw_task", ids: [a.ids["task"] ?? ""], users: [user(a, "manager")] };
    const shapes = [
      {},
      { ...good, ids: [] },
      { ...good, ids: "x" },
      { ...good, ids: ["x"] },
      { ...good, users: Array.from({ length: 101 }, () => randomUUID()) },
      { ...good, type: "sw_nothing" },
      { ...good, type: "user" },
      { ...good, type: ["sw_task"] },
      { ...good, permissions: "view margin" },
      { ...good, permissions: [1] },
    ];
    for (const meta of shapes) (await ask(teller, meta)).problem({ status: 400, detail: /must have "meta"/ });
    (await teller.post("/jsonapi/recipients", [])).is(400);
    (await teller.send("POST", "/jsonapi/recipients", { raw: "{", type: "application/vnd.api+json" })).problem({
      status: 400,
      detail: "Syntax error",
    });
    (await teller.send("POST", "/jsonapi/recipients", { raw: "{}", type: "application/json" })).is(415);
  });
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
  });
});
