import { document, one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

let lastNumber = Math.floor(Math.random() * 1e8);

/** A line of its own for a case that changes states; in the park of Beta, which no other case counts. */
async function line(brand: BrandWorld, attributes: object = {}): Promise<string> {
  lastNumber += 1;
  return (
    await brand.admin.create(
      "sw_line",
      { number: `+3370${lastNumber}`, ...attributes },
      { park: one("sw_park", brand.ids["park_beta"] ?? "") },
    )
  ).is(201).id;
}

export const versions = group("versions", (test) => {
  test("the current version is accepted", async ({ a }) => {
    const id = await line(a);
    (await a.admin.update("sw_line", id, { user_name: "x", version: 1 })).is(200).has("/data/attributes/version", 2);
    const path = `/jsonapi/sw_line/sw_line/${id}`;
    (await a.admin.patch(path, document("sw_line", { id, attributes: { user_name: "y" } }), { "If-Match": '"2"' }))
      .is(200)
      .has("/data/attributes/version", 3);
  });
  test("a stale version: 409 with the current row and who changed it", async ({ a }) => {
    const id = await line(a);
    (await a.manager.update("sw_line", id, { user_name: "theirs" })).is(200);
    const reply = (await a.admin.update("sw_line", id, { user_name: "mine", version: 1 })).problem({
      status: 409,
      code: "version_conflict",
      pointer: "/data/attributes/version",
    });
    reply
      .has("/errors/0/title", "Conflict")
      .has("/errors/0/meta/current/id", id)
      .has("/errors/0/meta/current/attributes/version", 2)
      .has("/errors/0/meta/current/attributes/user_name", "theirs");
    reply.has("/errors/0/meta/last_change/actor_name", "manager A").exists("/errors/0/meta/last_change/occurred_at");
    (await a.admin.get(`/jsonapi/sw_line/sw_line/${id}`)).has("/data/attributes/user_name", "theirs");
  });
  test("a stale If-Match: 409", async ({ a }) => {
    const id = await line(a);
    (await a.admin.update("sw_line", id, { user_name: "x" })).is(200);
    (
      await a.admin.patch(
        `/jsonapi/sw_line/sw_line/${id}`,
        document("sw_line", { id, attributes: { user_name: "y" } }),
        { "If-Match": '"1"' },
      )
    ).problem({ status: 409, code: "version_conflict" });
  });
  test("the current row is shown as the viewer may see it", async ({ a }) => {
    const id = await line(a, { buy_price: "7" });
    (await a.admin.update("sw_line", id, { user_name: "x" })).is(200);
    (await a.support.update("sw_line", id, { user_name: "y", version: 1 }))
      .problem({ status: 409 })
      .lacks("/errors/0/meta/current/attributes/buy_price");
  });
  test("without a version the last write wins", async ({ a }) => {
    const id = await line(a);
    (await a.admin.update("sw_line", id, { user_name: "x" })).is(200);
    (await a.manager.update("sw_line", id, { user_name: "y" })).is(200).has("/data/attributes/version", 3);
  });
  test("of parallel writes on one version exactly one wins", async ({ a }) => {
    const id = await line(a);
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        a.admin.update("sw_line", id, { user_name: `writer ${index}`, version: 1 }),
      ),
    );
    const statuses = replies.map(({ status }) => status).sort();
    if (statuses.join() !== "200,409,409,409,409,409") replies[0]?.fail("one 200 and five 409", statuses.join());
  });
});

