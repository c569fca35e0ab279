import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { password } from "../../../platform/testing/brand.ts";
import { callService, signIn, startServer, type TestServer } from "../../../platform/testing/servers.ts";
import { cfast } from "../../../stand-ins/vendors/cfast/simulator.ts";
import { snaic } from "../../../stand-ins/vendors/snaic/simulator.ts";
import type { Simulator } from "../../../stand-ins/vendors/simulated.ts";
import type { Orders } from "../../../stand-ins/vendors/wholesale/orders.ts";
import { rioKey } from "../../../stand-ins/vendors/wholesale/ports.ts";
import { secret, World } from "./testing/world.ts";

const token = "a-key-of-the-operator";
const folder = mkdtempSync(join(tmpdir(), "corrections-"));
const tokens = { [token]: 10_000 };
const step = 300;
/** The first takes corrections, the second only cancels. */
const vendors: readonly Simulator<Orders>[] = [cfast({ tokens, step }), snaic({ tokens, step })];

let world: World;
const listening: Listening[] = [];

beforeAll(async () => {
  world = await World.start();
  for (const { app } of vendors) listening.push(await listen(app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 }));
}, 60_000);
afterAll(async () => {
  for (const one of listening) await one.close();
  await world?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const kill = async ({ child }: TestServer) => {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
};
async function until(what: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await what())) {
    if (Date.now() > end) throw new Error("It never came to that");
    await pause(200);
  }
}

it("killed with SIGKILL between correcting and sending, with answers lost: each correction is there once, each line begins", {
  timeout: 300_000,
}, async () => {
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
        SW_CONNECTION_ORIGINS: listening.map(({ url }) => url).join(","),
        SW_CONNECTION_TIMEOUT: "1.5",
        SW_CONNECTION_SETTLE: "3",
        SW_CONNECTION_FIRST_WAIT: "1",
        // What is held is asked for seldom: a correction doesn't wait for that.
        SW_CONNECTION_FIRST_ASK: "0.5",
        PORT: "0",
      },
    });
  let host = await start();
  const session = await signIn(world.backend.url, "administrator", password);
  for (const [index, adapter] of ["cfast", "snaic"].entries()) {
    const write = { capability: "supplier", adapter, secret: token, origin: listening[index]?.url };
    const { answer } = await callService(host.url, "connectors/save", session, {
      write: { ...write, party: world.operators[index] },
    });
    expect(answer).toMatchObject({ kind: "saved" });
  }
  const ports: (Awaited<ReturnType<World["wanted"]>> & { readonly content: Readonly<Record<string, string>> })[] = [];
  for (let index = 0; index < 4; index += 1) {
    const number = `+3364100000${index}`;
    const content = { number, rio: `01E123456${rioKey("01E123456", number)}`, holder: "Kervadec SAS" };
    const line = { number, status: "ordered", activated_on: null };
    const action = { payload: { ...content, rio: "01E123456AAA" }, planned_on: "2020-01-01" };
    const operator = index % 2 ? 1 : 0;
    ports.push({ content, ...(await world.wanted({ operation: "port_in", operator, line, action })) });
  }
  const all = (states: readonly string[]) => async () => {
    const actions = await Promise.all(ports.map(({ action }) => world.actionOf(action)));
    return actions.every(({ status }) => states.includes(status ?? ""));
  };
  await until(all(["held"]));

  await kill(host);
  for (const { action, content } of ports)
    await world.manager.update("sw_action", {
      type: "sw_action--sw_action",
      id: action,
      attributes: { status: "correcting", corrected: content },
    });
  for (const { id } of vendors[0]?.ledger.all.slice(0, 2) ?? [])
    vendors[0]?.faults.add({ kind: "commit_then_drop", on: `POST /api/v1/orders/${id}/correction` });
  vendors[1]?.faults.add({ kind: "commit_then_drop", on: "POST /rest/commandes", times: 2 });
  for (const after of [2_500, 900]) {
    host = await start();
    await pause(after);
    await kill(host);
  }
  host = await start();
  try {
    await until(all(["done"]));
    const [corrected, replaced] = vendors.map(({ ledger }) => ledger.all);
    expect(corrected?.map(({ state, corrections }) => [state, corrections.length])).toEqual(
      Array.from({ length: 2 }, () => ["completed", 1]),
    );
    const keysOf = ports.filter((_, index) => index % 2).map(({ key }) => key);
    expect(replaced?.map(({ reference, state }) => `${reference} ${state}`).sort()).toEqual(
      keysOf.flatMap((key) => [`${key} cancelled`, `${key}~2 completed`]).sort(),
    );
    const lines = await Promise.all(ports.map(({ line }) => world.lineOf(line)));
    expect(lines.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => "active"));
  } finally {
    await kill(host);
  }
});
