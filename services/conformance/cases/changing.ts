import { document, one } from "../client.ts";
import { group } from "../suite.ts";
import { ended } from "../world.ts";

const missing = "00000000-0000-4000-8000-000000000998";

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
