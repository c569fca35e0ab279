import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../../../platform/database/database.ts";
import { createTables } from "../../../platform/database/tables.ts";
import { postgresPrograms, startPostgres, type TestPostgres } from "../../../platform/database/testing/postgres.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import { pennylane } from "../adapters/pennylane/pennylane.ts";
import type { Billing } from "../capabilities/billing.ts";
import { type Connected, ConnectorRegistry } from "../registry.ts";
import { CallJournal, mostWaiting } from "./call-journal.ts";
import { type CallOwner, Calls, callTables, daysKept, type NewCall } from "./calls.ts";
import { duringAction } from "./during-action.ts";

const token = "tok-4f1c9d2e7a";
const vendor = simulator({ tokens: { [token]: 10_000 } });
const create = "POST /api/external/v2/company_customers";
const customer = (reference: string) => ({
  kind: "company" as const,
  name: "Menuiserie Tanguy",
  reference,
  registration: "552100554",
  emails: ["compta@tanguy.example"],
  address: "3 rue du Port",
  postalCode: "29200",
  city: "Brest",
  country: "FR",
});

let listening: Listening;
const open: Connected[] = [];
beforeAll(async () => {
  listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
});
afterEach(async () => {
  vendor.faults.clear();
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => listening.close());

/** A way to the simulator whose calls are written down there. */
function billing(journal: CallJournal, owner: CallOwner, more: object = {}): Required<Billing> {
  const registry = new ConnectorRegistry([pennylane], { wait: async () => undefined });
  const connection = { adapter: "pennylane", secret: token, origin: listening.url, inside: true, timeout: 1_000 };
  const connected = registry.connect({ ...connection, watch: journal.of(owner), ...more });
  open.push(connected);
  return connected.offers["billing"] as Required<Billing>;
}
const ownerOf = (brand: string = randomUUID()): CallOwner => ({ brand, connection: randomUUID() });

describe.each(["embedded", ...(postgresPrograms ? ["PostgreSQL"] : [])])("in the %s database", (kind) => {
  let server: TestPostgres | undefined;
  let database: OpenDatabase;
  let calls: Calls;
  beforeAll(async () => {
    if (kind !== "embedded" && postgresPrograms) server = await startPostgres(postgresPrograms);
    database = await openDatabase(server ? { databaseUrl: server.url } : {});
    for (const _ of [1, 2]) await createTables(database.db, "connectors", callTables);
    calls = new Calls(database.db);
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  it("every request is there with its answer, by whom and for which action, and nobody's data", async () => {
    const journal = new CallJournal(calls);
    const owner = ownerOf();
    const [action, reference] = [randomUUID(), randomUUID()];
    const way = billing(journal, owner);
    await way.prove();
    vendor.faults.add({ kind: "error", on: "GET /api/external/v2/customers" });
    await duringAction(action, async () => {
      await way.findCustomer(reference);
      await way.createCustomer(customer(reference));
    });
    vendor.faults.add({ kind: "drop", on: create });
    await way.createCustomer(customer("r-2"));
    await way.createCustomer({ ...customer("r-3"), name: "" });
    await journal.close();

    const { calls: page, hasMore } = await calls.page(owner, {});
    expect(page.toReversed().map(({ method, status, failure, action: of }) => [method, status, failure, of])).toEqual([
      ["GET", 200, null, null],
      ["GET", 500, null, action],
      ["GET", 200, null, action],
      ["POST", 201, null, action],
      ["POST", null, "cut", null],
      ["POST", 422, null, null],
    ]);
    expect(hasMore).toBe(false);
    for (const { milliseconds, at } of page) {
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    }
    expect(await calls.lately(owner)).toEqual({ all: 6, refused: 3 });
    const [last] = page;
    const whole = await calls.one(owner.brand, last?.id ?? "");
    expect(whole).toEqual(await calls.last(owner));
    expect(whole?.response).toMatch(/"error": "name: /);
    const { rows } = await sql<{ row: string }>`SELECT calls::text AS row FROM connectors.calls
      WHERE brand = ${owner.brand}::uuid`.execute(database.db);
    expect(rows).toHaveLength(6);
    for (const { row } of rows) expect(row).not.toMatch(/tok-|Tanguy|tanguy|rue du|Brest|29200|552100554/);
    expect(rows.filter(({ row }) => row.includes(reference))).toHaveLength(3);
  });

  it("is found by beginnings of its path, its references, its status; refused only; page by page", async () => {
    const owner = ownerOf();
    const journal = new CallJournal(calls);
    const way = billing(journal, owner);
    for (let index = 0; index < 3; index += 1) await way.createCustomer(customer(`SW-F-26-0881${index}`));
    await way.createCustomer({ ...customer("SW-F-27-1"), name: "" });
    await way.listProducts();
    await journal.close();
    const found = async (search: string, more: object = {}) =>
      (await calls.page(owner, { search, ...more })).calls.map(({ status }) => status);
    expect(await found("sw-f-26")).toEqual([201, 201, 201]);
    expect(await found("SW-F-26-08812")).toEqual([201]);
    expect(await found("422")).toEqual([422]);
    expect(await found("/api/external/v2/company_customers SW-F-27")).toEqual([422]);
    expect(await found("prod")).toEqual([200]);
    expect(await found("nothing")).toEqual([]);
    for (const odd of ["'", "\\", "a' | 'b", "!x", "%", "•", "  ", "a:*", "()"])
      expect(await found(odd)).toBeInstanceOf(Array);
    expect(await found("", { refusedOnly: true })).toEqual([422]);
    expect(await found("prod", { refusedOnly: true })).toEqual([]);

    const [{ id = "" } = {}] = (await calls.page(owner, {})).calls;
    const one = await calls.one(owner.brand, id);
    if (!one) throw new Error("no call");
    const many = Array.from({ length: 120 }, (_, index): NewCall => {
      const path = `/many/${index}`;
      return { ...one, ...owner, id: randomUUID(), path, refused: false, terms: ["many", `n${index}`] };
    });
    await calls.add(many);
    await calls.add(many.slice(0, 3));
    const paths: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await calls.page(owner, { search: "many", after });
      paths.push(...page.calls.map(({ path }) => path));
      if (!page.hasMore) break;
      after = page.calls.at(-1)?.id;
    }
    expect(paths).toEqual(many.map(({ path }) => path).toReversed());
  });

  it("is a brand's own: whoever else asks finds nothing, not even with an id", async () => {
    const [ours, theirs] = [ownerOf(), ownerOf()];
    const journal = new CallJournal(calls);
    await billing(journal, ours).prove();
    await billing(journal, theirs).prove();
    await journal.close();
    const [mine] = (await calls.page(ours, {})).calls;
    const [foreign] = (await calls.page(theirs, {})).calls;
    expect(mine?.id).not.toBe(foreign?.id);
    expect(await calls.one(ours.brand, foreign?.id ?? "")).toBeUndefined();
    expect((await calls.page(ours, { after: foreign?.id })).calls).toEqual([]);
    expect(await calls.last(ownerOf())).toBeUndefined();
    expect((await calls.page({ ...ours, connection: theirs.connection }, {})).calls).toEqual([]);
  });

  it("is kept for ninety days", async () => {
    const owner = ownerOf();
    const journal = new CallJournal(calls);
    await billing(journal, owner).prove();
    await journal.close();
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await calls.forget(later(daysKept - 1))).toBe(false);
    expect((await calls.page(owner, {})).calls).toHaveLength(1);
    expect(await calls.forget(later(daysKept + 1))).toBe(false);
    expect((await calls.page(owner, {})).calls).toEqual([]);
  });
});

test("a database that doesn't answer delays no call, and what waits for it is bounded", async () => {
  const taken: number[] = [];
  let answer: (() => void) | undefined;
  const journal = new CallJournal({
    add: async (batch) => {
      taken.push(batch.length);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    },
  });
  const way = billing(journal, ownerOf());
  const started = Date.now();
  expect(await way.prove()).toMatchObject({ ok: true });
  await expect.poll(() => taken).toEqual([1]);
  for (let index = 0; index < 40; index += 1) await Promise.all(Array.from({ length: 30 }, () => way.prove()));
  expect(journal.health).toEqual({ waiting: mostWaiting, leftOut: 201 });
  expect(taken).toEqual([1]);
  expect(Date.now() - started).toBeLessThan(20_000);
  answer?.();
  await expect.poll(() => taken.length).toBe(2);
  const closing = Date.now();
  await journal.close();
  expect(Date.now() - closing).toBeLessThan(4_000);
});

test("a database that refuses is asked again, and fails no call", async () => {
  let isAway = true;
  const kept: NewCall[] = [];
  const journal = new CallJournal({
    add: async (batch) => {
      if (isAway) throw new Error("away");
      kept.push(...batch);
    },
  });
  const way = billing(journal, ownerOf());
  expect(await way.prove()).toMatchObject({ ok: true });
  await journal.close();
  expect([journal.health.waiting, kept.length]).toEqual([1, 0]);
  isAway = false;
  await way.prove();
  await journal.close();
  expect([journal.health.waiting, kept.length]).toEqual([0, 2]);
});
