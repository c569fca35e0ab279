import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../../../platform/database/database.ts";
import type { Event } from "../events/event.ts";
import { createTables } from "../../../platform/database/tables.ts";
import { PendingEvents } from "./pending.ts";
import { tables } from "./schema.ts";

const pace = { quiet: 3_000, longest: 60_000 };
let database: OpenDatabase;
let pending: PendingEvents;

beforeAll(async () => {
  database = await openDatabase({});
  await createTables(database.db, "notifications", tables);
  pending = new PendingEvents(database.db);
});

afterAll(() => database.close());

const event = (order: number, change: Partial<Event> = {}): Event => ({
  key: `account_contact:${order}`,
  kind: "account_contact",
  run: "bulk",
  order,
  subjectType: "sw_contact",
  subjectId: randomUUID(),
  subjectLabel: "Le Bœuf",
  value: null,
  accountId: null,
  actorId: "anne",
  actorName: "Anne",
  permission: null,
  occurredAt: "2026-03-01T10:00:00+00:00",
  ...change,
});

describe("groups", () => {
  test("a run is closed once nothing was added for a while; what comes later is a group of its own", async () => {
    const brand = randomUUID();
    await pending.take(brand, [event(1), event(2)], 2, 1_000);
    await pending.close(brand, 3_000, pace);
    expect(await pending.closed(brand)).toEqual([]);
    await pending.take(brand, [event(3)], 3, 3_500);
    await pending.close(brand, 6_400, pace);
    expect(await pending.closed(brand)).toEqual([]);
    await pending.close(brand, 6_500, pace);
    expect(await pending.closed(brand)).toEqual(["account_contact:1"]);
    await pending.take(brand, [event(4)], 4, 7_000);
    expect((await pending.eventsOf(brand, "account_contact:1")).map(({ order }) => order)).toEqual([1, 2, 3]);
    await pending.close(brand, 10_000, pace);
    expect(await pending.closed(brand)).toEqual(["account_contact:1", "account_contact:4"]);
  });

  test("a run without end is told of after a minute", async () => {
    const brand = randomUUID();
    for (let at = 0; at <= 60; at += 1) await pending.take(brand, [event(at + 1)], at + 1, at * 1_000);
    await pending.close(brand, 59_000, pace);
    expect(await pending.closed(brand)).toEqual([]);
    await pending.close(brand, 60_000, pace);
    expect(await pending.eventsOf(brand, "account_contact:1")).toHaveLength(61);
  });

  test("kinds, runs, people and brands are not mixed", async () => {
    const [brand, other] = [randomUUID(), randomUUID()];
    await pending.take(
      brand,
      [
        event(1),
        event(2, { kind: "account_document" }),
        event(3, { run: "another" }),
        event(4, { actorId: "jules" }),
        event(5, { actorId: null }),
      ],
      5,
      0,
    );
    await pending.take(other, [event(1)], 1, 0);
    await pending.close(brand, 10_000, pace);
    expect(await pending.closed(brand)).toHaveLength(5);
    expect(await pending.closed(other)).toEqual([]);
  });

  test("what was read twice is there once, and what was met is never met again", async () => {
    const brand = randomUUID();
    await pending.take(brand, [event(1)], 1, 0);
    await pending.take(brand, [event(1)], 1, 0);
    const day = event(0, { key: "task_due:x:2026-03-01", run: "due" });
    await pending.takeOnce(brand, [day], 0);
    await pending.close(brand, 10_000, pace);
    for (const batch of await pending.closed(brand)) await pending.finish(brand, batch);
    await pending.takeOnce(brand, [day], 20_000);
    await pending.close(brand, 40_000, pace);
    expect(await pending.closed(brand)).toEqual([]);
    expect(await pending.progress(brand)).toBe(1);
  });
});
