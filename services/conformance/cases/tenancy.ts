import { randomUUID } from "node:crypto";
import { one } from "../client.ts";
import { group } from "../suite.ts";

const types = [
  "sw_account",
  "sw_site",
  "sw_site",
  "sw_supplier",
  "sw_price",
  "sw_task",
  "sw_contact",
  "sw_journal_entry",
  "user",
];

export const tenancy = group("tenancy", (test) => {
  for (const type of types) {
    test(`collections of ${type} hold the own brand only`, async ({ a, b }) => {
      const reply = (await a.admin.get(`/jsonapi/${type}/${type}`)).is(200).never(b.id);
      for (const brand of reply.each("/relationships/brand/data/id"))
        if (brand !== a.id) reply.fail(a.id, String(brand));
      reply.lacks("/meta");
    });
  }
  test("a foreign row is an unknown row, whatever the method", async ({ a, b }) => {
    for (const [type, id] of [
      ["sw_site", b.ids["site01"]],
      ["sw_account", b.ids["alpha"]],
      ["user", b.users["manager"]],
      ["sw_journal_entry", randomUUID()],
    ] as const) {
      const path = `/jsonapi/${type}/${type}/${id}`;
      (await a.admin.get(path)).problem({ status: 404, detail: /was not converted/ });
      if (type === "sw_journal_entry") continue;
      (await a.admin.update(type, id ?? "", {})).problem({ status: 404, detail: /was not converted/ });
      (await a.admin.remove(path)).problem({ status: 404, detail: /was not converted/ });
    }
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${b.ids["site01"]}/billing_site`)).is(404);
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${b.ids["site01"]}/relationships/billing_site`)).is(404);
    (await a.admin.patch(`/jsonapi/sw_site/sw_site/${b.ids["site"]}/relationships/billing_site`, { data: null })).is(
      404,
    );
  });
  test("references to foreign rows are references to nothing: 404", async ({ a, b }) => {
    (
      await a.admin.create("sw_contact", { last_name: "x" }, { account: one("sw_account", b.ids["alpha"] ?? "") })
    ).problem({
      status: 404,
      detail: `The resource identified by \`sw_account--sw_account:${b.ids["alpha"]}\` (given as a relationship item) could not be found.`,
    });
    (
      await a.admin.update(
        "sw_account",
        a.ids["gamma"] ?? "",
        {},
        { salesperson: one("user", b.users["manager"] ?? "") },
      )
    ).problem({ status: 404 });
    (
      await a.admin.update(
        "user",
        a.users["client"] ?? "",
        {},
        { accounts: { data: [{ type: "sw_account--sw_account", id: b.ids["alpha"] }] } },
      )
    ).problem({ status: 404 });
  });
  test("a foreign id can't be taken: 409 as for an own one", async ({ a, b, fresh }) => {
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") }, {}, b.ids["orange"])).problem({
      status: 409,
      detail: "Conflict: Entity already exists.",
    });
  });
  test("a foreign key value is free", async ({ a, b, suffix }) => {
    (await a.admin.get(`/jsonapi/sw_account/sw_account?filter[softwhere_id]=ALPHA-${suffix}`))
      .is(200)
      .values("/id", [a.ids["alpha"]]);
    (await b.admin.get(`/jsonapi/sw_account/sw_account?filter[softwhere_id]=ALPHA-${suffix}`))
      .is(200)
      .values("/id", [b.ids["alpha"]]);
  });
  test("aggregates count the own brand only", async ({ a, suffix }) => {
    (await a.admin.get(`/jsonapi/aggregate/sw_account?filter[softwhere_id]=ALPHA-${suffix}`))
      .is(200)
      .has("/meta/groups/0/count", 1);
  });
  test("the brand is set by the server and can't be chosen", async ({ a, b, fresh }) => {
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") }, { brand: one("sw_brand", b.id) })).is(404);
    (await a.admin.update("sw_supplier", a.ids["sfr"] ?? "", {}, { brand: { data: null } })).problem({
      status: 403,
      pointer: "/data/attributes/brand",
    });
  });
  test("brands: a user sees the own one, the platform all", async ({ a, b, platform }) => {
    (await a.support.get("/jsonapi/sw_brand/sw_brand")).is(200).values("/id", [a.id]);
    (await a.support.get(`/jsonapi/sw_brand/sw_brand/${b.id}`)).is(404);
    (await a.admin.update("sw_brand", a.id, { name: "mine" })).is(403);
    (await platform.get(`/jsonapi/sw_brand/sw_brand/${a.id}`)).is(200);
    (await platform.get(`/jsonapi/sw_brand/sw_brand/${b.id}`)).is(200);
  });
  test("a user without a brand sees users, and no tenant's rows", async ({ a, platform }) => {
    (await platform.get(`/jsonapi/user/user/${a.users["manager"]}`)).is(200).exists("/data/attributes/mail");
    (await platform.get("/jsonapi/sw_site/sw_site")).is(403);
    const site = await platform.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}`);
    site.is(404);
    (
      await platform.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${a.users["administrator"]}`)
    ).is(200);
  });
  test("clients see the rows of their accounts", async ({ a }) => {
    (await a.client.get("/jsonapi/sw_account/sw_account")).is(200).values("/id", [a.ids["alpha"]]);
    (
      await a.client.get(
        `/jsonapi/sw_site/sw_site?filter[billing_site.id]=${a.ids["point"]}&fields[sw_site--sw_site]=postal_code&page[limit]=500`,
      )
    )
      .is(200)
      .count(60)
      .never(a.ids["site99"] ?? "");
    (await a.client.get("/jsonapi/sw_site/sw_site?fields[sw_site--sw_site]=name&page[limit]=500"))
      .is(200)
      .never(a.ids["site99"] ?? "")
      .never(a.ids["site_beta"] ?? "");
    (await a.client.get("/jsonapi/aggregate/sw_site?groupBy=account")).is(200).count(1, "/meta/groups");
    (await a.client.get(`/jsonapi/sw_site/sw_site/${a.ids["site99"]}`)).is(404);
    (await a.client.get(`/jsonapi/sw_account/sw_account/${a.ids["beta"]}`)).is(404);
    (await a.client.get("/jsonapi/sw_site/sw_site?filter[billing_site.account.legal_name]=Beta A")).is(200).count(0);
    (await a.client.get(`/jsonapi/aggregate/sw_site?filter[billing_site.id]=${a.ids["point"]}`))
      .is(200)
      .has("/meta/groups/0/count", 60);
  });
  test("types without an owner are as permissions say", async ({ a }) => {
    (await a.support.get(`/jsonapi/sw_catalogue_item/sw_catalogue_item/${a.ids["plan1"]}`)).is(200);
    (await a.client.get("/jsonapi/sw_price/sw_price")).problem({ status: 403, pointer: "/data" });
  });
  test("filters through references never reach foreign rows", async ({ a, b }) => {
    for (const path of [
      "filter[billing_site.account.legal_name]=Alpha B",
      `filter[billing_site.id]=${b.ids["point"]}`,
      `filter[brand.id]=${b.id}`,
      `filter[id]=${b.ids["site01"]}`,
    ]) {
      (await a.admin.get(`/jsonapi/sw_site/sw_site?${path}`)).is(200).count(0).lacks("/meta");
    }
    (await a.admin.get("/jsonapi/sw_price/sw_price?filter[item.catalogue.name]=Catalogue B")).is(200).count(0);
    (await a.admin.get(`/jsonapi/user/user?filter[full_name]=manager B`)).is(200).count(0);
  });
});
