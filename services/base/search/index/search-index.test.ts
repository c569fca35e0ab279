import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../../../platform/database/database.ts";
import { termsOf } from "../text.ts";
import { documentOf, searchedTypes } from "./document.ts";
import { createTables } from "../../../platform/database/tables.ts";
import { indexTables } from "./schema.ts";
import { SearchIndex, type Searcher } from "./search-index.ts";

let database: OpenDatabase;
let index: SearchIndex;
const [ours, theirs] = [randomUUID(), randomUUID()];
const ids = new Map<string, string>();

const searcher = (given: Partial<Searcher> = {}): Searcher => ({
  brand: ours,
  permissions: new Set(),
  accounts: null,
  types: searchedTypes.map(({ name }) => name),
  ...given,
});

async function find(text: string, given: Partial<Searcher> = {}): Promise<string[]> {
  const found = await index.search(searcher(given), termsOf(text), 20);
  return found.map(({ id }) => [...ids].find(([, known]) => known === id)?.[0] ?? id);
}

function row(type: string, key: string, fields: Record<string, unknown>) {
  const id = ids.get(key) ?? randomUUID();
  ids.set(key, id);
  const searched = searchedTypes.find(({ name }) => name === type);
  if (!searched) throw new Error(`${type} is not searched`);
  return documentOf(searched, { ...fields, id });
}

beforeAll(async () => {
  database = await openDatabase({});
  await createTables(database.db, "search", indexTables);
  index = new SearchIndex(database.db);
  await index.put(
    ours,
    [
      row("sw_account", "kervadec", {
        legal_name: "Groupe Kervadec",
        softwhere_id: "SW-004182",
        city: "Rennes",
        siren: "552100554",
      }),
      row("sw_account", "eclair", { legal_name: "Boulangerie de l’Éclair", city: "Lorient" }),
    ],
    1,
  );
  const account = { id: ids.get("kervadec") };
  await index.put(
    ours,
    [row("sw_contact", "soazig", { last_name: "Le Bœuf", first_name: "Soazig", mobile: "+33639981234", account })],
    1,
  );
  await index.put(
    ours,
    [
      row("sw_contact", "goulven", { mobile: "+33639984107", first_name: "Goulven", last_name: "Pennec", account }),
      row("sw_contact", "reception", {
        phone: "+33261914107",
        last_name: "Accueil",
        account: { id: ids.get("eclair") },
      }),
    ],
    1,
  );
  await index.put(theirs, [row("sw_account", "foreign", { legal_name: "Groupe Kervadec Bis" })], 1);
});

afterAll(() => database.close());

describe("search", () => {
  test.each([
    ["Kervadec", "kervadec"],
    ["KERVADEC groupe", "kervadec"],
    ["kerv", "kervadec"],
    ["kervadek", "kervadec"],
    ["kevradec", "kervadec"],
    ["boulangerie eclair", "eclair"],
    ["le boeuf", "soazig"],
    ["sw-004182", "kervadec"],
    ["552 100 554", "kervadec"],
    ["06 39 98 41 07", "goulven"],
    ["+33 6 39 98 41 07", "goulven"],
    ["0033639984107", "goulven"],
    ["06.39.98.12.34", "soazig"],
    ["pennec 4107", "goulven"],
  ])("%s", async (text, expected) => expect((await find(text))[0]).toBe(expected));

  test("the middle and the end of a word find it, after what begins with them", async () => {
    expect(await find("adec")).toEqual(["kervadec"]);
    expect(await find("ervade")).toEqual(["kervadec"]);
    expect(await find("ad")).toEqual([]);
  });
  test("the last digits find every number that ends with them", async () =>
    expect((await find("4107")).sort()).toEqual(["goulven", "reception"]));
  test("all words have to be there", async () => expect(await find("kervadec lorient")).toEqual([]));
  test("another brand's rows are never found", async () => {
    expect(await find("kervadec bis")).toEqual([]);
    expect(await find("kervadec", { brand: theirs })).toEqual(["foreign"]);
  });
  test("types out of the person's rights are not found", async () =>
    expect(await find("4107", { types: ["sw_account"] })).toEqual([]));
  test("who sees some accounts only finds theirs", async () =>
    expect(await find("4107", { accounts: [ids.get("eclair") ?? ""] })).toEqual(["reception"]));
  test("a row that was changed is found by its new words only", async () => {
    await index.put(ours, [row("sw_account", "eclair", { legal_name: "Pâtisserie de l’Étoile", city: "Lorient" })], 1);
    expect(await find("etoile")).toEqual(["eclair"]);
    expect(await find("boulangerie")).toEqual([]);
  });
  test("a row that is gone is not found", async () => {
    await index.put(ours, [row("sw_account", "short-lived", { legal_name: "Ephémère SARL" })], 1);
    expect(await find("ephemere")).toEqual(["short-lived"]);
    await index.remove(ours, "sw_account", [ids.get("short-lived") ?? ""]);
    expect(await find("ephemere")).toEqual([]);
  });
  test("a rebuild removes what it did not meet, of that brand only", async () => {
    await index.put(ours, [row("sw_account", "stale", { legal_name: "Perdue SAS" })], 1);
    await index.put(ours, [row("sw_account", "kervadec", { legal_name: "Groupe Kervadec" })], 2);
    expect(await index.removeUnseen(ours, 2)).toBeGreaterThan(0);
    expect(await find("perdue")).toEqual([]);
    expect(await find("kervadec")).toEqual(["kervadec"]);
    expect(await find("kervadec", { brand: theirs })).toEqual(["foreign"]);
  });
});

describe("fields that need a right", () => {
  test("their words are found by those who hold it, and by nobody else", async () => {
    const document = {
      type: "sw_account",
      id: randomUUID(),
      label: "Secret",
      account: null,
      words: [
        { text: "visible", permission: "" },
        { text: "hidden", permission: "view margin" },
      ],
      numbers: [{ digits: "987654321", permission: "view margin" }],
    };
    await index.put(ours, [document], 3);
    ids.set("secret", document.id);
    expect(await find("hidden")).toEqual([]);
    expect(await find("987654321")).toEqual([]);
    expect(await find("visible hidden")).toEqual([]);
    expect(await find("hidden", { permissions: new Set(["view margin"]) })).toEqual(["secret"]);
    expect(await find("987 654 321", { permissions: new Set(["view margin"]) })).toEqual(["secret"]);
  });
});
