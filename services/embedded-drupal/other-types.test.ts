import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadModelOnBase } from "../model/index.ts";
import { Client, many, one } from "../conformance/client.ts";
import { type EmbeddedDrupal, startEmbeddedDrupal } from "./server.ts";

const model = loadModelOnBase([fileURLToPath(new URL("./other-types.entity_model.yml", import.meta.url))]);
const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);
let directory = "";
let server: EmbeddedDrupal;
let admin: Client;
let support: Client;
let customer: Client;
let driver = "";
const accounts = { own: randomUUID(), other: randomUUID() };

async function person(by: Client, attributes: object, relationships: object): Promise<{ client: Client; id: string }> {
  const name = randomUUID();
  const { id } = (
    await by.create("user", { name, pass: "secret-word", status: true, full_name: name, ...attributes }, relationships)
  ).is(201);
  const client = new Client(server.url);
  (await client.login(name, "secret-word")).is(200);
  return { client, id };
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "other-types-"));
  // First with the smallest vertical alone: what another model adds comes to a database that is there already.
  const before = await startEmbeddedDrupal({
    model: loadModelOnBase([toyFile]),
    dataDir: directory,
    port: 0,
    adminPassword: "admin",
  });
  await before.close();
  server = await startEmbeddedDrupal({ model, dataDir: directory, port: 0, adminPassword: "admin" });
  const platform = new Client(server.url);
  (await platform.login("admin", "admin")).is(200);
  const brand = randomUUID();
  (await platform.create("sw_brand", { name: "Emptying", modules: ["other-types"] }, {}, brand)).is(201);
  ({ client: admin } = await person(
    platform,
    { user_type: "internal", business_roles: ["administrator"] },
    { brand: one("sw_brand", brand) },
  ));
  for (const [name, id] of Object.entries(accounts))
    (await admin.create("sw_account", { legal_name: name, softwhere_id: name }, {}, id)).is(201);
  ({ client: support, id: driver } = await person(
    admin,
    { user_type: "internal", business_roles: ["support_n1"] },
    {},
  ));
  ({ client: customer } = await person(
    admin,
    { user_type: "client", business_roles: ["client"] },
    { accounts: many("sw_account", [accounts.own]) },
  ));
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

const tank = (reference: string, account = accounts.own, more: object = {}) =>
  admin.create("sw_tank", { reference, ...more }, { account: one("sw_account", account) });

