import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { describe, expect, test, vi } from "vitest";
import { countKinds } from "./kinds";
import { mostEntries, readEvents, wholeEvents } from "./read-events";
import { asStored, searchInto, type Searched } from "./search-history";

vi.mock("server-only", () => ({}));

interface Told {
  readonly run: string;
  readonly of?: string;
  readonly type?: string;
  readonly by?: string;
  readonly undoes?: string;
  readonly account?: string;
}

/** A journal in memory: its pages and sums as the backend answers them, newest asked first. */
class Journal {
  readonly entries: SwJournalEntry[] = [];
  asked = 0;

  tell({ run, of = "a", type = "sw_contact", by = "Anne", undoes, account = "kervadec" }: Told): this {
    const sequence = this.entries.length + 1;
    this.entries.push({
      id: `entry-${sequence}`,
      sequence,
      request_id: run,
      occurred_at: "2026-11-05T10:00:00+00:00",
      actor_name: by,
      operation: "update",
      subject_type: type,
      subject_id: of,
      subject_label: of,
      changes: [{ field: "role", from: null, to: `${run} ${of}` }],
      cause: "user",
      undoes: undoes ?? null,
      account: { type: "sw_account", id: account },
    } as unknown as SwJournalEntry);
    return this;
  }

  /** The same thing done to many. */
  run(run: string, count: number, more: Partial<Told> = {}): this {
    for (let at = 0; at < count; at += 1) this.tell({ run, of: `${run}-${at}`, ...more });
    return this;
  }

  get backend(): BackendClient {
    const list = (type: string, params: DrupalJsonApiParams) => {
      this.asked += 1;
      if (type !== "sw_journal_entry") return [];
      const { page } = params.getQueryObject() as { page?: { limit?: number; offset?: number } };
      const [from, limit] = [page?.offset ?? 0, page?.limit ?? 50];
      return this.found(params).slice(from, from + limit);
    };
    const aggregate = (
      _type: string,
      { groupBy = [], filter }: { groupBy?: string[]; filter?: DrupalJsonApiParams },
    ) => {
      const groups = new Map<string, { keys: Record<string, unknown>; count: number; sums: object }>();
      for (const entry of this.found(filter ?? new DrupalJsonApiParams())) {
        const keys = Object.fromEntries(groupBy.map((path) => [path, valueAt(entry, path)]));
        const group = groups.get(JSON.stringify(keys)) ?? { keys, count: 0, sums: {} };
        groups.set(JSON.stringify(keys), { ...group, count: group.count + 1 });
      }
      return [...groups.values()];
    };
    const client = {
      list: async (type: string, params: DrupalJsonApiParams) => list(type, params),
      aggregate: async (type: string, query: never) => aggregate(type, query),
    };
    return client as unknown as BackendClient;
  }

  found(params: DrupalJsonApiParams): SwJournalEntry[] {
    const { filter = {} } = params.getQueryObject() as { filter?: Record<string, Filter | string> };
    const rules = Object.entries(filter).map(([name, rule]) => inFull(name, rule));
    const among = (group: string | undefined) =>
      rules.flatMap((rule) => (rule.condition && rule.condition.memberOf === group ? [rule.condition] : []));
    return this.entries
      .filter((entry) => among(undefined).every((condition) => fits(entry, condition)))
      .filter((entry) =>
        Object.entries(filter).every(
          ([name, rule]) => typeof rule === "string" || !rule.group || among(name).some((one) => fits(entry, one)),
        ),
      )
      .sort((a, b) => (b.sequence ?? 0) - (a.sequence ?? 0));
  }
}

interface Condition {
  readonly path: string;
  readonly operator?: string;
  readonly value?: string | readonly string[];
  readonly memberOf?: string;
}
interface Filter {
  readonly condition?: Condition;
  readonly group?: object;
  readonly operator?: string;
  readonly value?: string;
}
const inFull = (path: string, rule: Filter | string): Filter => {
  if (typeof rule === "string") return { condition: { path, value: rule } };
  const { operator, value } = rule;
  return rule.condition || rule.group
    ? rule
    : { condition: { path, ...(operator && { operator }), ...(value && { value }) } };
};

const valueAt = (entry: object, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined), entry);

function fits(entry: SwJournalEntry, { path, operator = "=", value = "" }: Condition): boolean {
  const [first, member = ""] = path.split(".");
  const found: unknown[] =
    first === "changes" ? (entry.changes ?? []).map((change) => Reflect.get(change, member)) : [valueAt(entry, path)];
  return found.some((one) => {
    switch (operator) {
      case "IS NULL":
        return one === null;
      case "IN":
        return value.includes(String(one));
      case "NOT IN":
        return !value.includes(String(one));
      case "<":
        return Number(one) < Number(value);
      case ">=":
        return Number(one) >= Number(value);
      case "CONTAINS":
        return String(one ?? "")
          .toLowerCase()
          .includes(String(value).toLowerCase());
      case "=":
        return String(one) === String(value);
      default:
        throw new Error(`The test's journal has no ${operator}`);
    }
  });
}

const everything = [() => new DrupalJsonApiParams()];
const read = (journal: Journal, before: number | null, size: number, found = everything) =>
  readEvents(journal.backend, { found, whole: everything }, { before, size });

