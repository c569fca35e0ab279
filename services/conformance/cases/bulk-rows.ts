import { randomUUID } from "node:crypto";
import { add, addRows, atomic, type Client, one, type Reply } from "../client.ts";
import { group } from "../suite.ts";

const mapping = "sw_import_mapping";
const resource = `${mapping}--${mapping}`;
const columns = { "": "", Name: "name", Other: null };

const mappings = (rows: readonly unknown[], fields: readonly unknown[] = ["id", "kind", "name", "mapping"]) =>
  addRows(mapping, fields, rows);

/** Attributes and relationships of rows, in the order of their names, without what differs between any two rows. */
export async function contents(client: Client, type: string, ids: readonly string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const id of ids) {
    const reply = (await client.get(`/jsonapi/${type}/${type}/${id}`)).is(200);
    const { drupal_internal__id: _, created, changed, ...attributes } = Object(reply.at("/data/attributes"));
    if (created !== changed) reply.fail("a new row's times to be the same", `${created}, ${changed}`);
    const relationships = Object.entries(Object(reply.at("/data/relationships"))).map(([name]) => [
      name,
      reply.at(`/data/relationships/${name}/data/id`) ?? null,
    ]);
    found.push({ attributes, relationships });
  }
  return found;
}

const at = (pointer: string) => `/atomic:operations/0${pointer}`;

async function counted(client: Client, type: string, filter: string): Promise<unknown> {
  return (await client.get(`/jsonapi/aggregate/${type}?${filter}`)).is(200).at("/meta/groups/0/count");
}

