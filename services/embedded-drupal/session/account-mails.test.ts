import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPlatformModel } from "../../model/index.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/database.ts";
import { resourceTypes } from "../store/resource-type.ts";
import { migrate } from "../store/schema.ts";
import { AccountMails } from "./account-mails.ts";
import { seconds } from "./session-store.ts";

const types = resourceTypes(loadPlatformModel());
let database: OpenDatabase;
let mails: AccountMails;

beforeAll(async () => {
  database = await openDatabase({});
  await migrate(database.db, types);
  mails = new AccountMails(database.db, types);
  await sql`INSERT INTO ${sql.table(types.brand.table)} (id, uuid, created, changed, version) VALUES (7, ${randomUUID()}::uuid, 0, 0, 1)`.execute(
    database.db,
  );
  await sql`INSERT INTO ${sql.table(types.user.table)} (id, uuid, created, changed, version, brand, f_name, f_mail, f_status, f_user_type)
    VALUES (70, ${randomUUID()}::uuid, 0, 0, 1, 7, 'Anne', 'anne@example.test', true, 'internal')`.execute(database.db);
});
afterAll(() => database.close());

async function ask(): Promise<string> {
  await mails.ask("ANNE", "192.0.2.7");
  return (await mails.waiting()).at(-1) ?? "";
}

it("a link lives ten minutes from the moment its mail is written, and is kept as a hash", async () => {
  const mail = await mails.take(await ask());
  expect(mail?.recipient.mail).toBe("anne@example.test");
  const token = mail?.token ?? "";
  const kept = await Promise.all(
    ["core_password_reset", "core_account_mail"].map((table) =>
      sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(database.db),
    ),
  );
  expect(
    JSON.stringify(
      kept.map(({ rows }) => rows),
      (_, value) => (typeof value === "bigint" ? Number(value) : value),
    ),
  ).not.toContain(token);
  expect(Number(kept[0]?.rows[0]?.["ends"]) - seconds()).toBeGreaterThan(590);
  for (const [left, lives] of [
    [600, true],
    [1, true],
    [-1, false],
  ] as const) {
    await sql`UPDATE core_password_reset SET ends = ${seconds() + left}`.execute(database.db);
    expect((await mails.accountOf(token)) !== undefined).toBe(lives);
  }
});

it("a mail that nobody could send for an hour is not sent, nor offered", async () => {
  const old = (id: string) =>
    sql`UPDATE core_account_mail SET at = ${seconds() - 3601} WHERE id = ${id}::uuid`.execute(database.db);
  const first = await ask();
  await old(first);
  expect(await mails.take(first)).toBeNull();
  await old(await ask());
  expect(await mails.waiting()).toEqual([]);
});
