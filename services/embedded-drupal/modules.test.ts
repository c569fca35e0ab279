import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { loadModelOnBase } from "../model/index.ts";
import { openDatabase } from "../platform/database/database.ts";
import { Client } from "../conformance/client.ts";
import { startEmbeddedDrupal } from "./server.ts";

const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);

test("brands that were there before modules could be closed keep them all, once", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "modules-"));
  const model = loadModelOnBase([toyFile]);
  const start = () => startEmbeddedDrupal({ model, dataDir, port: 0, adminPassword: "admin" });
  const brands = async (url: string) => {
    const platform = new Client(url);
    (await platform.login("admin", "admin")).is(200);
    return platform;
  };
  try {
    const first = await start();
    (await (await brands(first.url)).create("sw_brand", { name: "Old" })).is(201).has("/data/attributes/modules", []);
    await first.close();
    // As it was before the column.
    const database = await openDatabase({ dataDir });
    await sql`ALTER TABLE sw_brand DROP COLUMN f_modules`.execute(database.db);
    await database.close();
    const second = await start();
    const platform = await brands(second.url);
    (await platform.get("/jsonapi/sw_brand/sw_brand")).is(200).has("/data/0/attributes/modules", ["sw_toy"]);
    (await platform.create("sw_brand", { name: "New" })).is(201);
    await second.close();
    const third = await start();
    const reply = (await (await brands(third.url)).get("/jsonapi/sw_brand/sw_brand?sort=name")).is(200);
    expect(reply.each("/attributes/modules")).toEqual([[], ["sw_toy"]]);
    await third.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}, 120_000);
