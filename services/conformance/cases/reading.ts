import { group } from "../suite.ts";
import { ended, granted } from "../world.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$/;
const missing = "00000000-0000-4000-8000-000000000999";

export const reading = group("reading", (test) => {
  test("one row: identity, links, attributes of every type", async ({ a, base }) => {
    const id = a.ids["site01"] ?? "";
    const reply = (await a.admin.get(`/jsonapi/sw_site/sw_site/${id}`)).is(200);
    reply
      .has("/data/type", "sw_site--sw_site")
      .has("/data/id", id)
      .has("/data/links/self/href", `${base}/jsonapi/sw_site/sw_site/${id}`);
    reply
      .exists("/data/attributes/drupal_internal__id")
      .has("/data/attributes/created", time)
      .has("/data/attributes/changed", time);
    reply
      .has("/data/attributes/version", 1)
      .has("/data/attributes/postal_code", "29001")
      .has("/links/self/href", `${base}/jsonapi/sw_site/sw_site/${id}`);
  });
  test("decimals are strings with exactly their scale", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}`))
      .has("/data/attributes/latitude", "1.500000")
      .has("/data/attributes/longitude", "1.000000");
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site"]}`))
      .has("/data/attributes/latitude", "45.760000")
      .has("/data/attributes/longitude", "4.835659");
    (await a.admin.get(`/jsonapi/sw_price/sw_price/${a.ids["sell"]}`)).has("/data/attributes/net", "24.9000");
  });
  test("defaults are applied on creation", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_account/sw_account/${a.ids["alpha"]}`))
      .has("/data/attributes/kind", "company")
      .has("/data/attributes/country", "FR");
    (await a.admin.get(`/jsonapi/sw_price/sw_price/${a.ids["buy"]}`))
      .has("/data/attributes/discount", "0.0000")
      .has("/data/attributes/currency", "EUR");
  });
  test("relationship linkage with internal id and links", async ({ a, base }) => {
    const id = a.ids["site01"];
    const reply = (await a.admin.get(`/jsonapi/sw_site/sw_site/${id}`)).is(200);
    reply
      .has("/data/relationships/billing_site/data/id", a.ids["point"])
      .has("/data/relationships/billing_site/data/type", "sw_billing_site--sw_billing_site");
    reply.exists("/data/relationships/billing_site/data/meta/drupal_internal__target_id");
    reply.has(
      "/data/relationships/billing_site/links/related/href",
      `${base}/jsonapi/sw_site/sw_site/${id}/billing_site`,
    );
    reply.has(
      "/data/relationships/billing_site/links/self/href",
      `${base}/jsonapi/sw_site/sw_site/${id}/relationships/billing_site`,
    );
    reply
      .has("/data/relationships/brand/data/id", a.id)
      .has("/data/relationships/brand/data/type", "sw_brand--sw_brand");
    (await a.admin.get(`/jsonapi/sw_task/sw_task/${a.ids["task"]}`)).has("/data/relationships/assignee/data", null);
  });
  test("H09 no revisions: links.self without resourceVersion, resourceVersion is 501", async ({ a }) => {
    const path = `/jsonapi/sw_site/sw_site/${a.ids["site01"]}`;
    const reply = await a.admin.get(path);
    reply.lacks("/data/links/working-copy").never("resourceVersion");
    (await a.admin.get(`${path}?resourceVersion=id:99999`)).problem({ status: 501 });
    (await a.admin.get("/jsonapi/sw_site/sw_site?resourceVersion=rel:latest-version")).problem({ status: 501 });
  });
  test("D03 unknown row: 404 with core's sentence", async ({ a, base }) => {
    const reply = (await a.admin.get(`/jsonapi/sw_site/sw_site/${missing}`)).problem({
      status: 404,
      detail:
        'The "entity" parameter was not converted for the path "/jsonapi/sw_site/sw_site/{entity}" (route name: "jsonapi.sw_site--sw_site.individual")',
    });
    reply
      .has("/errors/0/title", "Not Found")
      .has("/errors/0/links/via/href", `${base}/jsonapi/sw_site/sw_site/${missing}`);
    reply
      .has("/errors/0/links/info/href", "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.5")
      .header("content-type", "application/vnd.api+json");
  });
  test("D04 a number is not an id: 404", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_site/sw_site/3")).problem({ status: 404, detail: /was not converted/ }));
  test("D05 HEAD answers without a body", async ({ a }) => {
    const reply = (await a.admin.send("HEAD", `/jsonapi/sw_site/sw_site/${a.ids["site01"]}`)).is(200);
    if (reply.text !== "") reply.fail("an empty body", reply.text);
  });
  test("D02, D17, B45 anonymous, without anything shown: 401 with a challenge", async ({ anonymous, a }) => {
    for (const path of [
      `sw_site/sw_site/${a.ids["site01"]}`,
      `sw_site/sw_site/${missing}`,
      `sw_site/sw_site/${a.ids["site01"]}/relationships/billing_site`,
      `sw_site/sw_site/${a.ids["site01"]}/billing_site`,
      "sw_site/sw_site",
      "user/user",
    ]) {
      const reply = (await anonymous.get(`/jsonapi/${path}`)).problem({
        status: 401,
        detail: "No authentication credentials provided.",
      });
      reply
        .header("www-authenticate", /^Basic realm="[^"]+"$/)
        .header("content-type", "application/vnd.api+json")
        .lacks("/errors/0/source")
        .has("/errors/0/title", "Unauthorized");
    }
  });
  test("Q01, Q05, Q06 anonymous, with the cookie of an ended session: 403 with pointer /data", async (world) => {
    const { a } = world;
    const stale = ended(world);
    for (const path of [
      `sw_site/sw_site/${a.ids["site01"]}`,
      "sw_site/sw_site",
      "user/user?filter[mail]=a",
      `sw_site/sw_site/${a.ids["site01"]}?resourceVersion=id:4`,
    ]) {
      (await stale.get(`/jsonapi/${path}`)).problem({ status: 403, pointer: "/data" }).header("www-authenticate", null);
    }
  });
  test("D11 related resource", async ({ a, base }) => {
    const path = `/jsonapi/sw_site/sw_site/${a.ids["site01"]}/billing_site`;
    (await a.admin.get(path))
      .is(200)
      .has("/data/id", a.ids["point"])
      .has("/data/attributes/name", "Point A")
      .has("/links/self/href", `${base}${path}`);
  });
  test("D13 related of an empty relationship: data null", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_task/sw_task/${a.ids["task"]}/assignee`)).is(200).has("/data", null).lacks("/meta");
  });
  test("D14 related of a to-many relationship", async ({ a }) => {
    (await a.admin.get(`/jsonapi/user/user/${a.users["client"]}/accounts`)).is(200).values("/id", [a.ids["alpha"]]);
  });
  test("D15, D16 relationship routes", async ({ a, base }) => {
    const path = `/jsonapi/sw_site/sw_site/${a.ids["site01"]}`;
    const reply = (await a.admin.get(`${path}/relationships/billing_site`)).is(200).has("/data/id", a.ids["point"]);
    reply
      .has("/links/related/href", `${base}${path}/billing_site`)
      .has("/links/self/href", `${base}${path}/relationships/billing_site`);
    (await a.admin.get(`/jsonapi/user/user/${a.users["client"]}/relationships/accounts`)).is(200).count(1);
  });
  test("unknown related field: an HTML 404", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}/postal_code`))
      .is(404)
      .header("content-type", /^text\/html/);
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}/nope`)).is(404);
  });
  test("Accept is ignored", async ({ a }) => {
    (await a.admin.get("/jsonapi/sw_account/sw_account", { Accept: "text/html" }))
      .is(200)
      .header("content-type", "application/vnd.api+json");
  });
  test("ids are UUIDs", async ({ a }) => {
    const reply = await a.admin.get("/jsonapi/sw_account/sw_account");
    for (const id of reply.each("/id")) if (typeof id !== "string" || !uuid.test(id)) reply.fail("UUIDs", String(id));
  });
  test("dates, integers, booleans, lists, external ids", async ({ a }) => {
    (await a.admin.get(`/jsonapi/sw_price/sw_price/${a.ids["sell"]}`))
      .has("/data/attributes/valid_from", "2026-01-01")
      .has("/data/attributes/valid_to", null);
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${a.ids["sfr"]}`))
      .has("/data/attributes/notice_days", 30)
      .has("/data/attributes/invoice_names", []);
    (await a.admin.get(`/jsonapi/sw_catalogue/sw_catalogue/${a.ids["catalogue"]}`)).has(
      "/data/attributes/active",
      true,
    );
    (await a.admin.get(`/jsonapi/sw_account/sw_account/${a.ids["alpha"]}`)).has("/data/attributes/external_ids", [
      { system: "cfast", value: "42" },
    ]);
  });
  test("fields of a related row are its type's", async ({ a }) => {
    const reply = (await a.support.get(`/jsonapi/sw_supplier/sw_supplier/${a.ids["orange"]}`)).is(200);
    reply.lacks("/data/attributes/adapter");
    const hidden = (await a.client.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}/billing_site`)).is(200);
    hidden.has("/data/id", a.ids["point"]);
  });
  test("D12 related but not viewable: data null and meta.omitted", async ({ a, base }) =>
    granted(a, ["view sw_catalogue_item"], async (support) => {
      const catalogue = (await support.get(`/jsonapi/sw_catalogue_item/sw_catalogue_item/${a.ids["plan1"]}/catalogue`))
        .is(200)
        .has("/data", null);
      catalogue
        .has("/meta/omitted/detail", "Some resources have been omitted because of insufficient authorization.")
        .exists("/meta/omitted/links/help");
      const address = `${base}/jsonapi/sw_catalogue/sw_catalogue/${a.ids["catalogue"]}`;
      if (!catalogue.text.replaceAll("\\/", "/").includes(address)) catalogue.fail("the omitted row's address", "none");
    }));
});
