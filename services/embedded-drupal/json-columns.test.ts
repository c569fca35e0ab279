import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { Client, one } from "../conformance/client.ts";
import { loadModelOnBase } from "../model/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import { startEmbeddedDrupal } from "./server.ts";

const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);

test("texts of earlier versions become json, and what doesn't fit is put aside", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "json-"));
  const start = () =>
    startEmbeddedDrupal({ model: loadModelOnBase([toyFile]), dataDir, port: 0, adminPassword: "admin" });
  const signIn = async (url: string, name: string) => {
    const client = new Client(url);
    (await client.login(name, name === "admin" ? "admin" : "secret-word")).is(200);
    return client;
  };
  try {
    const first = await start();
    const platform = await signIn(first.url, "admin");
    const brand = (await platform.create("sw_brand", { name: "Old", modules: ["sw_toy"] })).is(201).id;
    const person = { name: "old", pass: "secret-word", status: true, full_name: "Old", user_type: "internal" };
    (
      await platform.create("user", { ...person, business_roles: ["administrator"] }, { brand: one("sw_brand", brand) })
    ).is(201);
    const admin = await signIn(first.url, "old");
    for (const name of ["a", "b", "c"])
      (await admin.create("sw_saved_view", { name, list: "sw_site", query: { search: name } })).is(201);
    const account = (await admin.create("sw_account", { legal_name: "A", softwhere_id: "A" })).is(201).id;
    const site = (await admin.create("sw_site", { name: "S" }, { account: one("sw_account", account) })).is(201).id;
    for (const material of ["cloth", "wood"])
      (await admin.create("sw_toy", { name: material, material }, { site: one("sw_site", site) })).is(201);
    await first.close();

    // As it was when these were texts.
    const { db, close } = await openDatabase({ dataDir });
    await sql`ALTER TABLE sw_saved_view ALTER COLUMN f_query TYPE text`.execute(db);
    await sql`UPDATE sw_saved_view SET f_query = 'q=1' WHERE f_name = 'b'`.execute(db);
    await sql`UPDATE sw_saved_view SET f_query = '' WHERE f_name = 'c'`.execute(db);
    await sql`ALTER TABLE sw_toy ALTER COLUMN f_making TYPE text`.execute(db);
    await sql`UPDATE sw_toy SET f_making = '{"tree":"oak"}'`.execute(db);
    await close();

    for (const _ of [1, 2]) {
      const again = await start();
      const client = await signIn(again.url, "old");
      (await client.get("/jsonapi/sw_saved_view/sw_saved_view?sort=name")).values("/attributes/query", [
        { search: "a" },
        null,
        null,
      ]);
      (await client.get("/jsonapi/sw_toy/sw_toy?sort=name")).values("/attributes/making", [null, { tree: "oak" }]);
      await again.close();
    }
    const after = await openDatabase({ dataDir });
    const leftover = await sql`SELECT type, field, value FROM core_json_leftover ORDER BY type`.execute(after.db);
    expect(leftover.rows).toEqual([
      { type: "sw_saved_view", field: "query", value: "q=1" },
      { type: "sw_toy", field: "making", value: '{"tree":"oak"}' },
    ]);
    await after.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}, 120_000);
