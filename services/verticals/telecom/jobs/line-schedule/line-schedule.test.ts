import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AtomicOperation } from "../../../../platform/backend/client.ts";
import { BrandAccounts } from "../../../../platform/backend/brand-accounts.ts";
import { ServiceSession } from "../../../../platform/backend/service-account.ts";
import { writeEach } from "../../../../platform/backend/write-each.ts";
import { startBackend, type TestServer } from "../../../../platform/testing/servers.ts";
import { createLogger } from "../../../../platform/logger.ts";
import { runDay } from "./run-day.ts";

const root = fileURLToPath(new URL("../../../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "line-schedule-"));
const secret = "line-schedule-test-secret";
const password = "demo-2026";
const log = createLogger("line-schedule", { level: "silent" });

let backend: TestServer;
let baseUrl = "";
let manager: ServiceSession;
let scheduler: Pick<ServiceSession, "client">;
let place: { park: string; old: string; next: string; undated: string; yearly: string };

const byHand = (day: string) =>
  spawn(
    process.execPath,
    ["--import", "tsx", "services/verticals/telecom/jobs/line-schedule/by-hand.ts", baseUrl, "--day", day],
    { cwd: root, stdio: "ignore", env: { ...process.env, SW_SERVICE_SECRET: secret, SW_PLATFORM_PASSWORD: "admin" } },
  );
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", resolve));
const by = (session: Pick<ServiceSession, "client">) => session.client(`test-${randomUUID()}`);
const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

beforeAll(async () => {
  backend = await startBackend();
  baseUrl = backend.url;
  const admin = await by(new ServiceSession(baseUrl, { name: "admin", password: "admin" }));
  const brand = (
    await admin.create("sw_brand", {
      type: "sw_brand--sw_brand",
      attributes: { name: "Brand", modules: ["sw_telecom"] },
    })
  ).id;
  await admin.create("user", {
    type: "user--user",
    attributes: {
      name: "administrator",
      pass: password,
      status: true,
      full_name: "Administrator",
      user_type: "internal",
      business_roles: ["administrator"],
    },
    relationships: { brand: to("sw_brand", brand) },
  });
  manager = new ServiceSession(baseUrl, { name: "administrator", password });
  const accounts = new BrandAccounts(
    baseUrl,
    new ServiceSession(baseUrl, { name: "admin", password: "admin" }),
    secret,
  );
  scheduler = { client: (requestId) => accounts.client(brand, "scheduler", requestId) };
  place = await makePlace();
}, 60_000);

afterAll(() => {
  void backend?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function makePlace() {
  const client = await by(manager);
  const ids = {
    account: randomUUID(),
    supplier: randomUUID(),
    catalogue: randomUUID(),
    park: randomUUID(),
    old: randomUUID(),
    next: randomUUID(),
    undated: randomUUID(),
    yearly: randomUUID(),
  };
  const add = (type: string, id: string, attributes: Record<string, unknown>, relationships = {}): AtomicOperation => ({
    op: "add",
    data: { type: `${type}--${type}`, id, attributes, relationships },
  });
  const item = (id: string, code: string) =>
    add("sw_catalogue_item", id, { code, name: code, kind: "plan" }, { catalogue: to("sw_catalogue", ids.catalogue) });
  const price = (
    id: string,
    direction: string,
    net: string,
    from: string,
    until: string | null = null,
    per = "month",
  ) =>
    add(
      "sw_price",
      randomUUID(),
      { direction, gross: net, net, billing_period: per, valid_from: from, valid_to: until },
      { item: to("sw_catalogue_item", id) },
    );
  await client.operate([
    add("sw_account", ids.account, { legal_name: "Account", softwhere_id: "A-1" }),
    add("sw_supplier", ids.supplier, { name: "Operator", code: "operator" }),
    add("sw_catalogue", ids.catalogue, { name: "Catalogue" }),
    ...[
      [ids.old, "OLD"],
      [ids.next, "NEXT"],
      [ids.undated, "UNDATED"],
      [ids.yearly, "YEARLY"],
    ].map(([id, code]) => item(id ?? "", code ?? "")),
    price(ids.next, "sell", "20.0000", "2026-01-01", "2026-11-30"),
    price(ids.next, "sell", "22.0000", "2026-12-01"),
    price(ids.next, "buy", "15.5000", "2026-01-01"),
    price(ids.yearly, "sell", "240.0000", "2026-01-01", null, "year"),
    price(ids.yearly, "buy", "100.0000", "2026-01-01", null, "year"),
    add(
      "sw_park",
      ids.park,
      { kind: "mobile" },
      { account: to("sw_account", ids.account), operator: to("sw_supplier", ids.supplier) },
    ),
  ]);
  return ids;
}

let numbers = 0;

/** Lines on the old plan with a change to come, made as the console makes them. */
async function scheduleLines(
  count: number,
  given: { day: string; plan?: string; line?: Record<string, unknown>; term?: Record<string, unknown> },
): Promise<string[]> {
  const client = await by(manager);
  const ids: string[] = [];
  const operations = Array.from({ length: count }, (): AtomicOperation[] => {
    const id = randomUUID();
    ids.push(id);
    numbers += 1;
    return [
      {
        op: "add",
        data: {
          type: "sw_line--sw_line",
          id,
          attributes: {
            number: `+3363998${String(numbers).padStart(4, "0")}`,
            status: "active",
            sell_price: "10.0000",
            buy_price: "8.0000",
            ...given.line,
          },
          relationships: { park: to("sw_park", place.park), plan: to("sw_catalogue_item", place.old) },
        },
      },
      {
        op: "add",
        data: {
          type: "sw_line_term--sw_line_term",
          attributes: { valid_from: given.day, ...given.term },
          relationships: { line: to("sw_line", id), plan: to("sw_catalogue_item", given.plan ?? place.next) },
        },
      },
    ];
  }).flat();
  for (let start = 0; start < operations.length; start += 2_000)
    await client.operate(operations.slice(start, start + 2_000));
  return ids;
}

const lineOf = async (id: string) => (await by(manager)).get("sw_line", id);
const waiting = async (day: string) =>
  (await by(manager)).count(
    "sw_line_term",
    new DrupalJsonApiParams().addFilter("applied", "0").addFilter("valid_from", day, "<="),
  );
const run = (day: string) => runDay({ client: (requestId) => scheduler.client(requestId), day, log });

describe("one day", () => {
  it("carries over what begins that day with the prices of that day, once, as a rule", async () => {
    const [id = ""] = await scheduleLines(1, { day: "2026-12-01" });
    expect(await run("2026-11-30")).toMatchObject({ plans: 0 });
    expect(await lineOf(id)).toMatchObject({ sell_price: "10.0000", plan: { id: place.old } });
    expect(await run("2026-12-01")).toEqual({ plans: 1, terminated: 0, refused: 0 });
    expect(await lineOf(id)).toMatchObject({
      sell_price: "22.0000",
      buy_price: "15.5000",
      plan: { id: place.next },
      version: 2,
    });
    expect(await run("2026-12-01")).toEqual({ plans: 0, terminated: 0, refused: 0 });
    expect(await lineOf(id)).toMatchObject({ version: 2 });
    const entries = await (await by(manager)).list(
      "sw_journal_entry",
      new DrupalJsonApiParams()
        .addFields("sw_journal_entry--sw_journal_entry", ["cause", "operation"])
        .addFilter("subject_id", id)
        .addFilter("operation", "update"),
    );
    expect(new Set(entries.map((entry) => entry.cause))).toEqual(new Set(["rule"]));
  });

  it("gives the line a month's part of what is priced or agreed per year", async () => {
    const day = "2026-12-01";
    const [id = ""] = await scheduleLines(1, { day, plan: place.yearly });
    const [agreed = ""] = await scheduleLines(1, {
      day,
      plan: place.yearly,
      term: { negotiated_sell_price: "57.0000", negotiated_sell_period: "quarter" },
    });
    await run(day);
    expect(await lineOf(id)).toMatchObject({ sell_price: "20.0000", buy_price: "8.3333" });
    expect(await lineOf(agreed)).toMatchObject({ sell_price: "19.0000", buy_price: "8.3333" });
  });

  it("catches up missed days: the periods between leave no trace on the line", async () => {
    const [id = ""] = await scheduleLines(1, { day: "2026-11-10", plan: place.old });
    const client = await by(manager);
    await client.create("sw_line_term", {
      type: "sw_line_term--sw_line_term",
      attributes: { valid_from: "2026-11-20" },
      relationships: { line: to("sw_line", id), plan: to("sw_catalogue_item", place.next) },
    });
    expect(await run("2026-11-25")).toEqual({ plans: 1, terminated: 0, refused: 0 });
    expect(await lineOf(id)).toMatchObject({ sell_price: "20.0000", plan: { id: place.next }, version: 2 });
  });

  it("completes a termination the day after the last day, not before", async () => {
    const client = await by(manager);
    const id = (
      await client.create("sw_line", {
        type: "sw_line--sw_line",
        attributes: { number: "+33639989999", status: "terminating", end_date: "2026-12-31" },
        relationships: { park: to("sw_park", place.park) },
      })
    ).id;
    expect(await run("2026-12-31")).toMatchObject({ terminated: 0 });
    expect(await run("2027-01-01")).toMatchObject({ terminated: 1 });
    expect(await lineOf(id)).toMatchObject({ status: "terminated", end_date: "2026-12-31" });
  });

  it("a line without a price is refused and stops no other", async () => {
    const [bad = ""] = await scheduleLines(1, { day: "2026-10-01", plan: place.undated });
    const [good = ""] = await scheduleLines(1, { day: "2026-10-01" });
    expect(await run("2026-10-01")).toEqual({ plans: 1, terminated: 0, refused: 1 });
    expect(await lineOf(bad)).toMatchObject({ plan: { id: place.old } });
    expect(await lineOf(good)).toMatchObject({ plan: { id: place.next } });
    await (await by(manager)).operate(await removeTerms(bad));
  });

  it("what changes between reading and writing is read again", async () => {
    const ids = await scheduleLines(5, { day: "2026-09-01" });
    const [touched = ""] = ids.slice(2);
    let meddled = false;
    const meddling = new Proxy(scheduler, {
      get: (target, name) => {
        if (name !== "client") return Reflect.get(target, name);
        return async (requestId: string) => {
          const client = await target.client(requestId);
          return new Proxy(client, {
            get: (inner, method) => {
              const value: unknown = Reflect.get(inner, method);
              if (method !== "operate" || typeof value !== "function")
                return typeof value === "function" ? value.bind(inner) : value;
              return async (operations: readonly AtomicOperation[]) => {
                if (!meddled)
                  await (await by(manager)).update("sw_line", {
                    type: "sw_line--sw_line",
                    id: touched,
                    attributes: { user_name: "Somebody else" },
                  });
                meddled = true;
                return inner.operate(operations);
              };
            },
          });
        };
      },
    });
    expect(await runDay({ client: (run) => meddling.client(run), day: "2026-09-01", log })).toEqual({
      plans: 5,
      terminated: 0,
      refused: 0,
    });
    expect(await lineOf(touched)).toMatchObject({ user_name: "Somebody else", plan: { id: place.next } });
  });
});

async function removeTerms(lineId: string): Promise<AtomicOperation[]> {
  const terms = await (await by(manager)).list(
    "sw_line_term",
    new DrupalJsonApiParams().addFields("sw_line_term--sw_line_term", ["version"]).addFilter("line.id", lineId),
  );
  return terms.map(({ id }) => ({ op: "remove", ref: { type: "sw_line_term--sw_line_term", id } }));
}

it("a refused line in a batch is set aside, those around it are written once", async () => {
  const ids = await scheduleLines(4, { day: "2099-01-01" });
  const writes = ids.map((id, index) => ({
    id,
    operations: [
      {
        op: "update" as const,
        data: {
          type: "sw_line--sw_line",
          id,
          attributes: { version: 1, ...(index === 1 ? { status: "ordered" } : { sell_price: "11.0000" }) },
        },
      },
    ],
  }));
  const outcomes = await writeEach(() => by(scheduler), writes);
  expect(outcomes.map(({ id, kind }) => [id, kind])).toEqual([
    [ids[0], "changed"],
    [ids[1], "refused"],
    [ids[2], "changed"],
    [ids[3], "changed"],
  ]);
  for (const id of [ids[0], ids[2], ids[3]]) expect(await lineOf(id ?? "")).toMatchObject({ version: 2 });
});

it("killed with SIGKILL in the middle and run again, every line has changed exactly once", {
  timeout: 120_000,
}, async () => {
  const day = "2026-12-15";
  const ids = await scheduleLines(2_000, { day });
  for (const killAfter of [1, 900]) {
    const job = byHand(day);
    const gone = ended(job);
    while ((await waiting(day)) > ids.length - killAfter && job.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    job.kill("SIGKILL");
    await gone;
  }
  const left = await waiting(day);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(ids.length);
  expect(await ended(byHand(day))).toBe(0);
  expect(await waiting(day)).toBe(0);
  const wanted = new Set(ids);
  const lines = (
    await (
      await by(manager)
    ).listAll("sw_line", () =>
      new DrupalJsonApiParams()
        .addFields("sw_line--sw_line", ["version", "plan", "sell_price"])
        .addFilter("park.id", place.park),
    )
  ).filter(({ id }) => wanted.has(id));
  expect(lines).toHaveLength(ids.length);
  expect(new Set(lines.map((line) => `${line.version} ${line.plan?.id} ${line.sell_price}`))).toEqual(
    new Set([`2 ${place.next} 22.0000`]),
  );
});
