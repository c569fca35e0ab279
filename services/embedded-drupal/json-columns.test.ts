import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { one } from "../conformance/client.ts";
import { withInstallation } from "./testing/earlier-version.ts";

const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);

test(
  "texts of earlier versions become json, and what doesn't fit is put aside",
  () =>
    withInstallation([toyFile], { modules: ["sw_toy"] }, async ({ first, start, database }) => {
      for (const name of ["a", "b", "c"])
        (await first.admin.create("sw_saved_view", { name, list: "sw_site", query: { search: name } })).is(201);
      const account = (await first.admin.create("sw_account", { legal_name: "A", softwhere_id: "A" })).is(201).id;
      const site = (await first.admin.create("sw_site", { name: "S" }, { account: one("sw_account", account) })).is(
        201,
      ).id;
      for (const material of ["cloth", "wood"])
        (await first.admin.create("sw_toy", { name: material, material }, { site: one("sw_site", site) })).is(201);
      await first.close();

      // As it was when these were texts.
      const { db, close } = await database();
      await sql`ALTER TABLE sw_saved_view ALTER COLUMN f_query TYPE text`.execute(db);
      await sql`UPDATE sw_saved_view SET f_query = 'q=1' WHERE f_name = 'b'`.execute(db);
      await sql`UPDATE sw_saved_view SET f_query = '' WHERE f_name = 'c'`.execute(db);
      await sql`ALTER TABLE sw_toy ALTER COLUMN f_making TYPE text`.execute(db);
      await sql`UPDATE sw_toy SET f_making = '{"tree":"oak"}'`.execute(db);
      await close();

      for (const _ of [1, 2]) {
        const again = await start();
        (await again.admin.get("/jsonapi/sw_saved_view/sw_saved_view?sort=name")).values("/attributes/query", [
          { search: "a" },
          null,
          null,
        ]);
        (await again.admin.get("/jsonapi/sw_toy/sw_toy?sort=name")).values("/attributes/making", [
          null,
          { tree: "oak" },
        ]);
        await again.close();
      }
      const after = await database();
      const leftover = await sql`SELECT type, field, value FROM core_json_leftover ORDER BY type`.execute(after.db);
      expect(leftover.rows).toEqual([
        { type: "sw_saved_view", field: "query", value: "q=1" },
        { type: "sw_toy", field: "making", value: '{"tree":"oak"}' },
      ]);
      await after.close();
    }),
  120_000,
);
