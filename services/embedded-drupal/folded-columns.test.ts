import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { test } from "vitest";
import { Client, one } from "../conformance/client.ts";
import { loadModelOnBase } from "../model/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import { startEmbeddedDrupal } from "./server.ts";

test("words of earlier versions are found and sorted without accents too", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "folded-"));
  const start = () => startEmbeddedDrupal({ model: loadModelOnBase([]), dataDir, port: 0, adminPassword: "admin" });
  const signIn = async (url: string, name: string) => {
    const client = new Client(url);
    (await client.login(name, name === "admin" ? "admin" : "secret-word")).is(200);
    return client;
  };
  try {
    const first = await start();
    const platform = await signIn(first.url, "admin");
    const brand = (await platform.create("sw_brand", { name: "Old" })).is(201).id;
    const person = { name: "old", pass: "secret-word", status: true, full_name: "Old", user_type: "internal" };
    (
      await platform.create("user", { ...person, business_roles: ["administrator"] }, { brand: one("sw_brand", brand) })
    ).is(201);
    const admin = await signIn(first.url, "old");
    for (const name of ["Zoé", "Œuvre", "École"])
      (await admin.create("sw_account", { legal_name: name, softwhere_id: name })).is(201);
    await first.close();

    // As it was before there was such a column.
    const { db, close } = await openDatabase({ dataDir });
    await sql`ALTER TABLE sw_account DROP COLUMN s_legal_name`.execute(db);
    await close();

    const second = await start();
    const again = await signIn(second.url, "old");
    (await again.get("/jsonapi/sw_account/sw_account?sort=legal_name"))
      .is(200)
      .values("/attributes/legal_name", ["École", "Œuvre", "Zoé"]);
    (
      await again.get(
        "/jsonapi/sw_account/sw_account?filter[legal_name][operator]=CONTAINS&filter[legal_name][value]=oeuv",
      )
    )
      .is(200)
      .values("/attributes/legal_name", ["Œuvre"]);
    await second.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
