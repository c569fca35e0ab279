import { group } from "../../../../conformance/suite.ts";

const lines = "/jsonapi/sw_line/sw_line";

export const oddWrites = group("telecom odd writes", (test) => {
  test("a protected field with another value: 403 with its pointer, and nothing is changed", async ({ a }) => {
    (await a.support.update("sw_line", a.ids["line08"] ?? "", { sell_price: "99", user_name: "changed" })).problem({
      status: 403,
      detail: /^The current user is not allowed to PATCH the selected field \(sell_price\)\. /,
      pointer: "/data/attributes/sell_price",
    });
    (await a.admin.get(`${lines}/${a.ids["line08"]}`))
      .has("/data/attributes/user_name", "User 08")
      .has("/data/attributes/sell_price", "8.5000");
  });
});
