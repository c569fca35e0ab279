import { randomUUID } from "node:crypto";
import { document, jsonApi, one } from "../client.ts";
import { group } from "../suite.ts";

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
    (await a.admin.send("POST", "/jsonapi/sw_site/sw_site", { raw: '{"data":' })).problem({
      status: 400,
      detail: "Syntax error",
    });
  });
  test("empty body: 400", async ({ a }) => {
    (await a.admin.send("POST", "/jsonapi/sw_site/sw_site", { headers: { "Content-Type": jsonApi } })).problem({
      status: 400,
      detail: "Empty request body.",
    });
  });
  test("E10 a scalar body is 400, not 500", async ({ a }) => {
    for (const raw of ['"x"', "null", "1", "[]", "true"]) {
      const reply = await a.admin.send("POST", "/jsonapi/sw_site/sw_site", { raw });
      if (reply.status !== 400 && reply.status !== 422) reply.fail("400 or 422", String(reply.status));
    }
  });
  test("E11 application/json: 415", async ({ a }) => {
    (
      await a.admin.send("POST", "/jsonapi/sw_site/sw_site", {
        body: document("sw_site", {}),
        type: "application/json",
      })
    ).problem({ status: 415, detail: 'No route found that matches "Content-Type: application/json"' });
  });
  test("E12 no Content-Type: 415", async ({ a }) => {
    (await a.admin.send("POST", "/jsonapi/sw_site/sw_site", { body: document("sw_site", {}), type: null })).problem({
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
  test("a price pays for a month unless it says otherwise; another word is refused by name", async ({ a }) => {
    const price = (attributes: object) =>
      a.admin.create(
        "sw_price",
        { direction: "sell", gross: "120", net: "120", valid_from: "2031-01-01", ...attributes },
        { item: one("sw_catalogue_item", a.ids["plan2"] ?? "") },
      );
    (await price({})).is(201).has("/data/attributes/billing_period", "month");
    const { id } = (await price({ billing_period: "year", valid_from: "2032-01-01" }))
      .is(201)
      .has("/data/attributes/billing_period", "year");
    (await price({ billing_period: "week" })).problem({ status: 422, pointer: "/data/attributes/billing_period/0" });
    (await a.admin.update("sw_price", id, { billing_period: "quarter" })).is(200);
    (await a.admin.get("/jsonapi/sw_price/sw_price?filter[billing_period]=quarter&filter[valid_from]=2032-01-01"))
      .is(200)
      .values("/id", [id]);
    (await a.admin.update("sw_price", id, { billing_period: null }))
      .is(200)
      .has("/data/attributes/billing_period", null);
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
