import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPlatformModel } from "../../model/index.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/database.ts";
import { resourceTypes } from "../store/resource-type.ts";
import { migrate } from "../store/schema.ts";
import { seconds, sessionKey, SessionStore } from "./session-store.ts";

const types = resourceTypes(loadPlatformModel());
let database: OpenDatabase;
let store: SessionStore;

beforeAll(async () => {
  database = await openDatabase({});
  await migrate(database.db, types);
  store = new SessionStore(database.db, types, "secret");
  await sql`INSERT INTO ${sql.table(types.user.table)} (id, uuid, created, changed, version, f_name, f_status)
    VALUES (70, ${randomUUID()}::uuid, 0, 0, 1, 'Anne', true)`.execute(database.db);
});
afterAll(() => database.close());

const day = 86_400;

it.each([
  ["new", 0, 0, true],
  ["hardly used", day - 60, day, true],
  ["idle", day, day, false],
  ["old", 0, 14 * day - 60, true],
  ["too old", 0, 14 * day, false],
])("a session ends after a day without use, and two weeks after signing in: %s", async (_, unused, age, lives) => {
  const { id } = await store.start(70, "Suite");
  const now = seconds();
  await sql`UPDATE core_session SET seen = ${now - unused}, created = ${now - age} WHERE id = ${sessionKey(id)}`.execute(
    database.db,
  );
  expect((await store.open(70, undefined)).length > 0).toBe(lives);
  expect((await store.find(id)) !== undefined).toBe(lives);
  await store.endOthers(70, undefined);
});

it("a use is noted once in three minutes", async () => {
  const { id } = await store.start(70, null);
  const used = async () => (await store.open(70, undefined))[0]?.used ?? 0;
  const back = (by: number) => sql`UPDATE core_session SET seen = ${seconds() - by}`.execute(database.db);
  await back(170);
  const before = await used();
  await store.find(id);
  expect(await used()).toBe(before);
  await back(190);
  await store.find(id);
  expect(seconds() - (await used())).toBeLessThan(5);
});
