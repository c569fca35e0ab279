import { json, names, operators, type Places, words } from "./pools.ts";
import type { Random } from "./random.ts";

type Pair = readonly [string, string];

const raw: readonly string[] = [
  "%FF%FE",
  "%00",
  "%",
  "%zz",
  "%ED%A0%80",
  "%C0%AF",
  "+",
  "%E2%80%AE",
  "%25%30%30",
  "%f0%9f%98",
];

/** Keys keep their brackets; values are encoded, or raw bytes that are no text. */
function write(random: Random, pairs: readonly Pair[]): string {
  const encode = (text: string) => encodeURIComponent(text);
  return pairs
    .map(([key, value]) => {
      const name = random.chance(0.8) ? encode(key).replaceAll("%5B", "[").replaceAll("%5D", "]") : encode(key);
      return `${name}=${random.chance(0.06) ? random.pick(raw) : encode(value)}`;
    })
    .join("&");
}

function filters(random: Random): Pair[] {
  const key = () =>
    random.pick(["a", "b", "0", "", "@root", "and", "condition", "group", "x y", "__proto__", random.pick(names)]);
  const word = () => random.pick(words);
  const name = () => random.pick(names);
  const pairs: Pair[] = [];
  for (let turn = random.below(4); turn >= 0; turn -= 1) {
    const id = key();
    switch (random.below(9)) {
      case 0:
        pairs.push([`filter[${name()}]`, word()]);
        break;
      case 1:
        pairs.push([`filter[${name()}][value]`, word()], [`filter[${name()}][operator]`, random.pick(operators)]);
        break;
      case 2:
        pairs.push(
          [`filter[${id}][condition][path]`, name()],
          [`filter[${id}][condition][operator]`, random.pick(operators)],
          [`filter[${id}][condition][value]`, word()],
        );
        break;
      case 3:
        pairs.push(
          [`filter[${id}][condition][path]`, name()],
          [`filter[${id}][condition][operator]`, random.pick(operators)],
          [`filter[${id}][condition][value][]`, word()],
          [`filter[${id}][condition][value][${random.pick(["", "1", "x", "x][y"])}]`, word()],
        );
        break;
      case 4:
        pairs.push(
          [`filter[${id}][group][conjunction]`, random.pick(["OR", "AND", "", "XOR", "or", "0"])],
          [`filter[${id}][group][memberOf]`, random.pick([id, "b", "a", "@root", "nope", ""])],
        );
        break;
      case 5:
        pairs.push(
          [`filter[${id}][condition][path][]`, name()],
          [`filter[${id}][condition][value]`, word()],
          [`filter[${id}][condition][operator][]`, "="],
        );
        break;
      case 6:
        pairs.push([
          random.pick([
            "filter",
            "filter[]",
            "filter[][]",
            "filter[a][]",
            "filter[a][condition]",
            "filter[a][group]",
            "filter[condition][group]",
            "filter[a][condition][path",
            "filter[[a]]",
            "filter[a]b[c]",
          ]),
          word(),
        ]);
        break;
      case 7:
        pairs.push(
          ["filter[a][group][conjunction]", "OR"],
          ["filter[a][group][memberOf]", "b"],
          ["filter[b][group][conjunction]", "OR"],
          ["filter[b][group][memberOf]", "a"],
        );
        break;
      default:
        pairs.push(
          [`filter[${id}][condition][path]`, name()],
          [`filter[${id}][condition][value]`, word()],
          [`filter[${id}][condition][memberOf]`, random.pick(["a", "b", id, "@root", ""])],
        );
    }
  }
  return pairs;
}

function lists(random: Random, places: Places): Pair[] {
  const type = random.pick(places.types);
  const word = () => random.pick(words);
  const name = () => random.pick(names);
  const pool: readonly (() => Pair)[] = [
    () => [
      random.pick([
        "sort",
        "sort[]",
        "sort[a]",
        "sort[a][path]",
        "sort[a][direction]",
        "sort[a][path][]",
        "sort[a][langcode]",
        "sort[][path]",
      ]),
      random.chance(0.7) ? name() : word(),
    ],
    () => [
      "sort",
      Array.from({ length: random.below(40) }, () => `${random.chance(0.5) ? "-" : ""}${name()}`).join(","),
    ],
    () => [
      random.pick([
        "page[limit]",
        "page[offset]",
        "page[size]",
        "page",
        "page[]",
        "page[limit][]",
        "page[offset][a]",
        "page[cursor]",
      ]),
      word(),
    ],
    () => [
      random.pick([
        `fields[${type}--${type}]`,
        `fields[${type}--${type}][]`,
        "fields",
        "fields[]",
        "fields[a][b]",
        "fields[][",
      ]),
      `${name()},${name()},${word()}`,
    ],
    () => [
      random.pick(["include", "include[]", "include[a]"]),
      Array.from({ length: random.below(12) }, () => name()).join(","),
    ],
    () => [
      "resourceVersion",
      random.pick(["id:1", "rel:latest-version", "rel:working-copy", "id:", "id:x", "re", "", "rel:x:y", ...words]),
    ],
    () => [
      random.pick([
        "_format",
        "_format[]",
        "foo",
        "fooBar",
        "foo[bar]",
        "q",
        "destination",
        "_wrapper_format",
        "ajax_page_state",
        "_exception_statuscode",
        "element_parents",
      ]),
      word(),
    ],
  ];
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(pool)());
}

function sums(random: Random): Pair[] {
  const some = () => Array.from({ length: random.below(20) }, () => random.pick(names)).join(",");
  return [
    [random.pick(["groupBy", "groupBy[]", "groupBy[a]"]), some()],
    [random.pick(["sumOf", "sumOf[]", "sumOf[a][b]"]), some()],
  ];
}

export function query(random: Random, places: Places, kind: "filter" | "list" | "aggregate"): string {
  const pairs =
    kind === "filter"
      ? filters(random)
      : kind === "list"
        ? lists(random, places)
        : [...sums(random), ...(random.chance(0.4) ? filters(random) : [])];
  if (kind === "filter" && random.chance(0.25)) pairs.push(...lists(random, places));
  if (random.chance(0.01)) for (let index = 0; index < 1500; index += 1) pairs.push([`filter[p${index}]`, "1"]);
  if (random.chance(0.01)) pairs.push([`filter${"[a]".repeat(200)}`, "1"]);
  if (random.chance(0.02)) pairs.push(["filter[json]", JSON.stringify(json(random)) ?? ""]);
  return write(random, pairs);
}
