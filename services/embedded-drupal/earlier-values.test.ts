import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { test } from "vitest";
import { withInstallation } from "./testing/earlier-version.ts";

const toyFile = fileURLToPath(
  new URL("../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);
const actions = "/jsonapi/sw_action/sw_action";

test("rows of earlier versions keep their values under the new names, once", () =>
  withInstallation([toyFile], { modules: ["sw_toy"] }, async ({ first, start, database }) => {
    const before = [
      ["billing", "add_fee", "planned"],
      ["billing", "create_service", "running"],
      ["toy_shop", "toy_order", "failed"],
      ["toy_shop", "toy_return", "done"],
    ] as const;
    for (const [capability, operation] of before)
      (await first.admin.create("sw_action", { capability, operation, idempotency_key: operation })).is(201);
    await first.close();

    // As it was when an action had a kind, no capability and other states.
    const { db, close } = await database();
    await sql`ALTER TABLE sw_action RENAME COLUMN f_operation TO f_kind`.execute(db);
    await sql`ALTER TABLE sw_action DROP COLUMN f_capability`.execute(db);
    for (const [, kind, status] of before)
      await sql`UPDATE sw_action SET f_status = ${status} WHERE f_kind = ${kind}`.execute(db);
    await close();

    const second = await start();
    const there = (await second.admin.get(`${actions}?sort=idempotency_key`))
      .is(200)
      .values("/attributes/operation", ["add_fee", "create_service", "toy_order", "toy_return"])
      .values("/attributes/capability", ["billing", "billing", "toy_shop", "toy_shop"])
      .values("/attributes/status", ["ready", "in_progress", "rejected_by_vendor", "done"])
      .values("/attributes/version", [1, 1, 1, 1]);
    (await second.admin.update("sw_action", String(there.at("/data/0/id")), { status: "submitted" })).is(200);
    await second.close();

    const third = await start();
    (await third.admin.get(`${actions}?sort=idempotency_key`)).values("/attributes/status", [
      "submitted",
      "in_progress",
      "rejected_by_vendor",
      "done",
    ]);
    await third.close();
  }));
