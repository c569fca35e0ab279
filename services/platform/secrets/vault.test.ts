import { randomBytes, randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../database/database.ts";
import { createTables } from "../database/tables.ts";
import { SealingKeys, Unopened } from "./keys.ts";
import { Secret } from "./secret.ts";
import { secretsTable, Vault } from "./vault.ts";

const key = (name: string) => `${name}:${randomBytes(32).toString("base64")}`;
const [older, newer] = [key("2025"), key("2026")];
const token = "tok-4f1c9d2e7a";
const place = () => ({ brand: randomUUID(), owner: randomUUID(), name: "token" });

let database: OpenDatabase;
const vault = (keys: string) => new Vault(database.db, "vault", new SealingKeys(keys));

beforeAll(async () => {
  database = await openDatabase({});
  await createTables(database.db, "vault", [secretsTable]);
});
afterAll(() => database.close());

test("a secret comes back to whoever has the key, and lies sealed", async () => {
  const at = place();
  await vault(older).put(at, new Secret(token));
  expect((await vault(older).get(at))?.reveal()).toBe(token);
  expect(await vault(older).names(at.brand, at.owner)).toEqual(["token"]);
  expect(await vault(older).get({ ...at, name: "other" })).toBeUndefined();
  const { rows } = await sql<{ row: string }>`SELECT secrets::text AS row FROM vault.secrets`.execute(database.db);
  const hex = Buffer.from(token).toString("hex");
  for (const { row } of rows) {
    expect(row).not.toContain(token);
    expect(row).not.toContain(hex);
  }
  await vault(older).forget(at.brand, at.owner);
  expect(await vault(older).get(at)).toBeUndefined();
});

test("a row moved to another brand, or changed, does not open", async () => {
  const at = place();
  const stolen = place();
  await vault(older).put(at, new Secret(token));
  await sql`UPDATE vault.secrets SET brand = ${stolen.brand} WHERE brand = ${at.brand}`.execute(database.db);
  await expect(vault(older).get({ ...at, brand: stolen.brand })).rejects.toThrow(Unopened);
  await sql`DELETE FROM vault.secrets`.execute(database.db);
});

test("keys are changed with everybody at work", async () => {
  const at = place();
  await vault(older).put(at, new Secret(token));
  // Hosts with both keys read what either sealed, and seal with the new one.
  const both = vault(`${newer},${older}`);
  expect((await both.get(at))?.reveal()).toBe(token);
  expect(await both.sealAnew()).toBe(1);
  expect(await both.sealAnew()).toBe(0);
  expect((await vault(newer).get(at))?.reveal()).toBe(token);
  // The old key alone says which one is missing, and nothing of the secret.
  const failed = await vault(older)
    .get(at)
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Unopened);
  expect(String(failed)).toContain('"2026"');
  expect(String(failed)).not.toContain(token);
});

test("more than one round is sealed anew, and what was written meanwhile stays", async () => {
  await sql`DELETE FROM vault.secrets`.execute(database.db);
  const places = Array.from({ length: 250 }, place);
  for (const [index, at] of places.entries()) await vault(older).put(at, new Secret(`${token}-${index}`));
  const both = vault(`${newer},${older}`);
  const [first] = places;
  if (!first) throw new Error("no place");
  const [count] = await Promise.all([both.sealAnew(), both.put(first, new Secret("fresh"))]);
  expect(count).toBeGreaterThanOrEqual(249);
  expect((await vault(newer).get(first))?.reveal()).toBe("fresh");
  expect((await vault(newer).get(places[249] ?? first))?.reveal()).toBe(`${token}-249`);
});

test("a secret is never shown: printed, in JSON as logs are or in a message", () => {
  const secret = new Secret(token);
  for (const text of [String(secret), JSON.stringify({ secret }), inspect({ deep: { secret } }, { depth: 9 })])
    expect(text).not.toContain(token);
});

test("unusable keys are refused by what they lack, without being shown", () => {
  expect(() => new SealingKeys("short:YWJj")).toThrow("32 bytes");
  expect(() => new SealingKeys("short:YWJj")).not.toThrow("YWJj");
  expect(() => new SealingKeys(`${older},${older}`)).toThrow("one name");
  expect(() => new SealingKeys("")).toThrow("name:base64");
});
