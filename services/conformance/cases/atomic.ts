import { randomUUID } from "node:crypto";
import { add, one } from "../client.ts";
import { group } from "../suite.ts";

function update(type: string, id: string, attributes: object): object {
  return { op: "update", ref: { type: `${type}--${type}`, id }, data: { type: `${type}--${type}`, id, attributes } };
}

const atomicType = 'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"';

export const atomic = group("atomic", (test) => {
  test("add, update, remove in one request", async ({ a, fresh }) => {
    const [first, second] = [randomUUID(), randomUUID()];
    (await a.admin.create("sw_supplier", { name: "old", code: fresh("s") }, {}, second)).is(201);
    const reply = await a.admin.operations([
      add("sw_supplier", { id: first, attributes: { name: "new", code: fresh("s") } }),
      update("sw_supplier", second, { name: "changed" }),
      update("sw_supplier", first, { name: "twice" }),
      { op: "remove", ref: { type: "sw_supplier--sw_supplier", id: second } },
    ]);
    reply
      .is(200)
      .header("content-type", atomicType)
      .count(4, "/atomic:results")
      .has("/atomic:results/0/data/id", first)
      .has("/atomic:results/3", {});
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${first}`))
      .is(200)
      .has("/data/attributes/name", "twice")
      .has("/data/attributes/version", 2);
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${second}`)).is(404);
  });
  test("a local id stands for the id in later references", async ({ a, fresh }) => {
    const reply = await a.admin.operations([
      add("sw_account", { lid: "acc", attributes: { legal_name: "Lid", softwhere_id: fresh("lid") } }),
      add("sw_contact", {
        attributes: { last_name: "Lid" },
        relationships: { account: { data: { type: "sw_account--sw_account", lid: "acc" } } },
      }),
      {
        op: "update",
        ref: { type: "sw_account--sw_account", lid: "acc" },
        data: { type: "sw_account--sw_account", attributes: { city: "Nice" } },
      },
    ]);
    reply
      .is(200)
      .has("/atomic:results/1/data/relationships/account/data/id", reply.at("/atomic:results/0/data/id"))
      .has("/atomic:results/2/data/attributes/city", "Nice");
  });
  test("all or nothing: the first failing operation answers, nothing is written", async ({ a, fresh }) => {
    const id = randomUUID();
    const reply = await a.admin.operations([
      add("sw_supplier", { id, attributes: { name: "x", code: fresh("s") } }),
      add("sw_supplier", { attributes: { name: "no code" } }),
      add("sw_supplier", { attributes: { nope: 1 } }),
    ]);
    reply
      .problem({
        status: 422,
        detail: "code: This value should not be null.",
        pointer: "/atomic:operations/1/data/attributes/code",
      })
      .count(1, "/errors");
    (await a.admin.get(`/jsonapi/sw_supplier/sw_supplier/${id}`)).is(404);
  });
  test("statuses of failures", async ({ a, b, fresh }) => {
    const missing = randomUUID();
    (await a.admin.operations([{ op: "remove", ref: { type: "sw_supplier--sw_supplier", id: missing } }])).problem({
      status: 404,
      pointer: "/atomic:operations/0",
    });
    (await a.admin.operations([update("sw_supplier", b.ids["orange"] ?? "", { name: "x" })])).problem({
      status: 404,
      pointer: "/atomic:operations/0",
    });
    (await a.support.operations([update("sw_account", a.ids["alpha"] ?? "", { city: "x" })])).problem({ status: 403 });
    (await a.support.operations([update("user", a.users["support_n1"] ?? "", { user_type: "partner" })])).problem({
      status: 403,
      pointer: "/atomic:operations/0/data/attributes/user_type",
    });
    (await a.admin.operations([update("sw_site", a.ids["site02"] ?? "", { version: 99 })]))
      .problem({ status: 409, code: "version_conflict", pointer: "/atomic:operations/0/data/attributes/version" })
      .exists("/errors/0/meta/current/id");
    (
      await a.admin.operations([
        add("sw_supplier", { id: a.ids["orange"], attributes: { name: "x", code: fresh("s") } }),
      ])
    ).problem({ status: 409, detail: "Conflict: Entity already exists." });
    (
      await a.admin.operations([
        add("sw_contact", { attributes: { last_name: "x" }, relationships: { account: one("sw_account", missing) } }),
      ])
    ).problem({ status: 404, detail: /could not be found/ });
  });
  test("uniqueness among the operations themselves", async ({ a, fresh }) => {
    const code = fresh("s");
    (
      await a.admin.operations([
        add("sw_supplier", { attributes: { name: "x", code } }),
        add("sw_supplier", { attributes: { name: "y", code: code.toUpperCase() } }),
      ])
    ).problem({ status: 422, code: "not_unique", pointer: "/atomic:operations/1/data/attributes/code" });
  });
  test("a key released by one operation may be taken by a later one", async ({ a, fresh }) => {
    const [id, code] = [randomUUID(), fresh("s")];
    (await a.admin.create("sw_supplier", { name: "x", code }, {}, id)).is(201);
    (
      await a.admin.operations([
        update("sw_supplier", id, { code: fresh("s") }),
        add("sw_supplier", { attributes: { name: "y", code } }),
      ])
    ).is(200);
  });
  test("return=minimal", async ({ a, fresh }) => {
    const id = randomUUID();
    const reply = await a.admin.operations([add("sw_supplier", { id, attributes: { name: "x", code: fresh("s") } })], {
      Prefer: "return=minimal",
    });
    reply
      .is(200)
      .has("/atomic:results", [{ data: { type: "sw_supplier--sw_supplier", id, attributes: { version: 1 } } }]);
  });
  test("malformed requests", async ({ a, anonymous }) => {
    (await a.admin.operations([])).is(400);
    (await a.admin.operations([{ op: "nope" }])).problem({ status: 400, pointer: "/atomic:operations/0" });
    (await a.admin.operations([{ op: "add", data: { type: "zzz--zzz" } }])).is(400);
    (await a.admin.operations([null, 1])).is(400);
    (await a.admin.post("/jsonapi/operations", { "atomic:operations": [] })).is(415);
    (await a.admin.get("/jsonapi/operations")).is(405);
    (await anonymous.operations([{ op: "remove", ref: { type: "sw_site--sw_site", id: randomUUID() } }])).is(401);
    (await a.admin.send("POST", "/jsonapi/operations", { raw: "{", type: atomicType })).is(400);
  });
  test("more than 10,000 operations: 400", async ({ a }) => {
    (await a.admin.operations(Array.from({ length: 10_001 }, () => ({ op: "remove" })))).is(400);
  });
  test("500 changes at once", async ({ a }) => {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      id: randomUUID(),
      name: `Many ${String(index).padStart(3, "0")}`,
    }));
    const made = await a.admin.operations(
      rows.map(({ id, name }) =>
        add("sw_site", {
          id,
          attributes: { name, city: "Annecy" },
          relationships: { account: one("sw_account", a.ids["beta"] ?? "") },
        }),
      ),
      { Prefer: "return=minimal" },
    );
    made.is(200).count(500, "/atomic:results");
    const changed = await a.admin.operations(
      rows.map(({ id }) => update("sw_site", id, { version: 1, city: "Brest" })),
      { Prefer: "return=minimal" },
    );
    changed.is(200).has("/atomic:results/499/data/attributes/version", 2);
    (await a.admin.operations(rows.map(({ id }) => ({ op: "remove", ref: { type: "sw_site--sw_site", id } })))).is(200);
  });
});
