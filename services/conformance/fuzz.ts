import { randomBytes, randomUUID } from "node:crypto";
import { Agent, request as open } from "node:http";
import { parseArgs } from "node:util";
import { Client, document, one } from "./client.ts";
import { type Answer, judge } from "./fuzz/judge.ts";
import type { Places } from "./fuzz/pools.ts";
import { Random } from "./fuzz/random.ts";
import { type FuzzRequest, makeRequest } from "./fuzz/requests.ts";
import { each, loopbackBase } from "./loopback.ts";

const help = "npm run fuzz -- <base-url of a server on this machine> [--count 10000] [--seed <number>] [--only <case>]";
const patience = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

interface Target {
  readonly base: string;
  readonly client: Client;
  readonly places: Places;
}

async function prepare(base: string): Promise<Target> {
  const platform = new Client(base);
  (await platform.login("admin", process.env["SW_ADMIN_PASSWORD"] ?? "admin")).is(200);
  const [brand, foreign, name, pass] = [
    randomUUID(),
    randomUUID(),
    `fuzz_${randomBytes(4).toString("hex")}`,
    randomBytes(12).toString("base64url"),
  ];
  for (const id of [brand, foreign])
    (await platform.create("sw_brand", { name: "Fuzz", modules: ["sw_telecom"] }, {}, id)).is(201);
  const account = {
    name,
    pass,
    status: true,
    user_type: "internal",
    business_roles: ["administrator", "support_n2", "service", "connector"],
  };
  const self = (await platform.create("user", account, { brand: one("sw_brand", brand) })).is(201).id;
  const client = new Client(base);
  (await client.login(name, pass)).is(200);
  const ids: Record<string, string> = { sw_brand: brand };
  const rows: readonly (readonly [string, object, Readonly<Record<string, string>>])[] = [
    ["sw_account", { legal_name: "F", softwhere_id: name }, {}],
    ["sw_supplier", { name: "F", code: "F" }, {}],
    ["sw_catalogue", { name: "F" }, {}],
    ["sw_catalogue_item", { code: "F", name: "F", kind: "plan" }, { catalogue: "sw_catalogue" }],
    ["sw_price", { direction: "sell", gross: "1", net: "1", valid_from: "2026-01-01" }, { item: "sw_catalogue_item" }],
    ["sw_site", { name: "F" }, { account: "sw_account" }],
    ["sw_park", { kind: "mobile" }, { account: "sw_account", operator: "sw_supplier" }],
    ["sw_line", { number: "+33", status: "active" }, { park: "sw_park" }],
    ["sw_task", { title: "F" }, { account: "sw_account" }],
    ["sw_contact", { last_name: "F" }, { account: "sw_account" }],
    ["sw_document", { title: "F" }, { account: "sw_account" }],
    ["sw_sim", { iccid: "8933000000000000001" }, { account: "sw_account" }],
    [
      "sw_anomaly",
      { key: "f", check: "manual", period_start: "2026-01-01", period_end: "2026-01-31", amount: "1" },
      { account: "sw_account", supplier: "sw_supplier" },
    ],
    ["user", { name: `${name}_v`, pass, status: true, user_type: "client" }, {}],
    ["sw_role", { role: "fuzz_role" }, {}],
    ["sw_billing_site", { name: "F" }, { account: "sw_account" }],
    [
      "sw_customer_invoice",
      { number: "F", status: "open", net: "1", gross: "1", remaining: "1", connection: "F", external_id: "F" },
      { account: "sw_account", billing_site: "sw_billing_site" },
    ],
    ["sw_assignment", { purpose: "site" }, { contact: "sw_contact", site: "sw_site" }],
    ["sw_document_version", { number: 1 }, { document: "sw_document" }],
    ["sw_line_term", { valid_from: "2026-01-01" }, { line: "sw_line", plan: "sw_catalogue_item" }],
    ["sw_line_option", { valid_from: "2026-01-01" }, { line: "sw_line", item: "sw_catalogue_item" }],
    ["sw_deployment", { name: "F" }, { account: "sw_account" }],
    ["sw_milestone", { kind: "delivery" }, { deployment: "sw_deployment", contact: "sw_contact" }],
    [
      "sw_action",
      { capability: "supplier", operation: "modify_line", idempotency_key: name },
      { account: "sw_account", billing_site: "sw_billing_site", deployment: "sw_deployment", line: "sw_line" },
    ],
    ["sw_billed_item", { name: "F" }, { billing_site: "sw_billing_site" }],
    [
      "sw_supplier_invoice",
      { number: "F", format: "csv", issued_on: "2026-01-31", total_net: "1", content_hash: name },
      { supplier: "sw_supplier" },
    ],
    ["sw_supplier_invoice_line", { line_number: "1", description: "F", net: "1" }, { invoice: "sw_supplier_invoice" }],
    ["sw_dispute", { reference: name }, { supplier: "sw_supplier" }],
    ["sw_check_setting", { check: "manual", valid_from: "2026-01-01" }, { account: "sw_account" }],
    ["sw_mail_template", { kind: "task_assigned", locale: "fr", subject: "F", body: "F" }, {}],
    ["sw_layout", { role: "fuzz_role", screen: "account", blocks: ["sites"] }, {}],
    ["sw_saved_view", { name: "F", list: "sw_line" }, {}],
    ["sw_import_mapping", { kind: "sw_account", name: "F" }, {}],
    [
      "sw_notification",
      { kind: "task_assigned", event_key: name, subject_type: "sw_task", occurred_at: "2026-01-01T10:00:00+00:00" },
      { recipient: "self" },
    ],
    ["sw_subscription", { kind: "task_assigned" }, { subscriber: "self" }],
  ];
  for (const [type, attributes, links] of rows) {
    const relationships = Object.fromEntries(
      Object.entries(links).map(([field, target]) => [
        field,
        target === "self" ? one("user", self) : one(target, ids[target] ?? ""),
      ]),
    );
    ids[type] = (await client.post(`/jsonapi/${type}/${type}`, document(type, { attributes, relationships }))).is(
      201,
    ).id;
  }
  const listed = Object.keys(Object((await client.get("/jsonapi")).is(200).at("/links")));
  const types = listed.filter((link) => link.includes("--")).map((link) => link.split("--")[0] ?? "");
  const upload = await client.send("POST", "/jsonapi/sw_document/sw_document/file", {
    raw: new TextEncoder().encode("F"),
    type: "application/octet-stream",
    headers: { "Content-Disposition": 'file; filename="f.txt"' },
  });
  ids["file"] = upload.is(201).id;
  ids["sw_journal_entry"] = String(
    (await client.get("/jsonapi/sw_journal_entry/sw_journal_entry?page[limit]=1")).is(200).at("/data/0/id"),
  );
  const without = types.filter((type) => !ids[type]);
  if (without.length > 0) throw new Error(`no row to fuzz of ${without.join(", ")}: add one to prepare()`);
  return { base, client, places: { types, ids, foreign } };
}

