import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { type Given, requestOf } from "./ask.ts";
import { readingOf, readRecord } from "./record.ts";
import { readFolderVendor } from "./folder/folder-vendor.ts";
import { readVendor } from "./vendor.ts";
import { Window } from "./window.ts";

const file = (changes: object = {}, operation: object = {}) => ({
  name: "acme",
  label: "Acme",
  origin: "https://acme.example",
  auth: "bearer",
  limit: { requests: 2, seconds: 1 },
  busy: { status: [429], after: "retry-after" },
  errors: { text: ["error.text"] },
  pages: { cursor: "cursor", size: { name: "limit", value: 50 }, items: "items", next: "next", more: "more" },
  operations: { list: { get: "/things/{kind}", record: "thing", ...operation } },
  records: { thing: { id: "id id" } },
  ...changes,
});

describe("a vendor's file", () => {
  it("names what is wrong in it", () => {
    expect(() => readVendor(file({ auth: "magic" }))).toThrow(/^Vendor: auth: /);
    expect(() => readVendor(file({ origins: [] }))).toThrow(/origins/);
    expect(() => readVendor(file({}, { record: "nothing" }))).toThrow(/acme.list reads the unknown record nothing/);
    expect(() => readVendor(file({}, { post: "/x" }))).toThrow(/operations.list: one of get, post, put/);
    expect(() => readVendor(file({}, { get: "things" }))).toThrow(/operations.list.get/);
    expect(() => readVendor(file({ records: { thing: { id: "id number" } } }))).toThrow(
      /acme.thing.id: “id number” is no path and kind/,
    );
  });

  it("says the vendor's words and lists; one that isn't there is named", () => {
    const words = { state: { open: ["OUVERT", "EN_COURS"], done: ["FERME"] } };
    const records = {
      thing: { id: "id id", state: "etat word.state", steps: "etapes list.step?" },
      step: { at: "le day" },
    };
    const { fields } = readVendor(file({ words, records })).operations["list"] ?? { fields: {} };
    const etapes = [{ le: "2026-01-02T10:00:00Z" }];
    expect(readRecord({ id: 1, etat: "EN_COURS", etapes }, fields)).toEqual({
      record: { id: "1", state: "open", steps: [{ at: "2026-01-02" }] },
    });
    expect(readRecord({ id: 1, etat: "open" }, fields)).toEqual({ drift: "etat is no word.state" });
    const wrong = { id: 1, etat: "FERME", etapes: [{ le: "soon" }] };
    expect(readRecord(wrong, fields)).toEqual({ drift: "etapes: le is no day" });
    expect(() => readVendor(file({ records }))).toThrow(/acme.thing.state: “etat word.state” is no path and kind/);
    const lists = { thing: { steps: "etapes list.nothing" } };
    expect(() => readVendor(file({ records: lists }))).toThrow(/acme.thing.steps lists the unknown record nothing/);
  });

  it("of one that is reached by files names what is wrong in it", () => {
    const byFiles = (changes: object = {}, operations: object = {}) => ({
      name: "acme",
      label: "Acme",
      folder: { out: "out", in: "in", separator: ";" },
      limit: { files: 1, bytes: 1, rows: 1 },
      operations: { list: { newest: "PARK_*.csv", record: "thing" }, ...operations },
      records: { thing: { id: "ID id" } },
      ...changes,
    });
    const write = { write: "CMD_{reference}.csv", columns: {}, told: "list" };
    expect(readFolderVendor(byFiles({}, { order: write })).fields).toHaveProperty("thing");
    expect(() => readFolderVendor(byFiles({ folder: { out: "../out", in: "in", separator: ";" } }))).toThrow(
      /folder.out/,
    );
    expect(() => readFolderVendor(byFiles({}, { order: { ...write, write: "../{reference}.csv" } }))).toThrow(/order/);
    expect(() => readFolderVendor(byFiles({}, { order: { ...write, told: "it" } }))).toThrow(
      /tells of the unknown operation it/,
    );
    expect(() => readFolderVendor(byFiles({ records: {} }))).toThrow(/reads the unknown record thing/);
  });

  it("is short", () => {
    const text = readFileSync(new URL("../adapters/pennylane/pennylane.yml", import.meta.url), "utf8");
    const { name, operations } = readVendor(parse(text));
    expect(name).toBe("pennylane");
    expect(text.split("\n").length).toBeLessThan(6 * Object.keys(operations).length);
  });
});

