import { one } from "../client.ts";
import { group } from "../suite.ts";

const views = "/jsonapi/sw_saved_view/sw_saved_view";

export const personal = group("personal", (test) => {
  test("a row of one person doesn't exist for a colleague, whatever they hold", async ({ a, fresh }) => {
    const name = fresh("view");
    const mine = (
      await a.support.create(
        "sw_saved_view",
        { name, list: "sw_site", query: { search: "1" } },
        { owner: one("user", a.users["support_n1"] ?? "") },
      )
    ).is(201).id;
    (await a.support.get(`${views}/${mine}`)).is(200);
    (await a.support.get(`${views}?filter[name]=${name}`)).count(1);
    for (const colleague of [a.manager, a.admin, a.accounting]) {
      (await colleague.get(`${views}/${mine}`)).is(404);
      (await colleague.get(`${views}?filter[name]=${name}`)).is(200).count(0);
      (await colleague.get(`/jsonapi/aggregate/sw_saved_view?filter[name]=${name}`))
        .is(200)
        .has("/meta/groups/0/count", 0);
      (await colleague.update("sw_saved_view", mine, { name: "x" })).is(404);
      (await colleague.remove(`${views}/${mine}`)).is(404);
    }
    (await a.support.remove(`${views}/${mine}`)).is(204);
  });
  test("a row of nobody is everybody's in the brand, and of no other brand's", async ({ a, b, fresh }) => {
    const name = fresh("view");
    const shared = (await a.manager.create("sw_saved_view", { name, list: "sw_site" })).is(201).id;
    (await a.support.get(`${views}/${shared}`)).is(200).has("/data/attributes/name", name);
    (await b.admin.get(`${views}/${shared}`)).is(404);
    (await a.client.get(`${views}/${shared}`)).is(403);
    (await a.support.update("sw_saved_view", shared, { name: `${name} 2` })).is(200);
    // Taking it makes it personal.
    (await a.support.update("sw_saved_view", shared, {}, { owner: one("user", a.users["support_n1"] ?? "") })).is(200);
    (await a.manager.get(`${views}/${shared}`)).is(404);
  });
  test("nobody puts another person's name on such a row", async ({ a, fresh }) => {
    const theirs = { owner: one("user", a.users["manager"] ?? "") };
    (await a.support.create("sw_saved_view", { name: fresh("view"), list: "sw_site" }, theirs)).problem({
      status: 403,
      pointer: "/data/attributes/owner",
    });
    const own = (await a.support.create("sw_saved_view", { name: fresh("view"), list: "sw_site" })).is(201).id;
    (await a.support.update("sw_saved_view", own, {}, theirs)).problem({
      status: 403,
      pointer: "/data/attributes/owner",
    });
    (await a.support.get(`${views}/${own}`)).is(200);
  });
});