export const workflow = group("workflow", (test) => {
  test("a transition that exists, with its permission", async ({ a }) => {
    const id = await line(a, { status: "active" });
    (await a.manager.update("sw_line", id, { status: "suspended" }))
      .is(200)
      .has("/data/attributes/status", "suspended");
    (await a.manager.update("sw_line", id, { status: "active" })).is(200);
  });
  test("no such transition: 422 transition_not_allowed", async ({ a }) => {
    const id = await line(a, { status: "terminated" });
    (await a.admin.update("sw_line", id, { status: "active" })).problem({
      status: 422,
      code: "transition_not_allowed",
      pointer: "/data/attributes/status",
    });
  });
  test("a transition without its permission: 403", async ({ a }) => {
    const id = await line(a, { status: "active" });
    (await a.support.update("sw_line", id, { status: "suspended" })).problem({
      status: 403,
      pointer: "/data/attributes/status",
    });
    (await a.support.update("sw_line", id, { user_name: "x", status: "active" })).is(200);
  });
  test("required fields of a transition: 422 transition_requires", async ({ a }) => {
    const id = await line(a, { status: "active" });
    (await a.admin.update("sw_line", id, { status: "terminating" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/end_date",
    });
    (await a.admin.update("sw_line", id, { status: "terminating", end_date: "2026-12-31" })).is(200);
  });
  test("initial states", async ({ a, fresh }) => {
    const anomaly = { key: fresh("k"), check: "C1", period_start: "2026-01-01", period_end: "2026-01-31", amount: "1" };
    const supplier = { supplier: one("sw_supplier", a.ids["orange"] ?? "") };
    (await a.admin.create("sw_anomaly", { ...anomaly, status: "accepted" }, supplier)).problem({
      status: 422,
      code: "transition_not_allowed",
      pointer: "/data/attributes/status",
    });
    const { id } = (await a.admin.create("sw_anomaly", anomaly, supplier))
      .is(201)
      .has("/data/attributes/status", "open");
    (await a.accounting.update("sw_anomaly", id, { status: "explained" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/reason",
    });
    (await a.accounting.update("sw_anomaly", id, { status: "explained", reason: "because" })).is(200);
  });
  test("a required relationship of a transition", async ({ a, fresh }) => {
    const { id } = (
      await a.admin.create(
        "sw_anomaly",
        { key: fresh("k"), check: "C2", period_start: "2026-01-01", period_end: "2026-01-31", amount: "1" },
        { supplier: one("sw_supplier", a.ids["orange"] ?? "") },
      )
    ).is(201);
    (await a.admin.update("sw_anomaly", id, { status: "disputed" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/dispute",
    });
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
      await a.admin.create("sw_line", { number: "+33600000001" }, { park: one("sw_park", a.ids["park"] ?? "") })
    ).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/number" });
    const number = await line(a).then(async (id) =>
      (await a.admin.get(`/jsonapi/sw_line/sw_line/${id}`)).at("/data/attributes/number"),
    );
    (await a.admin.create("sw_line", { number }, { park: one("sw_park", a.ids["park_beta"] ?? "") })).problem({
      status: 422,
      code: "not_unique",
    });
  });
  test("null counts as a value", async ({ a }) => {
    (
      await a.admin.create(
        "sw_park",
        { kind: "mobile" },
        { account: one("sw_account", a.ids["alpha"] ?? ""), operator: one("sw_supplier", a.ids["orange"] ?? "") },
      )
    ).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/operator" });
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
    (await b.admin.create("user", { name: `manager_a_${suffix}`, pass: "x" })).problem({
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
  test("equal_paths over several steps", async ({ a }) => {
    const iccid = `8933${String(Date.now()).padStart(14, "0").slice(-14)}`;
    (
      await a.admin.create(
        "sw_sim",
        { iccid },
        { account: one("sw_account", a.ids["beta"] ?? ""), line: one("sw_line", a.ids["line01"] ?? "") },
      )
    ).problem({ status: 422, code: "not_same_owner", pointer: "/data/attributes/line" });
    (
      await a.admin.create(
        "sw_sim",
        { iccid },
        { account: one("sw_account", a.ids["alpha"] ?? ""), line: one("sw_line", a.ids["line01"] ?? "") },
      )
    ).is(201);
  });
  test("a null on either side passes", async ({ a, fresh }) => {
    (await a.admin.create("sw_site", { name: fresh("site") }, { account: one("sw_account", a.ids["beta"] ?? "") })).is(
      201,
    );
  });
  test("patterns", async ({ a }) => {
    (await a.admin.create("sw_sim", { iccid: "123" }, { account: one("sw_account", a.ids["alpha"] ?? "") })).problem({
      status: 422,
      pointer: "/data/attributes/iccid/value",
    });
  });
});
