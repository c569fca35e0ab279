import { randomUUID } from "node:crypto";
import { document, jsonApi, one } from "../client.ts";
import { group } from "../suite.ts";
import { ended } from "./reading.ts";

const missing = "00000000-0000-4000-8000-000000000998";

export const creating = group("creating", (test) => {
  test("E02 201 with Location and the full document", async ({ a, base, fresh }) => {
    const reply = (
      await a.admin.create(
        "sw_contact",
        { last_name: fresh("c"), email: "x@example.test" },
        { account: one("sw_account", a.ids["alpha"] ?? "") },
      )
    ).is(201);
    reply
      .header("location", `${base}/jsonapi/sw_contact/sw_contact/${reply.id}`)
      .has("/data/attributes/version", 1)
      .has("/data/attributes/email", "x@example.test");
    reply
      .has("/data/relationships/account/data/id", a.ids["alpha"])
      .has("/links/self/href", `${base}/jsonapi/sw_contact/sw_contact`);
  });
  test("client-generated id", async ({ a, fresh }) => {
    const id = randomUUID();
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") }, {}, id)).is(201).has("/data/id", id);
  });
  test("E04 id used twice: 409", async ({ a, fresh }) => {
    const id = randomUUID();
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") }, {}, id)).is(201);
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") }, {}, id)).problem({
      status: 409,
      detail: "Conflict: Entity already exists.",
    });
  });
  test("an id that is no UUID: 422", async ({ a, fresh }) => {
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") }, {}, "abc")).problem({
      status: 422,
      detail: /UUID/,
    });
  });
  test("no type: 400", async ({ a }) => {
    (await a.admin.post("/jsonapi/sw_supplier/sw_supplier", { data: { attributes: {} } })).problem({
      status: 400,
      detail: 'Resource object must include a "type".',
    });
  });
  test("E09 malformed JSON: 400 Syntax error", async ({ a }) => {
    (await a.admin.send("POST", "/jsonapi/sw_line/sw_line", { raw: '{"data":' })).problem({
      status: 400,
      detail: "Syntax error",
    });
  });
  test("empty body: 400", async ({ a }) => {
    (await a.admin.send("POST", "/jsonapi/sw_line/sw_line", { headers: { "Content-Type": jsonApi } })).problem({
      status: 400,
      detail: "Empty request body.",
    });
  });
  test("E10 a scalar body is 400, not 500", async ({ a }) => {
    for (const raw of ['"x"', "null", "1", "[]", "true"]) {
      const reply = await a.admin.send("POST", "/jsonapi/sw_line/sw_line", { raw });
      if (reply.status !== 400 && reply.status !== 422) reply.fail("400 or 422", String(reply.status));
    }
  });
  test("E11 application/json: 415", async ({ a }) => {
    (
      await a.admin.send("POST", "/jsonapi/sw_line/sw_line", {
        body: document("sw_line", {}),
        type: "application/json",
      })
    ).problem({ status: 415, detail: 'No route found that matches "Content-Type: application/json"' });
  });
  test("E12 no Content-Type: 415", async ({ a }) => {
    (await a.admin.send("POST", "/jsonapi/sw_line/sw_line", { body: document("sw_line", {}), type: null })).problem({
      status: 415,
      detail: 'No "Content-Type" request header specified',
    });
  });
  test("E13 a charset parameter is accepted", async ({ a, fresh }) => {
    (
      await a.admin.send("POST", "/jsonapi/sw_supplier/sw_supplier", {
        body: document("sw_supplier", { attributes: { name: "S", code: fresh("s") } }),
        type: `${jsonApi}; charset=utf-8`,
      })
    ).is(201);
  });
  test("E14 unknown attribute: 422", async ({ a, fresh }) => {
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), nope: 1 })).problem({
      status: 422,
      detail: "The attribute nope does not exist on the sw_supplier--sw_supplier resource type.",
    });
  });
  test("a relationship sent as an attribute: 422", async ({ a }) => {
    (await a.admin.create("sw_contact", { last_name: "x", account: "y" })).problem({
      status: 422,
      detail: "The following relationship fields were provided as attributes: [ account ]",
    });
  });
  test("E15, E29 required", async ({ a, fresh }) => {
    (await a.admin.create("sw_supplier", { name: "S" })).problem({
      status: 422,
      detail: "code: This value should not be null.",
      pointer: "/data/attributes/code",
    });
    (await a.admin.create("sw_supplier", { name: null, code: fresh("s") })).problem({
      status: 422,
      detail: "name: This value should not be null.",
      pointer: "/data/attributes/name",
    });
    (await a.admin.create("sw_contact", { last_name: "x" })).problem({
      status: 422,
      detail: "account: This value should not be null.",
      pointer: "/data/attributes/account",
    });
  });
  test("E16 several bad fields: one error each, without links", async ({ a, fresh }) => {
    const reply = await a.admin.create("sw_account", {
      legal_name: "x".repeat(201),
      softwhere_id: fresh("x"),
      siren: "12",
      status: "nope",
    });
    reply.is(422).count(3, "/errors").has("/errors/0/title", "Unprocessable Content").lacks("/errors/0/links");
    reply.problem(
      {
        detail: "legal_name.0.value: Legal name: may not be longer than 200 characters.",
        pointer: "/data/attributes/legal_name/value",
      },
      0,
    );
    reply.problem({ pointer: "/data/attributes/siren/value", detail: "siren.0.value: This value is not valid." }, 1);
    reply.problem(
      { pointer: "/data/attributes/status/0", detail: "status.0: The value you selected is not a valid choice." },
      2,
    );
  });
  test("e-mail, number range, wrong types", async ({ a, fresh }) => {
    (
      await a.admin.create(
        "sw_contact",
        { last_name: "x", email: "nope" },
        { account: one("sw_account", a.ids["alpha"] ?? "") },
      )
    ).problem({
      status: 422,
      detail: "email.0.value: This value is not a valid email address.",
      pointer: "/data/attributes/email/value",
    });
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), notice_days: 367 })).problem({
      status: 422,
      detail: /notice_days\.0\.value: .*the value may be no greater than 366\.$/,
      pointer: "/data/attributes/notice_days/value",
    });
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), notice_days: "abc" })).problem({
      status: 422,
      pointer: "/data/attributes/notice_days/value",
    });
    (
      await a.admin.create(
        "sw_site",
        { name: "S", latitude: "90.5" },
        { account: one("sw_account", a.ids["alpha"] ?? "") },
      )
    ).problem({ status: 422, pointer: "/data/attributes/latitude/value" });
  });
  test("E27 malformed date: 422", async ({ a }) => {
    (await a.admin.create("sw_task", { title: "x", due_on: "03/02/2026" })).problem({
      status: 422,
      detail: /The specified date "03\/02\/2026" is not in an accepted format/,
    });
    (await a.admin.create("sw_task", { title: "x", due_on: "2026-02-30" })).is(422);
  });
  test("E28 an object for a plain field: 422", async ({ a }) =>
    void (await a.admin.create("sw_task", { title: { a: "b" } })).is(422));
  test("E32 a number too large for its column is 422, not 500", async ({ a }) => {
    (
      await a.admin.create(
        "sw_price",
        { direction: "sell", gross: "99999999999999999999.9", net: "1", valid_from: "2026-01-01" },
        { item: one("sw_catalogue_item", a.ids["plan1"] ?? "") },
      )
    ).is(422);
  });
  test("decimals given as numbers are stored with their scale", async ({ a }) => {
    const reply = await a.admin.create(
      "sw_price",
      { direction: "sell", gross: 1.5, net: "2.00005", valid_from: "2026-01-01" },
      { item: one("sw_catalogue_item", a.ids["plan2"] ?? "") },
    );
    reply.is(201).has("/data/attributes/gross", "1.5000").has("/data/attributes/net", "2.0001");
  });
  test("E19 missing target: 404", async ({ a }) => {
    (await a.admin.create("sw_contact", { last_name: "x" }, { account: one("sw_account", missing) })).problem({
      status: 404,
      detail: `The resource identified by \`sw_account--sw_account:${missing}\` (given as a relationship item) could not be found.`,
    });
  });
  test("E21 target without id: 400", async ({ a }) => {
    (
      await a.admin.create("sw_contact", { last_name: "x" }, { account: { data: { type: "sw_account--sw_account" } } })
    ).problem({ status: 400, detail: "No ID specified for related resource" });
  });
  test("E22 target of an unknown type: 400", async ({ a }) => {
    (
      await a.admin.create("sw_contact", { last_name: "x" }, { account: { data: { type: "zzz--zzz", id: missing } } })
    ).problem({ status: 400, detail: "Invalid type specified for related resource: 'zzz--zzz'" });
  });
  test("E23 target of another type: 422", async ({ a }) => {
    (await a.admin.create("sw_contact", { last_name: "x" }, { account: one("sw_site", a.ids["site"] ?? "") })).problem({
      status: 422,
      detail: /account\.0\.target_id: This entity \(sw_site: \d+\) cannot be referenced\./,
      pointer: "/data/attributes/account/target_id",
    });
  });
  test("E24 what the server sets can't be sent: 403 with pointer", async ({ a, fresh }) => {
    (
      await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), created: "2001-01-01T00:00:00+00:00" })
    ).problem({
      status: 403,
      detail: /^The current user is not allowed to POST the selected field \(created\)\./,
      pointer: "/data/attributes/created",
    });
  });
  test("version: 1 is ignored, another value is 422", async ({ a, fresh }) => {
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), version: 1 }))
      .is(201)
      .has("/data/attributes/version", 1);
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), version: 2 })).is(422);
  });
  test("several values keep their order", async ({ a, fresh }) => {
    (await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), invoice_names: ["b", "a", "c"] }))
      .is(201)
      .has("/data/attributes/invoice_names", ["b", "a", "c"]);
  });
  test("text comes back as it was sent", async ({ a, fresh }) => {
    const name = `<b>"l'été" & 5 > 4 \\ / é\u{1F600}`;
    (await a.admin.create("sw_supplier", { name, code: fresh("s") }))
      .is(201)
      .has("/data/attributes/name", name)
      .never("<b>");
  });
});

