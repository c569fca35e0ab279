import { randomUUID } from "node:crypto";
import { add, one } from "../client.ts";
import { group } from "../suite.ts";
import { type BrandWorld, granted } from "../world.ts";

const toys = "/jsonapi/sw_toy/sw_toy";
const place = (brand: BrandWorld, key: string) => ({ site: one("sw_site", brand.ids[key] ?? "") });
let made = 0;

/** A toy of its own for a case that changes it, at a site of Alpha. */
async function toy(brand: BrandWorld, attributes: object = {}): Promise<string> {
  made += 1;
  return (await brand.admin.create("sw_toy", { name: `Toy ${made}`, ...attributes }, place(brand, "site02"))).is(201)
    .id;
}

export const toyFields = group("toy fields", (test) => {
  test("fields that a vertical adds to types of the base", async ({ a }) => {
    const site = a.ids["site03"] ?? "";
    (await a.admin.update("sw_site", site, { toy_box: "under the staircase" })).is(422);
    (await a.admin.update("sw_site", site, { toy_box: "stairs" })).is(200).has("/data/attributes/toy_box", "stairs");
    (await a.admin.get("/jsonapi/sw_site/sw_site?filter[toy_box]=STAIRS")).is(200).values("/id", [site]);
    (
      await a.admin.update("user", a.users["manager"] ?? "", {}, { favourite_toy: one("sw_toy", a.ids["toy"] ?? "") })
    ).is(200);
    (await a.admin.get(`/jsonapi/user/user?filter[favourite_toy.name]=Top`))
      .is(200)
      .values("/id", [a.users["manager"]]);
  });
  test("unique: the pointer names the last field of the key, whose other fields tell apart", async ({ a }) => {
    (await a.admin.create("sw_toy", { name: "tOP" }, place(a, "site01"))).problem({
      status: 422,
      code: "not_unique",
      pointer: "/data/attributes/name",
    });
    (await a.admin.create("sw_toy", { name: "Top" }, place(a, "site02"))).is(201);
  });
  test("equal_paths over several steps", async ({ a }) => {
    const keep = (contact: string) =>
      a.admin.update("sw_toy", a.ids["toy"] ?? "", {}, { keeper: one("sw_contact", a.ids[contact] ?? "") });
    (await keep("contact_beta")).problem({ status: 422, code: "not_same_owner", pointer: "/data/attributes/keeper" });
    (await keep("contact")).is(200);
  });
});

