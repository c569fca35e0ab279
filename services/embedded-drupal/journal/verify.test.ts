import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPlatformModel } from "../../model/index.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/database.ts";
import { migrate } from "../store/schema.ts";
import { createFirstAdministrator } from "../session/first-start.ts";
import { resourceTypes } from "../store/resource-type.ts";
import { entryHash, firstHash } from "./canonical.ts";
import { type Head, verifyJournal } from "./verify.ts";

const types = resourceTypes(loadPlatformModel());
const brands = [1, 2];
const length = 60;
let database: OpenDatabase;

/** Chains as the server writes them, for as many entries as asked. */
async function writeChains(count: number): Promise<void> {
  const { db } = database;
  for (const brand of brands) {
    await sql`INSERT INTO sw_brand (id, uuid, created, changed, version, f_name) VALUES (${brand}, ${randomUUID()}::uuid, 1, 1, 1, ${`Brand ${brand}`}) ON CONFLICT DO NOTHING`.execute(
      db,
    );
  }
  const ends = new Map<number, Head>(brands.map((brand) => [brand, { sequence: 0, hash: firstHash }]));
  for (let written = 0; written < count; written += 5000) {
    const rows = Array.from({ length: Math.min(5000, count - written) }, (_, index) => {
      const brand = brands[(written + index) % brands.length] ?? 1;
      const end = ends.get(brand) ?? { sequence: 0, hash: firstHash };
      const content = {
        account: null,
        actor: null,
        actor_name: "Anne",
        cause: "user",
        changes: [{ field: "name", from: "a/é", to: String(index) }],
        occurred_at: 1_700_000_000 + index,
        operation: "update",
        request_id: `r${index}`,
        sequence: end.sequence + 1,
        subject_id: randomUUID(),
        subject_label: index % 3 === 0 ? null : "<L>",
        subject_type: "sw_supplier",
        subject_version: 2,
        undoes: index % 7 === 0 ? `r${index - 1}` : undefined,
        view_permission: index % 5 === 0 ? "view margin" : null,
      };
      const hash = entryHash(end.hash, content);
      ends.set(brand, { sequence: content.sequence, hash });
      return { ...content, brand, previous_hash: end.hash, hash, uuid: randomUUID() };
    });
    await sql`INSERT INTO sw_journal_entry (uuid, brand, created, changed, version, f_actor_name, f_cause, f_changes, f_occurred_at, f_operation, f_request_id, f_sequence, f_subject_id, f_subject_label, f_subject_type, f_subject_version, f_undoes, f_view_permission, f_previous_hash, f_hash)
      SELECT x.uuid, x.brand, 1, 1, 1, x.actor_name, x.cause, x.changes, x.occurred_at, x.operation, x.request_id, x.sequence, x.subject_id, x.subject_label, x.subject_type, x.subject_version, x.undoes, x.view_permission, x.previous_hash, x.hash
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(uuid uuid, brand integer, actor_name text, cause text, changes jsonb, occurred_at bigint, operation text, request_id text, sequence bigint, subject_id text, subject_label text, subject_type text, subject_version bigint, undoes text, view_permission text, previous_hash text, hash text)`.execute(
      db,
    );
  }
  for (const [brand, { sequence, hash }] of ends) {
    await sql`INSERT INTO core_journal_head (brand, sequence, hash) VALUES (${brand}, ${sequence}, ${hash}) ON CONFLICT (brand) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash`.execute(
      db,
    );
  }
}

async function findings(expected?: ReadonlyMap<string, Head>): Promise<string[]> {
  const told: string[] = [];
  const { problems } = await verifyJournal(database.db, types, {
    report: (finding) => told.push(finding),
    ...(expected ? { expected } : {}),
  });
  expect(problems).toBe(told.length);
  return told;
}

/** Each statement alone, undone afterwards. */
async function tampered(statement: string): Promise<string[]> {
  await sql`BEGIN`.execute(database.db);
  try {
    await sql.raw(statement).execute(database.db);
    return await findings();
  } finally {
    await sql`ROLLBACK`.execute(database.db);
  }
}

beforeAll(async () => {
  database = await openDatabase({});
  await migrate(database.db, types);
  await createFirstAdministrator(database.db, types, "admin");
  await writeChains(length * brands.length);
});

afterAll(() => database.close());