export const updating = group("updating", (test) => {
  test("F01 200 with the full document and the next version", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") })).is(201);
    const reply = await a.admin.update("sw_supplier", id, { name: "T" });
    reply.is(200).has("/data/attributes/name", "T").has("/data/attributes/version", 2).exists("/data/attributes/code");
  });
  test("F02 another id in the body: 400", async ({ a }) => {
    const id = a.ids["sfr"];
    (
      await a.admin.patch(
        `/jsonapi/sw_supplier/sw_supplier/${id}`,
        document("sw_supplier", { id: a.ids["orange"], attributes: {} }),
      )
    ).problem({
      status: 400,
      detail: `The selected entity (${id}) does not match the ID in the payload (${a.ids["orange"]}).`,
    });
  });
  test("F03 no id in the body: 400", async ({ a }) => {
    (
      await a.admin.patch(
        `/jsonapi/sw_supplier/sw_supplier/${a.ids["sfr"]}`,
        document("sw_supplier", { attributes: {} }),
      )
    ).problem({ status: 400, detail: /does not match the ID in the payload \(\)\.$/ });
  });
  test("F05 an equal value of a protected field is ignored", async ({ a }) => {
    (
      await a.admin.update(
        "sw_contact",
        a.ids["contact"] ?? "",
        {},
        { account: one("sw_account", a.ids["alpha"] ?? "") },
      )
    ).is(200);
    const created = (await a.admin.get(`/jsonapi/sw_contact/sw_contact/${a.ids["contact"]}`)).at(
      "/data/attributes/created",
    );
    (await a.admin.update("sw_contact", a.ids["contact"] ?? "", { created })).is(200);
  });
  test("F08 a different value of what the server sets: 403", async ({ a }) => {
    (await a.admin.update("sw_contact", a.ids["contact"] ?? "", { changed: "2001-01-01T00:00:00+00:00" })).problem({
      status: 403,
      pointer: "/data/attributes/changed",
    });
  });
  test("immutable fields keep their value: 403 with pointer", async ({ a }) => {
    (
      await a.admin.update(
        "sw_contact",
        a.ids["contact"] ?? "",
        {},
        { account: one("sw_account", a.ids["beta"] ?? "") },
      )
    ).problem({ status: 403, pointer: "/data/attributes/account" });
    (await a.admin.update("sw_price", a.ids["sell"] ?? "", { direction: "buy" })).problem({
      status: 403,
      pointer: "/data/attributes/direction",
    });
  });
  test("F06 only the submitted fields are checked, 422 with core's text", async ({ a }) => {
    (await a.admin.update("sw_supplier", a.ids["sfr"] ?? "", { notice_days: 400 })).problem({
      status: 422,
      pointer: "/data/attributes/notice_days/value",
    });
  });
  test("F07 null empties a field and a relationship", async ({ a, fresh }) => {
    const { id } = (
      await a.admin.create(
        "sw_task",
        { title: fresh("t"), due_on: "2026-05-05" },
        { account: one("sw_account", a.ids["alpha"] ?? "") },
      )
    ).is(201);
    (await a.admin.update("sw_task", id, { due_on: null }, { account: { data: null } }))
      .is(200)
      .has("/data/attributes/due_on", null)
      .has("/data/relationships/account/data", null);
  });
  test("a required field can't be emptied", async ({ a }) => {
    (await a.admin.update("sw_supplier", a.ids["sfr"] ?? "", { name: null })).problem({
      status: 422,
      detail: "name: This value should not be null.",
      pointer: "/data/attributes/name",
    });
  });
  test("F12 without the right to edit the type: 403", async ({ a }) => {
    (await a.support.update("sw_account", a.ids["alpha"] ?? "", { legal_name: "x" })).problem({ status: 403 });
  });
  test("F13 unknown row: 404", async ({ a }) => {
    (await a.admin.update("sw_supplier", missing, { name: "x" })).problem({
      status: 404,
      detail:
        'The "entity" parameter was not converted for the path "/jsonapi/sw_supplier/sw_supplier/{entity}" (route name: "jsonapi.sw_supplier--sw_supplier.individual.patch")',
    });
  });
  test("a change that changes nothing keeps the version", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") })).is(201);
    (await a.admin.update("sw_supplier", id, { name: "S" })).is(200).has("/data/attributes/version", 1);
  });
  test("sparse fields in the answer", async ({ a }) => {
    const reply = await a.admin.patch(
      `/jsonapi/sw_supplier/sw_supplier/${a.ids["sfr"]}?fields[sw_supplier--sw_supplier]=name`,
      document("sw_supplier", { id: a.ids["sfr"], attributes: { vat_number: "FR1" } }),
    );
    reply.is(200).has("/data/attributes", { name: "SFR A" });
  });
});

