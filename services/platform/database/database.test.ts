import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "./database.ts";

const dataDir = mkdtempSync(join(tmpdir(), "sw-database-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const words = async ({ db }: OpenDatabase) =>
  (await sql<{ name: string }>`SELECT relname AS name FROM pg_class WHERE relname = 'word'`.execute(db)).rows.length;

test("each embedded database begins empty and keeps its own, in memory and in a folder", async () => {
  const first = await openDatabase({});
  await sql`CREATE TABLE word (text text)`.execute(first.db);
  const second = await openDatabase({});
  const kept = await openDatabase({ dataDir });
  expect([await words(first), await words(second), await words(kept)]).toEqual([1, 0, 0]);
  await sql`CREATE TABLE word (text text)`.execute(kept.db);
  for (const database of [first, second, kept]) await database.close();

  const again = await openDatabase({ dataDir });
  expect(await words(again)).toBe(1);
  expect(existsSync(join(dataDir, "pgdata.new"))).toBe(false);
  await again.close();
});

test("what databases begin with is made once, and again where it is another", async () => {
  let made = 0;
  const begin = async (of: string, place?: string) => {
    const make = async (db: OpenDatabase["db"]) => {
      made += 1;
      await sql`CREATE TABLE word AS SELECT ${of} AS text`.execute(db);
    };
    const database = await openDatabase({ beginning: { of, make }, ...(place && { dataDir: place }) });
    const { rows } = await sql<{ text: string }>`SELECT text FROM word`.execute(database.db);
    await database.close();
    return rows.map(({ text }) => text);
  };
  const [one, other] = [`one ${dataDir}`, `other ${dataDir}`];
  expect(await begin(one)).toEqual([one]);
  expect(await begin(one)).toEqual([one]);
  expect(made).toBe(1);
  expect(await begin(other, join(dataDir, "other"))).toEqual([other]);
  expect(await begin(other, join(dataDir, "another"))).toEqual([other]);
  expect(made).toBe(2);
  // What lies in a folder already begins with itself.
  expect(await begin(one, join(dataDir, "another"))).toEqual([other]);
  expect(made).toBe(2);
});
