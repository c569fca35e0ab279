import { randomUUID } from "node:crypto";
import { openDatabase } from "../../services/platform/database/database.ts";
import { createTables } from "../../services/platform/database/tables.ts";
import { indexTables } from "../../services/base/search/index/schema.ts";
import { SearchIndex } from "../../services/base/search/index/search-index.ts";
import { type IndexDocument, searchedTypes } from "../../services/base/search/index/document.ts";
import { numberDigits, termsOf, wordsOf } from "../../services/base/search/text.ts";
import { measure, once, report } from "./measure.ts";

const families = [
  "Le Goff",
  "Kervella",
  "Morvan",
  "Guivarc’h",
  "Pennec",
  "Tanguy",
  "Le Roux",
  "Jaouen",
  "Cadiou",
  "Salaün",
  "Martin",
  "Bernard",
  "Dubois",
  "Durand",
  "Lefèvre",
];
const givens = ["Anne", "Yann", "Soazig", "Malo", "Gwenaëlle", "Pierre", "Léa", "Denis", "Nolwenn", "Ronan"];
const syllables = [
  "ker",
  "plou",
  "lan",
  "tre",
  "pen",
  "roz",
  "gou",
  "men",
  "loc",
  "bod",
  "ti",
  "sant",
  "mor",
  "gwe",
  "dal",
  "vad",
];

/** Sooner or later every word of a real brand is rare: names are put together so that there are about a hundred thousand of them. */
function name(index: number): string {
  const pick = (step: number) => syllables[Math.floor(index / step) % syllables.length] ?? "";
  return `${pick(1)}${pick(16)}${pick(256)}${pick(4096)}`;
}

function document(index: number): IndexDocument {
  const kind = index % 10;
  const person = `${givens[index % 10]} ${families[(index * 7) % 15]} ${name(index)}`;
  const number = `+336${String(index).padStart(8, "0")}`;
  const label = kind === 0 ? `Société ${name(index)}` : kind < 3 ? person : number;
  const texts = kind < 3 ? [label] : [number, person, `OR${String((index * 7919) % 100_000_000).padStart(8, "0")}`];
  return {
    type: kind === 0 ? "sw_account" : kind < 3 ? "sw_contact" : "sw_line",
    id: randomUUID(),
    label,
    account: null,
    words: texts.flatMap(wordsOf).map((text) => ({ text, permission: "" })),
    numbers: kind < 3 ? [] : [{ digits: numberDigits(number), permission: "" }],
  };
}

const queries = (index: number): string =>
  [
    name(index * 37),
    `${name(index * 37).slice(0, 6)}`,
    `06 ${String(index * 991)
      .padStart(8, "0")
      .slice(0, 4)}`,
    String(index * 991)
      .padStart(8, "0")
      .slice(-4),
    `${givens[index % 10]} ${name(index * 37)}`,
    `${name(index * 41).slice(0, 4)}x${name(index * 41).slice(5)}`,
    families[index % 15] ?? "",
  ][index % 7] ?? "";

/** The index alone, with as many objects as asked for: names, beginnings, misspellings, first and last digits, two words. */
export async function measureSearch(objects: number): Promise<void> {
  const database = await openDatabase({});
  try {
    await createTables(database.db, "search", indexTables);
    const index = new SearchIndex(database.db);
    const brand = randomUUID();
    const filled = await once(async () => {
      for (let start = 0; start < objects; start += 2000)
        await index.put(
          brand,
          Array.from({ length: Math.min(2000, objects - start) }, (_, at) => document(start + at)),
          1,
        );
    });
    await index.analyze();
    console.log("\nSearch");
    report(
      `${objects.toLocaleString("en")} objects indexed`,
      filled,
      `${Math.round(objects / (filled / 1000))} a second`,
    );
    const searcher = {
      brand,
      permissions: new Set<string>(),
      accounts: null,
      types: searchedTypes.map((type) => type.name),
    };
    for (let warm = 0; warm < 14; warm += 1) await index.search(searcher, termsOf(queries(warm)), 40);
    report(
      "a search",
      await measure(350, (at) => index.search(searcher, termsOf(queries(at + 20)), 40)),
      "goal: p95 under 50 ms",
    );
    for (const [at, what] of [
      "a name",
      "its beginning",
      "first digits of a number",
      "last digits of a number",
      "two words",
      "a misspelt name",
      "a very common name",
    ].entries())
      report(
        `  ${what}`,
        await measure(40, (turn) => index.search(searcher, termsOf(queries(at + 7 * (turn + 3))), 40)),
      );
  } finally {
    await database.close();
  }
}