export const deleting = group("deleting", (test) => {
  test("K03, K05 204, then 404", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "S", code: fresh("s") })).is(201);
    const reply = (await a.admin.remove(`/jsonapi/sw_supplier/sw_supplier/${id}`)).is(204);
    if (reply.text !== "") reply.fail("an empty body", reply.text);
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${id}`)).is(404);
    (await a.admin.remove(`/jsonapi/sw_supplier/sw_supplier/${id}`)).problem({
      status: 404,
      detail: /individual\.delete/,
    });
  });
  test("K01 without the right: 403", async ({ a }) =>
    void (await a.manager.remove(`/jsonapi/sw_account/sw_account/${a.ids["gamma"]}`)).problem({ status: 403 }));
  test("K04 anonymous: 401", async ({ anonymous, a }) =>
    void (await anonymous.remove(`/jsonapi/sw_account/sw_account/${a.ids["gamma"]}`)).problem({ status: 401 }));
  test("Q02, Q03, Q04 anonymous with the cookie of an ended session: 403", async (world) => {
    const stale = ended(world);
    const id = world.a.ids["gamma"] ?? "";
    (await stale.create("sw_account", {})).problem({ status: 403 });
    (await stale.update("sw_account", id, {})).problem({ status: 403 });
    (await stale.remove(`/jsonapi/sw_account/sw_account/${id}`)).problem({ status: 403 });
  });
});

export const relationships = group("relationships", (test) => {
  test("G01 POST adds and answers the whole set when it differs", async ({ a }) => {
    const path = `/jsonapi/user/user/${a.users["client"]}/relationships/accounts`;
    (await a.admin.post(path, { data: [{ type: "sw_account--sw_account", id: a.ids["gamma"] }] }))
      .is(200)
      .values("/id", [a.ids["alpha"], a.ids["gamma"]]);
  });
  test("G04 DELETE removes", async ({ a }) => {
    const path = `/jsonapi/user/user/${a.users["client"]}/relationships/accounts`;
    (await a.admin.remove(path, { data: [{ type: "sw_account--sw_account", id: a.ids["gamma"] }] })).is(204);
    (await a.admin.get(path)).is(200).values("/id", [a.ids["alpha"]]);
  });
  test("G03 PATCH replaces: 204 without a body", async ({ a }) => {
    const path = `/jsonapi/sw_site/sw_site/${a.ids["site"]}/relationships/billing_site`;
    (await a.admin.patch(path, { data: null })).is(204);
    (await a.admin.get(path)).has("/data", null);
    const reply = (await a.admin.patch(path, one("sw_billing_site", a.ids["billing"] ?? ""))).is(204);
    if (reply.text !== "") reply.fail("an empty body", reply.text);
  });
  test("G05 DELETE needs a body", async ({ a }) => {
    const reply = await a.admin.send("DELETE", `/jsonapi/user/user/${a.users["client"]}/relationships/accounts`, {
      headers: { "Content-Type": jsonApi },
    });
    reply.problem({
      status: 400,
      detail: "You need to provide a body for DELETE operations on a relationship (accounts).",
    });
  });
  test("G06 an array for a to-one relationship", async ({ a }) => {
    (
      await a.admin.post(`/jsonapi/sw_site/sw_site/${a.ids["site"]}/relationships/billing_site`, {
        data: [{ type: "sw_billing_site--sw_billing_site", id: a.ids["billing"] }],
      })
    ).problem({ status: 400, detail: "Invalid body payload for the relationship." });
  });
  test("N07 POST and DELETE on a to-one relationship: 409", async ({ a }) => {
    const path = `/jsonapi/sw_site/sw_site/${a.ids["site"]}/relationships/billing_site`;
    (await a.admin.post(path, one("sw_billing_site", a.ids["billing"] ?? ""))).problem({
      status: 409,
      detail: "You can only POST to to-many relationships. billing_site is a to-one relationship.",
    });
    (await a.admin.remove(path, one("sw_billing_site", a.ids["billing"] ?? ""))).problem({
      status: 409,
      detail: "You can only DELETE from to-many relationships. billing_site is a to-one relationship.",
    });
  });
  test("G10 a target of another type", async ({ a }) => {
    (
      await a.admin.patch(
        `/jsonapi/sw_site/sw_site/${a.ids["site"]}/relationships/billing_site`,
        one("sw_account", a.ids["alpha"] ?? ""),
      )
    ).problem({
      status: 400,
      detail:
        "The provided type (sw_account--sw_account) does not match the destination resource types (sw_billing_site--sw_billing_site).",
    });
  });
  test("missing and foreign targets: 400 with the same sentence", async ({ a, b }) => {
    const path = `/jsonapi/sw_site/sw_site/${a.ids["site"]}/relationships/billing_site`;
    for (const id of [missing, b.ids["billing"] ?? ""]) {
      (await a.admin.patch(path, one("sw_billing_site", id))).problem({
        status: 400,
        detail: `The targeted \`sw_billing_site--sw_billing_site\` resource with ID \`${id}\` does not exist.`,
      });
    }
  });
  test("the write counts as a change of the row", async ({ a }) => {
    const row = `/jsonapi/sw_site/sw_site/${a.ids["site_beta"]}`;
    const before = Number((await a.admin.get(row)).at("/data/attributes/version"));
    (await a.admin.patch(`${row}/relationships/billing_site`, one("sw_billing_site", a.ids["billing_beta"] ?? ""))).is(
      204,
    );
    (await a.admin.get(row)).has("/data/attributes/version", before + 1);
  });
});

