import { add, one } from "../client.ts";
import { group } from "../suite.ts";

const views = "/jsonapi/sw_saved_view/sw_saved_view";
const at = "/data/attributes/query";
const filter = { field: "name", op: "is", value: ["Site 01"] };
const whole = { search: "brest", filters: [filter], sort: "-name", columns: ["name", "account.legal_name"] };
const deep = Array.from({ length: 25 }).reduce<unknown>((inner) => [inner], "x");
const big = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`n${index}`, "x".repeat(1000)]));

/** What is sent, and the sentence that refuses it. */
const refused: readonly (readonly [unknown, string])[] = [
  ["text", "The value is not allowed here."],
  ['{"search":"brest"}', "The value is not allowed here."],
  [5, "The value is not allowed here."],
  [false, "The value is not allowed here."],
  [[], "The value is not allowed here."],
  [[{ search: "brest" }], "The value is not allowed here."],
  [{ filters: {} }, "The value at /filters is not allowed here."],
  [{ filters: [] }, "The value at /filters is not allowed here."],
  [{ filters: [[]] }, "The value at /filters/0 is not allowed here."],
  [{ search: null }, "The value at /search is not allowed here."],
  [{ search: "" }, "The value at /search is not allowed here."],
  [{ search: "é".repeat(201) }, "The value at /search is not allowed here."],
  [{ sort: "name " }, "The value at /sort is not allowed here."],
  [{ sort: "name\n" }, "The value at /sort is not allowed here."],
  [{ bogus: 1 }, "The value at /bogus is not allowed here."],
  [{ "0": 1 }, "The value at /0 is not allowed here."],
  [{ "a/b~<i>é": 1 }, "The value at /a~1b~0<i>é is not allowed here."],
  [{ filters: [{ field: "name", op: "is" }] }, "The value at /filters/0/value is missing."],
  [{ filters: [{ ...filter, op: "like" }] }, "The value at /filters/0/op is not allowed here."],
  [{ filters: [{ ...filter, value: [1.5] }] }, "The value at /filters/0/value/0 is not allowed here."],
  [{ filters: [filter, { ...filter, more: true }] }, "The value at /filters/1/more is not allowed here."],
  // The first place in the value, whatever is wrong after it.
  [{ sort: "!", search: 3 }, "The value at /search is not allowed here."],
  [{ columns: ["name"], search: "brest", sort: "!" }, "The value at /sort is not allowed here."],
  [
    { filters: Array.from({ length: 12 }, (_, index) => (index === 2 || index === 10 ? {} : filter)) },
    "The value at /filters/2/field is missing.",
  ],
  [{ deep }, "The value has more than 20 levels."],
  [big, "The value is larger than 64 KiB."],
];

