import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresPrograms, startPostgres, type TestPostgres } from "../../platform/database/testing/postgres.ts";
import { type MailCatcher, startMailCatcher } from "../../stand-ins/mail-catcher/mail-catcher.ts";
import { assign, bell, type Brand, later, until, World } from "./testing/world.ts";

describe.skipIf(!postgresPrograms)("two hosts of one PostgreSQL server (needs PostgreSQL installed)", () => {
  let postgres: TestPostgres;
  let catcher: MailCatcher;
  let world: World;
  let brand: Brand;
  const hosts: ChildProcess[] = [];

  const start = async () => {
    const host = await world.host([brand], { SW_SERVICES_DATABASE_URL: postgres.url });
    hosts.push(host);
    return host;
  };
  const kill = (host: ChildProcess) => {
    const gone = new Promise((resolve) => host.once("exit", resolve));
    host.kill("SIGKILL");
    return gone;
  };

  beforeAll(async () => {
    postgres = await startPostgres(postgresPrograms ?? "");
    catcher = await startMailCatcher();
    world = await World.create(catcher.port);
    brand = await world.brand("SoftWhere");
  }, 120_000);

  afterAll(async () => {
    for (const host of hosts) host.kill("SIGKILL");
    await world?.close();
    await catcher?.close();
    await postgres?.stop();
  });

  it("do nothing twice, and lose nothing when either is killed", { timeout: 240_000 }, async () => {
    const person = brand.people.support_n1;
    const titles: string[] = [];
    const give = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const title = `Tâche ${titles.length}`;
        titles.push(title);
        await assign(brand, title, person);
        await later(150);
      }
    };
    let [first, second] = [await start(), await start()];
    await give(6);
    await kill(first);
    await give(6);
    first = await start();
    await give(4);
    await kill(second);
    second = await start();
    await give(4);
    // One run of one person of one kind is one notification: what is told is counted, not how often.
    const told = async () => {
      const rows = (await bell(person)).filter(({ kind }) => kind === "task_assigned");
      return rows.reduce((sum, row) => sum + (row.subject_count ?? 0), 0);
    };
    await until("everything is told", async () => (await told()) >= titles.length || undefined, 60);
    const rows = (await bell(person)).filter(({ kind }) => kind === "task_assigned");
    const idOf = (messageId: string) => messageId.slice(1, messageId.indexOf("@"));
    await until(
      "every mail",
      () => rows.every(({ id }) => catcher.mails.some((mail) => idOf(mail.messageId) === id)) || undefined,
      60,
    );
    await later(3_000);
    expect(await told()).toBe(titles.length);
    // A mail whose sending was cut off by the kill may come again, under the same Message-ID; no other does.
    const counts = rows.map(({ id }) => catcher.mails.filter((mail) => idOf(mail.messageId) === id).length);
    expect(counts.filter((count) => count > 1).length).toBeLessThanOrEqual(2);
    expect(new Set(catcher.mails.map((mail) => idOf(mail.messageId))).size).toBe(rows.length);
  });
});
