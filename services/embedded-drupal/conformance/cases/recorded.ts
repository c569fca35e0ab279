import { randomUUID } from "node:crypto";
import { document, many, one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

const lines = "/jsonapi/sw_line/sw_line";
const names = "fields[sw_line--sw_line]=user_name";
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$/;

/** Recordings of core whose counterpart belongs to no other group: languages, formats, caches, versions, odd values. */
export const languages = group("languages", (test) => {
  test("A03 the entry point below a language prefix", async ({ anonymous }) => {
    (await anonymous.get("/fr/jsonapi"))
      .is(200)
      .has("/data", [])
      .has("/links/sw_line--sw_line/href", /\/jsonapi\/sw_line\/sw_line$/)
      .header("content-type", "application/vnd.api+json");
  });
  test("J01, J02 a row below a language prefix: rows have no translations, and addresses with or without the prefix", async ({
    a,
    base,
  }) => {
    const plain = (await a.admin.get(`${lines}/${a.ids["line02"]}`)).is(200);
    const reply = (await a.admin.get(`/fr${lines}/${a.ids["line02"]}`)).is(200).has("/data/id", a.ids["line02"]);
    reply
      .has("/data/attributes", plain.at("/data/attributes"))
      .has("/data/links/self/href", new RegExp(`^${base}(/fr)?${lines}/${a.ids["line02"]}$`));
    reply.has("/links/self/href", new RegExp(`^${base}(/fr)?${lines}/${a.ids["line02"]}$`));
  });
  test("J07 a collection below a language prefix", async ({ a, base }) => {
    const reply = (await a.admin.get(`/fr${lines}?page[limit]=2&${names}`))
      .is(200)
      .values("/attributes/user_name", ["User 01", "User 02"]);
    reply.has("/links/next/href", new RegExp(`^${base}(/fr)?${lines}\\?`));
  });
  test("J04, J05, J06 writing below a language prefix", async ({ a, base, fresh }) => {
    const path = "/fr/jsonapi/sw_supplier/sw_supplier";
    const made = (
      await a.admin.post(path, document("sw_supplier", { attributes: { name: "En français", code: fresh("s") } }))
    )
      .is(201)
      .has("/data/attributes/name", "En français");
    made.header("location", `${base}${path}/${made.id}`);
    (
      await a.admin.patch(
        `${path}/${made.id}`,
        document("sw_supplier", { id: made.id, attributes: { name: "Encore" } }),
      )
    )
      .is(200)
      .has("/data/attributes/name", "Encore");
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${made.id}`)).is(200).has("/data/attributes/name", "Encore");
    (await a.admin.remove(`${path}/${made.id}`)).is(204);
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${made.id}`)).is(404);
  });
});

export const formats = group("formats", (test) => {
  test("A04 a format that isn't the API's: 406", async ({ a }) => {
    for (const path of [lines, `${lines}/${a.ids["line01"]}`, "/jsonapi"]) {
      (await a.admin.get(`${path}?_format=json`))
        .is(406)
        .header("content-type", "application/json")
        .has("/message", "No route found for the specified format. Supported formats: api_json.");
    }
    (await a.admin.get(`${lines}?_format=api_json`)).problem({
      status: 400,
      detail: /^JSON:API does not need that ugly '_format' query string!/,
    });
  });
  test("A07b, A07c unknown types and bundles: an HTML page", async ({ a }) => {
    for (const path of ["/jsonapi/sw_line/nope", "/jsonapi/nope", "/jsonapi/sw_line", "/jsonapi/node/article"])
      (await a.admin.get(path)).is(404).header("content-type", /^text\/html/);
  });
  test("B46 configuration has no address", async ({ a }) =>
    void (await a.admin.get("/jsonapi/user_role/user_role")).is(404).header("content-type", /^text\/html/));
  test("S05 OPTIONS names the methods and shares nothing with other origins", async ({ anonymous }) => {
    const reply = await anonymous.send("OPTIONS", lines, {
      headers: { Origin: "https://evil.test", "Access-Control-Request-Method": "POST" },
    });
    reply
      .is(200)
      .header("allow", /GET/)
      .header("allow", /POST/)
      .header("access-control-allow-origin", null)
      .header("access-control-allow-methods", null);
  });
  test("S09 characters of HTML are escaped in the JSON", async ({ a, fresh }) => {
    const name = `<script>alert("x" & 'y')</script>`;
    const reply = (await a.admin.create("sw_supplier", { name, code: fresh("s") }))
      .is(201)
      .has("/data/attributes/name", name)
      .header("content-encoding", null);
    for (const plain of ["<script>", "& ", "'y'"]) reply.never(plain);
    if (
      !reply.text.includes("\\u003Cscript\\u003Ealert(\\u0022x\\u0022 \\u0026 \\u0027y\\u0027)\\u003C\\/script\\u003E")
    )
      reply.fail("core's escapes", reply.text.slice(0, 300));
  });
});