export const jsonValues = group("json values", (test) => {
  test("a json field is its value, in every read and write", async ({ a, fresh }) => {
    const made = (await a.manager.create("sw_saved_view", { name: fresh("view"), list: "sw_site", query: whole }))
      .is(201)
      .has(at, whole);
    const { id } = made;
    (await a.support.get(`${views}/${id}`)).is(200).has(at, whole);
    (await a.support.get(`${views}?filter[id]=${id}&fields[sw_saved_view--sw_saved_view]=query`)).has(
      "/data/0/attributes/query",
      whole,
    );
    // The order of members is none.
    (await a.manager.update("sw_saved_view", id, { query: Object.fromEntries(Object.entries(whole).reverse()) }))
      .is(200)
      .has("/data/attributes/version", 1);
    (await a.manager.update("sw_saved_view", id, { query: { sort: "name" } })).is(200).has(at, { sort: "name" });
    (await a.manager.update("sw_saved_view", id, { query: {} })).is(200).has(at, {});
    (await a.manager.update("sw_saved_view", id, { query: null })).is(200).has(at, null);
    (await a.manager.update("sw_saved_view", id, { query: { search: "\u2028</é\\\"'&" }, version: 4 }))
      .is(200)
      .has(at, { search: "\u2028</é\\\"'&" });
    (await a.manager.create("sw_saved_view", { name: fresh("view"), list: "sw_site", version: 1, query: {} }))
      .is(201)
      .has(at, {});
    (await a.manager.create("sw_saved_view", { name: fresh("view"), list: "sw_site" })).is(201).has(at, null);
  });
  test("so in atomic operations", async ({ a, fresh }) => {
    const attributes = { name: fresh("view"), list: "sw_site" };
    const reply = (
      await a.manager.operations([
        add("sw_saved_view", { attributes: { ...attributes, query: whole } }),
        add("sw_saved_view", { attributes: { ...attributes, query: {} } }),
        add("sw_saved_view", { attributes }),
      ])
    )
      .is(200)
      .has("/atomic:results/0/data/attributes/query", whole)
      .has("/atomic:results/1/data/attributes/query", {})
      .has("/atomic:results/2/data/attributes/query", null);
    const id = String(reply.at("/atomic:results/0/data/id"));
    const update = (query: unknown) => ({
      op: "update",
      data: { type: "sw_saved_view--sw_saved_view", id, attributes: { query } },
    });
    (await a.manager.operations([update({ columns: ["name"] }), update({ columns: "name" })])).problem({
      status: 422,
      detail: "query: The value at /columns is not allowed here.",
      pointer: "/atomic:operations/1/data/attributes/query",
    });
    (await a.manager.get(`${views}/${id}`)).has(at, whole);
  });
  test("a value of another shape: 422 that names its first place", async ({ a, fresh }) => {
    const id = (await a.manager.create("sw_saved_view", { name: fresh("view"), list: "sw_site" })).is(201).id;
    for (const [query, sentence] of refused) {
      const problem = { status: 422, detail: `query: ${sentence}`, pointer: at };
      (await a.manager.create("sw_saved_view", { name: fresh("view"), list: "sw_site", query })).problem(problem);
      (await a.manager.update("sw_saved_view", id, { query })).problem(problem).lacks("/errors/1");
    }
    (await a.manager.get(`${views}/${id}`)).has(at, null).has("/data/attributes/version", 1);
  });
  test("numbers and texts that no database keeps are refused", async ({ a }) => {
    const send = (value: string) =>
      a.manager.send("POST", views, {
        raw: `{"data":{"type":"sw_saved_view--sw_saved_view","attributes":{"name":"n","list":"sw_site","query":${value}}}}`,
      });
    for (const number of ["9007199254740993", "1e400", "-1e400", "0.1", "123456789012345678901234567890"])
      (await send(`{"search":${number}}`)).problem({ status: 422, pointer: at });
    for (const text of ['{"search":"a\\u0000b"}', '{"a\\u0000b":"c"}', '{"\\u0000b":"c"}']) (await send(text)).is(422);
  });
  test("rows are not filtered, sorted or grouped by it", async ({ a }) => {
    const problem = {
      status: 400,
      detail:
        "The field `query`, given in the path `query`, holds JSON: rows can't be filtered, sorted or grouped by it.",
    };
    for (const path of [
      `${views}?filter[query]=x`,
      `${views}?filter[q][condition][path]=query&filter[q][condition][operator]=IS NULL`,
      `${views}?filter[q][condition][path]=query&filter[q][condition][operator]=CONTAINS&filter[q][condition][value]=x`,
      `${views}?sort=query`,
      `${views}?sort=name,-query`,
      "/jsonapi/aggregate/sw_saved_view?groupBy=query",
      "/jsonapi/aggregate/sw_saved_view?sumOf=query",
    ])
      (await a.manager.get(path)).problem(problem);
    (await a.manager.get(`${views}?filter[query.search]=x`)).is(400);
  });
  test("a row that does not exist for the sender says nothing of its shape", async ({ a, b, fresh }) => {
    const id = (
      await a.manager.create(
        "sw_saved_view",
        { name: fresh("view"), list: "sw_site", query: whole },
        { owner: one("user", a.users["manager"] ?? "") },
      )
    ).is(201).id;
    (await b.manager.update("sw_saved_view", id, { query: { search: 1 } })).is(404);
    (await a.support.update("sw_saved_view", id, { query: { search: 1 } })).is(404);
  });
});
