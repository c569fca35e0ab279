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
  test("what an option's price pays for is seen and changed with the price, by direction", async ({ a }) => {
    const { id } = (
      await a.admin.create(
        "sw_line_option",
        { valid_from: "2026-01-01", sell_price: "24", sell_period: "year", buy_price: "3" },
        { line: one("sw_line", a.ids["line01"] ?? ""), item: one("sw_catalogue_item", a.ids["plan2"] ?? "") },
      )
    )
      .is(201)
      .has("/data/attributes/sell_period", "year")
      .has("/data/attributes/buy_period", null);
    const path = `/jsonapi/sw_line_option/sw_line_option/${id}`;
    (await a.support.get(path)).is(200).lacks("/data/attributes/sell_period").lacks("/data/attributes/buy_period");
    (await a.support.get("/jsonapi/aggregate/sw_line_option?groupBy=buy_period")).problem({
      status: 403,
      detail: /`buy_period`/,
    });
    (await a.accounting.get(path)).is(200).has("/data/attributes/sell_period", "year");
    (await a.manager.update("sw_line_option", id, { buy_period: "quarter" }))
      .is(200)
      .has("/data/attributes/buy_period", "quarter");
    (await a.manager.update("sw_line_option", id, { sell_period: "decade" })).problem({
      status: 422,
      pointer: "/data/attributes/sell_period/0",
    });
    (await a.admin.remove(path)).is(204);
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
  test("what a check lets pass on a line is its customer's", async ({ a, b }) => {
    const attributes = { check: "C2", valid_from: "2026-01-01", tolerance: "5", reason: "Rounding of the supplier" };
    const on = (line: string, account?: string) =>
      a.accounting.create("sw_check_setting", attributes, {
        line: one("sw_line", line),
        ...(account && { account: one("sw_account", account) }),
      });
    const [line = "", alpha = "", beta = ""] = ["line01", "alpha", "beta"].map((key) => a.ids[key]);
    const { id } = (await on(line, alpha)).is(201);
    (await on(line, beta)).problem({ status: 422, code: "not_same_owner", pointer: "/data/attributes/line" });
    (await on(b.ids["line01"] ?? "")).is(404);
    (await a.manager.remove(`/jsonapi/sw_check_setting/sw_check_setting/${id}`)).is(204);
  });
});
