import { group } from "../suite.ts";

const layouts = "/jsonapi/sw_layout/sw_layout";

export const layout = group("layouts", (test) => {
  test("everybody of the brand reads it, its customers too, and nobody else", async ({
    a,
    b,
    platform,
    anonymous,
    fresh,
  }) => {
    const role = fresh("role");
    const id = (await a.admin.create("sw_layout", { role, blocks: ["sites", "contacts"] }))
      .is(201)
      .has("/data/attributes/screen", "account").id;
    for (const reader of [a.admin, a.manager, a.support, a.accounting, a.client]) {
      (await reader.get(`${layouts}/${id}`)).is(200).has("/data/attributes/blocks", ["sites", "contacts"]);
      (await reader.get(`${layouts}?filter[role]=${role}`)).is(200).count(1);
    }
    for (const other of [b.admin, b.client, platform]) {
      (await other.get(`${layouts}/${id}`)).is(404);
      (await other.get(`${layouts}?filter[role]=${role}`)).is(200).count(0);
    }
    (await anonymous.get(`${layouts}/${id}`)).is(401);
  });
  test("only administrators of the brand write it", async ({ a, b, fresh }) => {
    const id = (await a.admin.create("sw_layout", { role: fresh("role"), blocks: ["sites"] })).is(201).id;
    for (const other of [a.manager, a.support, a.accounting, a.client]) {
      (await other.create("sw_layout", { role: fresh("role"), blocks: [] })).problem({ status: 403 });
      (await other.update("sw_layout", id, { blocks: [] })).problem({ status: 403 });
      (await other.remove(`${layouts}/${id}`)).problem({ status: 403 });
    }
    (await b.admin.update("sw_layout", id, { blocks: [] })).is(404);
    (await b.admin.remove(`${layouts}/${id}`)).is(404);
    (await a.manager.get(`${layouts}/${id}`))
      .is(200)
      .has("/data/attributes/blocks", ["sites"])
      .has("/data/attributes/version", 1);
    (await a.admin.update("sw_layout", id, { blocks: ["contacts", "sites"] }))
      .is(200)
      .has("/data/attributes/blocks", ["contacts", "sites"]);
    (await a.admin.remove(`${layouts}/${id}`)).is(204);
  });
  test("one per role and screen in a brand, and neither changes", async ({ a, b, fresh }) => {
    const role = fresh("role");
    const id = (await a.admin.create("sw_layout", { role, screen: "account" })).is(201).id;
    for (const same of [role, role.toUpperCase()])
      (await a.admin.create("sw_layout", { role: same, screen: "account" })).problem({
        status: 422,
        code: "not_unique",
        pointer: "/data/attributes/screen",
      });
    (await b.admin.create("sw_layout", { role, screen: "account" })).is(201);
    (await a.admin.create("sw_layout", { role, screen: "home" })).is(201);
    (await a.admin.create("sw_layout", { role: fresh("role"), screen: "nowhere" })).problem({ status: 422 });
    (await a.admin.update("sw_layout", id, { role: fresh("role") })).problem({
      status: 403,
      pointer: "/data/attributes/role",
    });
    (await a.admin.remove(`${layouts}/${id}`)).is(204);
    (await a.admin.create("sw_layout", { role, screen: "account" })).is(201);
  });
});
