import { createHash } from "node:crypto";
import { add, type Json, one, type Reply } from "../client.ts";
import { group } from "../suite.ts";

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
  "undoes",
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
    // What takes nothing back is hashed as entries were before they could say so.
    if (name === "undoes" && entry[name] === null) delete entry[name];
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
  test("a contact is called by first and last name", async ({ a }) => {
    const account = { account: one("sw_account", a.ids["alpha"] ?? "") };
    const names = { first_name: "Jeanne", last_name: "Kermadec" };
    const { id } = (await a.admin.create("sw_contact", names, account)).is(201);
    (await a.manager.update("sw_contact", id, { first_name: "Jeannette" })).is(200);
    (await a.manager.update("sw_contact", id, { first_name: null })).is(200);
    (await a.manager.update("sw_contact", id, { role: "Direction" })).is(200);
    (await a.admin.remove(`/jsonapi/sw_contact/sw_contact/${id}`)).is(204);
    const path = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&sort=sequence`;
    const labels = ["Jeanne Kermadec", "Jeannette Kermadec", "Kermadec", "Kermadec", "Kermadec"];
    (await a.admin.get(path)).is(200).values("/attributes/subject_label", labels);
  });
  test("an anomaly is called by what it is, never by its key", async ({ a, fresh }) => {
    const key = fresh("machine");
    const gap = { key, check: "manual", period_start: "2026-01-01", period_end: "2026-01-31", amount: "1" };
    const made = (await a.accounting.create("sw_anomaly", gap)).is(201);
    const entries = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${made.id}`;
    (await a.accounting.get(entries)).is(200).values("/attributes/subject_label", ["manual", "manual"]);
    const at = `/admin/softwhere/anomaly/${made.at("/data/attributes/drupal_internal__id")}`;
    (await a.accounting.get(`/router/translate-path?path=${at}`)).is(200).has("/label", "manual").never(key);
  });
  test("the page of a contact has its full name", async ({ a }) => {
    const row = (await a.admin.get(`/jsonapi/sw_contact/sw_contact/${a.ids["contact"]}`)).is(200);
    const at = `/admin/softwhere/contact/${row.at("/data/attributes/drupal_internal__id")}`;
    (await a.admin.get(`/router/translate-path?path=${at}`)).is(200).has("/label", "Anne Martin A");
  });
  test("what needs a permission is told in an entry of its own", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_supplier", { name: "Told apart", code: fresh("s"), adapter: "one" })).is(
      201,
    );
    (await a.manager.update("sw_supplier", id, { name: "Told in two", adapter: "two" })).is(200);
    const path = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&filter[operation]=update&sort=sequence`;
    const manager = (await a.manager.get(path))
      .is(200)
      .values("/attributes/view_permission", [null, "view api details"]);
    manager
      .has("/data/0/attributes/changes", [{ field: "name", from: "Told apart", to: "Told in two" }])
      .has("/data/1/attributes/changes", [{ field: "adapter", from: "one", to: "two" }]);
    (await a.support.get(path)).is(200).count(1).never("adapter");
  });
  test("entries name the account that owns the row", async ({ a }) => {
    (
      await a.admin.get(
        `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${a.ids["site01"]}&filter[operation]=create`,
      )
    )
      .is(200)
      .has("/data/0/relationships/account/data/id", a.ids["alpha"]);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[account.id]=${a.ids["alpha"]}&page[limit]=1`))
      .is(200)
      .count(1);
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
  test("what a request takes back", async ({ a, fresh }) => {
    const [run, undo] = [fresh("run"), fresh("undo")];
    const supplier = { data: { type: "sw_supplier--sw_supplier", attributes: { name: "x", code: fresh("s") } } };
    const { id } = (await a.admin.post("/jsonapi/sw_supplier/sw_supplier", supplier, { "X-Request-Id": run })).is(201);
    const rename = (name: string, headers: Record<string, string>) =>
      a.admin.operations(
        [{ op: "update", data: { type: "sw_supplier--sw_supplier", id, attributes: { name } } }],
        headers,
      );
    (await rename("y", { "X-Request-Id": undo, "X-SW-Undoes": run })).is(200);
    (await rename("z", { "X-SW-Undoes": "not allowed!" })).is(200);
    const path = "/jsonapi/sw_journal_entry/sw_journal_entry?sort=sequence";
    (await a.admin.get(`${path}&filter[subject_id]=${id}`)).is(200).values("/attributes/undoes", [null, run, null]);
    (await a.admin.get(`${path}&filter[undoes]=${run}`))
      .is(200)
      .values("/attributes/request_id", [undo])
      .has("/data/0/attributes/actor_name", "administrator A");
    (
      await a.admin.get(
        `${path}&filter[subject_id]=${id}&filter[none][condition][path]=undoes&filter[none][condition][operator]=IS NULL`,
      )
    )
      .is(200)
      .count(2);
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
  test("types that say so are not told", async ({ a, fresh }) => {
    const { id } = (await a.admin.create("sw_saved_view", { name: fresh("view"), list: "sw_site" })).is(201);
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}`)).is(200).count(0);
  });
});