export const toyRights = group("toy rights", (test) => {
  test("an owner two steps away", async ({ a, b }) => {
    (await a.client.get(`${toys}/${a.ids["toy"]}`)).is(200);
    (await a.client.get(`${toys}/${a.ids["toy_beta"]}`)).is(404);
    (await a.client.get(`${toys}?filter[site.account.legal_name]=Beta A`)).is(200).count(0).lacks("/meta");
    (await a.admin.get(`${toys}/${b.ids["toy"]}`)).is(404);
    (await a.admin.get(`${toys}?filter[site.account.legal_name]=Alpha B`)).is(200).count(0);
    (
      await a.admin.get(
        `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${a.ids["toy"]}&filter[operation]=create`,
      )
    )
      .is(200)
      .has("/data/0/relationships/account/data/id", a.ids["alpha"]);
  });
  test("a field that the viewer may not see: absent, and no filter, order, group or sum", async ({ a }) => {
    (await a.manager.get(`${toys}/${a.ids["toy"]}`)).is(200).has("/data/attributes/price", "4.50");
    (await a.support.get(`${toys}/${a.ids["toy"]}`)).is(200).lacks("/data/attributes/price").never("4.50");
    for (const path of [
      `${toys}?filter[price]=4.5`,
      `${toys}?sort=price`,
      "/jsonapi/aggregate/sw_toy?sumOf=price",
      "/jsonapi/aggregate/sw_toy?groupBy=price",
    ])
      (await a.support.get(path)).problem({ status: 403, detail: /`price`/ });
  });
  test("the current row in a conflict is shown as the viewer may see it", async ({ a }) => {
    const id = await toy(a, { price: "7" });
    (await a.admin.update("sw_toy", id, { price: "8" })).is(200);
    (await a.support.update("sw_toy", id, { name: "mine", version: 1 }))
      .problem({ status: 409, code: "version_conflict" })
      .exists("/errors/0/meta/current/attributes/name")
      .lacks("/errors/0/meta/current/attributes/price");
  });
  test("F04 a field that needs a right besides the type's: 403 with its pointer and nothing is changed, an equal value passes", async ({
    a,
  }) => {
    const id = await toy(a, { color: "red" });
    (await a.support.update("sw_toy", id, { color: "blue", name: "Blue" })).problem({
      status: 403,
      pointer: "/data/attributes/color",
      detail: /^The current user is not allowed to PATCH the selected field \(color\)\./,
    });
    (await a.admin.get(`${toys}/${id}`)).is(200).has("/data/attributes/color", "red").never("Blue");
    (await a.support.update("sw_toy", id, { name: "Repainted", color: "red" })).is(200);
    (
      await a.support.operations([
        {
          op: "update",
          ref: { type: "sw_toy--sw_toy", id },
          data: { type: "sw_toy--sw_toy", id, attributes: { color: "x" } },
        },
      ])
    ).problem({ status: 403, pointer: "/atomic:operations/0/data/attributes/color" });
  });
  test("the journal tells apart what needs a permission, and no secret", async ({ a }) => {
    const id = await toy(a, { price: "7" });
    (await a.admin.update("sw_toy", id, { name: "Journalled", price: "8", code: "73219846" })).is(200);
    const entries = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&sort=sequence`;
    (await a.manager.get(`${entries}&filter[operation]=update`))
      .is(200)
      .values("/attributes/view_permission", [null, "view margin"])
      .has("/data/1/attributes/changes", [{ field: "price", from: "7.00", to: "8.00" }]);
    (await a.admin.get(entries)).is(200).never("73219846").never('"code"');
    (await a.support.get(entries)).is(200).never("price");
  });
});

export const toyValues = group("toy values", (test) => {
  const anomalies = "/jsonapi/sw_anomaly/sw_anomaly";
  const month = { period_start: "2026-01-01", period_end: "2026-01-31", amount: "1" };

  test("values that a vertical adds to a list of the base have shapes of their own", async ({ a, fresh }) => {
    const make = (check: string, evidence: object) =>
      a.accounting.create("sw_anomaly", { ...month, key: fresh("k"), check, evidence });
    (await make("toy_missing", { tree: "oak" })).is(201).has("/data/attributes/evidence", { tree: "oak" });
    (await make("toy_dear", { felt: 3 })).is(201);
    for (const [check, evidence, sentence] of [
      ["toy_missing", { felt: 3 }, "The value at /felt is not allowed here."],
      ["toy_missing", { details: "x" }, "The value at /details is not allowed here."],
      ["manual", { tree: "oak" }, "The value at /details is missing."],
    ] as const)
      (await make(check, evidence)).problem({
        status: 422,
        detail: `evidence: ${sentence}`,
        pointer: "/data/attributes/evidence",
      });
  });
  test("a row with a value that needs a right exists for those who have it", async ({ a, fresh }) => {
    const make = async (check: string) =>
      (await a.accounting.create("sw_anomaly", { ...month, key: fresh("k"), check })).is(201).id;
    const [missing, dear] = [await make("toy_missing"), await make("toy_dear")];
    const granted = ["view anomalies", "view sw_journal_entry"];
    const role = (await a.admin.create("sw_role", { role: "support_n1", granted })).is(201).id;
    try {
      (await a.support.get(`${anomalies}/${missing}`)).is(200);
      (await a.support.get(`${anomalies}/${dear}`)).is(404);
      (await a.support.get(anomalies)).is(200).never("toy_dear");
    } finally {
      (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role}`)).is(204);
    }
  });
  test("what it is about is its customer's", async ({ a, fresh }) => {
    const make = (account: string) =>
      a.accounting.create(
        "sw_anomaly",
        { ...month, key: fresh("k"), check: "toy_missing" },
        { toy: one("sw_toy", a.ids["toy"] ?? ""), account: one("sw_account", a.ids[account] ?? "") },
      );
    (await make("beta")).problem({ status: 422, code: "not_same_owner", pointer: "/data/attributes/toy" });
    (await make("alpha")).is(201);
  });
});

