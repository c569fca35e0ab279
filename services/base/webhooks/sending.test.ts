import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { typeModules } from "../../model/generated/labels.ts";
import { type OpenDatabase, openDatabase } from "../../platform/database/database.ts";
import { createTables } from "../../platform/database/tables.ts";
import { createLogger } from "../../platform/logger.ts";
import { SealingKeys } from "../../platform/secrets/keys.ts";
import { Vault } from "../../platform/secrets/vault.ts";
import { type Listening, listen } from "../../platform/service/listen.ts";
import { SigningSecrets } from "../../platform/webhooks/signing-secret.ts";
import { type ReceivedMessage, webhookReceiver } from "../../stand-ins/webhook-receiver/webhook-receiver.ts";
import { Administration, type Administrator, secretsOf } from "./administration.ts";
import { standardSchedule, waitAfter } from "./sending/schedule.ts";
import { Sender } from "./sending/sender.ts";
import { Deliveries } from "./store/deliveries.ts";
import { Endpoints } from "./store/endpoints.ts";
import { tables } from "./store/tables.ts";

const receiver = webhookReceiver();
const log = createLogger("test");
let listening: Listening;
let database: OpenDatabase;
let endpoints: Endpoints;
let deliveries: Deliveries;
let secrets: SigningSecrets;
let administration: Administration;
let sender: Sender;
const permissions = ["administer brand", "view sw_site", "view sw_account"];
const someone = (brand: string = randomUUID()): Administrator => ({ brand, name: "N", permissions, modules: [] });

beforeAll(async () => {
  listening = await listen(receiver.app.fetch as never, { port: 0, hostname: "127.0.0.1" });
  database = await openDatabase({});
  for (const _ of [1, 2]) await createTables(database.db, "webhooks", tables);
  endpoints = new Endpoints(database.db);
  deliveries = new Deliveries(database.db);
  const keys = new SealingKeys(`one:${Buffer.alloc(32, 7).toString("base64")}`);
  secrets = new SigningSecrets(new Vault(database.db, "webhooks", keys));
});
afterAll(async () => {
  await database.close();
  await listening.close();
});

/** Sends with a schedule that tests can wait for. */
function senderWith(more: { schedule?: readonly number[]; timeout?: number; inside?: readonly string[] } = {}): Sender {
  const taken = new Set<string>();
  return new Sender({
    endpoints,
    deliveries,
    log,
    secretsOf: secretsOf(secrets),
    async turn(name) {
      if (taken.has(name)) return undefined;
      taken.add(name);
      return async () => void taken.delete(name);
    },
    inside: [listening.url],
    timeout: 1_500,
    schedule: [0.2, 0.2, 0.2],
    ...more,
  });
}
beforeEach(() => {
  receiver.messages.length = 0;
  begin(senderWith());
});
afterEach(() => sender.stop());

function begin(one: Sender): void {
  sender = one;
  administration = new Administration({
    endpoints,
    deliveries,
    secrets,
    inside: [listening.url],
    timeout: 1_500,
    came: () => one.look(),
  });
  one.start();
}

async function endpointAt(path: string, by = someone()) {
  const entered = { name: path, url: `${listening.url}${path}`, events: ["sw_site.updated"] };
  const saved = await administration.save(by, entered);
  if (saved?.kind !== "saved" || saved.secret === undefined) throw new Error(JSON.stringify(saved));
  const { id, secret } = saved;
  const brand = by.brand;
  return { id, secret, brand, path, send: () => administration.test(brand, id) };
}
const at = (path: string): ReceivedMessage[] => receiver.messages.filter((message) => message.path === path);
async function until<Value>(ask: () => Promise<Value | undefined> | Value | undefined, seconds = 30): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error("not in time");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
type Known = Awaited<ReturnType<typeof endpointAt>>;
const deliveryOf = async ({ brand, id: endpoint }: Known, id: string | undefined) =>
  (await deliveries.page(brand, { endpoint, failedOnly: false })).deliveries.find((one) => one.id === id);
const ends = (known: Known, id: string | undefined, state: "delivered" | "failed") =>
  until(async () => {
    const found = await deliveryOf(known, id);
    return found?.state === state ? found : undefined;
  });
const stateOf = async ({ brand, id }: Known) => (await endpoints.of(brand)).find((one) => one.id === id);
const verify = (secret: string, { body, headers }: ReceivedMessage) => new Webhook(secret).verify(body, { ...headers });

