import { jsonApi, one } from "../client.ts";
import { group } from "../suite.ts";

const missing = "00000000-0000-4000-8000-000000000998";

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
