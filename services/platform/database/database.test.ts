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