describe("another model", () => {
  it("has its types in the entry point and none of the model before it", async () => {
    const reply = (await admin.get("/jsonapi"))
      .is(200)
      .exists("/links/sw_tank--sw_tank")
      .exists("/links/sw_round--sw_round")
      .exists("/links/sw_measure--sw_measure");
    reply.lacks("/links/sw_toy--sw_toy");
    (await admin.get("/jsonapi/sw_toy/sw_toy")).is(404);
  });

  it("creates, reads, changes and deletes", async () => {
    const made = (
      await tank("T-1", accounts.own, { volume: "12.5", contents: ["oil", "water"], installed_on: "2026-02-28" })
    ).is(201);
    made
      .has("/data/attributes/volume", "12.50")
      .has("/data/attributes/chambers", 1)
      .has("/data/attributes/buried", false)
      .has("/data/attributes/contents", ["oil", "water"])
      .has("/data/attributes/version", 1);
    (await admin.update("sw_tank", made.id, { buried: true, contents: [] }))
      .is(200)
      .has("/data/attributes/version", 2)
      .has("/data/attributes/contents", []);
    (await admin.update("sw_tank", made.id, { buried: false, version: 1 })).problem({
      status: 409,
      code: "version_conflict",
    });
    (await admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${made.id}&sort=sequence`))
      .values("/attributes/operation", ["create", "update"])
      .has("/data/0/relationships/account/data/id", accounts.own);
    (await admin.remove(`/jsonapi/sw_tank/sw_tank/${made.id}`)).is(204);
    (await admin.get(`/jsonapi/sw_tank/sw_tank/${made.id}`)).is(404);
  });

  it("checks what the model says", async () => {
    (await tank("X-1")).problem({ status: 422, pointer: "/data/attributes/reference/value" });
    (await tank("T-2", accounts.own, { chambers: 10 })).problem({
      status: 422,
      detail: "chambers.0.value: Chambers: the value may be no greater than 9.",
      pointer: "/data/attributes/chambers/value",
    });
    (await tank("T-2", accounts.own, { volume: "-1" })).problem({
      status: 422,
      pointer: "/data/attributes/volume/value",
    });
    (await tank("T-2", accounts.own, { contents: ["wine"] })).problem({
      status: 422,
      detail: "contents.0: The value you selected is not a valid choice.",
      pointer: "/data/attributes/contents/0",
    });
    (await tank("T-2", accounts.own, { nope: 1 })).problem({
      status: 422,
      detail: "The attribute nope does not exist on the sw_tank--sw_tank resource type.",
    });
    (await tank("T-3")).is(201);
    (await tank("t-3")).is(422);
    (await tank("T-3")).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/reference" });
    const { id } = (await tank("T-3", accounts.other)).is(201);
    (await admin.update("sw_tank", id, {}, { account: one("sw_account", accounts.own) })).problem({
      status: 403,
      pointer: "/data/attributes/account",
    });
  });

  it("filters, sorts, includes and sums through its own references", async () => {
    const [first, second] = [
      (await tank("T-10", accounts.own, { volume: "1" })).is(201).id,
      (await tank("T-11", accounts.other, { volume: "2.5" })).is(201).id,
    ];
    const round = (
      await admin.create(
        "sw_round",
        { name: "North", starts_at: "2026-03-01T08:00:00+01:00", mail: "a@example.test" },
        { tanks: many("sw_tank", [first, second]) },
      )
    )
      .is(201)
      .has("/data/attributes/starts_at", "2026-03-01T07:00:00+00:00");
    (await admin.get(`/jsonapi/sw_round/sw_round?filter[tanks.account.legal_name]=other&include=tanks.account`))
      .is(200)
      .values("/id", [round.id])
      .count(4, "/included");
    (
      await admin.get(
        "/jsonapi/sw_tank/sw_tank?filter[reference][operator]=IN&filter[reference][value][]=T-10&filter[reference][value][]=T-11&sort=-volume",
      )
    ).values("/id", [second, first]);
    (
      await admin.get(
        "/jsonapi/sw_round/sw_round?filter[s][condition][path]=starts_at&filter[s][condition][operator]=>&filter[s][condition][value]=2026-03-01T06:59:59Z",
      )
    ).count(1);
    (
      await admin.get(
        "/jsonapi/aggregate/sw_tank?filter[reference][operator]=STARTS_WITH&filter[reference][value]=T-1&groupBy=account.legal_name&sumOf=volume",
      )
    ).has("/meta/groups", [
      { keys: { "account.legal_name": "other" }, count: 1, sums: { volume: "2.50" } },
      { keys: { "account.legal_name": "own" }, count: 1, sums: { volume: "1.00" } },
    ]);
    (await admin.get(`/jsonapi/sw_round/sw_round/${round.id}/tanks`)).values("/id", [first, second]);
    (await admin.remove(`/jsonapi/sw_round/sw_round/${round.id}/relationships/tanks`, many("sw_tank", [first]))).is(
      204,
    );
    (await admin.get(`/jsonapi/sw_round/sw_round/${round.id}/relationships/tanks`)).values("/id", [second]);
  });

  it("keeps the workflow", async () => {
    const { id } = (await admin.create("sw_round", { name: "South" })).is(201).has("/data/attributes/state", "planned");
    (await admin.update("sw_round", id, { state: "signed" })).problem({ status: 422, code: "transition_not_allowed" });
    (await admin.update("sw_round", id, { state: "driven" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/driver",
    });
    (await support.update("sw_round", id, { state: "driven" }, { driver: one("user", driver) })).is(200);
    (await support.update("sw_round", id, { state: "signed" })).is(403);
    (await admin.update("sw_round", id, { state: "signed" })).is(200);
    (await admin.create("sw_round", { name: "West", state: "driven" })).problem({
      status: 422,
      code: "transition_not_allowed",
    });
  });

  it("keeps customers and permissions apart", async () => {
    const [own, other] = [(await tank("T-20")).is(201).id, (await tank("T-21", accounts.other)).is(201).id];
    (
      await customer.get(
        "/jsonapi/sw_tank/sw_tank?filter[reference][operator]=STARTS_WITH&filter[reference][value]=T-2",
      )
    ).values("/id", [own]);
    (await customer.get(`/jsonapi/sw_tank/sw_tank/${other}`)).is(404);
    const { id } = (
      await admin.create("sw_measure", { level: "1.25", codes: ["b", "a"] }, { tank: one("sw_tank", own) })
    )
      .is(201)
      .has("/data/attributes/level", "1.250")
      .has("/data/attributes/codes", ["b", "a"]);
    (await support.get(`/jsonapi/sw_measure/sw_measure/${id}`)).is(403);
    (await support.get("/jsonapi/sw_account/sw_account?filter[field_access_code]=1")).problem({
      status: 403,
      detail: /`field_access_code`/,
    });
  });

  it("takes files where the model says", async () => {
    const send = (name: string, size: number) =>
      admin.send("POST", "/jsonapi/sw_tank/sw_tank/photo", {
        raw: new Uint8Array(size),
        type: "application/octet-stream",
        headers: { "Content-Disposition": `file; filename="${name}"` },
      });
    const file = (await send("a.png", 10)).is(201);
    (await tank("T-30", accounts.own, {})).is(201);
    (await send("a.pdf", 10)).problem({ status: 422, detail: /png txt/ });
    (await send("a.png", 3000)).problem({
      status: 422,
      detail:
        "Unprocessable Entity: file validation failed.\nThe file is 2.93 KB exceeding the maximum file size of 1 KB.",
    });
    (
      await admin.create(
        "sw_tank",
        { reference: "T-31" },
        { account: one("sw_account", accounts.own), photo: one("file", file.id) },
      )
    ).is(201);
    (await customer.get(String(file.at("/data/attributes/uri/url")))).is(200);
    (await admin.post(`/jsonapi/sw_round/sw_round/${randomUUID()}`, {})).is(405);
  });

  it("lists the fields of the site, in order, as far as they may be seen", async () => {
    const reply = (await admin.get("/jsonapi/site-fields/sw_account")).is(200);
    const names = reply.list("/meta/fields").map((_, index) => reply.at(`/meta/fields/${index}/name`));
    expect(names).toEqual(["field_access_code", "field_flow", "field_zones", "field_last_visit"]);
    reply.has("/meta/fields/0", {
      name: "field_access_code",
      kind: "string",
      multiple: false,
      required: false,
      editable: true,
      labels: { fr: "Code d’accès", en: "Access code" },
      help: { fr: "", en: "" },
      options: [],
      max_length: 8,
    });
    reply
      .has("/meta/fields/1/kind", "decimal")
      .has("/meta/fields/1/scale", 3)
      .has("/meta/fields/1/help", { fr: "En litres", en: "In litres" });
    reply
      .has("/meta/fields/2/options", [
        { value: "north", labels: { fr: "Nord", en: "North" } },
        { value: "south", labels: { fr: "Sud", en: "South" } },
      ])
      .has("/meta/fields/2/multiple", true);
    const seen = (await support.get("/jsonapi/site-fields/sw_account"))
      .is(200)
      .has("/meta/fields/0/name", "field_flow")
      .has("/meta/fields/0/editable", false);
    seen.never("field_access_code");
    (await admin.get("/jsonapi/site-fields/sw_tank")).has("/meta/fields", []);
    (
      await admin.update("sw_account", accounts.own, {
        field_flow: "2.5",
        field_zones: ["south"],
        field_last_visit: "2026-01-31",
        field_access_code: "KEY-1234",
      })
    )
      .is(200)
      .has("/data/attributes/field_flow", "2.500");
    (await admin.get("/jsonapi/sw_account/sw_account?filter[field_zones]=south&sort=field_last_visit")).values("/id", [
      accounts.own,
    ]);
    (await support.get(`/jsonapi/sw_account/sw_account/${accounts.own}`))
      .is(200)
      .lacks("/data/attributes/field_access_code")
      .has("/data/attributes/field_last_visit", "2026-01-31");
    (await support.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${accounts.own}`))
      .is(200)
      .never("KEY-1234");
  });
});

