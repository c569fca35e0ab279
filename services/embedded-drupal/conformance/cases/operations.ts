import { createHash, randomUUID } from "node:crypto";
import { Client, type Json, one, type Reply } from "../client.ts";
import { group } from "../suite.ts";

function add(type: string, resource: object): object {
  return { op: "add", data: { type: `${type}--${type}`, ...resource } };
}

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
    (await a.support.operations([update("sw_line", a.ids["line02"] ?? "", { sell_price: "1" })])).problem({
      status: 403,
      pointer: "/atomic:operations/0/data/attributes/sell_price",
    });
    (await a.admin.operations([update("sw_line", a.ids["line02"] ?? "", { version: 99 })]))
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
    (await anonymous.operations([{ op: "remove", ref: { type: "sw_line--sw_line", id: randomUUID() } }])).is(401);
    (await a.admin.send("POST", "/jsonapi/operations", { raw: "{", type: atomicType })).is(400);
  });
  test("more than 10,000 operations: 400", async ({ a }) => {
    (await a.admin.operations(Array.from({ length: 10_001 }, () => ({ op: "remove" })))).is(400);
  });
  test("500 changes at once", async ({ a }) => {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      id: randomUUID(),
      number: `+3390${String(index).padStart(7, "0")}`,
    }));
    const made = await a.admin.operations(
      rows.map(({ id, number }) =>
        add("sw_line", {
          id,
          attributes: { number, status: "active" },
          relationships: { park: one("sw_park", a.ids["park_beta"] ?? "") },
        }),
      ),
      { Prefer: "return=minimal" },
    );
    made.is(200).count(500, "/atomic:results");
    const changed = await a.admin.operations(
      rows.map(({ id }) => update("sw_line", id, { version: 1, status: "suspended" })),
      { Prefer: "return=minimal" },
    );
    changed.is(200).has("/atomic:results/499/data/attributes/version", 2);
    (await a.admin.operations(rows.map(({ id }) => ({ op: "remove", ref: { type: "sw_line--sw_line", id } })))).is(200);
  });
});

