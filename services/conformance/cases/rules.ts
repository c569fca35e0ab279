import { document, one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

/** A site of its own for a case that changes it; of Beta, whose sites no other case counts. */
async function site(brand: BrandWorld, attributes: object = {}): Promise<string> {
  return (
    await brand.admin.create(
      "sw_site",
      { name: "Site", ...attributes },
      { account: one("sw_account", brand.ids["beta"] ?? "") },
    )
  ).is(201).id;
}

export const versions = group("versions", (test) => {
  test("the current version is accepted", async ({ a }) => {
    const id = await site(a);
    (await a.admin.update("sw_site", id, { name: "x", version: 1 })).is(200).has("/data/attributes/version", 2);
    const path = `/jsonapi/sw_site/sw_site/${id}`;
    (await a.admin.patch(path, document("sw_site", { id, attributes: { name: "y" } }), { "If-Match": '"2"' }))
      .is(200)
      .has("/data/attributes/version", 3);
  });
  test("a stale version: 409 with the current row and who changed it", async ({ a }) => {
    const id = await site(a);
    (await a.manager.update("sw_site", id, { name: "theirs" })).is(200);
    const reply = (await a.admin.update("sw_site", id, { name: "mine", version: 1 })).problem({
      status: 409,
      code: "version_conflict",
      pointer: "/data/attributes/version",
    });
    reply
      .has("/errors/0/title", "Conflict")
      .has("/errors/0/meta/current/id", id)
      .has("/errors/0/meta/current/attributes/version", 2)
      .has("/errors/0/meta/current/attributes/name", "theirs");
    reply.has("/errors/0/meta/last_change/actor_name", "manager A").exists("/errors/0/meta/last_change/occurred_at");
    (await a.admin.get(`/jsonapi/sw_site/sw_site/${id}`)).has("/data/attributes/name", "theirs");
  });
  test("a stale If-Match: 409", async ({ a }) => {
    const id = await site(a);
    (await a.admin.update("sw_site", id, { name: "x" })).is(200);
    (
      await a.admin.patch(`/jsonapi/sw_site/sw_site/${id}`, document("sw_site", { id, attributes: { name: "y" } }), {
        "If-Match": '"1"',
      })
    ).problem({ status: 409, code: "version_conflict" });
  });
  test("without a version the last write wins", async ({ a }) => {
    const id = await site(a);
    (await a.admin.update("sw_site", id, { name: "x" })).is(200);
    (await a.manager.update("sw_site", id, { name: "y" })).is(200).has("/data/attributes/version", 3);
  });
  test("of parallel writes on one version exactly one wins", async ({ a }) => {
    const id = await site(a);
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, index) => a.admin.update("sw_site", id, { name: `writer ${index}`, version: 1 })),
    );
    const statuses = replies.map(({ status }) => status).sort();
    if (statuses.join() !== "200,409,409,409,409,409") replies[0]?.fail("one 200 and five 409", statuses.join());
  });
});

