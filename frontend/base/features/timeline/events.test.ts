import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import { describe, expect, test } from "vitest";
import { countedAs } from "@/base/editing/things";
import { eventOf, type UndoingRow, undoneOf } from "./events";
import { sentenceOf } from "./event-sentence";

/** Of whatever module has such: things, and periods that are counted as them. */
const periods = Object.keys(recordTypes).flatMap((term) => {
  const counted = countedAs(term);
  return counted ? [{ term, counted, line: counted.target }] : [];
});

let sequence = 0;
const change = (field: string, from: string | null, to: string | null) => ({ field, from, to });
const entry = (type: string, id: string, told: Partial<SwJournalEntry>): SwJournalEntry => {
  sequence += 1;
  return {
    id: `entry-${sequence}`,
    sequence,
    request_id: "run-1",
    occurred_at: "2026-11-05T10:00:00+00:00",
    actor_name: "Anne",
    operation: "update",
    subject_type: type,
    subject_id: id,
    subject_label: id,
    cause: "user",
    ...told,
  } as SwJournalEntry;
};

test("without a kind: what was set, which fields, made, removed", () => {
  const of = (...entries: SwJournalEntry[]) => sentenceOf(eventOf(entries, new Map(), 5), []);
  const named = (name: string) => entry("sw_contact", name, { changes: [change("role", null, "Direction")] });
  expect(of(named("a"), named("b"))).toMatchObject({ kind: "set", fact: { to: "Direction", count: 2 } });
  const other = entry("sw_contact", "b", { changes: [change("role", null, "Achats")] });
  expect(of(named("a"), other)).toMatchObject({ kind: "update", fields: [{ field: "role", count: 2 }] });
  expect(of(entry("sw_contact", "a", { operation: "create", changes: [] }))).toEqual({ kind: "create" });
  expect(of(entry("sw_contact", "a", { operation: "delete", changes: [] }))).toEqual({ kind: "delete" });
});

test("a field that was changed twice went from the first to the last, and not at all where it came back", () => {
  const first = entry("sw_contact", "a", { changes: [change("role", null, "x"), change("phone", "1", "2")] });
  const second = entry("sw_contact", "a", { changes: [change("role", "x", "y"), change("phone", "2", "1")] });
  const { things } = eventOf([second, first], new Map(), 5);
  expect(things[0]?.changes).toMatchObject([{ field: "role", from: null, to: "y" }]);
});

describe.each(periods)("periods that are counted as what they are of: $term", ({ term, counted, line }) => {
  const kinds = [
    { type: line, operation: "update", field: "plan", labelKey: "changed" },
    { type: term, operation: "create", field: "plan", later: true, labelKey: "scheduled" },
  ] as const;

  /** A change of plan as the backends write it: the line, the end of the period that ran, the new one. */
  const planChange = (name: string) => [
    entry(line, name, { changes: [change("plan", `old of ${name}`, "new")] }),
    entry(line, name, { changes: [change("sell_price", "19.9000", "29.9000")], view_permission: "view sell price" }),
    entry(term, `old term of ${name}`, { changes: [change("valid_to", null, "2026-11-04")] }),
    entry(term, `new term of ${name}`, {
      operation: "create",
      changes: [
        change(counted.name, null, name),
        change("plan", null, "new"),
        change("valid_from", null, "2026-11-05"),
      ],
    }),
  ];
  const lines = Array.from({ length: 29 }, (_, index) => `line ${index}`);
  const run = lines.flatMap(planChange).reverse();
  const parents = new Map(lines.map((name) => [`old term of ${name}`, name]));

  test("29 lines of 116 entries are 29 things, in one sentence", () => {
    const event = eventOf(run, parents, 5);
    expect(event.count).toBe(29);
    expect(event.types).toEqual([{ type: line, operation: "update", count: 29 }]);
    expect(event.things).toHaveLength(5);
    expect(event.things[0]?.changes.map(({ field }) => field)).toEqual([
      ...["plan", "sell_price", "valid_to", counted.name, "plan", "valid_from"],
    ]);
    const said = sentenceOf(event, kinds);
    expect(said).toMatchObject({ kind: "told", by: kinds[0], fact: { to: "new", count: 29 } });
  });

  test("what is to come is said as such, what begins today isn't", () => {
    const begun = (day: string) =>
      entry(term, `term ${day}`, {
        operation: "create",
        changes: [change(counted.name, null, "line 1"), change("plan", null, "new"), change("valid_from", null, day)],
      });
    const later = eventOf([begun("2026-12-01")], new Map(), 5);
    expect(later.types).toEqual([{ type: line, operation: null, count: 1 }]);
    expect(sentenceOf(later, kinds)).toMatchObject({ kind: "told", by: kinds[1], day: "2026-12-01" });
    expect(sentenceOf(eventOf([begun("2026-11-05")], new Map(), 5), kinds)).toMatchObject({ kind: "belonging" });
  });

  test("undone: wholly, in part, and not any more where the undoing was taken back", () => {
    const event = eventOf(run, parents, 5);
    const undoing = (undoes: string, requestId: string, some = lines): UndoingRow[] =>
      some.map((id) => ({ undoes, requestId, by: "Bruno", at: "2026-11-06T10:00:00+00:00", type: line, id }));
    expect(undoneOf("run-1", event.all, [])).toBeNull();
    expect(undoneOf("run-1", event.all, undoing("run-1", "undo-1"))).toMatchObject({ by: "Bruno", count: 29 });
    expect(undoneOf("run-1", event.all, undoing("run-1", "undo-1", lines.slice(2)))).toMatchObject({ count: 27 });
    const redone = [...undoing("run-1", "undo-1"), ...undoing("undo-1", "redo-1")];
    expect(undoneOf("run-1", event.all, redone)).toBeNull();
    expect(undoneOf("run-1", event.all, [...redone, ...undoing("redo-1", "undo-2")])).toMatchObject({
      requestId: "undo-1",
    });
    // Requests that name each other lead nowhere.
    const circle = [
      ...undoing("run-1", "a", ["line 0"]),
      ...undoing("a", "b", ["line 0"]),
      ...undoing("b", "a", ["line 0"]),
    ];
    expect(() => undoneOf("run-1", event.all, circle)).not.toThrow();
  });
});
