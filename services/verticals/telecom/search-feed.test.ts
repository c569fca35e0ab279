import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { BackendClient } from "../../platform/backend/client.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/database.ts";
import { createTables } from "../../platform/database/tables.ts";
import type { FollowedBrand } from "../../platform/journal/follower.ts";
import { SearchFeed } from "../../base/search/feed.ts";
import { indexTables } from "../../base/search/index/schema.ts";
import { SearchIndex } from "../../base/search/index/search-index.ts";
import { termsOf } from "../../base/search/text.ts";

interface Stored {
  readonly id: string;
  readonly type: string;
  readonly values: Readonly<Record<string, string>>;
}

let database: OpenDatabase;
let index: SearchIndex;
let brandId = "";
let modules: string[] = [];
let rows: Stored[] = [];
let journal: Stored[] = [];

const isVisible = ({ type }: Stored) => type === "sw_account" || modules.includes("sw_telecom");

/** A backend as the service's user has it: rows and entries of a closed module don't exist. */
const backend = {
  get: async () => ({ id: brandId, modules }),
  list: async (type: string) =>
    type === "sw_journal_entry"
      ? [{ id: "last", sequence: journal.findLastIndex(isVisible) + 1 }]
      : rows.filter((row) => row.type === type && isVisible(row)).map(({ id, values }) => ({ id, ...values })),
} as unknown as BackendClient;

const brand = () =>
  ({
    brandId,
    head: journal.length,
    client: async () => backend,
    entriesAfter: async (sequence: number) =>
      journal
        .map((row, at) => ({ sequence: at + 1, subjectType: row.type, subjectId: row.id, row }))
        .filter((entry) => entry.sequence > sequence && isVisible(entry.row)),
  }) as unknown as FollowedBrand;

function write(type: string, values: Stored["values"]): Stored {
  const row = { id: randomUUID(), type, values };
  rows.push(row);
  journal.push(row);
  return row;
}

async function found(text: string): Promise<string[]> {
  const types = ["sw_account", "sw_line"];
  const hits = await index.search({ brand: brandId, permissions: new Set(), accounts: null, types }, termsOf(text), 20);
  return hits.map(({ id }) => id);
}

beforeAll(async () => {
  database = await openDatabase({});
  await createTables(database.db, "search", indexTables);
  index = new SearchIndex(database.db);
});
afterAll(() => database.close());
beforeEach(() => {
  brandId = randomUUID();
  [modules, rows, journal] = [["sw_telecom"], [], []];
});

test("rows written just before a module was closed are found once it is open again", async () => {
  const feed = new SearchFeed(index);
  const account = write("sw_account", { legal_name: "Kervadec" });
  await feed.follow(brand());
  // Nobody had taken these up when the module was closed.
  const line = write("sw_line", { number: "+33639981234", user_name: "Soazig" });
  modules = [];
  const other = write("sw_account", { legal_name: "Kerboul" });
  await feed.follow(brand());
  expect(await found("ker")).toEqual(expect.arrayContaining([account.id, other.id]));
  expect(await found("soazig")).toEqual([]);
  modules = ["sw_telecom"];
  await feed.follow(brand());
  expect(await found("soazig")).toEqual([line.id]);
  expect(await found("06 39 98 12 34")).toEqual([line.id]);
});

test("what a closed module brought leaves the index, and comes back as it is then", async () => {
  const feed = new SearchFeed(index);
  const [kept, gone] = [write("sw_line", { user_name: "Soazig" }), write("sw_line", { user_name: "Soazig" })];
  write("sw_account", { legal_name: "Kervadec" });
  await feed.follow(brand());
  expect(await found("soazig")).toHaveLength(2);
  modules = [];
  await feed.follow(brand());
  expect(await index.size(brandId)).toBe(1);
  rows = rows.filter(({ id }) => id !== gone.id);
  modules = ["sw_telecom"];
  await feed.follow(brand());
  expect(await found("soazig")).toEqual([kept.id]);
});

test("a brand is looked at again without news, as its journal says nothing of its modules", async () => {
  const feed = new SearchFeed(index);
  write("sw_account", { legal_name: "Kervadec" });
  expect(await feed.follow(brand())).toBeGreaterThan(0);
  expect(await feed.follow(brand())).toBeGreaterThan(0);
});
