import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPlatformModel } from "../model/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import { Client, one } from "../conformance/client.ts";
import { type EmbeddedDrupal, startEmbeddedDrupal } from "./server.ts";

/** References across brands can't be written; these were put into the tables by hand, as a broken import might. */
let directory = "";
let server: EmbeddedDrupal;
let client: Client;
const foreign = { account: randomUUID(), name: "Foreign canary" };
const own = { account: randomUUID(), sites: [randomUUID(), randomUUID()] };

const start = () =>
  startEmbeddedDrupal({ model: loadPlatformModel(), dataDir: directory, port: 0, adminPassword: "admin" });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "corrupt-"));
  server = await start();
  const platform = new Client(server.url);
  (await platform.login("admin", "admin")).is(200);
  const admins: Client[] = [];
  for (const name of ["one", "two"]) {
    const brand = randomUUID();
    (await platform.create("sw_brand", { name }, {}, brand)).is(201);
    (
      await platform.create(
        "user",
        { name, pass: "secret-word", status: true, user_type: "internal", business_roles: ["administrator"] },
        { brand: one("sw_brand", brand) },
      )
    ).is(201);
    const admin = new Client(server.url);
    (await admin.login(name, "secret-word")).is(200);
    admins.push(admin);
  }
  const [first, second] = admins;
  if (!first || !second) throw new Error("no administrators");
  (await second.create("sw_account", { legal_name: foreign.name, softwhere_id: "F" }, {}, foreign.account)).is(201);
  (await first.create("sw_account", { legal_name: "Own", softwhere_id: "O" }, {}, own.account)).is(201);
  for (const [index, id] of own.sites.entries())
    (await first.create("sw_site", { name: `Site ${index}` }, { account: one("sw_account", own.account) }, id)).is(201);
  await server.close();
  const { db, close } = await openDatabase({ dataDir: directory });
  await sql`UPDATE sw_site SET f_account = (SELECT id FROM sw_account WHERE uuid = ${foreign.account}::uuid) WHERE uuid = ${own.sites[0]}::uuid`.execute(
    db,
  );
  await close();
  server = await start();
  client = new Client(server.url);
  (await client.login("one", "secret-word")).is(200);
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

const site = () => `/jsonapi/sw_site/sw_site/${own.sites[0]}`;

it("reads a reference into another brand as one to a row that is gone", async () => {
  for (const path of [
    site(),
    `${site()}?include=account`,
    `${site()}/relationships/account`,
    `${site()}/account`,
    "/jsonapi/sw_site/sw_site?include=account",
    "/jsonapi/aggregate/sw_site?groupBy=account,account.legal_name",
  ]) {
    const reply = (await client.get(path)).is(200).never(foreign.account).never(foreign.name);
    expect(reply.at("/meta/omitted"), path).toBeUndefined();
  }
  (await client.get(site())).has("/data/relationships/account/data/id", "missing");
  (await client.get(`${site()}/account`)).has("/data", null);
});

it("answers no question about it", async () => {
  const list = "/jsonapi/sw_site/sw_site";
  for (const filter of [
    `filter[account.legal_name]=${foreign.name}`,
    `filter[account.id]=${foreign.account}`,
    "filter[a][condition][path]=account.legal_name&filter[a][condition][operator]=CONTAINS&filter[a][condition][value]=canary",
  ]) {
    (await client.get(`${list}?${filter}`)).is(200).count(0).lacks("/meta");
  }
  (await client.get(`${list}?sort=account.legal_name`)).values("/id", own.sites);
  (await client.get(`${list}?sort=-account.legal_name`)).is(200).values("/id", [own.sites[1], own.sites[0]]);
  (await client.get("/jsonapi/aggregate/sw_site?groupBy=account.legal_name")).is(200).has("/meta/groups", [
    { keys: { "account.legal_name": null }, count: 1, sums: {} },
    { keys: { "account.legal_name": "Own" }, count: 1, sums: {} },
  ]);
});