const at = (sequence: number) => `brand = 1 AND f_sequence = ${sequence}`;
const kinds: Readonly<Record<string, (sequence: number) => string>> = {
  "an edited change": (n) =>
    `UPDATE sw_journal_entry SET f_changes = '[{"field":"name","from":"a/é","to":"forged"}]' WHERE ${at(n)}`,
  "a note beside a change": (n) =>
    `UPDATE sw_journal_entry SET f_changes = '[{"field":"name","from":"a/é","to":"1","note":"x"}]' WHERE ${at(n)}`,
  "changes that are no list": (n) => `UPDATE sw_journal_entry SET f_changes = '{"field":"name"}' WHERE ${at(n)}`,
  "another actor's name": (n) => `UPDATE sw_journal_entry SET f_actor_name = 'Bruno' WHERE ${at(n)}`,
  "another actor": (n) => `UPDATE sw_journal_entry SET f_actor = (SELECT id FROM core_user LIMIT 1) WHERE ${at(n)}`,
  "another time": (n) => `UPDATE sw_journal_entry SET f_occurred_at = f_occurred_at - 1 WHERE ${at(n)}`,
  "another object": (n) => `UPDATE sw_journal_entry SET f_subject_id = '${randomUUID()}' WHERE ${at(n)}`,
  "another cause": (n) => `UPDATE sw_journal_entry SET f_cause = 'rule' WHERE ${at(n)}`,
  "another request that is taken back": (n) => `UPDATE sw_journal_entry SET f_undoes = 'other' WHERE ${at(n)}`,
  "a needed permission taken away": (n) =>
    `UPDATE sw_journal_entry SET f_view_permission = CASE WHEN f_view_permission IS NULL THEN 'x' END WHERE ${at(n)}`,
  "a deleted entry": (n) => `DELETE FROM sw_journal_entry WHERE ${at(n)}`,
  "an entry of another brand": (n) => `UPDATE sw_journal_entry SET brand = 2 WHERE ${at(n)}`,
  "two entries in each other's place": (n) =>
    `UPDATE sw_journal_entry SET f_sequence = CASE f_sequence WHEN ${n} THEN ${n === length ? n - 1 : n + 1} ELSE ${n} END WHERE brand = 1 AND f_sequence IN (${n}, ${n === length ? n - 1 : n + 1})`,
  "rows in another order": (n) => `UPDATE sw_journal_entry SET id = id + 1000000 WHERE ${at(n === length ? n - 1 : n)}`,
  "a doubled entry": (n) =>
    `INSERT INTO sw_journal_entry SELECT (e.r).* FROM (SELECT jsonb_populate_record(j, jsonb_build_object('id', 5000000, 'uuid', '${randomUUID()}')) AS r FROM sw_journal_entry j WHERE ${at(n)}) e`,
  "a cut end": (n) => `DELETE FROM sw_journal_entry WHERE brand = 1 AND f_sequence >= ${n}`,
  "another hash": (n) => `UPDATE sw_journal_entry SET f_hash = repeat('0', 64) WHERE ${at(n)}`,
  "another previous hash": (n) => `UPDATE sw_journal_entry SET f_previous_hash = repeat('f', 64) WHERE ${at(n)}`,
};

describe("verifyJournal", () => {
  it("finds nothing in what was written", async () => {
    expect(await findings()).toEqual([]);
  });

  describe.each(Object.keys(kinds))("finds %s", (kind) => {
    it.each([1, 2, 17, length - 1, length])("at entry %i", async (sequence) => {
      expect(await tampered(kinds[kind]?.(sequence) ?? "")).not.toEqual([]);
    });
  });

  it("finds a missing or moved head, and entries that nobody counted", async () => {
    expect(await tampered("DELETE FROM core_journal_head WHERE brand = 1")).toEqual([
      "brand 1 (Brand 1): its stored head is gone",
    ]);
    expect(await tampered("UPDATE core_journal_head SET sequence = sequence - 1 WHERE brand = 1")).not.toEqual([]);
    expect(await tampered("UPDATE core_journal_head SET hash = repeat('0', 64) WHERE brand = 1")).not.toEqual([]);
  });

  it("finds with a head noted outside what was rewritten together with the stored head", async () => {
    const { heads } = await verifyJournal(database.db, types, { report: () => {} });
    expect(await findings(heads)).toEqual([]);
    await sql`BEGIN`.execute(database.db);
    await sql.raw(`DELETE FROM sw_journal_entry WHERE brand = 1 AND f_sequence > 50`).execute(database.db);
    await sql
      .raw(
        `UPDATE core_journal_head SET sequence = 50, hash = (SELECT f_hash FROM sw_journal_entry WHERE ${at(50)}) WHERE brand = 1`,
      )
      .execute(database.db);
    expect(await findings()).toEqual([]);
    expect(await findings(heads)).toEqual([
      expect.stringMatching(/entry 60, which was noted outside, is missing \(truncated\)$/),
    ]);
    await sql`ROLLBACK`.execute(database.db);
  });

  it("reads a long journal in parts", async () => {
    const count = 12_000;
    await sql`DELETE FROM sw_journal_entry`.execute(database.db);
    await writeChains(count);
    const { entries, problems } = await verifyJournal(database.db, types, { report: () => {} });
    expect({ entries, problems }).toEqual({ entries: count, problems: 0 });
  }, 60_000);
});
