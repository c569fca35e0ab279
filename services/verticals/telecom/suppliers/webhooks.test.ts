import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Secret } from "../../../platform/secrets/secret.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { password } from "../../../platform/testing/brand.ts";
import { callService, signIn, startServer, type TestServer } from "../../../platform/testing/servers.ts";
import { sign } from "../../../platform/webhooks/signatures.ts";
import { cfast } from "../../../stand-ins/vendors/cfast/simulator.ts";
import { secret, World } from "./testing/world.ts";

const token = "a-key-of-the-operator";
const folder = mkdtempSync(join(tmpdir(), "webhooks-"));
const operator = cfast({ tokens: { [token]: 10_000 } });
const env = {
  SW_PLATFORM_ACCOUNT: "admin",
  SW_PLATFORM_PASSWORD: "admin",
  SW_SERVICE_SECRET: secret,
  SW_SERVICES_DATA: join(folder, "data"),
  SW_CONNECTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
  // Nobody asks by himself before the test is over.
  SW_CONNECTION_FIRST_ASK: "600",
  PORT: "0",
};

let world: World;
let listening: Listening;
let host: TestServer;
let door: { readonly path: string; readonly secret: string };

const start = () =>
  startServer("services/main.ts", {
    args: ["--only", "connectors"],
    env: { ...env, SW_BACKEND_URL: world.backend.url, SW_CONNECTION_ORIGINS: listening.url },
  });
const kill = async ({ child }: TestServer) => {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
};
const call = async (path: string, write: object, name = "administrator") =>
  callService(host.url, `connectors/${path}`, await signIn(world.backend.url, name, password), { write });
const place = () => ({ capability: "supplier", party: world.operators[0] });
const urlOf = (path: string) => `${host.url}/connectors${path}`;

async function until<Value>(what: string, ask: () => Promise<Value | undefined>): Promise<Value> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within 20 s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const reaches = (action: string, wanted: string) =>
  until(`${action} is ${wanted}`, async () => (await world.actionOf(action)).status === wanted || undefined);

/** Where the operator writes to, and how that goes wrong; what it was answered up to now. */
async function callbacks(fault?: string): Promise<readonly number[]> {
  const body = JSON.stringify({ url: urlOf(door.path), secret: door.secret, fault });
  const answer = await fetch(`${listening.url}/simulator/callbacks`, { method: "POST", body });
  return ((await answer.json()) as { answers: number[] }).answers;
}
const onDemand = (key: string, body: object) =>
  fetch(`${listening.url}/simulator/orders/${encodeURIComponent(key)}`, { method: "POST", body: JSON.stringify(body) });

