import { json, names, type Places, words } from "./pools.ts";
import type { Random } from "./random.ts";

type Tree = Record<string, unknown>;

/** Sound attributes of some types, to be spoiled. */
const attributes: Readonly<Record<string, Tree>> = {
  sw_account: {
    legal_name: "Fuzz",
    softwhere_id: "F-1",
    status: "active",
    siren: "123456789",
    customer_since: "2026-01-01",
    external_ids: [{ system: "a", value: "b" }],
    notes: "n",
  },
  sw_site: { name: "Fuzz", latitude: "45.1", longitude: "4.5", status: "active", opens_on: "2026-01-01" },
  sw_supplier: { name: "Fuzz", code: "F", invoice_names: ["a", "b"], notice_days: 3, adapter: "x" },
  sw_line: {
    number: "+33600000000",
    status: "active",
    sell_price: "1.5",
    buy_price: "1",
    end_date: "2026-02-02",
    comment: "c",
    external_ids: [],
  },
  sw_price: { direction: "sell", gross: "1", net: "1", valid_from: "2026-01-01", currency: "EUR" },
  sw_task: { title: "Fuzz", due_on: "2026-01-01", status: "open" },
  sw_catalogue: { name: "Fuzz", active: true },
  sw_anomaly: {
    key: "k",
    check: "manual",
    period_start: "2026-01-01",
    period_end: "2026-01-31",
    amount: "1",
    status: "open",
  },
  sw_sim: { iccid: "8933000000000000000", kind: "sim", pin: "1234" },
  user: {
    name: "fuzz",
    pass: "secret-word",
    mail: "a@example.test",
    status: true,
    full_name: "F",
    user_type: "client",
    business_roles: ["client"],
  },
  sw_role: { role: "fuzz", granted: ["export"], denied: [] },
  sw_brand: { name: "Fuzz", primary_color: "#000000", modules: ["sw_telecom"] },
  sw_document: { title: "Fuzz", kind: "other" },
  sw_document_version: { number: 2 },
  sw_layout: { role: "fuzz", screen: "account", blocks: ["sites", "contacts"] },
  sw_notification: {
    kind: "task_assigned",
    event_key: "k",
    subject_type: "sw_task",
    subject_count: 2,
    occurred_at: "2026-01-01T10:00:00+00:00",
    read_at: "2026-01-01T11:00:00+00:00",
  },
  sw_subscription: { kind: "task_assigned", console: true, mail: false },
  sw_mail_template: { kind: "task_due", locale: "en", subject: "Fuzz", body: "{link}" },
  sw_saved_view: { name: "Fuzz", list: "sw_line", query: { search: "1" } },
  sw_line_term: { valid_from: "2026-02-01", valid_to: "2026-03-01", negotiated_sell_price: "1", applied: false },
  sw_deployment: { name: "Fuzz", kind: "sim_order", status: "planned", planned_on: "2027-01-01", notes: "n" },
  sw_milestone: { kind: "porting", due_on: "2027-01-01", blocked_by: "b", mailed_to: "a@example.test" },
  sw_action: {
    capability: "supplier",
    operation: "order_sim",
    payload: { sim: "sim", quantity: 1 },
    idempotency_key: "k",
    planned_on: "2027-01-01",
    reason: "r",
    milestones: { milestones: [{ code: "c", at: "2027-01-01" }] },
    next_attempt_at: "2027-01-01T10:00:00+00:00",
    attempts: 1,
  },
};

const links: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sw_site: { account: "sw_account", billing_site: "sw_billing_site" },
  sw_line: { park: "sw_park", site: "sw_site", plan: "sw_catalogue_item" },
  sw_price: { item: "sw_catalogue_item" },
  sw_task: { account: "sw_account", assignee: "user" },
  sw_anomaly: { account: "sw_account", supplier: "sw_supplier", line: "sw_line" },
  sw_sim: { account: "sw_account", line: "sw_line" },
  user: { accounts: "sw_account" },
  sw_account: { salesperson: "user" },
  sw_document: { account: "sw_account", file: "file" },
  sw_document_version: { document: "sw_document", file: "file" },
  sw_notification: { recipient: "user" },
  sw_subscription: { subscriber: "user", account: "sw_account" },
  sw_saved_view: { owner: "user" },
  sw_line_term: { line: "sw_line", plan: "sw_catalogue_item" },
  sw_deployment: { account: "sw_account", sites: "sw_site", delivery_contact: "sw_contact" },
  sw_milestone: { deployment: "sw_deployment", contact: "sw_contact", owner: "user" },
  sw_action: {
    account: "sw_account",
    billing_site: "sw_billing_site",
    depends_on: "sw_action",
    deployment: "sw_deployment",
    line: "sw_line",
  },
};

