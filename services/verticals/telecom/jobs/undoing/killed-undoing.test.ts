import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Listening, listen } from "../../../../platform/service/listen.ts";
import { password } from "../../../../platform/testing/brand.ts";
import { callService, signIn, startServer, type TestServer } from "../../../../platform/testing/servers.ts";
import { cfast } from "../../../../stand-ins/vendors/cfast/simulator.ts";
import { rioKey } from "../../../../stand-ins/vendors/wholesale/ports.ts";
import { undoId } from "../../domain/undo.ts";
import { secret, World } from "../../suppliers/testing/world.ts";

const token = "a-key-of-the-operator";
const folder = mkdtempSync(join(tmpdir(), "undoing-"));
const vendor = cfast({ tokens: { [token]: 10_000 }, step: 300 });
const orders = "POST /api/v1/orders";
const day = { planned_on: "2020-01-01" };

let world: World;
let listening: Listening;

beforeAll(async () => {
  world = await World.start();
  listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
}, 60_000);
afterAll(async () => {
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

/** Three lines that are made one after the other, and a number that the other operator doesn't give. */
async function chain(start: number) {
  const deployment = await world.deployment("launched", "2020-01-01");
  const id = deployment;
  await world.manager.update("sw_deployment", {
    type: "sw_deployment--sw_deployment",
    id,
    attributes: { all_or_nothing: true },
  });
  const line = { status: "ordered", activated_on: null };
  const steps: Awaited<ReturnType<typeof world.wanted>>[] = [];
  for (let index = 0; index < 3; index += 1) {
    const after = steps.slice(-1).map(({ action }) => action);
    steps.push(await world.wanted({ operation: "create_line", line, action: day, deployment, after }));
  }
  const number = `+3369${start}`;
  const payload = { number, rio: `99P000000${rioKey("99P000000", number)}`, holder: "Kervadec" };
  const refused = await world.wanted({
    operation: "port_in",
    line: { ...line, number },
    action: { ...day, payload },
    deployment,
    after: steps.slice(-1).map(({ action }) => action),
  });
  return { deployment, steps, refused };
}

it("killed with SIGKILL again and again while it undoes: each step that was done is undone once, the last first", {
  timeout: 300_000,
}, async () => {
  const keys = `test:${randomBytes(32).toString("base64")}`;
  const start = () =>
    startServer("services/main.ts", {
      args: ["--only", "connectors,undoing"],
      env: {
        SW_BACKEND_URL: world.backend.url,
        SW_PLATFORM_ACCOUNT: "admin",
        SW_PLATFORM_PASSWORD: "admin",
        SW_SERVICE_SECRET: secret,
        SW_SERVICES_DATA: join(folder, "data"),
        SW_CONNECTION_KEYS: keys,
        SW_CONNECTION_ORIGINS: listening.url,
        SW_CONNECTION_TIMEOUT: "1.5",
        SW_CONNECTION_SETTLE: "3",
        SW_CONNECTION_FIRST_WAIT: "1",
        SW_CONNECTION_FIRST_ASK: "0.5",
        PORT: "0",
      },
    });
  let host = await start();
  const session = await signIn(world.backend.url, "administrator", password);
  const connection = { adapter: "cfast", secret: token, origin: listening.url, party: world.operators[0] };
  const saved = await callService(host.url, "connectors/save", session, {
    write: { capability: "supplier", ...connection },
  });
  expect(saved).toMatchObject({ answer: { kind: "saved" } });
  const chains = [await chain(1_234_567), await chain(1_234_568)];
  const compensations = chains.flatMap(({ steps }) => steps.map(({ action }) => undoId(action)));
  const of = (ids: readonly string[]) =>
    world.manager.listAll("sw_action", () =>
      new DrupalJsonApiParams().addFields("sw_action--sw_action", ["status"]).addFilter("id", [...ids], "IN"),
    );
  /** How many of what undoes have at least that state. */
  const reached = async (...states: readonly string[]) =>
    (await of(compensations)).filter(({ status }) => states.length === 0 || states.includes(status ?? "")).length;
  const until = async (isSo: () => Promise<boolean>, wait = 120_000) => {
    const end = Date.now() + wait;
    while (!(await isSo()) && Date.now() < end) await pause(150);
    expect(await isSo()).toBe(true);
  };
  try {
    // Written by the one, not yet sent by the other.
    await until(async () => (await reached()) > 0);
    await kill(host);
    vendor.faults.add({ kind: "commit_then_drop", on: orders, times: 2 });
    host = await start();
    for (const wanted of [1, 2, 3]) {
      await until(async () => (await reached("done")) >= wanted);
      await kill(host);
      host = await start();
    }
    await until(async () => (await reached("done")) === compensations.length);
    for (const { deployment, steps, refused } of chains) {
      expect(await world.manager.get("sw_deployment", deployment)).toMatchObject({ status: "undoing" });
      expect(await world.actionOf(refused.action)).toMatchObject({ status: "cancelled" });
      const back = steps.map(({ action }) => `undo/${action}`).reverse();
      const sent = vendor.ledger.all.map(({ reference }) => reference).filter((one) => back.includes(one));
      expect(sent).toEqual(back);
      for (const { line } of steps) expect(await world.lineOf(line)).toMatchObject({ status: "terminated" });
      expect(await world.lineOf(refused.line)).toMatchObject({ status: "cancelled" });
    }
    const all = vendor.ledger.all.map(({ reference }) => reference);
    expect(all.length).toBe(new Set(all).size);
    expect(all.filter((one) => one.startsWith("undo/"))).toHaveLength(compensations.length);
  } finally {
    await kill(host);
  }
});