export const caches = group("caches", (test) => {
  test("M02 the anonymous entry point is stable", async ({ anonymous }) => {
    const [first, second] = [await anonymous.get("/jsonapi"), await anonymous.get("/jsonapi")];
    if (first.is(200).text !== second.is(200).text) second.fail(first.text, second.text);
  });
  test("M03, M04 the same question twice", async ({ a }) => {
    const path = `${lines}/${a.ids["line07"]}`;
    const [first, second] = [await a.support.get(path), await a.support.get(path)];
    if (first.is(200).text !== second.is(200).text) second.fail(first.text, second.text);
  });
  test("M05, M07, M08 nothing of a user is kept by others: no public age, no 304", async ({ a }) => {
    const path = `${lines}/${a.ids["line13"]}`;
    const reply = (await a.support.get(path)).is(200).header("cache-control", /private|no-store|no-cache/);
    if (/public|max-age=[1-9]/.test(reply.headers.get("cache-control") ?? ""))
      reply.fail("no public cache", String(reply.headers.get("cache-control")));
    const headers = {
      "If-None-Match": reply.headers.get("etag") ?? '"1"',
      "If-Modified-Since": new Date().toUTCString(),
    };
    (await a.client.get(path, headers)).is(200).exists("/data/id");
    (await a.support.get(path, headers)).is(200).exists("/data/id");
  });
  test("M09 a change is seen by the next reader", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "old", code: fresh("s") })).is(201);
    const path = `/jsonapi/sw_supplier/sw_supplier/${id}`;
    for (const name of ["fresh", "fresher"]) {
      (await a.manager.get(path)).is(200);
      (await a.manager.get(`/jsonapi/sw_supplier/sw_supplier?filter[id]=${id}`)).is(200).count(1);
      (await a.admin.update("sw_supplier", id, { name })).is(200);
      (await a.manager.get(path)).has("/data/attributes/name", name);
      (await a.manager.get(`/jsonapi/sw_supplier/sw_supplier?filter[id]=${id}`)).values("/attributes/name", [name]);
    }
  });
});