describe("Standard Webhooks, sent", () => {
  test("the reference library accepts id, timestamp and bytes; with another secret, or another byte, it doesn't", async () => {
    const known = await endpointAt("/signed");
    expect(known.secret).toMatch(/^whsec_[\w+/]{32}$/);
    const id = await known.send();
    const delivery = await ends(known, id, "delivered");
    const [message] = at("/signed") as [ReceivedMessage];
    expect(verify(known.secret, message)).toEqual({
      type: "webhook.test",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: { brand: known.brand, id: known.id },
    });
    expect(message.headers).toMatchObject({ "webhook-id": id, "content-type": "application/json" });
    expect(delivery).toMatchObject({ attempts: 1, status: 200, failure: null, nextAt: null });
    const other = await endpointAt("/other");
    expect(() => verify(other.secret, message)).toThrow();
    expect(() => verify(known.secret, { ...message, body: `${message.body} ` })).toThrow();
  });

  test("after the secret was changed both sign; the one before no more after a day", async () => {
    const known = await endpointAt("/rotated");
    const secret = await administration.renew(known.brand, known.id);
    await ends(known, await known.send(), "delivered");
    const [first] = at("/rotated") as [ReceivedMessage];
    for (const one of [known.secret, secret ?? ""]) expect(verify(one, first)).toMatchObject({ type: "webhook.test" });
    expect(first.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    await sql`UPDATE webhooks.endpoints SET secret_since = now() - interval '25 hours' WHERE id = ${known.id}::uuid`.execute(
      database.db,
    );
    await ends(known, await known.send(), "delivered");
    const second = at("/rotated")[1] as ReceivedMessage;
    expect(verify(secret ?? "", second)).toMatchObject({ type: "webhook.test" });
    expect(() => verify(known.secret, second)).toThrow();
  });

  test("each try has the same id and a timestamp of its own", async () => {
    const known = await endpointAt("/again");
    receiver.behave("/again", { status: 500 });
    const id = await known.send();
    await until(() => at("/again").length >= 1 || undefined);
    receiver.behave("/again", { status: 204 });
    await sender.stop();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    begin(senderWith());
    expect(await ends(known, id, "delivered")).toMatchObject({ attempts: 2, status: 204 });
    const tries = at("/again");
    expect(new Set(tries.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([id]));
    expect(new Set(tries.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(2);
    for (const one of tries) verify(known.secret, one);
  });

  test("the schedule is the standard's: nine waits, 75 hours 35 minutes in all, each a tenth shorter or longer at most", () => {
    const waits = (random: () => number) =>
      Array.from({ length: 9 }, (_, index) => waitAfter(index + 1, standardSchedule, 0, random) ?? Number.NaN);
    const hours = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / 3_600_000;
    expect(hours(waits(() => 0.5))).toBeCloseTo(75 + 35 / 60, 2);
    expect(hours(waits(() => 0))).toBeCloseTo((75 + 35 / 60) * 0.9, 1);
    expect(hours(waits(() => 1))).toBeCloseTo((75 + 35 / 60) * 1.1, 1);
    expect(waits(() => 0.5).slice(0, 3)).toEqual([5_000, 300_000, 1_800_000]);
    expect(waitAfter(10, standardSchedule)).toBeUndefined();
  });

  test("who is busy is asked when they say, a day later at most, never sooner than planned", () => {
    expect(waitAfter(1, standardSchedule, 60)).toBe(60_000);
    expect(waitAfter(1, standardSchedule, 10 ** 9)).toBe(86_400_000);
    expect(waitAfter(3, standardSchedule, 1, () => 0.5)).toBe(1_800_000);
  });

  test.each([
    ["500", { status: 500 }, { status: 500, failure: null }],
    ["400", { status: 400 }, { status: 400, failure: null }],
    ["a redirect, which isn't followed", { redirect: "/elsewhere" }, { status: 302, failure: "redirected" }],
    ["no answer in time", { slow: 6_000 }, { status: null, failure: "timeout" }],
    ["a broken connection", "drop" as const, { status: null, failure: "cut" }],
  ] as const)(
    "%s is a failure, tried again as the schedule says and no longer",
    { timeout: 60_000 },
    async (name, how, left) => {
      const path = `/bad-${name.replaceAll(/\W+/g, "-")}`;
      const known = await endpointAt(path);
      receiver.behave(path, how);
      const id = await known.send();
      expect(await ends(known, id, "failed")).toMatchObject({ attempts: 4, ...left });
      expect(at(path)).toHaveLength(4);
      expect(at("/elsewhere")).toEqual([]);
      expect(await stateOf(known)).toMatchObject({ state: "disabled", reason: "failing" });
    },
  );

  test("a 2xx is taken, however much is said besides, of which little is read", async () => {
    const known = await endpointAt("/talks");
    receiver.behave("/talks", { bytes: 5_000_000 });
    expect(await ends(known, await known.send(), "delivered")).toMatchObject({ status: 200, attempts: 1 });
  });

  test("410 disables at once: what waits ends, nothing more is kept, and enabled again it is asked anew", async () => {
    const known = await endpointAt("/gone");
    receiver.behave("/gone", { status: 410 });
    const id = await known.send();
    expect(await ends(known, id, "failed")).toMatchObject({ attempts: 1, status: 410 });
    expect(await stateOf(known)).toMatchObject({ state: "disabled", reason: "gone" });
    expect(await endpoints.listeners(known.brand)).toEqual([]);
    expect(await known.send()).toBeUndefined();
    expect(await administration.resend(known.brand, known.id, id ?? "")).toBe(false);
    receiver.behave("/gone", { status: 200 });
    expect(await administration.setState(known.brand, known.id, "active")).toBe(true);
    expect(await administration.resend(known.brand, known.id, id ?? "")).toBe(true);
    expect(await ends(known, id, "delivered")).toMatchObject({ attempts: 1 });
    expect(at("/gone").map(({ headers }) => headers["webhook-id"])).toEqual([id, id]);
  });

  test("one message that is never taken disables nothing where others arrive", { timeout: 20_000 }, async () => {
    const known = await endpointAt("/picky");
    receiver.behave("/picky", { status: 422 });
    const bad = await known.send();
    await until(() => at("/picky").length >= 1 || undefined);
    receiver.behave("/picky", { status: 200 });
    await sender.stop();
    const good = await known.send();
    await sql`UPDATE webhooks.deliveries SET next_at = now() + interval '1 hour' WHERE id = ${bad}::uuid`.execute(
      database.db,
    );
    begin(senderWith());
    await ends(known, good, "delivered");
    receiver.behave("/picky", { status: 422 });
    await administration.resend(known.brand, known.id, bad ?? "");
    await ends(known, bad, "failed");
    expect(await stateOf(known)).toMatchObject({ state: "active" });
  });

  test("a receiver that never answers keeps no other waiting", async () => {
    await sender.stop();
    begin(senderWith({ timeout: 5_000 }));
    const dead = await endpointAt("/dead");
    const quick = await endpointAt("/quick", someone(dead.brand));
    receiver.behave("/dead", { slow: 60_000 });
    for (let count = 0; count < 20; count += 1) await dead.send();
    await until(() => at("/dead").length >= 4 || undefined);
    const began = Date.now();
    await ends(quick, await quick.send(), "delivered");
    expect(Date.now() - began).toBeLessThan(2_500);
    expect(at("/dead").length).toBe(4);
  });

  test("one message is never under way twice, whoever asks for it meanwhile", async () => {
    const known = await endpointAt("/slowly");
    receiver.behave("/slowly", { slow: 250 });
    const id = await known.send();
    for (let count = 0; count < 10; count += 1) {
      await administration.resend(known.brand, known.id, id ?? "");
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    await ends(known, id, "delivered");
    expect(receiver.mostOfOneId("/slowly")).toBe(1);
  });

  test("while it is paused nothing is sent and nothing is lost", async () => {
    const known = await endpointAt("/paused");
    expect(await administration.setState(known.brand, known.id, "paused")).toBe(true);
    const id = randomUUID();
    await deliveries.take(known.brand, [{ id, endpoint: known.id, event: "sw_site.updated", payload: "{}" }], 1);
    sender.look();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(at("/paused")).toEqual([]);
    await administration.setState(known.brand, known.id, "active");
    await ends(known, id, "delivered");
  });

  test("what was taken up twice is sent once", async () => {
    const known = await endpointAt("/once");
    const id = randomUUID();
    const added = [{ id, endpoint: known.id, event: "sw_site.updated", payload: "{}" }];
    await deliveries.take(known.brand, added, 1);
    sender.look();
    await ends(known, id, "delivered");
    await deliveries.take(known.brand, added, 1);
    sender.look();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(at("/once")).toHaveLength(1);
  });

  test("a name that leads inside when it is sent to is not reached, whatever it was when it was saved", async () => {
    const brand = randomUUID();
    const id = randomUUID();
    await secrets.renew({ brand, owner: id });
    const url = `https://localhost:${new URL(listening.url).port}/rebound`;
    await endpoints.add({ id, brand, name: "r", url, events: [], permissions: [], savedBy: "N" });
    const known = { id, brand } as Known;
    const delivery = await administration.test(brand, id);
    const tried = await until(async () => {
      const one = await deliveryOf(known, delivery);
      return one && one.attempts > 0 ? one : undefined;
    });
    expect(tried).toMatchObject({ status: null, failure: "private_address" });
    expect(at("/rebound")).toEqual([]);
  });

  test("after thirty days nothing is known of what was sent", async () => {
    const known = await endpointAt("/kept");
    const [old, young] = [await known.send(), await known.send()];
    for (const id of [old, young]) await ends(known, id, "delivered");
    await sql`UPDATE webhooks.deliveries SET created_at = now() - interval '31 days' WHERE id = ${old}::uuid`.execute(
      database.db,
    );
    expect(await deliveries.forget(new Date())).toBe(false);
    expect(await deliveryOf(known, old)).toBeUndefined();
    expect(await deliveryOf(known, young)).toBeDefined();
  });
});

describe("an address is not kept", () => {
  it.each([
    ["http://example.com/hook", "not_secure"],
    ["ftp://example.com/hook", "no_address"],
    ["nothing", "no_address"],
    ["https://me:word@example.com/", "no_address"],
    ["https://127.0.0.1/", "private_address"],
    ["https://[::ffff:10.0.0.1]/", "private_address"],
    ["https://169.254.169.254/latest", "private_address"],
    ["https://localhost/", "private_address"],
    ["https://nobody.invalid/", "unresolved"],
  ])("%s: %s", async (url, code) => {
    const saved = await administration.save(someone(), { name: "n", url, events: ["sw_site.updated"] });
    expect(saved).toEqual({ kind: "refused", field: "url", code });
  });

  it("with events of types that the administrator may not see, or of a module that isn't open", async () => {
    const ofModules = Object.keys(typeModules).filter((type) => typeModules[type] !== "sw_base");
    const events = ["sw_contact.updated", "sw_site.renamed", "sw_customer_invoice.created"];
    for (const event of [...events, ...ofModules.map((type) => `${type}.updated`)])
      expect(
        await administration.save(someone(), { name: "n", url: `${listening.url}/x`, events: [event] }),
      ).toMatchObject({ field: "events", code: "unknown_event" });
  });

  it("beyond ten of a brand", async () => {
    const by = someone();
    for (let count = 0; count < 10; count += 1) await endpointAt(`/many/${count}`, by);
    const entered = { name: "n", url: `${listening.url}/many`, events: ["sw_site.updated"] };
    expect(await administration.save(by, entered)).toMatchObject({ code: "too_many" });
  });
});

test("of another brand's address nothing is found, changed or sent", async () => {
  const known = await endpointAt("/theirs");
  const id = (await known.send()) ?? "";
  await ends(known, id, "delivered");
  const { brand } = someone();
  const entered = { id: known.id, name: "n", url: `${listening.url}/mine`, events: ["sw_site.updated"] };
  expect(await administration.save(someone(brand), entered)).toBeUndefined();
  expect(await administration.renew(brand, known.id)).toBeUndefined();
  expect(await administration.setState(brand, known.id, "paused")).toBe(false);
  expect(await administration.test(brand, known.id)).toBeUndefined();
  expect(await administration.resend(brand, known.id, id)).toBe(false);
  expect(await administration.remove(brand, known.id)).toBe(false);
  expect(await endpoints.of(brand)).toEqual([]);
  expect((await deliveries.page(brand, { endpoint: known.id, failedOnly: false })).deliveries).toEqual([]);
  expect(at("/theirs")).toHaveLength(1);
  expect(await stateOf(known)).toMatchObject({ state: "active", name: "/theirs" });
});

test("secrets are in no column of the service's own, and go with their address", async () => {
  const known = await endpointAt("/sealed");
  const { rows } = await sql<{ all: string }>`SELECT row_to_json(e)::text AS all FROM webhooks.endpoints AS e`.execute(
    database.db,
  );
  expect(rows.map(({ all }) => all).join()).not.toContain("whsec_");
  expect(await secrets.of({ brand: known.brand, owner: known.id }, new Date())).toHaveLength(1);
  expect(await administration.remove(known.brand, known.id)).toBe(true);
  expect(await secrets.of({ brand: known.brand, owner: known.id }, new Date())).toEqual([]);
});