export const uniqueness = group("uniqueness", (test) => {
  test("within the brand, without regard to case: 422 not_unique", async ({ a, suffix }) => {
    (await a.admin.create("sw_account", { legal_name: "x", softwhere_id: `alpha-${suffix}` })).problem({
      status: 422,
      code: "not_unique",
      pointer: "/data/attributes/softwhere_id",
    });
  });
  test("accented letters too", async ({ a, fresh }) => {
    const code = fresh("é");
    (await a.admin.create("sw_supplier", { name: "x", code })).is(201);
    (await a.admin.create("sw_supplier", { name: "x", code: code.toUpperCase() })).problem({
      status: 422,
      code: "not_unique",
    });
  });
  test("the pointer names the last field of the key", async ({ a }) => {
    (
      await a.admin.create(
        "sw_catalogue_item",
        { code: "p1", name: "Plan one again", kind: "plan" },
        { catalogue: one("sw_catalogue", a.ids["catalogue"] ?? "") },
      )
    ).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/code" });
  });
  test("null counts as a value", async ({ a }) => {
    const follow = () =>
      a.support.create(
        "sw_subscription",
        { kind: "task_assigned" },
        { subscriber: one("user", a.users["support_n1"] ?? "") },
      );
    (await follow()).is(201);
    (await follow()).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/account" });
  });
  test("a key of nulls only is free", async ({ platform, fresh }) => {
    for (let turn = 0; turn < 2; turn += 1) {
      const { id } = (await platform.create("sw_brand", { name: fresh("brand") })).is(201);
      (await platform.remove(`/jsonapi/sw_brand/sw_brand/${id}`)).is(204);
    }
    const first = (await platform.create("sw_brand", { name: fresh("brand") })).is(201).id;
    (await platform.create("sw_brand", { name: fresh("brand") })).is(201);
    (await platform.remove(`/jsonapi/sw_brand/sw_brand/${first}`)).is(204);
  });
  test("a change into a taken value: 422, into the own value: 200", async ({ a, suffix }) => {
    (await a.admin.update("sw_account", a.ids["beta"] ?? "", { softwhere_id: `ALPHA-${suffix}` })).problem({
      status: 422,
      code: "not_unique",
    });
    (await a.admin.update("sw_account", a.ids["alpha"] ?? "", { softwhere_id: `Alpha-${suffix}` })).is(200);
    (await a.admin.update("sw_account", a.ids["alpha"] ?? "", { softwhere_id: `ALPHA-${suffix}` })).is(200);
  });
  test("log-in names are taken for everybody", async ({ b, suffix }) => {
    (await b.admin.create("user", { name: `manager_a_${suffix}`, pass: "secret-word" })).problem({
      status: 422,
      pointer: "/data/attributes/name",
    });
  });
  test("equal_paths: 422 not_same_owner", async ({ a }) => {
    (
      await a.admin.update(
        "sw_site",
        a.ids["site"] ?? "",
        {},
        { billing_site: one("sw_billing_site", a.ids["billing_beta"] ?? "") },
      )
    ).problem({ status: 422, code: "not_same_owner", pointer: "/data/attributes/billing_site" });
    (
      await a.admin.create(
        "sw_assignment",
        { purpose: "site" },
        { contact: one("sw_contact", a.ids["contact"] ?? ""), site: one("sw_site", a.ids["site_beta"] ?? "") },
      )
    ).problem({ status: 422, code: "not_same_owner", pointer: "/data/attributes/site" });
    (
      await a.admin.create(
        "sw_assignment",
        { purpose: "site" },
        { contact: one("sw_contact", a.ids["contact"] ?? ""), site: one("sw_site", a.ids["site"] ?? "") },
      )
    ).is(201);
  });
  test("a null on either side passes", async ({ a, fresh }) => {
    (await a.admin.create("sw_site", { name: fresh("site") }, { account: one("sw_account", a.ids["beta"] ?? "") })).is(
      201,
    );
  });
  test("patterns", async ({ a }) => {
    (await a.admin.update("sw_account", a.ids["beta"] ?? "", { siren: "12345678x" })).problem({
      status: 422,
      pointer: "/data/attributes/siren/value",
    });
  });
  test("the time zone of a brand is a zone by its exact name", async ({ platform, fresh }) => {
    const made = (await platform.create("sw_brand", { name: fresh("brand") })).is(201);
    made.has("/data/attributes/time_zone", "Europe/Paris");
    for (const zone of ["America/Martinique", "Indian/Reunion", "US/Eastern", "Etc/GMT+1", "UTC", "CET"])
      (await platform.update("sw_brand", made.id, { time_zone: zone })).is(200).has("/data/attributes/time_zone", zone);
    for (const zone of ["Mars/Olympus", "indian/reunion", "+01:00", "UTC+1", "PST", "Paris", `Etc/${"x".repeat(70)}`]) {
      const reply = (await platform.update("sw_brand", made.id, { time_zone: zone })).is(422);
      const pointer = String(reply.at("/errors/0/source/pointer"));
      if (!/^\/data\/attributes\/time_zone(\/|$)/.test(pointer)) reply.fail("the field's pointer", pointer);
    }
    (await platform.update("sw_brand", made.id, { time_zone: null })).is(200).has("/data/attributes/time_zone", null);
  });
});