export const queries = group("queries", (test) => {
  test("B07 a negative offset is the beginning", async ({ a }) => {
    const reply = (await a.admin.get(`${lines}?page[offset]=-5&page[limit]=1&${names}`))
      .is(200)
      .values("/attributes/user_name", ["User 01"])
      .lacks("/links/prev")
      .lacks("/links/first");
    reply.has("/links/next/href", /page%5Boffset%5D=1&page%5Blimit%5D=1/);
  });
  test("limits and offsets that are no whole numbers", async ({ a }) => {
    (await a.admin.get(`${lines}?page[limit]=abc`)).is(200).count(50);
    (await a.admin.get(`${lines}?page[limit]=1.9&${names}`)).is(200).count(1);
    (await a.admin.get(`${lines}?page[offset]=abc&page[limit]=1&${names}`))
      .is(200)
      .values("/attributes/user_name", ["User 01"]);
  });
  test("B34 a condition without a value", async ({ a }) => {
    (await a.admin.get(`${lines}?filter[a][condition][path]=user_name`)).is(200).count(0);
    for (const query of [
      "filter[user_name][operator]=CONTAINS",
      "filter[a][path]=user_name",
      "filter[a][condition][value]=x",
    ]) {
      (await a.admin.get(`${lines}?${query}`)).problem({
        status: 400,
        detail: "You must provide a valid filter condition. Check that you have set the required keys for your filter.",
      });
    }
  });
  test("B35 the reserved id: 400", async ({ a }) =>
    void (await a.admin.get(`${lines}?filter[@root]=1`)).problem({
      status: 400,
      detail: "'@root' is a reserved filter id.",
    }));
  test("B36 a bad conjunction: 400", async ({ a }) => {
    for (const conjunction of ["XOR", "or", ""])
      (await a.admin.get(`${lines}?filter[g][group][conjunction]=${conjunction}`)).problem({
        status: 400,
        detail: "Allowed conjunctions: AND, OR.",
      });
  });
  test("B40 an array where one value is needed: 400", async ({ a }) => {
    (
      await a.admin.get(
        `${lines}?filter[a][condition][path]=user_name&filter[a][condition][value][]=x&filter[a][condition][value][]=y`,
      )
    ).problem({ status: 400, detail: "The '=' operator takes a single value." });
  });
  test("S03 an empty group: 400", async ({ a }) =>
    void (await a.admin.get(`${lines}?filter[g][group][conjunction]=OR`)).problem({
      status: 400,
      detail: "The filter group 'g' is empty.",
    }));
  test("groups that hang on nothing or on themselves: 400", async ({ a }) => {
    (
      await a.admin.get(
        `${lines}?filter[a][condition][path]=user_name&filter[a][condition][value]=x&filter[a][condition][memberOf]=zz`,
      )
    ).problem({ status: 400, detail: "The filter 'a' is a member of a group that doesn't exist." });
    (
      await a.admin.get(
        `${lines}?filter[a][group][conjunction]=OR&filter[a][group][memberOf]=b&filter[b][group][conjunction]=OR&filter[b][group][memberOf]=a`,
      )
    ).problem({ status: 400, detail: /is a member of itself/ });
  });
  test("BETWEEN and NOT BETWEEN take two values: 400", async ({ a }) => {
    const condition = (operator: string, values: string) =>
      `${lines}?filter[a][condition][path]=sell_price&filter[a][condition][operator]=${operator}&${values}`;
    for (const operator of ["BETWEEN", "NOT BETWEEN"]) {
      for (const values of [
        "filter[a][condition][value]=3",
        "filter[a][condition][value][]=3",
        "filter[a][condition][value][]=3&filter[a][condition][value][]=4&filter[a][condition][value][]=5",
      ]) {
        (await a.admin.get(condition(operator, values))).problem({
          status: 400,
          detail: `The '${operator}' operator takes two values.`,
        });
      }
    }
    (
      await a.admin.get(
        `${condition("NOT BETWEEN", "filter[a][condition][value][]=3&filter[a][condition][value][]=59")}&filter[park.id]=${a.ids["park"]}&${names}`,
      )
    )
      .is(200)
      .values("/attributes/user_name", ["User 01", "User 02", "User 59", "User 60"]);
  });
  test("each operator on text and on numbers", async ({ a }) => {
    const found = async (operator: string, path: string, value: string) =>
      (
        await a.admin.get(
          `${lines}?filter[park.id]=${a.ids["park"]}&filter[a][condition][path]=${path}&filter[a][condition][operator]=${encodeURIComponent(operator)}&filter[a][condition][value]=${value}&${names}&page[limit]=500`,
        )
      )
        .is(200)
        .list().length;
    const expected: readonly (readonly [string, string, string, number])[] = [
      ["=", "user_name", "User 07", 1],
      ["<>", "user_name", "User 07", 59],
      [">", "user_name", "User 58", 2],
      [">=", "user_name", "User 58", 3],
      ["<", "user_name", "User 03", 2],
      ["<=", "user_name", "User 03", 3],
      ["STARTS_WITH", "user_name", "User 1", 10],
      ["ENDS_WITH", "user_name", "7", 6],
      ["CONTAINS", "user_name", "ser 3", 10],
      ["NOT IN", "user_name", "User 01", 59],
      ["=", "sell_price", "7.5", 1],
      ["<>", "sell_price", "7.5", 59],
      [">", "sell_price", "58.5", 2],
      [">=", "sell_price", "58.5", 3],
      ["<", "sell_price", "3.5", 2],
      ["<=", "sell_price", "3.5", 3],
      ["IN", "sell_price", "3.5000", 1],
    ];
    for (const [operator, path, value, count] of expected) {
      const got = await found(operator, path, value);
      if (got !== count) throw new Error(`${path} ${operator} ${value}: ${got} rows, not ${count}`);
    }
  });
  test("B41, B42 rows out of the viewer's sight are left out of filtered lists silently", async ({ a }) => {
    const accounts = "/jsonapi/sw_account/sw_account";
    (await a.client.get(`${accounts}?filter[legal_name]=Beta A`)).is(200).count(0).lacks("/meta");
    (await a.client.get(`${accounts}?filter[status]=prospect`)).is(200).count(0).lacks("/meta");
    (await a.client.get(accounts)).is(200).count(1).lacks("/meta");
  });
  test("B44, N02 a field that the viewer may not see: 403 naming it, 401 for the anonymous", async ({
    a,
    anonymous,
  }) => {
    (await anonymous.get("/jsonapi/user/user?filter[mail]=x@example.test")).problem({
      status: 401,
      detail: "No authentication credentials provided.",
    });
    (await a.support.get("/jsonapi/user/user?filter[mail]=x@example.test")).problem({
      status: 403,
      detail: "The current user is not authorized to filter by the `mail` field, given in the path `mail`.",
    });
  });
  test("B47 times are compared in the wire's form", async ({ a, b }) => {
    const entries = (value: string, operator = ">=") =>
      `/jsonapi/sw_journal_entry/sw_journal_entry?filter[t][condition][path]=occurred_at&filter[t][condition][operator]=${operator}&filter[t][condition][value]=${encodeURIComponent(value)}&page[limit]=1`;
    const at = String(
      (await a.admin.get(entries("2026-01-28T00:00:00")))
        .is(200)
        .count(1)
        .has("/data/0/attributes/occurred_at", time)
        .at("/data/0/attributes/occurred_at"),
    );
    (await a.admin.get(entries(at, "="))).is(200).count(1).has("/data/0/attributes/occurred_at", at);
    (await a.admin.get(entries("2001-01-01T00:00:00+02:00", "<"))).is(200).count(0);
    (
      await b.admin.get(
        "/jsonapi/user/user?filter[t][condition][path]=created&filter[t][condition][operator]=>=&filter[t][condition][value]=2026-01-28T00:00:00Z&page[limit]=1",
      )
    )
      .is(200)
      .count(1);
    (
      await b.admin.get(
        "/jsonapi/user/user?filter[t][condition][path]=created&filter[t][condition][operator]=<&filter[t][condition][value]=2026-01-28",
      )
    )
      .is(200)
      .count(0);
  });
  test("sorts that name nothing: 400", async ({ a }) => {
    for (const sort of ["sort=user_name,", "sort=-", "sort[a][direction]=DESC"])
      (await a.admin.get(`${lines}?${sort}`)).problem({
        status: 400,
        detail: "You need to provide a field name for the sort parameter.",
      });
  });
  test("paths that lead nowhere: 400 in core's words", async ({ a }) => {
    const nowhere: Readonly<Record<string, RegExp>> = {
      "park.account.nope":
        /^Invalid nested filtering\. The field `nope`, given in the path `park\.account\.nope`, does not exist\.$/,
      "park.drupal_internal__target_id":
        /belongs to the meta object of a relationship and must be preceded by `meta`\.$/,
      "user_name.value":
        /^Invalid nested filtering\. The property `value`, given in the path `user_name\.value`, does not exist\. Filter by `user_name`, not `user_name\.value`/,
      uuid: /does not exist/,
      type: /does not exist/,
    };
    for (const [path, detail] of Object.entries(nowhere))
      (await a.admin.get(`${lines}?filter[${path}]=1`)).problem({ status: 400, detail });
    (await a.admin.get("/jsonapi/sw_account/sw_account?filter[external_ids.nope]=1")).problem({
      status: 400,
      detail: /Must be one of the following property names: `system`, `value`\.$/,
    });
  });
  test("N10 a related list takes no page, filter or sort", async ({ a }) => {
    const path = `/jsonapi/user/user/${a.users["client"]}/accounts`;
    (
      await a.admin.get(
        `${path}?page[limit]=1&filter[legal_name]=zz&sort=-legal_name&fields[sw_account--sw_account]=legal_name`,
      )
    )
      .is(200)
      .values("/attributes/legal_name", ["Alpha A"])
      .lacks("/links/next");
  });
});