function send({ base, client }: Target, { method, path, headers, body, anonymous }: FuzzRequest): Promise<Answer> {
  const session = anonymous ? {} : { Cookie: client.cookie, "X-CSRF-Token": client.token };
  const { hostname, port } = new URL(base);
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const outgoing = open(
      { agent, hostname, port, method, path, headers: { ...session, ...headers, ...length }, timeout: patience },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            contentType: incoming.headers["content-type"] ?? "",
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer in ${patience / 1000} s`)));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function answerOf(target: Target, request: FuzzRequest): Promise<Answer | string> {
  for (const last of [false, true]) {
    try {
      return await send(target, request);
    } catch (error) {
      // A connection kept alive may end just when it is used again.
      if (last) return error instanceof Error ? error.message : String(error);
    }
  }
  return "no answer";
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { count: { type: "string", default: "10000" }, seed: { type: "string" }, only: { type: "string" } },
  });
  const base = loopbackBase(positionals[0]);
  const count = Number(values.count);
  const seed = values.seed === undefined ? randomBytes(4).readUInt32LE() : Number(values.seed);
  if (!base || !Number.isInteger(count) || count < 1 || count > 1_000_000 || !Number.isInteger(seed)) {
    console.error(help);
    return 2;
  }
  const target = await prepare(base);
  const cases = values.only === undefined ? Array.from({ length: count }, (_, index) => index) : [Number(values.only)];
  const statuses = new Map<string, number>();
  let failed = 0;
  await each(cases, async (index) => {
    const request = makeRequest(Random.for(seed, index), target.places);
    const answer = await answerOf(target, request);
    const status = typeof answer === "string" ? "none" : String(answer.status);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const wrong = typeof answer === "string" ? answer : judge(request, answer);
    if (wrong === undefined && values.only === undefined) return;
    if (wrong !== undefined) failed += 1;
    console.log(
      `case ${index}: ${wrong ?? "nothing wrong"}\n    ${describe(request)}\n    ${typeof answer === "string" ? "" : `${answer.status} ${answer.text.slice(0, 500)}`}`,
    );
  });
  console.log(
    `seed ${seed}; statuses ${[...statuses]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([status, times]) => `${status}: ${times}`)
      .join(", ")}`,
  );
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function describe({ method, path, headers, body, anonymous }: FuzzRequest): string {
  const shown = typeof body === "string" ? JSON.stringify(body.slice(0, 600)) : body ? `${body.byteLength} bytes` : "";
  return `${method} ${path.slice(0, 6000)} ${JSON.stringify(headers).slice(0, 400)}${anonymous ? " anonymous" : ""} ${shown}`;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    console.log("0 passed, 1 failed");
    process.exit(1);
  },
);
