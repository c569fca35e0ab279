import { describe, expect, test } from "vitest";
import type { JournalChange } from "../../../platform/backend/outbox.ts";
import { eventsOf } from "./event.ts";

const entry = (change: Partial<JournalChange>): JournalChange => ({
  sequence: 7,
  operation: "update",
  subjectType: "sw_account",
  subjectId: "a",
  accountId: "a",
  requestId: "r",
  actorId: "u",
  actorName: "Anne",
  subjectLabel: "Kervadec",
  occurredAt: "2026-03-01T10:00:00+00:00",
  viewPermission: null,
  changes: [],
  ...change,
});
const kinds = (change: Partial<JournalChange>) => eventsOf(entry(change)).map(({ kind }) => kind);

describe("what an entry means to people", () => {
  test("the named field, changed to something else", () => {
    expect(kinds({ changes: [{ field: "status", from: "active", to: "suspended" }] })).toEqual(["account_status"]);
    expect(kinds({ changes: [{ field: "city", from: "Brest", to: "Rennes" }] })).toEqual([]);
    expect(kinds({ operation: "create", changes: [{ field: "status", from: null, to: "active" }] })).toEqual([]);
    expect(kinds({ operation: "delete", changes: [{ field: "status", from: "active", to: null }] })).toEqual([]);
  });
  test("a task that is created with its person, given to another, taken away", () => {
    const task = (operation: "create" | "update", from: string | null, to: string | null) =>
      kinds({ subjectType: "sw_task", operation, changes: [{ field: "assignee", from, to }] });
    expect(task("create", null, "u2")).toEqual(["task_assigned"]);
    expect(task("update", "u1", "u2")).toEqual(["task_assigned"]);
    expect(task("update", "u1", null)).toEqual([]);
  });
  test("a row that is created makes one event, though the journal has an entry per permission", () => {
    const made = { subjectType: "sw_contact", operation: "create" as const };
    expect(kinds(made)).toEqual(["account_contact"]);
    expect(
      kinds({ ...made, viewPermission: "view margin", changes: [{ field: "phone", from: null, to: "+33612345678" }] }),
    ).toEqual([]);
  });
  test("the same entry always has the same key, and no amount gets into the event", () => {
    const [first] = eventsOf(entry({ changes: [{ field: "status", from: "active", to: "closed" }] }));
    expect(first).toMatchObject({ key: "account_status:7", run: "r", value: "closed", permission: null });
    expect(eventsOf(entry({ subjectType: "sw_price", changes: [{ field: "net", from: "1", to: "2" }] }))).toEqual([]);
  });
});