async function supplier(brand: BrandWorld, code: string): Promise<string> {
  return (await brand.admin.create("sw_supplier", { name: "S", code })).is(201).id;
}

export const oddWrites = group("odd writes", (test) => {
  test("D01 one row has all that its type declares", async ({ a }) => {
    const reply = (await a.admin.get(`${lines}/${a.ids["line01"]}`))
      .is(200)
      .has("/data/type", "sw_line--sw_line")
      .speaksJsonApi()
      .lacks("/included")
      .lacks("/meta");
    for (const name of [
      "number",
      "user_name",
      "status",
      "sell_price",
      "buy_price",
      "activated_on",
      "comment",
      "version",
      "created",
      "changed",
    ])
      reply.exists(`/data/attributes/${name}`);
    for (const name of ["park", "plan", "site", "billing_site", "brand"])
      reply.exists(`/data/relationships/${name}/links/related/href`);
  });
  test("E01 anonymous POST: 401", async ({ anonymous }) =>
    void (await anonymous.create("sw_supplier", { name: "x" })).problem({
      status: 401,
      detail: "No authentication credentials provided.",
    }));
  test("E07 the type of another resource is taken as the address says", async ({ a, fresh }) => {
    (
      await a.admin.post(
        "/jsonapi/sw_supplier/sw_supplier",
        document("sw_account", { attributes: { name: "mismatch", code: fresh("s") } }),
      )
    )
      .is(201)
      .has("/data/type", "sw_supplier--sw_supplier");
  });
  test("E17 one property of several: its own pointer", async ({ a, fresh }) => {
    const reply = await a.admin.create("sw_account", {
      legal_name: "x",
      softwhere_id: fresh("x"),
      external_ids: [{ system: "erp" }],
    });
    reply
      .problem({ status: 422, detail: /^external_ids\.0\.value: /, pointer: "/data/attributes/external_ids/0/value" })
      .lacks("/errors/0/links");
  });
  test("E31 a word for a number: core's three errors", async ({ a, fresh }) => {
    const reply = await a.admin.create("sw_supplier", { name: "x", code: fresh("s"), notice_days: "abc" });
    const [number, kind] = [
      "notice_days.0.value: This value should be a valid number.",
      "notice_days.0.value: This value should be of the correct primitive type.",
    ];
    reply
      .is(422)
      .has("/errors/0/detail", number)
      .has("/errors/1/detail", number)
      .has("/errors/2/detail", kind)
      .count(3, "/errors");
    reply
      .has("/errors/0/source/pointer", "/data/attributes/notice_days/value")
      .has("/errors/0/title", "Unprocessable Content");
  });
  test("E28 an object for a plain field names the property", async ({ a, fresh }) => {
    (await a.admin.create("sw_supplier", { name: { a: "b" }, code: fresh("s") })).problem({
      status: 422,
      detail: "The property 'a' does not exist on the 'name' field of type 'string'. Did you mean 'value'?",
    });
    (await a.admin.create("sw_supplier", { name: { value: "long form" }, code: fresh("s") }))
      .is(201)
      .has("/data/attributes/name", "long form");
  });
  test("F04 a protected field with another value: 403 with its pointer, and nothing is changed", async ({ a }) => {
    (await a.support.update("sw_line", a.ids["line08"] ?? "", { sell_price: "99", user_name: "changed" })).problem({
      status: 403,
      detail: /^The current user is not allowed to PATCH the selected field \(sell_price\)\. /,
      pointer: "/data/attributes/sell_price",
    });
    (await a.admin.get(`${lines}/${a.ids["line08"]}`))
      .has("/data/attributes/user_name", "User 08")
      .has("/data/attributes/sell_price", "8.5000");
  });
  test("F10, P05, P06, P07 a write names the version it is based on: 409 when that is not the stored one, for everybody", async ({
    a,
    platform,
    fresh,
  }) => {
    const id = await supplier(a, fresh("s"));
    const path = `/jsonapi/sw_supplier/sw_supplier/${id}`;
    const write = (name: string, version: number) => a.admin.update("sw_supplier", id, { name, version });
    (await write("V1", 1)).is(200).has("/data/attributes/version", 2);
    (await write("V2", 1))
      .problem({ status: 409, code: "version_conflict", pointer: "/data/attributes/version" })
      .has("/errors/0/meta/current/attributes/name", "V1");
    (
      await a.admin.patch(path, document("sw_supplier", { id, attributes: { name: "V3" } }), { "If-Match": '"wrong"' })
    ).problem({ status: 409 });
    const brand = String((await platform.get(`/jsonapi/sw_brand/sw_brand/${a.id}`)).is(200).id);
    (await platform.update("sw_brand", brand, { name: "x", version: 99 })).problem({
      status: 409,
      code: "version_conflict",
    });
  });
  test("P02, P03 the time of the last change: the current one is ignored, another is 403", async ({ a, fresh }) => {
    const id = await supplier(a, fresh("s"));
    const changed = (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${id}`)).at("/data/attributes/changed");
    (await a.admin.update("sw_supplier", id, { name: "T1", changed })).is(200).has("/data/attributes/name", "T1");
    (await a.admin.update("sw_supplier", id, { name: "T2", changed: "2001-01-01T00:00:00+00:00" })).problem({
      status: 403,
      detail: /^The current user is not allowed to PATCH the selected field \(changed\)\./,
      pointer: "/data/attributes/changed",
    });
  });
  test("P08 two writes that name no version: the last one wins", async ({ a, fresh }) => {
    const id = await supplier(a, fresh("s"));
    (await a.admin.update("sw_supplier", id, { name: "first" })).is(200);
    (await a.manager.update("sw_supplier", id, { name: "second" }))
      .is(200)
      .has("/data/attributes/name", "second")
      .has("/data/attributes/version", 3);
  });
  test("G13, G14 the same target twice, told apart by its arity", async ({ a, fresh }) => {
    const id = randomUUID();
    const attributes = {
      name: fresh("twice"),
      pass: "secret",
      status: true,
      user_type: "internal",
      business_roles: ["manager"],
    };
    (await a.admin.create("user", attributes, {}, id)).is(201);
    const path = `/jsonapi/user/user/${id}/relationships/accounts`;
    const target = { type: "sw_account--sw_account", id: a.ids["beta"] };
    (
      await a.admin.patch(path, {
        data: [
          { ...target, meta: { arity: 0 } },
          { ...target, meta: { arity: 1 } },
        ],
      })
    ).is(204);
    const reply = (await a.admin.get(path))
      .is(200)
      .values("/id", [a.ids["beta"], a.ids["beta"]])
      .values("/meta/arity", [0, 1]);
    reply.exists("/data/0/meta/drupal_internal__target_id");
    (await a.admin.patch(path, { data: [target, target] })).problem({
      status: 400,
      detail: /^Duplicate relationships are not permitted\./,
    });
    (await a.admin.patch(path, many("sw_account", []))).is(204);
  });
  test("N08 POST of the complete set: 204", async ({ a, fresh }) => {
    const id = randomUUID();
    (
      await a.admin.create(
        "user",
        { name: fresh("full"), pass: "secret", status: true, user_type: "internal" },
        { accounts: many("sw_account", [a.ids["alpha"] ?? ""]) },
        id,
      )
    ).is(201);
    (
      await a.admin.post(
        `/jsonapi/user/user/${id}/relationships/accounts`,
        many("sw_account", [a.ids["alpha"] ?? "", a.ids["beta"] ?? ""]),
      )
    ).is(204);
    (await a.admin.get(`/jsonapi/user/user/${id}/relationships/accounts`)).values("/id", [
      a.ids["alpha"],
      a.ids["beta"],
    ]);
  });
  test("relationship identifiers without a type or an id: 400", async ({ a }) => {
    const path = `/jsonapi/sw_site/sw_site/${a.ids["site"]}/relationships/billing_site`;
    (await a.admin.patch(path, { data: { type: "sw_billing_site--sw_billing_site" } })).problem({
      status: 400,
      detail: "No ID specified for related resource",
    });
    (await a.admin.patch(path, { data: { id: a.ids["billing"] } })).problem({
      status: 400,
      detail: "No type specified for related resource",
    });
    (await a.admin.patch(path, {})).problem({ status: 400, detail: "Invalid body payload for the relationship." });
  });
  test("immutable and server-set relationships: 403 at their address too", async ({ a }) => {
    const contact = `/jsonapi/sw_contact/sw_contact/${a.ids["contact"]}/relationships`;
    (await a.admin.patch(`${contact}/account`, one("sw_account", a.ids["beta"] ?? ""))).problem({
      status: 403,
      detail: /^The current user is not allowed to edit this relationship\./,
    });
    (await a.admin.patch(`${contact}/brand`, one("sw_brand", a.id))).problem({
      status: 403,
      detail: /^The current user is not allowed to edit this relationship\./,
    });
  });
  test("decimals in every spelling, and none that is no number", async ({ a, fresh }) => {
    const { id } = (
      await a.admin.create(
        "sw_site",
        { name: fresh("d"), latitude: ".5" },
        { account: one("sw_account", a.ids["gamma"] ?? "") },
      )
    )
      .is(201)
      .has("/data/attributes/latitude", "0.500000");
    const stored: readonly (readonly [unknown, string | null])[] = [
      ["+1.5", "1.500000"],
      ["007", "7.000000"],
      ["-1.25", "-1.250000"],
      [12.5, "12.500000"],
      [3, "3.000000"],
      ["1e1", "10.000000"],
      ["", null],
      [null, null],
    ];
    for (const [sent, value] of stored)
      (await a.admin.update("sw_site", id, { latitude: sent })).is(200).has("/data/attributes/latitude", value);
    for (const sent of ["abc", "1,5", "1.2.3", true, "0x10", "NaN", "Infinity"])
      (await a.admin.update("sw_site", id, { latitude: sent })).problem({
        status: 422,
        pointer: "/data/attributes/latitude/value",
      });
  });
  test("S10 DELETE of a user without the right: 403", async ({ a }) =>
    void (await a.support.remove(`/jsonapi/user/user/${a.users["client"]}`)).problem({
      status: 403,
      detail: /'administer brand'/,
    }));
  test("S06 users see their own mail", async ({ a }) => {
    const own = (await a.support.get(`/jsonapi/user/user/${a.users["support_n1"]}`))
      .is(200)
      .exists("/data/attributes/mail")
      .exists("/data/attributes/name");
    own.lacks("/data/attributes/pass");
    (await a.support.get(`/jsonapi/user/user/${a.users["manager"]}`))
      .is(200)
      .lacks("/data/attributes/mail")
      .lacks("/data/attributes/name");
  });
});

export const hidden = group("unviewable", (test) => {
  test("N01, N04, N05 a row whose type the viewer may not see: 403 with core's sentences", async ({ a }) => {
    const path = `/jsonapi/sw_catalogue/sw_catalogue/${a.ids["catalogue"]}`;
    const reason = "The 'view sw_catalogue' permission is required.";
    (await a.client.get(path)).problem({
      status: 403,
      detail: `The current user is not allowed to GET the selected resource. ${reason}`,
      pointer: "/data",
    });
    (await a.client.get(`${path}/relationships/brand`))
      .problem({ status: 403, detail: `The current user is not allowed to view this relationship. ${reason}` })
      .lacks("/errors/0/source");
    (await a.client.get(`${path}/brand`)).problem({
      status: 403,
      detail: `The current user is not allowed to view this relationship. ${reason}`,
    });
  });
  test("H01, H02, H03, H04, H07, H08, H10, H12, N03 no type has revisions: every resourceVersion is 501, 401 for the anonymous", async ({
    a,
    anonymous,
  }) => {
    const row = `${lines}/${a.ids["line01"]}`;
    for (const version of ["id:4", "id:99999", "rel:latest-version", "rel:working-copy", "rel:foo", "foo"]) {
      for (const path of [row, lines])
        (await a.admin.get(`${path}?resourceVersion=${version}`)).problem({
          status: 501,
          detail: "Resource versioning is not yet supported for this resource type.",
        });
    }
    (await a.support.get(`${row}?resourceVersion=id:4`)).is(501);
    (await anonymous.get(`${row}?resourceVersion=id:4`)).problem({ status: 401 });
  });
});