export const aggregates = group("aggregates", (test) => {
  const path = "/jsonapi/aggregate/sw_line";
  test("one group without groupBy", async ({ a }) => {
    const reply = (await a.admin.get(`${path}?filter[park.id]=${a.ids["park"]}&sumOf=sell_price`))
      .is(200)
      .has("/data", [])
      .speaksJsonApi();
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

const hashed = [
  "account",
  "actor",
  "actor_name",
  "cause",
  "changes",
  "occurred_at",
  "operation",
  "request_id",
  "sequence",
  "subject_id",
  "subject_label",
  "subject_type",
  "subject_version",
  "view_permission",
] as const;

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(",")}}`;
}

function hashedEntry(reply: Reply, at: string): string {
  const entry: Record<string, Json> = {};
  for (const name of hashed) {
    if (name === "account" || name === "actor") entry[name] = reply.at(`${at}/relationships/${name}/data/id`) ?? null;
    else if (name === "occurred_at") entry[name] = Date.parse(String(reply.at(`${at}/attributes/${name}`))) / 1000;
    else entry[name] = reply.at(`${at}/attributes/${name}`) ?? null;
  }
  return canonical(entry);
}

export const journal = group("journal", (test) => {
  test("creation, change and deletion are told", async ({ a, fresh }) => {
    const code = fresh("s");
    const { id } = (await a.admin.create("sw_supplier", { name: "Told", code })).is(201);
    (await a.manager.update("sw_supplier", id, { name: "Retold" })).is(200);
    (await a.admin.remove(`/jsonapi/sw_supplier/sw_supplier/${id}`)).is(204);
    const reply = (
      await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&sort=sequence`)
    ).is(200);
    reply
      .values("/attributes/operation", ["create", "update", "delete"])
      .values("/attributes/actor_name", ["administrator A", "manager A", "administrator A"]);
    reply
      .has("/data/1/attributes/changes", [{ field: "name", from: "Told", to: "Retold" }])
      .has("/data/1/attributes/subject_version", 2)
      .has("/data/1/attributes/subject_type", "sw_supplier");
    reply
      .has("/data/1/attributes/subject_label", "Retold")
      .has("/data/1/relationships/actor/data/id", a.users["manager"])
      .has("/data/0/attributes/cause", "user");
    const created = reply.at("/data/0/attributes/changes");
    if (!JSON.stringify(created).includes(code)) reply.fail("the creation's values", JSON.stringify(created));
  });
  test("a change that changes nothing is not told", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "Same", code: fresh("s") })).is(201);
    (await a.admin.update("sw_supplier", id, { name: "Same" })).is(200);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}`)).is(200).count(1);
  });
  test("what needs a permission is told in an entry of its own", async ({ a }) => {
    const id = a.ids["line03"] ?? "";
    (await a.manager.update("sw_line", id, { user_name: "User 03 b", buy_price: "3.25" })).is(200);
    const path = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&filter[operation]=update&sort=sequence`;
    const manager = (await a.manager.get(path)).is(200).values("/attributes/view_permission", [null, "view margin"]);
    manager
      .has("/data/0/attributes/changes", [{ field: "user_name", from: "User 03", to: "User 03 b" }])
      .has("/data/1/attributes/changes", [{ field: "buy_price", from: "3.0000", to: "3.2500" }]);
    (await a.support.get(path)).is(200).count(1).never("buy_price").never("3.25");
    (await a.manager.update("sw_line", id, { user_name: "User 03" })).is(200);
  });
  test("entries name the account that owns the row", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${a.ids["line01"]}&filter[operation]=create`,
      )
    )
      .is(200)
      .has("/data/0/relationships/account/data/id", a.ids["alpha"]);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[account.id]=${a.ids["alpha"]}&page[limit]=1`))
      .is(200)
      .count(1);
  });
  test("secrets are never told", async ({ a, fresh }) => {
    const iccid = `8934${String(Date.now()).slice(-13).padStart(14, "1")}`;
    const pin = "73219846";
    const { id } = (
      await a.admin.create("sw_sim", { iccid, kind: "sim" }, { account: one("sw_account", a.ids["alpha"] ?? "") })
    ).is(201);
    const technician = {
      name: fresh("n2"),
      pass: "x",
      status: true,
      user_type: "internal",
      business_roles: ["support_n2"],
    };
    (await a.admin.create("user", technician)).is(201);
    const client = new Client(a.admin.base);
    (await client.login(technician.name, "x")).is(200);
    (await client.update("sw_sim", id, { pin, status: "active" })).is(200).has("/data/attributes/pin", pin);
    (await a.manager.get(`/jsonapi/sw_sim/sw_sim/${id}`)).is(200).lacks("/data/attributes/pin").never(pin);
    const { id: user } = (
      await a.admin.create("user", {
        name: fresh("journalled"),
        pass: `secret-${pin}`,
        status: true,
        user_type: "internal",
      })
    ).is(201);
    for (const subject of [id, user]) {
      const reply = (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${subject}`))
        .is(200)
        .never(pin)
        .never('"pass"')
        .never('"pin"');
      if (reply.list().length === 0) reply.fail("an entry", "none");
    }
  });
  test("types that say so are not told", async ({ a, fresh }) => {
    const { id } = (
      await a.admin.create(
        "sw_billed_item",
        { name: fresh("item") },
        { billing_site: one("sw_billing_site", a.ids["billing"] ?? "") },
      )
    ).is(201);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}`)).is(200).count(0);
  });
  test("request id and cause", async ({ a, fresh }) => {
    const request = fresh("request");
    const { id } = (
      await a.admin.post(
        "/jsonapi/sw_supplier/sw_supplier",
        { data: { type: "sw_supplier--sw_supplier", attributes: { name: "x", code: fresh("s") } } },
        { "X-Request-Id": request, "X-SW-Cause": "import" },
      )
    ).is(201);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[request_id]=${request}`))
      .is(200)
      .values("/attributes/subject_id", [id])
      .has("/data/0/attributes/cause", "import");
    const other = (
      await a.admin.post(
        "/jsonapi/sw_supplier/sw_supplier",
        { data: { type: "sw_supplier--sw_supplier", attributes: { name: "x", code: fresh("s") } } },
        { "X-Request-Id": "not allowed!", "X-SW-Cause": "nope" },
      )
    ).is(201);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${other.id}`))
      .has("/data/0/attributes/cause", "user")
      .has("/data/0/attributes/request_id", /^[A-Za-z0-9._-]{1,64}$/);
  });
  test("a failed request is not told", async ({ a, fresh }) => {
    const request = fresh("request");
    (
      await a.admin.operations(
        [add("sw_supplier", { attributes: { name: "x", code: fresh("s") } }), add("sw_supplier", { attributes: {} })],
        { "X-Request-Id": request },
      )
    ).is(422);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[request_id]=${request}`)).is(200).count(0);
  });
  test("nobody writes entries", async ({ a }) => {
    (await a.admin.create("sw_journal_entry", { operation: "create" })).is(403);
    const id = (await a.admin.get("/jsonapi/sw_journal_entry/sw_journal_entry?page[limit]=1")).at("/data/0/id");
    (await a.admin.update("sw_journal_entry", String(id), { actor_name: "x" })).is(403);
    (await a.admin.remove(`/jsonapi/sw_journal_entry/sw_journal_entry/${id}`)).is(403);
  });
  test("the chain: sequences without gaps, each hash over its entry and the one before", async ({ b }) => {
    let previous = "0".repeat(64);
    let sequence = 0;
    for (let offset = 0; ; offset += 50) {
      const reply = (
        await b.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?sort=sequence&page[offset]=${offset}`)
      ).is(200);
      reply.list().forEach((_, index) => {
        const at = `/data/${index}`;
        sequence += 1;
        reply.has(`${at}/attributes/sequence`, sequence).has(`${at}/attributes/previous_hash`, previous);
        const text = hashedEntry(reply, at);
        previous = createHash("sha256").update(`${previous}\n${text}`).digest("hex");
        if (reply.at(`${at}/attributes/hash`) !== previous)
          reply.fail(`hash ${previous} of entry ${sequence}: ${text}`, String(reply.at(`${at}/attributes/hash`)));
      });
      if (reply.at("/links/next") === undefined) break;
    }
    if (sequence < 50) throw new Error(`only ${sequence} entries`);
  });
});
