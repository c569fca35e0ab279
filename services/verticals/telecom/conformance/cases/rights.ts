import { one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";

export const rights = group("telecom rights", (test) => {
  test("fields that the viewer may not see are absent", async ({ a }) => {
    const line = (await a.support.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}`))
      .is(200)
      .exists("/data/attributes/number")
      .exists("/data/attributes/comment");
    for (const name of ["sell_price", "buy_price", "price_reason", "supplier_commitment_end", "external_ids"])
      line.lacks(`/data/attributes/${name}`);
    (await a.manager.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}`))
      .exists("/data/attributes/buy_price")
      .exists("/data/attributes/sell_price");
    const client = await a.client.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}`);
    client.exists("/data/attributes/sell_price").lacks("/data/attributes/buy_price").lacks("/data/attributes/comment");
    (await a.support.get(`/jsonapi/sw_line/sw_line/${a.ids["line01"]}?fields[sw_line--sw_line]=buy_price`))
      .is(200)
      .lacks("/data/attributes");
  });
  test("a field that needs a right besides the type's: 403 with its pointer", async ({ a }) => {
    (
      await a.support.update(
        "sw_line",
        a.ids["line01"] ?? "",
        {},
        { plan: one("sw_catalogue_item", a.ids["plan2"] ?? "") },
      )
    ).problem({
      status: 403,
      pointer: "/data/attributes/plan",
      detail: /^The current user is not allowed to PATCH the selected field \(plan\)\./,
    });
    (
      await a.support.update(
        "sw_line",
        a.ids["line01"] ?? "",
        {},
        { plan: one("sw_catalogue_item", a.ids["plan1"] ?? "") },
      )
    ).is(200);
    (await a.support.update("sw_line", a.ids["line01"] ?? "", { sell_price: "1.5000" })).problem({
      status: 403,
      pointer: "/data/attributes/sell_price",
    });
  });
  test("filter, sort, group and sum on such a field: 403 naming it", async ({ a }) => {
    (await a.support.get("/jsonapi/sw_line/sw_line?filter[buy_price]=1")).problem({
      status: 403,
      detail: /^The current user is not authorized to filter by the `buy_price` field, given in the path `buy_price`\./,
    });
    (await a.support.get("/jsonapi/sw_line/sw_line?sort=buy_price")).problem({ status: 403, detail: /`buy_price`/ });
    (await a.support.get("/jsonapi/aggregate/sw_line?sumOf=buy_price")).problem({ status: 403, detail: /`buy_price`/ });
    (await a.support.get("/jsonapi/aggregate/sw_line?groupBy=sell_price")).problem({
      status: 403,
      detail: /`sell_price`/,
    });
    (await a.support.get("/jsonapi/sw_contact/sw_contact?filter[account.notes]=x")).is(200);
    (await a.client.get("/jsonapi/sw_contact/sw_contact?filter[account.notes]=x")).problem({
      status: 403,
      detail: /`notes`/,
    });
    (await a.client.get("/jsonapi/sw_contact/sw_contact?sort=account.notes")).problem({ status: 403 });
  });
  test("what a check lets pass is set by who handles anomalies, of their own brand's lines and suppliers", async ({
    a,
    b,
  }) => {
    const attributes = { check: "C2", valid_from: "2026-01-01", tolerance: "5", reason: "Rounding of the supplier" };
    const supplier = { supplier: one("sw_supplier", a.ids["orange"] ?? "") };
    const { id } = (await a.accounting.create("sw_check_setting", attributes, supplier))
      .is(201)
      .has("/data/attributes/tolerance", "5.0000")
      .has("/data/attributes/enabled", true);
    const at = `/jsonapi/sw_check_setting/sw_check_setting/${id}`;
    (await a.support.create("sw_check_setting", attributes, supplier)).is(403);
    // What is of no account of theirs isn't there for a customer.
    for (const [client, status] of [
      [a.support, 403],
      [a.client, 404],
      [b.accounting, 404],
    ] as const) {
      (await client.get(at)).is(status);
      (await client.update("sw_check_setting", id, { enabled: false })).is(status);
      (await client.remove(at)).is(status);
    }
    for (const relationships of [
      { supplier: one("sw_supplier", b.ids["orange"] ?? "") },
      { line: one("sw_line", b.ids["line01"] ?? "") },
    ])
      (await a.accounting.create("sw_check_setting", attributes, relationships)).is(404);
    (await a.accounting.create("sw_check_setting", { ...attributes, check: "C99" })).problem({
      status: 422,
      pointer: "/data/attributes/check/0",
    });
    (await a.accounting.create("sw_check_setting", { ...attributes, tolerance: "-1" })).problem({
      status: 422,
      pointer: "/data/attributes/tolerance/value",
    });
    (await a.accounting.update("sw_check_setting", id, { enabled: false, valid_to: "2026-12-31" })).is(200);
    (await a.manager.remove(at)).is(204);
  });
});
