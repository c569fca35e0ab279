import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPlatformModel } from "../../model/index.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/database.ts";
import type { Refusal } from "../problem/refusal.ts";
import { JournalHeads } from "./journal-heads.ts";
import { resourceTypes } from "./resource-type.ts";
import { migrate } from "./schema.ts";

const types = resourceTypes(loadPlatformModel());
const gone = new AbortController().signal;
let database: OpenDatabase;

beforeAll(async () => {
  database = await openDatabase({});
  await migrate(database.db, types);
});
afterAll(() => database.close());

const addBrand = () =>
  sql`INSERT INTO ${sql.table(types.brand.table)} (uuid, created, changed, version) VALUES (${randomUUID()}::uuid, 0, 0, 1)`.execute(
    database.db,
  );

it("wakes who waits once a change is told, and nobody for no change", async () => {
  const heads = new JournalHeads(database.db, types, { others: false });
  const { mark } = await heads.read();
  const waiting = heads.after(mark, 20, { user: 1, gone });
  heads.changed();
  await addBrand();
  heads.changed();
  expect((await waiting).mark).not.toBe(mark);
});

it("sees what another process has written", async () => {
  const heads = new JournalHeads(database.db, types, { others: true });
  const { mark } = await heads.read();
  const waiting = heads.after(mark, 20, { user: 1, gone });
  await addBrand();
  expect((await waiting).mark).not.toBe(mark);
});

it("waits for at most twenty reads of a user, who get their place back", async () => {
  const heads = new JournalHeads(database.db, types, { others: false });
  const { mark } = await heads.read();
  const left = new AbortController();
  const waiting = Array.from({ length: 20 }, () => heads.after(mark, 20, { user: 1, gone: left.signal }));
  await expect(Promise.all(waiting.map(() => heads.after(mark, 20, { user: 1, gone })))).rejects.toMatchObject({
    status: 429,
    headers: { "Retry-After": "1" },
  } satisfies Partial<Refusal>);
  expect((await heads.after(mark, 0, { user: 1, gone })).mark).toBe(mark);
  const other = heads.after(mark, 20, { user: 2, gone });
  left.abort();
  expect(new Set((await Promise.all(waiting)).map((read) => read.mark))).toEqual(new Set([mark]));
  const again = heads.after(mark, 20, { user: 1, gone });
  heads.close();
  expect((await other).mark).toBe(mark);
  expect((await again).mark).toBe(mark);
});