export const errors = group("errors", (test) => {
  test("A05 a lower-case custom parameter is refused", async ({ a, base }) => {
    const reply = (await a.admin.get("/jsonapi/sw_line/sw_line?foo=bar")).problem({
      status: 400,
      detail: "The following query parameters violate the JSON:API spec: 'foo'.",
    });
    reply
      .has("/errors/0/links/via/href", `${base}/jsonapi/sw_line/sw_line?foo=bar`)
      .has("/errors/0/links/info/href", /^https?:\/\/jsonapi\.org\/format\/#query-parameters$/);
    reply.header("link", /^https?:\/\/jsonapi\.org\/format\/#query-parameters$/);
  });
  test("A06 a camel-case custom parameter is accepted", async ({ a }) =>
    void (await a.admin.get("/jsonapi/sw_line/sw_line?fooBar=1&page[limit]=1")).is(200));
  test("error objects: title, status, detail, links", async ({ a, base }) => {
    const reply = (await a.admin.get("/jsonapi/sw_line/sw_line?page[limit]=0"))
      .is(400)
      .has("/errors/0/title", "Bad Request")
      .has("/errors/0/status", "400");
    reply
      .has("/errors/0/links/via/href", `${base}/jsonapi/sw_line/sw_line?page%5Blimit%5D=0`)
      .has("/errors/0/links/info/href", "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.1");
    reply.header("content-type", "application/vnd.api+json").speaksJsonApi().lacks("/data");
  });
  test("D07 PUT: 405 with Allow", async ({ a }) => {
    (await a.admin.send("PUT", `/jsonapi/sw_line/sw_line/${a.ids["line01"]}`, { body: {} }))
      .is(405)
      .header("allow", /PATCH/);
  });
  test("D08 POST on one row: 405, or 415 where files can be uploaded", async ({ a }) => {
    (await a.admin.post(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}`, {})).is(405);
    (await a.admin.post(`/jsonapi/sw_document/sw_document/${missing}`, {})).is(415);
  });
  test("core's known defects answer 4xx", async ({ a }) => {
    const line = "/jsonapi/sw_line/sw_line";
    const paths = [
      `${line}?filter[@root]=1`,
      `${line}?filter[g][group][conjunction]=XOR`,
      `${line}?filter[a][condition][path]=number&filter[a][condition][value][]=x&filter[a][condition][value][]=y`,
      `${line}?filter[condition][group]=number`,
      `${line}?sort[a]=number`,
      `${line}?filter[number][value][a][b]=1`,
      `${line}?include[]=park`,
      `${line}?page[limit][]=1`,
      `${line}?filter[a][condition]=x`,
      `${line}?filter[a][group]=x`,
      `${line}?filter[a][condition][path][]=x&filter[a][condition][value]=1`,
      `${line}?fields[]=x`,
    ];
    for (const path of paths) {
      const reply = await a.admin.get(path);
      if (reply.status >= 500 || (reply.status >= 300 && reply.status < 400))
        reply.fail("an answer below 500", String(reply.status));
      reply.never("SQLSTATE").never("Drupal\\\\").never("/var/").never("node_modules");
    }
  });
  test("an empty or circular group is no 5xx", async ({ a }) => {
    const reply = await a.admin.get(
      "/jsonapi/sw_line/sw_line?filter[a][group][conjunction]=OR&filter[a][group][memberOf]=b&filter[b][group][conjunction]=OR&filter[b][group][memberOf]=a",
    );
    if (reply.status >= 500) reply.fail("no 5xx", String(reply.status));
    const empty = await a.admin.get("/jsonapi/sw_line/sw_line?filter[g][group][conjunction]=OR");
    if (empty.status >= 500) empty.fail("no 5xx", String(empty.status));
  });
  test("paths to several values are no 5xx where one is needed", async ({ a }) => {
    for (const path of [
      "/jsonapi/user/user?sort=accounts.legal_name",
      "/jsonapi/user/user?sort=business_roles",
      "/jsonapi/user/user?sort=accounts.id",
      "/jsonapi/aggregate/user?groupBy=accounts",
      "/jsonapi/aggregate/user?groupBy=accounts.legal_name",
      "/jsonapi/aggregate/user?sumOf=accounts.drupal_internal__id",
      "/jsonapi/sw_account/sw_account?sort=external_ids.system",
    ]) {
      const reply = await a.admin.get(path);
      if (reply.status >= 500) reply.fail("no 5xx", String(reply.status));
    }
  });
  test("odd bytes and huge values are no 5xx", async ({ a, fresh }) => {
    const replies = [
      await a.admin.get("/jsonapi/sw_line/sw_line?filter[number]=%00"),
      await a.admin.get("/jsonapi/sw_line/sw_line?filter[number]=%FF"),
      await a.admin.get("/jsonapi/sw_line/sw_line?page[offset]=99999999999999999999"),
      await a.admin.get("/jsonapi/sw_line/sw_line?filter[sell_price]=1e400"),
      await a.admin.get("/jsonapi/sw_line/sw_line?filter[activated_on]=0000-00-00"),
      await a.admin.get("/jsonapi/sw_line/sw_line?filter[drupal_internal__id]=99999999999999999999"),
      await a.admin.create("sw_supplier", { name: "a\u0000b", code: fresh("s") }),
      await a.admin.create("sw_supplier", { name: "\ud800", code: fresh("s") }),
      await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), notice_days: 1e30 }),
      await a.admin.create("sw_supplier", { name: ["a", "b"], code: fresh("s") }),
      await a.admin.create("sw_supplier", { name: "S", code: fresh("s"), invoice_names: [{ a: 1 }] }),
      await a.admin.create("sw_account", { legal_name: "x", softwhere_id: fresh("x"), external_ids: ["x"] }),
    ];
    for (const reply of replies) if (reply.status >= 500) reply.fail("no 5xx", String(reply.status));
  });
});
