import { group } from "../suite.ts";

export const aggregates = group("aggregates", (test) => {
  const path = "/jsonapi/aggregate/sw_line";
  test("one group without groupBy", async ({ a }) => {
    const reply = (await a.admin.get(`${path}?filter[park.id]=${a.ids["park"]}&sumOf=sell_price`))
      .is(200)
      .has("/data", [])
      .has("/jsonapi/version", "1.0");
    reply
      .has("/meta/groups", [{ keys: {}, count: 60, sums: { sell_price: "1860.0000" } }])
      .header("content-type", "application/vnd.api+json");
  });
  test("groups by a list, sorted by key", async ({ a }) => {
    (await a.admin.get(`${path}?filter[park.id]=${a.ids["park"]}&groupBy=status`)).is(200).has("/meta/groups", [
      { keys: { status: "active" }, count: 54, sums: {} },
      { keys: { status: "suspended" }, count: 6, sums: {} },
    ]);
  });
  test("groups by relationship: UUID or null", async ({ a }) => {
    const reply = (await a.admin.get(`${path}?filter[park.id]=${a.ids["park"]}&groupBy=site,park`))
      .is(200)
      .count(2, "/meta/groups");
    reply
      .has("/meta/groups/0/keys", { site: null, park: a.ids["park"] })
      .has("/meta/groups/0/count", 59)
      .has("/meta/groups/1/keys/site", a.ids["site"]);
  });
  test("groups by a path through relationships", async ({ a }) => {
    const reply = (
      await a.admin.get(
        `${path}?filter[park.id]=${a.ids["park"]}&groupBy=park.account,park.account.legal_name&sumOf=sell_price,buy_price`,
      )
    )
      .is(200)
      .count(1, "/meta/groups");
    reply
      .has("/meta/groups/0/keys", { "park.account": a.ids["alpha"], "park.account.legal_name": "Alpha A" })
      .has("/meta/groups/0/sums", { sell_price: "1860.0000", buy_price: "1830.0000" });
  });
  test("the sum of nothing", async ({ a }) => {
    (await a.admin.get(`${path}?filter[number]=none&sumOf=sell_price`))
      .is(200)
      .has("/meta/groups", [{ keys: {}, count: 0, sums: { sell_price: "0.0000" } }]);
    (await a.admin.get(`${path}?filter[number]=none&groupBy=status`)).is(200).has("/meta/groups", []);
  });
  test("unknown fields and types", async ({ a }) => {
    (await a.admin.get(`${path}?groupBy=nope`)).is(400);
    (await a.admin.get(`${path}?sumOf=number`)).is(400);
    (await a.admin.get(`${path}?filter[nope]=1`)).is(400);
    (await a.admin.get("/jsonapi/aggregate/nope")).is(404);
  });
  test("anonymous: 401", async ({ anonymous }) => void (await anonymous.get(path)).is(401));
});
