import { randomUUID } from "node:crypto";
import { document, many, one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

const sites = "/jsonapi/sw_site/sw_site";

async function supplier(brand: BrandWorld, code: string): Promise<string> {
  return (await brand.admin.create("sw_supplier", { name: "S", code })).is(201).id;
}

export const oddWrites = group("odd writes", (test) => {
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
      pass: "secret-word",
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
        { name: fresh("full"), pass: "secret-word", status: true, user_type: "internal" },
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
  test("true and false are no text, number or choice, in new rows and in changes", async ({ a, fresh }) => {
    const account = { account: one("sw_account", a.ids["gamma"] ?? "") };
    const name = fresh("b");
    const { id } = (await a.admin.create("sw_site", { name }, account)).is(201);
    const wrong = { status: 422, detail: /This value should be of the correct primitive type\.$/ };
    for (const sent of [true, false, [true], { value: false }])
      for (const field of ["name", "city", "country", "latitude"]) {
        const problem = { ...wrong, pointer: `/data/attributes/${field}/value` };
        (await a.admin.create("sw_site", { name, [field]: sent }, account)).problem(problem);
        (await a.admin.update("sw_site", id, { [field]: sent })).problem(problem);
      }
    for (const sent of [true, false])
      (await a.admin.create("sw_supplier", { name, code: fresh("B"), notice_days: sent })).problem({
        ...wrong,
        pointer: "/data/attributes/notice_days/value",
      });
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${id}`)).has("/data/attributes/name", name);
  });
  test("an empty object is no value; a version is a number; what the server sets is refused", async ({ a, fresh }) => {
    const account = { account: one("sw_account", a.ids["gamma"] ?? "") };
    const attributes = { name: fresh("v"), city: "Brest", latitude: "1" };
    const { id } = (await a.admin.create("sw_site", attributes, account)).is(201);
    for (const field of ["city", "latitude"])
      (await a.admin.update("sw_site", id, { [field]: {} })).is(200).has(`/data/attributes/${field}`, null);
    (await a.admin.update("sw_site", id, { name: {} })).problem({ status: 422, pointer: "/data/attributes/name" });
    for (const version of ["3", " 3", true, [3], {}])
      (await a.admin.update("sw_site", id, { version })).problem({ status: 409, pointer: "/data/attributes/version" });
    for (const version of ["1", true, [1]])
      (await a.admin.create("sw_site", { ...attributes, version }, account)).problem({
        status: 422,
        detail: "version: A new resource has version 1.",
      });
    for (const created of [1, {}])
      (await a.admin.update("sw_site", id, { created })).problem({ status: 403, pointer: "/data/attributes/created" });
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
  test("D01 one row has all that its type declares", async ({ a }) => {
    const reply = (await a.admin.get(`${sites}/${a.ids["site01"]}`))
      .is(200)
      .has("/data/type", "sw_site--sw_site")
      .speaksJsonApi()
      .lacks("/included")
      .lacks("/meta");
    for (const name of ["name", "city", "latitude", "access_notes", "version", "created", "changed"])
      reply.exists(`/data/attributes/${name}`);
    for (const name of ["account", "billing_site", "brand"])
      reply.exists(`/data/relationships/${name}/links/related/href`);
  });
});