/** All pages, one after the other. */
async function pagesOf(journal: Journal, size: number, found = everything): Promise<string[][]> {
  const pages: string[][] = [];
  for (let before: number | null = null, page = 0; page < 50; page += 1) {
    const { events, next } = await read(journal, before, size, found);
    pages.push(events.map(({ id }) => id));
    if (next === null) return pages;
    before = next;
  }
  throw new Error("The pages go on for ever");
}

describe("journal pages in, events out", () => {
  test("what one request wrote is one event, newest first, each on one page alone", async () => {
    const journal = new Journal();
    for (let at = 0; at < 25; at += 1) journal.run(`run-${at}`, 3);
    const pages = await pagesOf(journal, 10);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages.flat()).toEqual(Array.from({ length: 25 }, (_, at) => `run-${24 - at}`));
  });

  test("a run larger than a window of entries hides nothing and is whole", async () => {
    const journal = new Journal().run("first", 2).run("large", 700).run("last", 1);
    const { events, next } = await read(journal, null, 10);
    expect(events.map(({ id, count, more }) => [id, count, more])).toEqual([
      ["last", 1, false],
      ["large", 700, false],
      ["first", 2, false],
    ]);
    expect(events[1]?.things).toHaveLength(5);
    expect(next).toBeNull();
  });

  test("a run whose parts lie far from each other stands where its newest part does, once", async () => {
    const journal = new Journal().tell({ run: "parted" });
    for (let at = 0; at < 6; at += 1) journal.tell({ run: `between-${at}` });
    journal.tell({ run: "parted", of: "b" }).tell({ run: "newest" });
    expect(await pagesOf(journal, 3)).toEqual([
      ["newest", "parted", "between-5"],
      ["between-4", "between-3", "between-2"],
      ["between-1", "between-0"],
    ]);
    const { events } = await read(journal, null, 3);
    expect(events[1]?.count).toBe(2);
  });

  test("what took something back is told with it, wholly or in part, and is no event", async () => {
    const journal = new Journal().run("whole", 2).run("part", 4);
    for (const of of ["whole-0", "whole-1"]) journal.tell({ run: "undo-1", undoes: "whole", of, by: "Bruno" });
    journal.tell({ run: "undo-2", undoes: "part", of: "part-2", by: "Bruno" });
    const { events } = await read(journal, null, 10);
    expect(events.map(({ id, count, undone }) => [id, count, undone?.count, undone?.by])).toEqual([
      ["part", 4, 1, "Bruno"],
      ["whole", 2, 2, "Bruno"],
    ]);
  });

  test("more entries than are read: the count is said to be the least", async () => {
    const journal = new Journal().run("huge", mostEntries + 40).run("small", 2);
    const events = await wholeEvents(journal.backend, everything, ["small", "huge"]);
    expect(events.map(({ id, count, more }) => [id, count, more])).toEqual([
      ["small", 2, false],
      ["huge", mostEntries, true],
    ]);
  });

  test("what is narrowed is found by its part and shown whole", async () => {
    const journal = new Journal()
      .tell({ run: "both", of: "a" })
      .tell({ run: "both", of: "b" })
      .tell({ run: "c", of: "c" });
    const { events } = await read(journal, null, 10, [() => new DrupalJsonApiParams().addFilter("subject_id", "b")]);
    expect(events.map(({ id, count }) => [id, count])).toEqual([["both", 2]]);
  });

  test("an empty journal has no events and no next page", async () =>
    expect(await read(new Journal(), null, 10)).toEqual({ events: [], next: null }));
});

test("kinds are counted by events, not by entries; what took back counts with what it took back", async () => {
  const journal = new Journal().run("contacts", 5).run("sites", 2, { type: "sw_site" });
  journal.tell({ run: "both", type: "sw_site" }).tell({ run: "both" }).tell({ run: "undo", undoes: "both" });
  expect(await countKinds(journal.backend, everything)).toEqual({
    all: 3,
    kinds: [
      { kind: "sw_contact", count: 2 },
      { kind: "sw_site", count: 2 },
    ],
    more: false,
  });
});

describe("the search in the history", () => {
  const found = async (journal: Journal, searched: Partial<Searched>) =>
    (
      await read(journal, null, 10, [
        () => {
          const params = new DrupalJsonApiParams();
          searchInto(params, { text: "nothing like it", values: [], ids: [], ...searched });
          return params;
        },
      ])
    ).events.map(({ id }) => id);
  const journal = () =>
    new Journal().tell({ run: "one", of: "Le Bihan" }).tell({ run: "two", of: "Prigent", by: "Jules" });

  test("finds by the object, the person, the value and the key", async () => {
    expect(await found(journal(), { text: "bihan" })).toEqual(["one"]);
    expect(await found(journal(), { text: "jules" })).toEqual(["two"]);
    expect(await found(journal(), { text: "one le" })).toEqual(["one"]);
    expect(await found(journal(), { ids: ["Prigent"] })).toEqual(["two"]);
    expect(await found(journal(), { values: ["two Prigent"] })).toEqual(["two"]);
    expect(await found(journal(), {})).toEqual([]);
  });

  test.each([
    ["06 39 98", "63998"],
    ["+33 6 39", "+33639"],
    ["5/11/2026", "2026-11-05"],
    ["150 Go", "150 Go"],
    ["2026-12-01", "2026-12-01"],
  ])("%s is looked for as %s", (typed, stored) => expect(asStored(typed)).toBe(stored));
});
