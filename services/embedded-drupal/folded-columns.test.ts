import { sql } from "kysely";
import { test } from "vitest";
import { withInstallation } from "./testing/earlier-version.ts";

test("words of earlier versions are found and sorted without accents too", () =>
  withInstallation([], {}, async ({ first, start, database }) => {
    for (const name of ["Zoé", "Œuvre", "École"])
      (await first.admin.create("sw_account", { legal_name: name, softwhere_id: name })).is(201);
    await first.close();

    // As it was before there was such a column.
    const { db, close } = await database();
    await sql`ALTER TABLE sw_account DROP COLUMN s_legal_name`.execute(db);
    await close();

    const second = await start();
    (await second.admin.get("/jsonapi/sw_account/sw_account?sort=legal_name"))
      .is(200)
      .values("/attributes/legal_name", ["École", "Œuvre", "Zoé"]);
    (
      await second.admin.get(
        "/jsonapi/sw_account/sw_account?filter[legal_name][operator]=CONTAINS&filter[legal_name][value]=oeuv",
      )
    )
      .is(200)
      .values("/attributes/legal_name", ["Œuvre"]);
    await second.close();
  }));