/** Fields that must differ from row to row. */
const keys = new Set(["softwhere_id", "code", "key", "number", "role", "name", "event_key", "idempotency_key"]);
/** Types whose documents can be sound. */
export const soundTypes: readonly string[] = Object.keys(attributes);

export const relationshipNames: readonly string[] = [
  ...new Set(Object.values(links).flatMap((fields) => Object.keys(fields))),
  "brand",
  "logo",
  "actor",
  "nope",
  "legal_name",
  "id",
  "__proto__",
];

function resource(random: Random, places: Places, type: string, id: string | undefined): Tree {
  const of = <Value>(table: Readonly<Record<string, Value>>, other: Value) =>
    Object.hasOwn(table, type) ? (table[type] ?? other) : other;
  const whole = random.chance(0.5);
  const some = Object.entries(of<Tree>(attributes, { name: "x" }))
    .filter(() => whole || random.chance(0.7))
    .map(([name, value]) => [
      name,
      keys.has(name) ? (typeof value === "number" ? random.below(1e6) + 1 : `${value}${random.below(1e6)}`) : value,
    ]);
  const related = Object.entries(of<Readonly<Record<string, string>>>(links, {})).map(([name, target]) => {
    const identifier = { type: `${target}--${target}`, id: places.ids[target] ?? places.foreign };
    return [name, { data: name === "accounts" || name === "sites" ? [identifier] : identifier }];
  });
  return {
    type: `${type}--${type}`,
    ...(id ? { id } : {}),
    attributes: Object.fromEntries(some),
    ...(random.chance(0.7) ? { relationships: Object.fromEntries(related) } : {}),
  };
}