describe("limits", () => {
  it("stop a user and an address that ask too much, not who forwards nobody", async () => {
    const limited = await startEmbeddedDrupal({ model, port: 0, adminPassword: "admin", requestsPerMinute: 30 });
    try {
      const client = new Client(limited.url);
      (await client.login("admin", "admin")).is(200);
      const from = (address: string) => ({ "X-Forwarded-For": address });
      for (let sent = 0; sent < 30; sent += 1) (await client.get("/jsonapi", from(`192.0.2.${sent}`))).is(200);
      (await client.get("/jsonapi/sw_brand/sw_brand", from("192.0.2.200")))
        .problem({ status: 429 })
        .header("retry-after", /^[1-9]\d*$/);
      const anonymous = new Client(limited.url);
      for (let sent = 0; sent < 3; sent += 1) (await anonymous.get("/jsonapi", from("198.51.100.1"))).is(200);
      (await anonymous.get("/jsonapi", from("198.51.100.1, 127.0.0.1"))).is(429);
      (await anonymous.get("/jsonapi", from("198.51.100.2"))).is(200);
      for (let sent = 0; sent < 40; sent += 1) (await client.get("/jsonapi")).is(200);
      (await client.get("/jsonapi", from("127.0.0.1, ::1"))).is(200);
    } finally {
      await limited.close();
    }
  }, 30_000);
});