export const bulkRows = group("bulk rows", (test) => {
  test("rows are what single adds make them, among other operations", async ({ a, fresh }) => {
    const [kind, single, many, anonymous] = [fresh("kind"), randomUUID(), randomUUID(), fresh("own id")];
    const value = { kind: ` ${kind} `, name: "  Ame\u0301lie\u200b", mapping: columns };
    const reply = await a.admin.operations([
      add(mapping, { id: single, attributes: value }),
      mappings([
        [many, value.kind, `${value.name} 2`, value.mapping],
        [null, kind, anonymous, null],
      ]),
      { op: "update", ref: { type: resource, id: many }, data: { type: resource, attributes: { name: "Changed" } } },
    ]);
    reply
      .is(200)
      .count(3, "/atomic:results")
      .has("/atomic:results/1", { meta: { rows: 2 } })
      .has("/atomic:results/2/data/attributes/version", 2);
    const again = randomUUID();
    (await a.admin.operations([mappings([[again, kind, "AMÉLIE 3", value.mapping]])], { Prefer: "return=minimal" }))
      .is(200)
      .has("/atomic:results", [{ meta: { rows: 1 } }]);
    const plain = async (id: string, name: string) => {
      const reply = (await a.admin.get(`/jsonapi/${mapping}/${mapping}/${id}`)).is(200);
      return reply
        .has("/data/attributes/kind", kind)
        .has("/data/attributes/name", name)
        .has("/data/attributes/mapping", columns);
    };
    (await plain(single, "Amélie")).has("/data/attributes/version", 1).has("/data/relationships/brand/data/id", a.id);
    (await plain(again, "AMÉLIE 3")).has("/data/attributes/version", 1).has("/data/relationships/brand/data/id", a.id);
    await plain(many, "Changed");
    // Found and sorted as any row.
    (
      await a.admin.get(
        `/jsonapi/${mapping}/${mapping}?filter[kind]=${kind}&filter[n][condition][path]=name&filter[n][condition][operator]=CONTAINS&filter[n][condition][value]=amelie&sort=name`,
      )
    )
      .is(200)
      .values("/id", [single, again]);
    (await a.admin.get(`/jsonapi/${mapping}/${mapping}?filter[name]=${encodeURIComponent(anonymous)}`))
      .is(200)
      .count(1);
  });
  test("a wrong row in the middle writes nothing; each is told as a single add is, at its value", async ({
    a,
    fresh,
  }) => {
    const kind = fresh("kind");
    const first = randomUUID();
    const reply = await a.admin.operations([
      mappings([
        [first, kind, "one", null],
        [randomUUID(), kind, null, null],
        [randomUUID(), kind, "x".repeat(81), { columns: 1 }],
        ["not an id", kind, "four", null],
      ]),
    ]);
    reply.problem({ status: 422, detail: "name: This value should not be null.", pointer: at("/rows/1/2") });
    const told = reply.list("/errors").map((_, index) => reply.at(`/errors/${index}/source/pointer`));
    for (const pointer of ["/rows/2/2", "/rows/2/3", "/rows/3/0"])
      if (!told.includes(at(pointer))) reply.fail(`an error at ${pointer}`, JSON.stringify(told));
    reply.count(4, "/errors");
    (await a.admin.get(`/jsonapi/${mapping}/${mapping}/${first}`)).is(404);
    if ((await counted(a.admin, mapping, `filter[kind]=${kind}`)) !== 0) reply.fail("nothing written", "a row");
    // The fields that a row must have, where the operation gives none of them.
    (await a.admin.operations([mappings([[kind]], ["kind"])])).problem({
      status: 422,
      detail: "name: This value should not be null.",
      pointer: at("/rows/0"),
    });
  });
  test("at most a hundred problems are told", async ({ a, fresh }) => {
    const kind = fresh("kind");
    (await a.admin.operations([mappings(Array.from({ length: 1200 }, () => [null, kind, null, null]))]))
      .is(422)
      .count(100, "/errors")
      .has("/errors/99/source/pointer", at("/rows/99/2"));
  });
  test("keys are unique among the rows, among what is stored and among the operations", async ({ a, b, fresh }) => {
    const [kind, id] = [fresh("Kind"), randomUUID()];
    (await a.admin.create(mapping, { kind, name: "Stored" }, {}, id)).is(201);
    const taken = (reply: Reply, pointers: readonly string[]) => {
      for (const [index, pointer] of pointers.entries())
        reply.problem(
          { status: 422, code: "not_unique", pointer: at(pointer), detail: /^name: Another row already has/ },
          index,
        );
      reply.count(pointers.length, "/errors");
    };
    taken(
      await a.admin.operations([
        mappings([
          [null, kind, "one", null],
          [null, kind.toUpperCase(), "STORED", null],
          [null, kind, "oNE", null],
          [null, kind, "un", null],
        ]),
      ]),
      ["/rows/1/2", "/rows/2/2"],
    );
    const before = await a.admin.operations([
      add(mapping, { attributes: { kind, name: "before" } }),
      mappings([[null, kind, "BEFORE", null]]),
    ]);
    before.problem({ status: 422, code: "not_unique", pointer: "/atomic:operations/1/rows/0/2" });
    const after = await a.admin.operations([
      mappings([[null, kind, "after", null]]),
      add(mapping, { attributes: { kind, name: "After" } }),
    ]);
    after.problem({ status: 422, code: "not_unique", pointer: "/atomic:operations/1/data/attributes/name" });
    // Another brand's keys are no matter, and a key that the request gives up is free.
    (await b.admin.operations([mappings([[null, kind, "Stored", null]])])).is(200);
    (
      await a.admin.operations([{ op: "remove", ref: { type: resource, id } }, mappings([[id, kind, "Stored", null]])])
    ).is(200);
  });
  test("used ids are conflicts, also those of another brand and of the rows themselves", async ({ a, b, fresh }) => {
    const [kind, id, foreign, twice] = [fresh("kind"), randomUUID(), randomUUID(), randomUUID()];
    (await a.admin.create(mapping, { kind, name: "Stored" }, {}, id)).is(201);
    (await b.admin.create(mapping, { kind, name: "Foreign" }, {}, foreign)).is(201);
    const reply = await a.admin.operations([
      mappings([
        [id, kind, "one", null],
        [foreign, kind, "two", null],
        [twice, kind, "three", null],
        [twice, kind, "four", null],
      ]),
    ]);
    for (const [index, row] of [0, 1, 3].entries())
      reply.problem({ status: 409, detail: "Conflict: Entity already exists.", pointer: at(`/rows/${row}/0`) }, index);
    reply.count(3, "/errors");
    if ((await counted(a.admin, mapping, `filter[kind]=${kind}`)) !== 1) reply.fail("nothing written", "a row");
  });
  test("references lead to rows that exist for the caller, by id or by a local id", async ({ a, b, fresh }) => {
    const kind = fresh("kind");
    const subscriptions = (rows: readonly unknown[]) =>
      addRows("sw_subscription", ["id", "subscriber", "kind", "account", "console"], rows);
    const me = a.users["administrator"] ?? "";
    const unknown = randomUUID();
    const [first, second] = [randomUUID(), randomUUID()];
    const wrong = await a.admin.operations([
      subscriptions([
        [first, me, kind, a.ids["alpha"], true],
        [second, me, kind, b.ids["alpha"], true],
        [null, me, kind, unknown, true],
        [null, me, kind, "virtually", true],
      ]),
    ]);
    for (const [index, id] of [b.ids["alpha"] ?? "", unknown, "virtually"].entries())
      wrong.problem(
        {
          status: 404,
          detail: `The resource identified by \`sw_account--sw_account:${id}\` (given as a relationship item) could not be found.`,
          pointer: at(`/rows/${index + 1}/3`),
        },
        index,
      );
    wrong.count(3, "/errors");
    (await a.admin.get(`/jsonapi/sw_subscription/sw_subscription/${first}`)).is(404);
    const made = await a.admin.operations([
      add("sw_account", { lid: "new", attributes: { legal_name: "New", softwhere_id: fresh("lid") } }),
      subscriptions([
        [first, me.toUpperCase(), kind, { lid: "new" }, false],
        [second, me, kind, null, true],
      ]),
    ]);
    made.is(200);
    const single = randomUUID();
    const account = String(made.at("/atomic:results/0/data/id"));
    const to = { subscriber: one("user", me), account: one("sw_account", account) };
    (await a.admin.create("sw_subscription", { kind: `${kind}-2`, console: false }, to, single)).is(201);
    const [row, alone] = await contents(a.admin, "sw_subscription", [first, single]);
    const expected = JSON.stringify(alone).replace(`${kind}-2`, kind);
    if (JSON.stringify(row) !== expected) made.fail(expected, JSON.stringify(row));
    (await a.admin.operations([subscriptions([[null, me, kind, { lid: "later" }, true]])])).problem({
      status: 400,
      pointer: at("/rows/0/3"),
    });
    (await a.admin.operations([subscriptions([[null, 1, kind, null, true]])])).problem({
      status: 400,
      pointer: at("/rows/0/1"),
    });
  });
  test("many rows among other operations are written with them or not at all", async ({ a, fresh }) => {
    const [kind, code] = [fresh("many"), fresh("many")];
    const me = a.users["administrator"] ?? "";
    const ids = Array.from({ length: 1_200 }, () => randomUUID());
    const request = (last: string, accountOfLast: unknown = { lid: "new" }) => [
      add("sw_account", { lid: "new", attributes: { legal_name: "Many", softwhere_id: code } }),
      addRows(
        "sw_subscription",
        ["id", "subscriber", "kind", "account", "console"],
        ids.map((id, at) =>
          at === ids.length - 1 ? [id, me, last, accountOfLast, true] : [id, me, `${kind}-${at}`, { lid: "new" }, true],
        ),
      ),
      {
        op: "update",
        ref: { type: "sw_subscription--sw_subscription", id: ids[7] },
        data: { type: "sw_subscription--sw_subscription", attributes: { console: false } },
      },
    ];
    const made = async () => [
      await counted(a.admin, "sw_account", `filter[softwhere_id]=${code}`),
      await counted(a.admin, "sw_subscription", `filter[account.softwhere_id]=${code}`),
    ];
    const expected = async (numbers: readonly number[]) => {
      const found = await made();
      if (JSON.stringify(found) !== JSON.stringify(numbers)) throw new Error(`${numbers} expected, not ${found}`);
    };
    const last = "/atomic:operations/1/rows/1199/3";
    (await a.admin.operations(request(kind, randomUUID()))).problem({ status: 404, pointer: last });
    await expected([0, 0]);
    (await a.admin.operations(request(`${kind}-6`))).problem({
      status: 422,
      code: "not_unique",
      pointer: last,
    });
    await expected([0, 0]);
    const reply = (await a.admin.operations(request(kind))).is(200);
    reply.has("/atomic:results/1", { meta: { rows: 1_200 } }).has("/atomic:results/2/data/attributes/version", 2);
    await expected([1, 1_200]);
    const account = String(reply.at("/atomic:results/0/data/id"));
    (await a.admin.get(`/jsonapi/sw_subscription/sw_subscription/${ids.at(-1)}`))
      .is(200)
      .has("/data/attributes/version", 1)
      .has("/data/relationships/account/data/id", account);
    (await a.admin.operations(request(kind))).is(422);
    await expected([1, 1_200]);
  });
  test("rows of one person: nobody's name but one's own", async ({ a, fresh }) => {
    const name = fresh("view");
    const views = (owner: string | undefined) =>
      addRows(
        "sw_saved_view",
        ["owner", "name", "list"],
        [
          [null, name, "l"],
          [owner, name, "l"],
        ],
      );
    (await a.admin.operations([views(a.users["manager"])])).problem({ status: 403, pointer: at("/rows/1/0") });
    (await a.admin.operations([views(a.users["administrator"])])).is(200);
    if ((await counted(a.admin, "sw_saved_view", `filter[name]=${name}`)) !== 2) throw new Error("two views expected");
    if ((await counted(a.manager, "sw_saved_view", `filter[name]=${name}`)) !== 1) throw new Error("one view expected");
  });
  test("rights are those of single adds", async ({ a, platform, anonymous, fresh }) => {
    const rows = () => addRows(mapping, ["kind", "name"], [[fresh("kind"), "x"]]);
    for (const client of [a.admin, a.manager, a.support, a.accounting, a.client, platform]) {
      const attributes = { kind: fresh("kind"), name: "x" };
      const { status } = await client.create(mapping, attributes);
      const many = await client.operations([rows()]);
      many.is(status === 201 ? 200 : status);
      if (status === 403) many.problem({ status: 403, pointer: at("") });
    }
    (await anonymous.operations([rows()])).is(401);
    const notification = addRows("sw_notification", ["recipient", "kind"], [[a.users["manager"], "x"]]);
    (await a.admin.operations([notification])).problem({ status: 403, pointer: at("") });
    for (const name of ["brand", "created", "version", "drupal_internal__id"])
      (await a.admin.operations([addRows(mapping, ["kind", name], [["x", null]])])).problem({
        status: 403,
        detail: new RegExp(`^The current user is not allowed to POST the selected field \\(${name}\\)\\.`),
        pointer: at("/fields/1"),
      });
  });
  test("types with a journal are refused", async ({ a, fresh }) => {
    const rows = addRows("sw_supplier", ["name", "code"], [["x", fresh("s")]]);
    (await a.admin.operations([rows])).problem({ status: 422, code: "has_journal", pointer: at("/type") });
    (await a.support.operations([rows])).problem({ status: 403 });
    (await a.admin.operations([addRows("user", ["name"], [["x"]])])).problem({
      status: 422,
      code: "has_journal",
    });
    for (const type of ["sw_journal_entry", "file"])
      (await a.admin.operations([addRows(type, ["kind"], [["x"]])])).problem({ status: 403 });
  });
  test("another shape is refused where it is wrong", async ({ a, fresh }) => {
    const wrong: [object, number, string][] = [
      [{ fields: ["kind"], rows: [["x"]] }, 400, ""],
      [{ type: "zzz--zzz", fields: ["kind"], rows: [["x"]] }, 400, ""],
      [{ type: resource, rows: [["x"]] }, 400, "/fields"],
      [{ type: resource, fields: [], rows: [[]] }, 400, "/fields"],
      [{ type: resource, fields: ["kind", 1], rows: [["x", 1]] }, 400, "/fields/1"],
      [{ type: resource, fields: ["kind", "kind"], rows: [["x", "x"]] }, 400, "/fields/1"],
      [{ type: resource, fields: ["kind", "nope"], rows: [["x", "x"]] }, 422, "/fields/1"],
      [{ type: resource, fields: ["kind", "uuid"], rows: [["x", "x"]] }, 422, "/fields/1"],
      [{ type: resource, fields: ["kind"] }, 400, "/rows"],
      [{ type: resource, fields: ["kind"], rows: [] }, 400, "/rows"],
      [{ type: resource, fields: ["kind"], rows: { a: ["x"] } }, 400, "/rows"],
      [{ type: resource, fields: ["kind"], rows: [["x"], "x"] }, 400, "/rows/1"],
      [{ type: resource, fields: ["kind"], rows: [["x", "y"]] }, 400, "/rows/0"],
      [{ type: resource, fields: ["kind", "name"], rows: [["x"]] }, 400, "/rows/0"],
    ];
    for (const [operation, status, pointer] of wrong)
      (await a.admin.operations([{ op: "add-rows", ...operation }])).problem({ status, pointer: at(pointer) });
    for (const odd of [
      true,
      1,
      1.5,
      {},
      [],
      ["x"],
      ["x", "y"],
      { value: "x" },
      { value: ["x"] },
      "\0",
      "\ud800",
      [[[]]],
    ]) {
      const single = (await a.admin.create(mapping, { kind: fresh("odd"), name: odd, mapping: odd })).status;
      const reply = await a.admin.operations([mappings([[fresh("odd"), odd, odd]], ["kind", "name", "mapping"])]);
      if (reply.status !== (single === 201 ? 200 : single))
        reply.fail(`${single} as for a single add`, `${reply.status}`);
    }
  });
  test("more than 50,000 rows: 400", async ({ a }) => {
    const rows = Array.from({ length: 25_001 }, () => []);
    const operation = { op: "add-rows", type: resource, fields: ["kind"], rows };
    (await a.admin.operations([operation, operation])).is(400);
  });
  test("a body of more than 64 MiB: 413", async ({ a }) => {
    const raw = " ".repeat(64 * 1024 * 1024 + 1);
    (await a.admin.send("POST", "/jsonapi/operations", { raw, type: atomic })).problem({ status: 413 });
  });
  test("progress counts rows", async ({ a, fresh }) => {
    const [id, kind] = [fresh("rows"), fresh("kind")];
    const rows = Array.from({ length: 700 }, (_, index) => [kind, `${index}`]);
    const operations = [add(mapping, { attributes: { kind, name: "x" } }), mappings(rows, ["kind", "name"])];
    (await a.admin.operations(operations, { "X-Request-Id": id })).is(200);
    (await a.admin.get(`/jsonapi/operations/${id}`)).is(200).has("/meta", { done: 701, total: 701, state: "done" });
    const failed = fresh("rows");
    (await a.admin.operations(operations, { "X-Request-Id": failed })).is(422);
    (await a.admin.get(`/jsonapi/operations/${failed}`)).is(200).has("/meta/state", "failed").has("/meta/total", 701);
  });
});
