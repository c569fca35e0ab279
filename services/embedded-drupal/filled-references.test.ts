import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { test } from "vitest";
import { one } from "../conformance/client.ts";
import { withInstallation } from "./testing/earlier-version.ts";

const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);
const anomalies = "/jsonapi/sw_anomaly/sw_anomaly";

test("rows of earlier versions get a reference that was added since, once", () =>
  withInstallation([toyFile], { modules: ["sw_toy"] }, async ({ first, start, database }) => {
    const { admin } = first;
    const account = (await admin.create("sw_account", { legal_name: "A", softwhere_id: "A" })).is(201).id;
    const site = (await admin.create("sw_site", { name: "S" }, { account: one("sw_account", account) })).is(201).id;
    const toy = (await admin.create("sw_toy", { name: "T" }, { site: one("sw_site", site) })).is(201).id;
    const gap = { check: "toy_missing", period_start: "2026-01-01", period_end: "2026-01-31", amount: "1" };
    (await admin.create("sw_anomaly", { ...gap, key: "a" }, { toy: one("sw_toy", toy) })).is(201);
    (await admin.create("sw_anomaly", { ...gap, key: "b" })).is(201);
    await first.close();

    // As it was before there was such a column.
    const { db, close } = await database();
    await sql`ALTER TABLE sw_anomaly DROP COLUMN f_account`.execute(db);
    await close();

    const second = await start();
    (await second.admin.get(`${anomalies}?sort=key`))
      .is(200)
      .has("/data/0/relationships/account/data/id", account)
      .has("/data/1/relationships/account/data", null);
    (await second.admin.create("sw_anomaly", { ...gap, key: "c" }, { toy: one("sw_toy", toy) })).is(201);
    await second.close();

    const third = await start();
    (await third.admin.get(`${anomalies}?filter[key]=c`)).has("/data/0/relationships/account/data", null);
    await third.close();
  }));
