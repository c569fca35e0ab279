import { Client } from "../client.ts";
import { group } from "../suite.ts";

export const rights = group("rights", (test) => {
  test("view right without edit right", async ({ a }) => {
    (await a.accounting.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}`)).is(200);
    (await a.accounting.update("sw_site", a.ids["site01"] ?? "", { name: "x" })).problem({ status: 403 });
    (await a.support.create("sw_account", { legal_name: "x", softwhere_id: "x" })).problem({ status: 403 });
    (await a.support.remove(`/jsonapi/sw_contact/sw_contact/${a.ids["contact"]}`)).problem({ status: 403 });
  });
  test("filter, sort and group on such a field: 403 naming it", async ({ a }) => {
    (await a.support.get(`/jsonapi/sw_supplier/sw_supplier/${a.ids["orange"]}`)).lacks("/data/attributes/adapter");
    (await a.support.get("/jsonapi/sw_supplier/sw_supplier?filter[adapter]=x")).problem({
      status: 403,
      detail: /^The current user is not authorized to filter by the `adapter` field, given in the path `adapter`\./,
    });
    (await a.support.get("/jsonapi/sw_supplier/sw_supplier?sort=adapter")).problem({
      status: 403,
      detail: /`adapter`/,
    });
    (await a.support.get("/jsonapi/aggregate/sw_supplier?groupBy=adapter")).problem({
      status: 403,
      detail: /`adapter`/,
    });
    (await a.support.get("/jsonapi/sw_contact/sw_contact?filter[account.notes]=x")).is(200);
    (await a.client.get("/jsonapi/sw_contact/sw_contact?filter[account.notes]=x")).problem({
      status: 403,
      detail: /`notes`/,
    });
    (await a.client.get("/jsonapi/sw_contact/sw_contact?sort=account.notes")).problem({ status: 403 });
  });
  test("rows whose view needs a permission don't exist without it", async ({ a }) => {
    const secret = a.ids["buy"] ?? "";
    const role = (
      await a.admin.create("sw_role", {
        role: "seller",
        granted: ["view sw_price", "view sell price", "view sw_catalogue_item"],
      })
    ).is(201);
    const seller = (
      await a.admin.create("user", {
        name: `seller_${role.id}`,
        pass: "secret-word",
        status: true,
        user_type: "internal",
        business_roles: ["seller"],
      })
    ).is(201);
    const client = new Client(a.admin.base);
    (await client.login(`seller_${role.id}`, "secret-word")).is(200);
    const list = (await client.get("/jsonapi/sw_price/sw_price?filter[direction]=buy")).is(200).count(0).lacks("/meta");
    list.never(secret);
    (await client.get("/jsonapi/sw_price/sw_price")).is(200).never(secret);
    (await client.get(`/jsonapi/sw_price/sw_price/${secret}`)).is(404);
    (await client.get("/jsonapi/aggregate/sw_price?groupBy=direction"))
      .is(200)
      .has("/meta/groups/0/keys", { direction: "sell" })
      .lacks("/meta/groups/1");
    (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role.id}`)).is(204);
    (await a.admin.remove(`/jsonapi/user/user/${seller.id}`)).is(204);
  });
  test("a brand's role row replaces the default, and what it denies is gone", async ({ b }) => {
    const path = `/jsonapi/sw_supplier/sw_supplier/${b.ids["orange"]}`;
    (await b.support.get(path)).is(200).lacks("/data/attributes/adapter");
    const role = (
      await b.admin.create("sw_role", {
        role: "support_n1",
        granted: ["view sw_supplier", "view api details", "view sw_site", "view internal notes"],
        denied: ["view internal notes"],
      })
    ).is(201);
    (await b.support.get(path)).is(200).exists("/data/attributes/adapter");
    (await b.support.get(`/jsonapi/sw_site/sw_site/${b.ids["site01"]}`)).is(200).lacks("/data/attributes/access_notes");
    (await b.support.get("/jsonapi/sw_account/sw_account")).is(403);
    (await b.admin.remove(`/jsonapi/sw_role/sw_role/${role.id}`)).is(204);
    (await b.support.get("/jsonapi/sw_account/sw_account")).is(200);
  });
  test("the brand's administrator can't reach beyond the brand", async ({ a, fresh }) => {
    (
      await a.admin.create("user", {
        name: fresh("u"),
        pass: "secret-word",
        status: true,
        user_type: "internal",
        business_roles: ["platform_administrator"],
      })
    ).problem({ status: 403 });
    const role = await a.admin.create("sw_role", { role: "wide", granted: ["administer platform"] });
    if (role.status === 201) (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role.id}`)).is(204);
    else role.is(403);
    (await a.admin.create("sw_brand", { name: "mine" })).is(403);
  });
  test("users: colleagues see the public names", async ({ a }) => {
    const reply = (await a.support.get(`/jsonapi/user/user/${a.users["manager"]}`))
      .is(200)
      .has("/data/attributes/display_name", "manager A");
    reply.has("/data/attributes/full_name", "manager A").has("/data/attributes/user_type", "internal");
    // Whether somebody is still there is no secret: work is not given to who left.
    reply.has("/data/attributes/status", true);
    for (const name of ["name", "mail", "business_roles", "preferred_langcode", "permissions", "pass"])
      reply.lacks(`/data/attributes/${name}`);
    reply.lacks("/data/relationships/accounts");
    (await a.support.get("/jsonapi/user/user?filter[mail]=x")).problem({ status: 403, detail: /`mail`/ });
    (await a.support.get("/jsonapi/user/user?sort=name")).problem({ status: 403, detail: /`name`/ });
  });
  test("case 29: users: a colleague who is blocked is told apart, also in lists", async ({ a, fresh }) => {
    const name = fresh("left");
    const left = await a.admin.create("user", {
      name,
      full_name: name,
      pass: "long-secret-word",
      status: false,
      user_type: "internal",
    });
    left.is(201);
    (await a.support.get(`/jsonapi/user/user/${left.id}`)).is(200).has("/data/attributes/status", false);
    const named = `/jsonapi/user/user?filter[full_name]=${name}`;
    (await a.support.get(named)).is(200).count(1);
    (await a.support.get(`${named}&filter[status]=0`)).is(200).count(1);
    (await a.support.get(`${named}&filter[status]=1`)).is(200).count(0);
    (await a.support.update("user", left.id ?? "", { status: true })).is(403);
  });
  test("users: oneself", async ({ a, suffix }) => {
    const reply = (await a.support.get(`/jsonapi/user/user/${a.users["support_n1"]}`))
      .is(200)
      .has("/data/attributes/name", `support_n1_a_${suffix}`);
    reply
      .has("/data/attributes/mail", `support_n1_a_${suffix}@example.test`)
      .has("/data/attributes/business_roles", ["support_n1"])
      .has("/data/attributes/status", true);
    const permissions = reply.list("/data/attributes/permissions");
    if (!permissions.includes("view sw_site") || permissions.includes("view margin"))
      reply.fail("the effective permissions", JSON.stringify(permissions));
    if (JSON.stringify(permissions) !== JSON.stringify([...permissions].sort()))
      reply.fail("sorted permissions", JSON.stringify(permissions));
  });
  test("users: the brand's administrator sees all, but not their permissions", async ({ a }) => {
    const reply = (await a.admin.get(`/jsonapi/user/user/${a.users["manager"]}`))
      .is(200)
      .exists("/data/attributes/mail")
      .exists("/data/attributes/status");
    reply
      .has("/data/attributes/business_roles", ["manager"])
      .exists("/data/relationships/accounts")
      .lacks("/data/attributes/permissions");
  });
  test("only administrators create and change users", async ({ a, fresh }) => {
    (await a.manager.create("user", { name: fresh("u"), pass: "secret-word" })).problem({ status: 403 });
    (await a.support.update("user", a.users["manager"] ?? "", { full_name: "x" })).problem({ status: 403 });
    (await a.support.update("user", a.users["support_n1"] ?? "", { business_roles: ["administrator"] })).problem({
      status: 403,
      pointer: "/data/attributes/business_roles",
    });
    (await a.support.update("user", a.users["support_n1"] ?? "", { user_type: "reseller" })).problem({
      status: 403,
      pointer: "/data/attributes/user_type",
    });
  });
  test("the platform's administrator is not above the rules", async ({ platform, a }) => {
    const me = (await platform.get("/jsonapi")).at("/meta/links/me/meta/id");
    (await platform.get(`/jsonapi/user/user/${me}`))
      .is(200)
      .has("/data/attributes/permissions", ["administer platform", "follow outbox"]);
    (await platform.get("/jsonapi/sw_account/sw_account")).is(403);
    (await platform.create("sw_account", { legal_name: "x", softwhere_id: "x" })).is(403);
    (await platform.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}`)).is(404);
  });
  test("no right to view a type: 403 for its collection and own rows, 404 for others", async ({ a, b }) => {
    (await a.client.get("/jsonapi/sw_task/sw_task")).problem({ status: 403, pointer: "/data" });
    (await a.client.get(`/jsonapi/sw_task/sw_task/${a.ids["task"]}`)).problem({ status: 403, pointer: "/data" });
    (await a.client.get(`/jsonapi/sw_task/sw_task/${b.ids["task"]}`)).is(404);
    (await a.support.get("/jsonapi/sw_role/sw_role")).problem({ status: 403, pointer: "/data" });
    (await a.client.get("/jsonapi/aggregate/sw_task")).is(403);
  });
});
