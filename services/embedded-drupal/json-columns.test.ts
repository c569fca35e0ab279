import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { Client, one } from "../conformance/client.ts";
import { loadPlatformModel } from "../model/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import { startEmbeddedDrupal } from "./server.ts";

test("texts of earlier versions become json, and what doesn't fit is put aside", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "json-"));
  const start = () => startEmbeddedDrupal({ model: loadPlatformModel(), dataDir, port: 0, adminPassword: "admin" });
  const signIn = async (url: string, name: string) => {
    const client = new Client(url);
    (await client.login(name, "admin")).is(200);
    return client;
  };
  try {
    const first = await start();
    const platform = await signIn(first.url, "admin");
    const brand = (await platform.create("sw_brand", { name: "Old", modules: ["sw_telecom"] })).is(201).id;
    const person = { name: "old", pass: "admin", status: true, full_name: "Old", user_type: "internal" };
    (
      await platform.create("user", { ...person, business_roles: ["administrator"] }, { brand: one("sw_brand", brand) })
    ).is(201);
    const admin = await signIn(first.url, "old");
    for (const name of ["a", "b", "c"])
      (await admin.create("sw_saved_view", { name, list: "sw_site", query: { search: name } })).is(201);
    const account = (await admin.create("sw_account", { legal_name: "A", softwhere_id: "A" })).is(201).id;
    const deployment = (await admin.create("sw_deployment", { name: "D" }, { account: one("sw_account", account) })).id;
    for (const kind of ["add_fee", "order_sim"])
      (
        await admin.create(
          "sw_action",
          { kind, idempotency_key: kind },
          { deployment: one("sw_deployment", deployment) },
        )
      ).is(201);
    await first.close();

    // As it was when these were texts.
    const { db, close } = await openDatabase({ dataDir });
    await sql`ALTER TABLE sw_saved_view ALTER COLUMN f_query TYPE text`.execute(db);
    await sql`UPDATE sw_saved_view SET f_query = 'q=1' WHERE f_name = 'b'`.execute(db);
    await sql`UPDATE sw_saved_view SET f_query = '' WHERE f_name = 'c'`.execute(db);
    await sql`ALTER TABLE sw_action ALTER COLUMN f_payload TYPE text`.execute(db);
    await sql`UPDATE sw_action SET f_payload = '{"details":"x"}'`.execute(db);
    await close();

    for (const _ of [1, 2]) {
      const again = await start();
      const client = await signIn(again.url, "old");
      (await client.get("/jsonapi/sw_saved_view/sw_saved_view?sort=name")).values("/attributes/query", [
        { search: "a" },
        null,
        null,
      ]);
      (await client.get("/jsonapi/sw_action/sw_action?sort=kind")).values("/attributes/payload", [
        { details: "x" },
        null,
      ]);
      await again.close();
    }
    const after = await openDatabase({ dataDir });
    const leftover = await sql`SELECT type, field, value FROM core_json_leftover ORDER BY type`.execute(after.db);
    expect(leftover.rows).toEqual([
      { type: "sw_action", field: "payload", value: '{"details":"x"}' },
      { type: "sw_saved_view", field: "query", value: "q=1" },
    ]);
    await after.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}, 120_000);
