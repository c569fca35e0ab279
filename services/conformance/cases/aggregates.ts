import { group } from "../suite.ts";

export const aggregates = group("aggregates", (test) => {
  const path = "/jsonapi/aggregate/sw_site";
  test("one group without groupBy", async ({ a }) => {
    const reply = (await a.admin.get(`${path}?filter[billing_site.id]=${a.ids["point"]}&sumOf=latitude`))
      .is(200)
      .has("/data", [])
      .speaksJsonApi();
    reply
      .has("/meta/groups", [{ keys: {}, count: 60, sums: { latitude: "1860.000000" } }])
      .header("content-type", "application/vnd.api+json");
  });
  test("groups by relationship: UUID or null", async ({ a }) => {
    const reply = (
      await a.admin.get(
        `/jsonapi/aggregate/sw_catalogue_item?filter[catalogue.id]=${a.ids["catalogue"]}&groupBy=supplier,catalogue`,
      )
    )
      .is(200)
      .count(2, "/meta/groups");
    reply
      .has("/meta/groups/0/keys", { supplier: null, catalogue: a.ids["catalogue"] })
      .has("/meta/groups/0/count", 1)
      .has("/meta/groups/1/keys/supplier", a.ids["orange"]);
  });
  test("groups by a path through relationships", async ({ a }) => {
    const reply = (
      await a.admin.get(
        `${path}?filter[billing_site.id]=${a.ids["point"]}&groupBy=billing_site.account,billing_site.account.legal_name&sumOf=latitude,longitude`,
      )
    )
      .is(200)
      .count(1, "/meta/groups");
    reply
      .has("/meta/groups/0/keys", {
        "billing_site.account": a.ids["alpha"],
        "billing_site.account.legal_name": "Alpha A",
      })
      .has("/meta/groups/0/sums", { latitude: "1860.000000", longitude: "1830.000000" });
  });
  test("the sum of nothing", async ({ a }) => {
    (await a.admin.get(`${path}?filter[postal_code]=none&sumOf=latitude`))
      .is(200)
      .has("/meta/groups", [{ keys: {}, count: 0, sums: { latitude: "0.000000" } }]);
    (await a.admin.get(`${path}?filter[postal_code]=none&groupBy=city`)).is(200).has("/meta/groups", []);
  });
  test("unknown fields and types", async ({ a }) => {
    (await a.admin.get(`${path}?groupBy=nope`)).is(400);
    (await a.admin.get(`${path}?sumOf=postal_code`)).is(400);
    (await a.admin.get(`${path}?filter[nope]=1`)).is(400);
    (await a.admin.get("/jsonapi/aggregate/nope")).is(404);
  });
  test("anonymous: 401", async ({ anonymous }) => void (await anonymous.get(path)).is(401));
  test("groups by a text, sorted by key", async ({ a }) => {
    (await a.admin.get(`${path}?filter[billing_site.id]=${a.ids["point"]}&groupBy=city`)).is(200).has("/meta/groups", [
      { keys: { city: "Annecy" }, count: 54, sums: {} },
      { keys: { city: "Brest" }, count: 6, sums: {} },
    ]);
  });
});
