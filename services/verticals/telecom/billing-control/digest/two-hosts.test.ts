import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Brand, later, ref, resource, until, World } from "../../../../base/notifications/testing/world.ts";
import { postgresPrograms, startPostgres, type TestPostgres } from "../../../../platform/database/testing/postgres.ts";
import { type MailCatcher, startMailCatcher } from "../../../../stand-ins/mail-catcher/mail-catcher.ts";

describe.skipIf(!postgresPrograms)("two hosts of one PostgreSQL server (needs PostgreSQL installed)", () => {
  let postgres: TestPostgres;
  let catcher: MailCatcher;
  let world: World;
  let brand: Brand;
  const hosts: ChildProcess[] = [];
  const start = async () => hosts.push(await world.host([brand], { SW_SERVICES_DATABASE_URL: postgres.url }));

  beforeAll(async () => {
    postgres = await startPostgres(postgresPrograms ?? "");
    catcher = await startMailCatcher();
    world = await World.create(catcher.port);
    brand = await world.brand("SoftWhere", "fr", ["sw_telecom"]);
    const admin = await brand.people.administrator.as();
    const supplier = randomUUID();
    await admin.create("sw_supplier", resource("sw_supplier", { name: "Orange", code: "orange" }, {}, supplier));
    await admin.create(
      "sw_supplier_invoice",
      resource(
        "sw_supplier_invoice",
        { number: "F-7", format: "csv", issued_on: "2026-11-05", total_net: "10", line_count: 1, content_hash: "x" },
        { supplier: ref("sw_supplier", supplier) },
      ),
    );
    const wanted = { kind: "control_digest", console: false, mail: true };
    for (const person of [brand.people.accounting, brand.people.manager, brand.people.administrator])
      await (await person.as()).create(
        "sw_subscription",
        resource("sw_subscription", wanted, { subscriber: ref("user", person.id) }),
      );
  }, 120_000);

  afterAll(async () => {
    for (const host of hosts) host.kill("SIGKILL");
    await world?.close();
    await catcher?.close();
    await postgres?.stop();
  });

  it("send each of a week's mails once, also when one is killed and another comes", { timeout: 240_000 }, async () => {
    await start();
    await start();
    await until("the mails", () => (catcher.mails.length >= 3 ? true : undefined), 90);
    hosts[0]?.kill("SIGKILL");
    await start();
    await later(6_000);
    // One whose sending was cut off may come twice; then its Message-ID says so.
    const sent = new Map(catcher.mails.map(({ messageId, to }) => [messageId, to[0]]));
    expect([...sent.values()].sort()).toEqual(
      [brand.people.accounting, brand.people.administrator, brand.people.manager].map(({ mail }) => mail).sort(),
    );
  });
});
