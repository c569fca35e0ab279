import type { Random } from "./random.ts";

/** What the cases of a run refer to. */
export interface Places {
  readonly types: readonly string[];
  /** A row of each type that has one. */
  readonly ids: Readonly<Record<string, string>>;
  readonly foreign: string;
}

const missing = "00000000-0000-4000-8000-00000000abcd";
const long = "x".repeat(9000);

export const words: readonly string[] = [
  "", "0", "-1", "1", "00", "1e999", "-0", "NaN", "Infinity", "null", "true", "99999999999999999999", "2147483648", "0.00000000001", "1,5", "2026-13-45", "2026-01-01", "0000-00-00",
  "2026-01-01T00:00:00", "2026-01-01T25:61:61Z", "' OR 1=1 --", '"; DROP TABLE x; --', "\\", "%", "_", "%_%", "{}", "[]", "[object Object]", "é", "İ", "ß", "😀", "\u202etxet", "a\u0300", "\u0000", "a\u0000b", "\u0001\u001f\u007f",
  "\ufeff", "\uffff", "../../etc/x", "<script>", "{{7*7}}", "%s%n", "`x`", "\r\nX-Injected: 1", long, missing, "__proto__", "constructor", "toString", "hasOwnProperty", "x'y\"z",
];

export const names: readonly string[] = [
  "id", "uuid", "type", "nope", "brand", "version", "created", "changed", "drupal_internal__id", "uid", "pass", "status", "legal_name", "number", "park", "site", "plan", "account", "external_ids", "external_ids.value", "external_ids.0.system",
  "park.account.legal_name", "park.id", "park.entity.account.id", "park.entity:sw_park.kind", "park.meta.drupal_internal__target_id", "park.meta", "brand.parent.parent.parent.name", "accounts.id", "accounts.0.id", "invoice_names", "invoice_names.1",
  "sell_price", "buy_price", "sell_price.value", "latitude", "logo.uri.url", "file.id", "changes.to", "changes.0.field", "@root", "0", "", ".", "..", "a.", ".a", "a..b", "__proto__", "constructor.name", "toString", "x".repeat(3000), "park.".repeat(60), "é.ö", "a b", "a\u0000b", "[", "]", "a]", "*", "-", ",", "label", "langcode", "default_langcode", "uid.name", "user_type", "business_roles",
];

export const operators: readonly string[] = [
  "=", "<>", ">", ">=", "<", "<=", "STARTS_WITH", "CONTAINS", "ENDS_WITH", "IN", "NOT IN", "BETWEEN", "NOT BETWEEN", "IS NULL", "IS NOT NULL", "LIKE", "", "in", "=;DROP", "EXISTS", "REGEXP", "\u0000", "0", "== ",
];

export function place(random: Random, places: Places): { type: string; id: string } {
  const type = random.chance(0.93) ? random.pick(places.types) : random.pick(["nope", "node", "sw_", "user_role", "__proto__", "constructor", "SW_LINE", "sw_line%00", "..", "sw_line--sw_line"]);
  const own = Object.hasOwn(places.ids, type) ? (places.ids[type] ?? missing) : missing;
  const odd = ["", "0", "null", "x", "undefined", "%00", `${missing}0`, missing.toUpperCase(), "{}", "..", "%2e%2e", "%ff%fe", "__proto__", "' OR 1", "virtual", "missing", "relationships"];
  const id = random.chance(0.6) ? own : random.pick([missing, places.foreign, random.pick(odd)]);
  return { type, id };
}

/** Any JSON value, most of them of a type that nobody expects. */
export function json(random: Random, depth = 0): unknown {
  const scalars: readonly unknown[] = [null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, [], {}, [[]], [[["x"]]], [null], [{}], { value: [] }, { value: null }, { value: "x", format: {} }, { target_id: 1 }, { data: null }, { "": "" }];
  if (depth > 3 || random.chance(0.5)) return random.chance(0.5) ? random.pick(scalars) : random.pick(words);
  const size = random.below(4);
  if (random.chance(0.5)) return Array.from({ length: size }, () => json(random, depth + 1));
  return Object.fromEntries(Array.from({ length: size }, () => [random.chance(0.5) ? random.pick(names) : random.pick(words), json(random, depth + 1)]));
}
