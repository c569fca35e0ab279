import { randomUUID } from "node:crypto";
import { Client, document, many, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

let lastNumber = Math.floor(Math.random() * 1e8);

async function line(brand: BrandWorld, attributes: object = {}, park = "park"): Promise<string> {
  lastNumber += 1;
  return (
    await brand.admin.create(
      "sw_line",
      { number: `+3371${lastNumber}`, status: "active", ...attributes },
      { park: one("sw_park", brand.ids[park] ?? "") },
    )
  ).is(201).id;
}

async function serviceUser(brand: BrandWorld, role: string): Promise<Client> {
  const name = `${role}_${randomUUID().slice(0, 8)}`;
  (
    await brand.admin.create("user", {
      name,
      pass: "contract-pass",
      status: true,
      full_name: "Service",
      user_type: "internal",
      business_roles: [role],
    })
  ).is(201);
  const client = new Client(brand.admin.base);
  (await client.login(name, "contract-pass")).is(200);
  return client;
}

const deployment = (brand: BrandWorld, by: Client, attributes: object = {}, account = "alpha") =>
  by.create(
    "sw_deployment",
    { name: "Deployment", ...attributes },
    { account: one("sw_account", brand.ids[account] ?? "") },
  );

const action = (by: Client, of: { deployment: string; line?: string; key?: string }) =>
  by.create(
    "sw_action",
    { capability: "supplier", operation: "modify_line", idempotency_key: of.key ?? randomUUID() },
    { deployment: one("sw_deployment", of.deployment), ...(of.line ? { line: one("sw_line", of.line) } : {}) },
  );

export const planned = group("telecom planned", (test) => {
  test("the scheduler carries over a plan period and completes a termination, in the journal as a rule", async ({
    a,
  }) => {
    const scheduler = await serviceUser(a, "scheduler");
    const id = await line(a, { sell_price: "1.0000" });
    const term = (
      await a.manager.create(
        "sw_line_term",
        { valid_from: "2026-02-01" },
        { line: one("sw_line", id), plan: one("sw_catalogue_item", a.ids["plan1"] ?? "") },
      )
    )
      .is(201)
      .has("/data/attributes/applied", false).id;
    const operations = [
      {
        op: "update",
        data: {
          type: "sw_line--sw_line",
          id,
          attributes: { version: 1, sell_price: "24.9000", buy_price: "13.3700" },
          relationships: { plan: one("sw_catalogue_item", a.ids["plan1"] ?? "") },
        },
      },
      {
        op: "update",
        data: { type: "sw_line_term--sw_line_term", id: term, attributes: { version: 1, applied: true } },
      },
    ];
    (await scheduler.operations(operations, { "X-SW-Cause": "rule" })).is(200);
    (await scheduler.operations(operations, { "X-SW-Cause": "rule" })).problem({
      status: 409,
      code: "version_conflict",
    });
    const entries = (
      await a.admin.get(
        `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&sort=-sequence&page[limit]=1`,
      )
    ).is(200);
    entries.has("/data/0/attributes/cause", "rule").has("/data/0/attributes/actor_name", "Service");
    const ending = await line(a, { status: "terminating", end_date: "2026-01-31" });
    (await scheduler.update("sw_line", ending, { status: "terminated", version: 1 })).is(200);
  });
  test("the connector ends a line with what its supplier confirms, in the request that says so; its price and plan stay", async ({
    a,
    b,
  }) => {
    const connector = await serviceUser(a, "connector");
    const id = await line(a);
    const head = (await deployment(a, a.manager)).is(201).id;
    const order = (await action(a.manager, { deployment: head, line: id })).is(201).id;
    const update = (type: string, subject: string, attributes: object) => ({
      op: "update",
      data: { type: `${type}--${type}`, id: subject, attributes },
    });
    (await connector.update("sw_action", order, { status: "submitted" })).is(200);
    (
      await connector.operations([
        update("sw_action", order, { status: "done" }),
        update("sw_line", id, { version: 1, status: "terminating", end_date: "2026-01-31" }),
        update("sw_line", id, { status: "terminated" }),
      ])
    ).is(200);
    (await a.admin.get(`/jsonapi/sw_line/sw_line/${id}`))
      .has("/data/attributes/status", "terminated")
      .has("/data/attributes/end_date", "2026-01-31");
    // Without a day, nothing of the request holds.
    const [other, second] = [await line(a), (await action(a.manager, { deployment: head })).is(201).id];
    (await connector.update("sw_action", second, { status: "submitted" })).is(200);
    (
      await connector.operations([
        update("sw_action", second, { status: "done" }),
        update("sw_line", other, { status: "terminating" }),
      ])
    ).problem({ status: 422, code: "transition_requires", pointer: /end_date/ });
    (await a.admin.get(`/jsonapi/sw_action/sw_action/${second}`)).has("/data/attributes/status", "submitted");
    // One that was ordered begins in the same way.
    const ordered = await line(a, { status: "ordered" });
    (await connector.update("sw_line", ordered, { status: "active" })).problem({ code: "transition_requires" });
    (await connector.update("sw_line", ordered, { status: "active", activated_on: "2026-01-31" })).is(200);
    (await connector.update("sw_line", other, { sell_price: "1.0000" })).problem({ status: 403 });
    const plan = { plan: one("sw_catalogue_item", a.ids["plan2"] ?? "") };
    (await connector.update("sw_line", other, {}, plan)).problem({ status: 403 });
    (await connector.update("sw_line", b.ids["line01"] ?? "", { end_date: "2026-01-31" })).is(404);
    (await connector.remove(`/jsonapi/sw_line/sw_line/${other}`)).is(403);
  });
  test("a deployment is made by those who may launch one", async ({ a }) => {
    (await deployment(a, a.support)).problem({ status: 403 });
    (await deployment(a, a.client)).problem({ status: 403 });
    const id = (await deployment(a, a.manager, { planned_on: "2027-01-15", status: "planned" }))
      .is(201)
      .has("/data/attributes/kind", "lines").id;
    (await a.support.update("sw_deployment", id, { planned_on: "2027-01-16" })).problem({ status: 403 });
    (await a.manager.update("sw_deployment", id, { planned_on: "2027-01-16" })).is(200);
  });
  test("its states go one way after the launch", async ({ a }) => {
    const id = (await deployment(a, a.manager)).is(201).has("/data/attributes/status", "draft").id;
    (await a.manager.update("sw_deployment", id, { status: "planned" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/planned_on",
    });
    (await a.manager.update("sw_deployment", id, { status: "launched" })).problem({
      status: 422,
      code: "transition_not_allowed",
    });
    for (const status of ["planned", "cancelled", "planned", "launched", "planned", "launched", "done"])
      (await a.manager.update("sw_deployment", id, { status, planned_on: "2027-01-15" })).is(200);
    (await a.manager.update("sw_deployment", id, { status: "cancelled" })).problem({
      status: 422,
      code: "transition_not_allowed",
    });
  });
  test("launched or over it is undone by who may launch, and nothing leads forward from there", async ({ a }) => {
    const to = (status: string, by = a.manager) => by.update("sw_deployment", id, { status });
    const id = (await deployment(a, a.manager, { planned_on: "2027-01-15", status: "planned" }))
      .is(201)
      .has("/data/attributes/all_or_nothing", false).id;
    const never = { status: 422, code: "transition_not_allowed", pointer: "/data/attributes/status" };
    (await to("undoing")).problem(never);
    (await a.manager.update("sw_deployment", id, { status: "launched", all_or_nothing: true })).is(200);
    (await to("undone")).problem(never);
    (await to("undoing", a.support)).problem({ status: 403 });
    (await to("done")).is(200);
    // The services' own user goes on with it.
    (await to("undoing", await serviceUser(a, "scheduler"))).is(200).has("/data/attributes/all_or_nothing", true);
    for (const status of ["launched", "planned", "done", "cancelled"]) (await to(status)).problem(never);
    (await to("undone")).is(200);
    for (const status of ["undoing", "launched", "planned"]) (await to(status)).problem(never);
  });
  test("it is the staff's: to its customer it is refused, to another it doesn't exist, its actions alike", async ({
    a,
  }) => {
    const own = (await deployment(a, a.manager, { notes: "internal" })).is(201).id;
    const other = (await deployment(a, a.manager, {}, "beta")).is(201).id;
    (await a.client.get(`/jsonapi/sw_deployment/sw_deployment/${own}`)).problem({ status: 403, pointer: "/data" });
    (await a.client.get(`/jsonapi/sw_deployment/sw_deployment/${other}`)).is(404);
    (await a.client.get("/jsonapi/sw_deployment/sw_deployment")).never(own).never(other);
    (await a.client.get("/jsonapi/sw_action/sw_action")).problem({ status: 403, pointer: "/data" });
    (await a.client.update("sw_deployment", own, { name: "x" })).problem({ status: 403 });
  });
  test("an action of a deployment is of its account and lines of it, and its key exists once", async ({ a }) => {
    const [id, of] = [(await deployment(a, a.manager)).is(201).id, await line(a)];
    const key = randomUUID();
    (await action(a.support, { deployment: id, line: of })).problem({ status: 403 });
    (await action(a.manager, { deployment: id, line: of, key }))
      .is(201)
      .has("/data/attributes/attempts", 0)
      .has("/data/attributes/status", "ready");
    (await action(a.manager, { deployment: id, line: of, key })).problem({
      status: 422,
      code: "not_unique",
      pointer: "/data/attributes/idempotency_key",
    });
    (await action(a.manager, { deployment: id, line: await line(a, {}, "park_beta") })).problem({
      status: 422,
      code: "not_same_owner",
    });
    const seen = (await a.support.get(`/jsonapi/sw_action/sw_action?filter[deployment.id]=${id}`)).is(200).count(1);
    for (const name of ["idempotency_key", "vendor_reference", "result"]) seen.lacks(`/data/0/attributes/${name}`);
  });
  test("its sites are all of its account, when it is made, changed and in one request with them", async ({
    a,
    fresh,
  }) => {
    const sites = (...keys: string[]) => ({
      sites: many(
        "sw_site",
        keys.map((key) => a.ids[key] ?? key),
      ),
    });
    const account = { account: one("sw_account", a.ids["alpha"] ?? "") };
    const foreign = { status: 422, code: "not_same_owner", pointer: "/data/attributes/sites" };
    for (const keys of [["site_beta"], ["site", "site_beta"], ["site_beta", "site"]])
      (
        await a.manager.create("sw_deployment", { name: fresh("deployment") }, { ...account, ...sites(...keys) })
      ).problem(foreign);
    const second = (await a.manager.create("sw_site", { name: fresh("site") }, account)).is(201).id;
    const id = (
      await a.manager.create("sw_deployment", { name: fresh("deployment") }, { ...account, ...sites("site", second) })
    ).is(201).id;
    (await a.manager.update("sw_deployment", id, {}, sites("site", second, "site_beta"))).problem(foreign);
    (
      await a.manager.post(
        `/jsonapi/sw_deployment/sw_deployment/${id}/relationships/sites`,
        many("sw_site", [a.ids["site_beta"] ?? ""]),
      )
    ).problem({ status: 422, code: "not_same_owner" });
    (await a.manager.get(`/jsonapi/sw_deployment/sw_deployment/${id}`))
      .is(200)
      .has("/data/relationships/sites/data/1/id", second)
      .lacks("/data/relationships/sites/data/2");
    (await a.manager.update("sw_deployment", id, {}, sites())).is(200);
    const [site, of] = [randomUUID(), randomUUID()];
    const together = (owner: string) => [
      {
        op: "add",
        ...document("sw_site", {
          id: site,
          attributes: { name: fresh("site") },
          relationships: { account: one("sw_account", a.ids[owner] ?? "") },
        }),
      },
      {
        op: "add",
        ...document("sw_deployment", {
          id: of,
          attributes: { name: fresh("deployment") },
          relationships: { ...account, ...sites("site", site) },
        }),
      },
    ];
    (await a.manager.operations(together("beta"))).problem({
      status: 422,
      code: "not_same_owner",
      pointer: "/atomic:operations/1/data/attributes/sites",
    });
    (await a.manager.operations(together("alpha"))).is(200);
  });
});