export const toyActions = group("toy actions", (test) => {
  const made = (of: BrandWorld, attributes: object, links: object = {}) =>
    of.manager.create("sw_action", { idempotency_key: randomUUID(), ...attributes }, links);
  const order = { capability: "toy_shop", operation: "toy_order" };

  test("operations that a vertical adds have shapes of their own, and go with their capability alone", async ({
    a,
  }) => {
    (await made(a, { ...order, payload: { tree: "oak" } })).is(201).has("/data/attributes/payload", { tree: "oak" });
    (await made(a, { ...order, operation: "toy_return", payload: { felt: 2 } })).is(201);
    (await made(a, { ...order, payload: { details: "x" } })).problem({
      status: 422,
      detail: "payload: The value at /details is not allowed here.",
      pointer: "/data/attributes/payload",
    });
    for (const [capability, operation] of [
      ["billing", "toy_order"],
      ["toy_shop", "add_fee"],
    ] as const)
      (await made(a, { capability, operation })).problem({
        status: 422,
        code: "value_not_of",
        detail: `operation: The value ${operation} doesn't go with ${capability}.`,
        pointer: "/data/attributes/operation",
      });
    (
      await a.manager.operations([
        add("sw_action", { attributes: { ...order, operation: "add_fee", idempotency_key: randomUUID() } }),
      ])
    ).problem({ status: 422, code: "value_not_of", pointer: "/atomic:operations/0/data/attributes/operation" });
    (await made(a, { ...order, capability: "" })).problem({ status: 422, pointer: "/data/attributes/capability" });
  });
  test("what it comes from is its customer's", async ({ a }) => {
    const of = (account: string) => ({
      toy: one("sw_toy", a.ids["toy"] ?? ""),
      account: one("sw_account", a.ids[account] ?? ""),
    });
    const foreign = { status: 422, code: "not_same_owner", pointer: "/data/attributes/toy" };
    (await made(a, order, of("beta"))).problem(foreign);
    (await made(a, order, of("alpha"))).is(201);
  });
  test("a permission brings those that it includes, unless the brand denies them", async ({ a }) => {
    const attributes = () => ({ ...order, idempotency_key: randomUUID() });
    await granted(a, ["paint toys", "view api details"], async (support) => {
      (await support.create("sw_action", attributes())).is(201);
    });
    const rights = { role: "support_n1", granted: ["paint toys", "view api details"], denied: ["carry out actions"] };
    const role = (await a.admin.create("sw_role", rights)).is(201).id;
    try {
      (await a.support.create("sw_action", attributes())).is(403);
    } finally {
      (await a.admin.remove(`/jsonapi/sw_role/sw_role/${role}`)).is(204);
    }
  });
});

export const toyWorkflow = group("toy workflow", (test) => {
  test("a transition that exists, with its permission", async ({ a }) => {
    const id = await toy(a, { color: "red" });
    (await a.admin.update("sw_toy", id, { state: "used" })).is(200).has("/data/attributes/state", "used");
  });
  test("no such transition: 422 transition_not_allowed", async ({ a }) => {
    const id = await toy(a, { color: "red" });
    (await a.admin.update("sw_toy", id, { state: "used" })).is(200);
    (await a.admin.update("sw_toy", id, { state: "boxed" })).problem({
      status: 422,
      code: "transition_not_allowed",
      pointer: "/data/attributes/state",
    });
  });
  test("a transition without its permission: 403", async ({ a }) => {
    const id = await toy(a, { color: "red" });
    (await a.support.update("sw_toy", id, { state: "used" })).problem({
      status: 403,
      pointer: "/data/attributes/state",
    });
    (await a.support.update("sw_toy", id, { name: "Still boxed", state: "boxed" })).is(200);
  });
  test("required fields of a transition: 422 transition_requires", async ({ a }) => {
    const id = await toy(a);
    (await a.admin.update("sw_toy", id, { state: "used" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/color",
    });
    (await a.admin.update("sw_toy", id, { state: "used", color: "red" })).is(200);
  });
  test("initial states", async ({ a }) => {
    (await a.admin.create("sw_toy", { name: "Used at once", color: "red", state: "used" }, place(a, "site02"))).problem(
      {
        status: 422,
        code: "transition_not_allowed",
        pointer: "/data/attributes/state",
      },
    );
  });
});