/** Changes some places of a tree into what doesn't belong there. */
function spoil(random: Random, root: Tree): Tree {
  const copy = structuredClone(root);
  for (let turn = random.below(3); turn >= 0; turn -= 1) {
    let node: Tree | unknown[] = copy;
    for (let depth = random.below(5); depth > 0; depth -= 1) {
      const inner: unknown[] = Object.values(node).filter((value) => typeof value === "object" && value !== null);
      if (inner.length === 0) break;
      node = random.pick(inner) as Tree;
    }
    const keys = Object.keys(node);
    const key =
      keys.length > 0 && random.chance(0.75)
        ? random.pick(keys)
        : random.pick([
            ...names,
            "attributes",
            "relationships",
            "data",
            "meta",
            "links",
            "lid",
            "id",
            "type",
            "errors",
            "op",
            "ref",
            "href",
          ]);
    const share = random.next();
    if (share < 0.15) Reflect.deleteProperty(node, key);
    else if (share < 0.3)
      Object.defineProperty(node, key, {
        value: [Object.hasOwn(node, key) ? Reflect.get(node, key) : null],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else
      Object.defineProperty(node, key, { value: json(random), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

const texts: readonly string[] = [
  "",
  " ",
  "null",
  "true",
  "3",
  "-0",
  '"x"',
  "[]",
  "{}",
  "[[]]",
  "{",
  "}",
  '{"data":',
  '{"data":{}}',
  '{"data":null}',
  '{"data":[]}',
  '{"data":"x"}',
  '{"data":{"type":null}}',
  '{"data":{"type":[]}}',
  "{'data':1}",
  "/* x */{}",
  '{"data":{"type":"\\ud800"}}',
  '{"data":{"data":{}}}',
  '{"a":1,"a":2}',
  '{"data":1e400}',
  '{"__proto__":{"x":1}}',
  '\ufeff{"data":{}}',
  '{"data":{"attributes":{"\\u0000":"\\u0000"}}}',
  "<xml/>",
  "a=b&c=d",
  "NaN",
  "undefined",
  '{"atomic:operations":null}',
  '{"atomic:operations":{}}',
  '{"atomic:operations":[[]]}',
  '{"atomic:operations":[null]}',
  '{"atomic:results":[]}',
];

function rawBody(random: Random): string | Uint8Array<ArrayBuffer> {
  if (random.chance(0.6)) return random.pick(texts);
  switch (random.below(6)) {
    case 0:
      return "[".repeat(20_000) + (random.chance(0.5) ? "]".repeat(20_000) : "");
    case 1:
      return `{"data":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`;
    case 2:
      return new Uint8Array([0xff, 0xfe, 0x7b, 0x7d]);
    case 3:
      return new Uint8Array([
        ...new TextEncoder().encode('{"data":{"type":"'),
        0xed,
        0xa0,
        0x80,
        0xc0,
        0xaf,
        ...new TextEncoder().encode('"}}'),
      ]);
    case 4:
      return `{"data":{"type":"sw_account--sw_account","attributes":{"legal_name":"${"y".repeat(random.pick([201, 70_000, 1_500_000]))}"}}}`;
    default:
      return `{"data":{"type":"sw_task--sw_task","attributes":{${Array.from({ length: 3000 }, (_, index) => `"f${index}":1`).join(",")}}}}`;
  }
}

export function documentBody(
  random: Random,
  places: Places,
  type: string,
  id: string | undefined,
): string | Uint8Array<ArrayBuffer> {
  if (random.chance(0.2)) return rawBody(random);
  const sound = { data: resource(random, places, type, id) };
  return JSON.stringify(random.chance(0.75) ? spoil(random, sound) : sound);
}

export function linkageBody(random: Random, places: Places): string | Uint8Array<ArrayBuffer> {
  if (random.chance(0.2)) return rawBody(random);
  const target = random.pick(places.types);
  const identifier = {
    type: `${target}--${target}`,
    id: places.ids[target] ?? places.foreign,
    ...(random.chance(0.2) ? { meta: json(random) } : {}),
  };
  return JSON.stringify(
    spoil(random, { data: random.pick<unknown>([identifier, [identifier], [identifier, identifier], null, []]) }),
  );
}

export function atomicBody(random: Random, places: Places): string | Uint8Array<ArrayBuffer> {
  if (random.chance(0.15)) return rawBody(random);
  const operations = Array.from({ length: 1 + random.below(4) }, () => {
    const type = random.pick(places.types.filter((name) => name !== "user"));
    const id = places.ids[type] ?? places.foreign;
    if (random.chance(0.25)) return manyRows(random, places, type);
    const ref = {
      type: `${type}--${type}`,
      ...random.pick<Tree>([
        { id },
        { lid: "l" },
        { id, lid: "l" },
        {},
        { id, relationship: random.pick(relationshipNames) },
      ]),
    };
    return {
      op: random.pick(["add", "update", "remove", "add", "update", "nope", "", null, 1]),
      ...(random.chance(0.6) ? { ref } : {}),
      ...(random.chance(0.1) ? { href: random.pick(words) } : {}),
      ...(random.chance(0.8)
        ? {
            data: {
              ...resource(random, places, type, random.chance(0.5) ? id : undefined),
              ...(random.chance(0.3) ? { lid: "l" } : {}),
            },
          }
        : {}),
    };
  });
  return JSON.stringify(
    random.chance(0.8) ? spoil(random, { "atomic:operations": operations }) : { "atomic:operations": operations },
  );
}

/** Rows in one operation: of a sound resource's names and values, some in too many or too few places. */
function manyRows(random: Random, places: Places, type: string) {
  const { attributes = {}, relationships = {} } = resource(random, places, type, undefined) as {
    attributes?: Record<string, unknown>;
    relationships?: Record<string, { data?: { id?: unknown } | null } | null>;
  };
  const values = new Map<string, unknown>([
    ...Object.entries(attributes),
    ...Object.entries(relationships).map(([name, value]) => [name, value?.data?.id ?? null] as const),
  ]);
  const row = () => [...values.values(), ...(random.chance(0.1) ? [json(random)] : [])];
  return {
    op: "add-rows",
    type: random.chance(0.9) ? `${type}--${type}` : random.pick(words),
    fields: random.chance(0.9) ? [...values.keys()] : json(random),
    rows: random.chance(0.9) ? Array.from({ length: random.below(4) }, row) : json(random),
  };
}

/** Never a sound pair of name and password: sign-ins are counted against the address. */
export function loginBody(random: Random): string | Uint8Array<ArrayBuffer> {
  if (random.chance(0.4)) return rawBody(random);
  const odd = () => random.pick<unknown>([null, "", [], {}, 1, true, ["x"], { x: "y" }, 1e308, "\u0000", "a\u0000"]);
  return JSON.stringify({
    ...(random.chance(0.8) ? { name: odd() } : {}),
    ...(random.chance(0.8) ? { pass: random.chance(0.5) ? odd() : random.pick(words) } : {}),
    ...(random.chance(0.2) ? { [random.pick(names)]: json(random) } : {}),
  });
}