beforeAll(async () => {
  world = await World.start();
  listening = await listen(operator.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  host = await start();
  const connection = { ...place(), adapter: "cfast", secret: token, origin: listening.url };
  expect(await call("save", connection)).toMatchObject({ answer: { kind: "saved" } });
  door = (await call("webhook.renew", place())).answer as typeof door;
}, 120_000);
afterAll(async () => {
  if (host) await kill(host);
  await listening?.close();
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("whoever administers a brand gives an address; nobody else does, and the secret is told once", async () => {
  expect(door.path).toMatch(/^\/webhooks\/[\w-]{32}$/);
  expect(door.secret).toMatch(/^whsec_/);
  expect(await call("webhook.renew", place(), "manager")).toMatchObject({ code: "FORBIDDEN" });
  expect(await call("webhook.renew", { ...place(), party: world.operators[1] })).toMatchObject({ code: "NOT_FOUND" });
  const session = await signIn(world.backend.url, "administrator", password);
  const { answer } = await callService(host.url, "connectors/list", session);
  expect(answer).toMatchObject({ connections: [{ writes: true, webhook: { path: door.path, lastMessage: null } }] });
  expect(JSON.stringify(answer)).not.toContain(door.secret.slice(6));
});

it("news of an order is known when the operator writes, once however often it does", async () => {
  const { action, key } = await world.wanted({ action: { planned_on: "2020-01-01" } });
  await reaches(action, "acknowledged");
  await callbacks("twice");
  await onDemand(key, { action: "hold", reason: "RIO incohérent" });
  await reaches(action, "held");
  expect((await world.actionOf(action)).reason).toBe("RIO incohérent");
  await callbacks("shuffled");
  for (const body of [{ action: "correct" }, { action: "advance" }, { action: "advance" }, { action: "finish" }])
    await onDemand(key, body);
  await reaches(action, "done");
  expect(operator.ledger.all.filter(({ reference }) => reference === key)).toHaveLength(1);
  const answers = await callbacks();
  expect(answers.length).toBeGreaterThan(6);
  expect(new Set(answers)).toEqual(new Set([202]));
});

it("paused, nothing is sent nor read and what comes is kept; taken up again, all of it goes on", async () => {
  const under = await world.wanted({ action: { planned_on: "2020-01-01" } });
  await reaches(under.action, "acknowledged");
  await callbacks();
  expect(await call("pause", place(), "manager")).toMatchObject({ code: "FORBIDDEN" });
  expect(await call("pause", { ...place(), party: world.operators[1] })).toMatchObject({ code: "NOT_FOUND" });
  for (const _ of [1, 2]) expect(await call("pause", place())).not.toHaveProperty("code");
  const session = await signIn(world.backend.url, "administrator", password);
  const listed = async () => (await callService(host.url, "connectors/list", session)).answer;
  expect(await listed()).toMatchObject({
    connections: [{ pausedAt: expect.any(String), pausedBy: expect.any(String) }],
  });
  expect((await callService(host.url, "connectors/connected", session)).answer).toMatchObject([{ isPaused: true }]);

  // Killed meanwhile: it is paused all the same.
  await kill(host);
  host = await start();
  await callbacks();
  const waiting = await world.wanted({ action: { planned_on: "2020-01-01" } });
  await onDemand(under.key, { action: "hold", reason: "RIO incohérent" });
  await until("it was written to", async () => (await callbacks()).includes(202) || undefined);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect((await world.actionOf(under.action)).status).toBe("acknowledged");
  expect(await world.actionOf(waiting.action)).toMatchObject({ status: "ready", attempts: 0 });
  expect(operator.ledger.all.filter(({ reference }) => reference === waiting.key)).toEqual([]);
  // A person may look whether it still leads there.
  expect(await call("test", place())).toMatchObject({ answer: { kind: "saved" } });
  // A new token doesn't take it up.
  await call("save", { ...place(), adapter: "cfast", secret: token, origin: listening.url });
  expect(await listed()).toMatchObject({ connections: [{ pausedAt: expect.any(String) }] });

  expect(await call("resume", place())).not.toHaveProperty("code");
  expect(await listed()).toMatchObject({ connections: [{ pausedAt: null, pausedBy: null }] });
  await reaches(under.action, "held");
  await reaches(waiting.action, "acknowledged");
  expect(operator.ledger.all.filter(({ reference }) => reference === waiting.key)).toHaveLength(1);
});

it("what is forged, late, unsigned or goes to no address is answered alike, and nothing is asked for it", async () => {
  const before = (await callbacks("forged")).length;
  const { action, key } = await world.wanted({ action: { planned_on: "2020-01-01" } });
  await reaches(action, "acknowledged");
  await callbacks("late");
  await onDemand(key, { action: "advance" });
  const answers = await until("two answers", async () => {
    const all = (await callbacks()).slice(before);
    return all.length < 2 ? undefined : all;
  });
  expect(answers).toEqual([401, 401]);
  const body = Buffer.from(JSON.stringify({ type: "order.updated", data: { id: operator.ledger.all.at(-1)?.id } }));
  const send = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(urlOf(path), { method: "POST", headers, body: new Uint8Array(body) });
    return [answer.status, await answer.text()];
  };
  const good = () => sign(new Secret(door.secret), `msg_${randomUUID()}`, new Date(), body);
  const stranger = await send(`/webhooks/${"x".repeat(32)}`, good());
  expect(stranger[0]).toBe(401);
  expect(await send(door.path, {})).toEqual(stranger);
  expect(await send(door.path, { ...good(), "webhook-signature": "v1,AAAA" })).toEqual(stranger);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await world.actionOf(action)).status).toBe("acknowledged");
  expect((await send(door.path, good()))[0]).toBe(202);
  await reaches(action, "in_progress");
});

it("the secret before is good beside the new one; what came before kill -9 is worked off after it", async () => {
  const { action, key } = await world.wanted({ action: { planned_on: "2020-01-01" } });
  await reaches(action, "acknowledged");
  const before = door;
  door = (await call("webhook.renew", place())).answer as typeof door;
  expect(door.path).toBe(before.path);
  expect(door.secret).not.toBe(before.secret);
  const order = operator.ledger.of(key);
  if (!order) throw new Error("no order");
  operator.ledger.advance(order);
  const body = Buffer.from(JSON.stringify({ type: "order.updated", data: { id: order.id } }));
  const headers = sign(new Secret(before.secret), "msg_before", new Date(), body);
  const answered = await fetch(urlOf(door.path), { method: "POST", headers, body: new Uint8Array(body) });
  expect(answered.status).toBe(202);
  await kill(host);
  host = await start();
  await reaches(action, "in_progress");
  expect(await call("webhook.remove", place())).toEqual({ answer: null });
  const again = await fetch(urlOf(door.path), {
    method: "POST",
    headers: sign(new Secret(door.secret), "msg_after", new Date(), body),
    body: new Uint8Array(body),
  });
  expect(again.status).toBe(401);
});