describe("a request", () => {
  const access = { origin: "https://acme.example", secret: "s" };
  const requested = (operation: object, given: Record<string, string | string[]>, cursor?: string) => {
    const vendor = readVendor(file({}, operation));
    const { list } = vendor.operations;
    if (!list) throw new Error("no operation");
    return requestOf(vendor, list, given, { ...access, cursor });
  };

  it("holds what is given, written as its place needs it; what is missing is left out", () => {
    const query = { filter: '[{"eq":"{name}"}]', since: "{since}", sort: "id" };
    const asked = requested({ query }, { kind: "a/b?c", name: 'x"},{"' });
    expect(asked.url).toMatch(/^https:\/\/acme\.example\/things\/a%2Fb%3Fc\?/);
    const sent = new URL(asked.url).searchParams;
    expect(JSON.parse(sent.get("filter") ?? "")).toEqual([{ eq: 'x"},{"' }]);
    expect([sent.get("sort"), sent.has("since")]).toEqual(["id", false]);
    expect(asked.headers).toMatchObject({ authorization: "Bearer s" });
  });

  it("has a value that stands alone as it is, and the key in the header that the vendor wants", () => {
    const asked = requested({ query: { ref: "{ref}" } }, { kind: "k", ref: 'a"b' });
    expect(new URL(asked.url).searchParams.get("ref")).toBe('a"b');
    const keyed = readVendor(file({ auth: { header: "x-api-key" } }));
    const { list } = keyed.operations;
    const { headers = {} } = list ? requestOf(keyed, list, { kind: "k" }, access) : {};
    expect([headers["x-api-key"], headers["authorization"]]).toEqual(["s", undefined]);
  });

  it("of a later page has the cursor and not what only the first one says", () => {
    const operation = { pages: true, query: { since: "{since}" }, first: ["since"] };
    const given = { kind: "k", since: "2026" };
    expect(new URL(requested(operation, given).url).search).toBe("?since=2026&limit=50");
    expect(new URL(requested(operation, given, "c=").url).search).toBe("?limit=50&cursor=c%3D");
  });

  it("has a body of members that lie where they belong; one that has to be there is named", () => {
    const operation = { get: undefined, post: "/things", body: { "a.b": "x", "a.c": "y?", d: "=fixed", e: "z" } };
    expect(JSON.parse(String(requested(operation, { x: "1", z: ["2"] }).body))).toEqual({
      a: { b: "1" },
      d: "fixed",
      e: ["2"],
    });
    expect(() => requested(operation, { x: "1" })).toThrow("e needs z");
  });

  it("has numbers, what stands as it is, and lists of things in its body", () => {
    const body = { id: "id number", "in.rows": "rows list.row", more: "more list.row?", draft: true, size: 3 };
    const operation = { get: undefined, post: "/things", body };
    const vendor = readVendor({ ...file({}, operation), bodies: { row: { n: "count number", name: "name?" } } });
    const sent = (given: Given) =>
      vendor.operations["list"] && requestOf(vendor, vendor.operations["list"], given, access).body;
    expect(JSON.parse(String(sent({ id: "40001", rows: [{ count: "1.5" }, { count: "2", name: "x" }] })))).toEqual({
      id: 40001,
      in: { rows: [{ n: 1.5 }, { n: 2, name: "x" }] },
      draft: true,
      size: 3,
    });
    expect(() => sent({ id: "x", rows: [] })).toThrow("id is no number");
    expect(() => sent({ id: "1", rows: "x" })).toThrow("in.rows is no list.row");
  });
});

test.each([
  ["id id", { id: 7 }, { record: { f: "7" } }],
  ["id id", { id: "" }, { drift: "id is no id" }],
  ["id id", { id: 1.5 }, { drift: "id is no id" }],
  ["a.b text", { a: { b: "x" } }, { record: { f: "x" } }],
  ["a.b text", { a: null }, { drift: "a.b is missing" }],
  ["a text?", { a: null }, { record: { f: null } }],
  ["a text?", { a: 1 }, { drift: "a is no text" }],
  ["constructor text?", {}, { record: { f: null } }],
  ["a decimal", { a: "24.90" }, { record: { f: "24.90" } }],
  ["a decimal", { a: 24.9 }, { drift: "a is no decimal" }],
  ["a time", { a: "2026-01-01T10:00:00+02:00" }, { record: { f: "2026-01-01T08:00:00.000Z" } }],
  ["a time", { a: "yesterday" }, { drift: "a is no time" }],
  ["a texts", { a: ["x", 1] }, { drift: "a is no texts" }],
])("%s of %j", (reading, from, expected) =>
  expect(readRecord(from, { f: readingOf(reading, "here") })).toEqual(expected),
);

test("so many in so much time, in the order they came", async () => {
  let time = 0;
  const window = new Window(
    2,
    100,
    async (milliseconds) => {
      time += milliseconds;
    },
    () => time,
  );
  const at: number[] = [];
  await Promise.all([1, 2, 3, 4, 5].map(() => window.next().then(() => at.push(time))));
  expect(at).toEqual([0, 0, 100, 100, 200]);
});
