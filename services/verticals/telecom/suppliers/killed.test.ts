import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { password } from "../../../platform/testing/brand.ts";
import { callService, signIn, startServer, type TestServer } from "../../../platform/testing/servers.ts";
import { alphalink } from "../../../stand-ins/vendors/alphalink/simulator.ts";
import { cfast } from "../../../stand-ins/vendors/cfast/simulator.ts";
import { secret, World } from "./testing/world.ts";

const token = "a-key-of-the-operator";
const folder = mkdtempSync(join(tmpdir(), "suppliers-"));
const root = join(folder, "exchange");
const step = 400;
const overHttp = cfast({ tokens: { [token]: 10_000 }, step });
const byFiles = alphalink(root, { step });
const orders = "POST /api/v1/orders";

let world: World;
let listening: Listening;

beforeAll(async () => {
  world = await World.start();
  listening = await listen(overHttp.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
}, 60_000);
afterAll(async () => {
  await byFiles.close();
  await listening?.close();
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const kill = async ({ child }: TestServer) => {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
};

it("killed with SIGKILL again and again, over HTTP and by files: each order is there once, each line ends, each card comes", {
  timeout: 300_000,
}, async () => {
  const origins = [listening.url, pathToFileURL(root).href];
  // The same at each start: it opens what was sealed before.
  const keys = `test:${randomBytes(32).toString("base64")}`;
  const start = () =>
    startServer("services/main.ts", {
      args: ["--only", "connectors"],
      env: {
        SW_BACKEND_URL: world.backend.url,
        SW_PLATFORM_ACCOUNT: "admin",
        SW_PLATFORM_PASSWORD: "admin",
        SW_SERVICE_SECRET: secret,
        SW_SERVICES_DATA: join(folder, "data"),
        SW_CONNECTION_KEYS: keys,
        SW_CONNECTION_ORIGINS: origins.join(","),
        SW_CONNECTION_TIMEOUT: "1.5",
        SW_CONNECTION_SETTLE: "3",
        SW_CONNECTION_FIRST_WAIT: "1",
        SW_CONNECTION_FIRST_ASK: "0.5",
        PORT: "0",
      },
    });
  let host = await start();
  const session = await signIn(world.backend.url, "administrator", password);
  const save = async (write: object) =>
    callService(host.url, "connectors/save", session, { write: { capability: "supplier", ...write } });
  const [first, second] = world.operators;
  const http = { adapter: "cfast", secret: token, origin: origins[0] };
  expect(await save(http)).toMatchObject({ code: "BAD_REQUEST" });
  expect(await save({ ...http, party: world.account })).toMatchObject({ code: "BAD_REQUEST" });
  expect(await save({ ...http, party: first, capability: "billing" })).toMatchObject({
    answer: { code: "unknown_adapter" },
  });
  expect(await save({ ...http, party: first, origin: origins[1] })).toMatchObject({ answer: { code: "not_allowed" } });
  expect(await save({ ...http, party: first })).toMatchObject({ answer: { kind: "saved" } });
  const files = { adapter: "alphalink", secret: "", party: second, origin: origins[1] };
  expect(await save(files)).toMatchObject({ answer: { kind: "saved", company: "Alphalink" } });
  const listed = await callService(host.url, "connectors/list", session);
  expect(listed.answer).toMatchObject({
    connections: [
      { capability: "supplier", party: first, partyLabel: "First", isSimulator: true },
      { capability: "supplier", party: second, partyLabel: "Second", adapter: "alphalink" },
    ],
    adapters: expect.arrayContaining([
      expect.objectContaining({
        name: "cfast",
        capability: "supplier",
        parties: expect.arrayContaining([{ id: first, label: "First" }]),
      }),
    ]),
  });

  overHttp.faults.add({ kind: "commit_then_drop", on: orders, times: 2 });
  overHttp.faults.add({ kind: "slow", on: orders, times: 3, milliseconds: 900 });
  overHttp.faults.add({ kind: "drop", on: orders });
  const day = { planned_on: "2020-01-01" };
  const all: { action: string; line: string; key: string }[] = [];
  for (let index = 0; index < 8; index += 1)
    all.push(
      await world.wanted({
        operator: index % 2 ? 1 : 0,
        action: day,
        ...(index > 5 && { after: [all[index - 2]?.action ?? ""] }),
      }),
    );
  const sims = { operation: "order_sim", action: { ...day, payload: { sim: "sim", quantity: 2 } } };
  const cards = [await world.wanted(sims), await world.wanted({ ...sims, operator: 1 })];
  for (const after of [1_500, 700, 2_500]) {
    await pause(after);
    await kill(host);
    host = await start();
  }
  try {
    const undone = async () => {
      const actions = await Promise.all([...all, ...cards].map(({ action }) => world.actionOf(action)));
      return actions.filter(({ status }) => status !== "done");
    };
    const end = Date.now() + 200_000;
    while ((await undone()).length > 0 && Date.now() < end) await pause(500);
    expect((await undone()).map(({ status, result }) => [status, result])).toEqual([]);
    const ordered = [...overHttp.ledger.all, ...byFiles.ledger.all].map(({ reference }) => reference);
    expect(ordered.sort()).toEqual([...all, ...cards].map(({ key }) => key).sort());
    const there = await world.administrator.listAll("sw_sim", () =>
      new DrupalJsonApiParams().addFilter("status", "stock"),
    );
    const sent = [...overHttp.ledger.all, ...byFiles.ledger.all].flatMap((order) => order.cards);
    expect([sent.length, there.map(({ iccid }) => iccid).sort()]).toEqual([4, sent.map(({ iccid }) => iccid).sort()]);
    const lines = await Promise.all(all.map(({ line }) => world.lineOf(line)));
    expect(lines.filter(({ status, end_date }) => status !== "terminated" || end_date !== "2020-01-01")).toEqual([]);
  } finally {
    await kill(host);
  }
});
