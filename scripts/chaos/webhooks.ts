/**
 * Messages of an operator, good ones, repeated, forged, late and shuffled, while the services are killed: whether one was wrongly accepted, one was
 * lost, and whether all orders are as the operator has them.
 *
 *   npm run chaos:webhooks -- [--messages 10000] [--orders 200] [--kills 3] [--seed 7]
 *
 * Works on data of its own below `var/chaos` and on loopback only, and ends by itself.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Secret } from "../../services/platform/secrets/secret.ts";
import { listen } from "../../services/platform/service/listen.ts";
import { password } from "../../services/platform/testing/brand.ts";
import { callService, signIn } from "../../services/platform/testing/servers.ts";
import { sign } from "../../services/platform/webhooks/signatures.ts";
import { cfast } from "../../services/stand-ins/vendors/cfast/simulator.ts";
import { Random } from "../seed/random.ts";
import { Mortal } from "./servers.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "10000" },
    orders: { type: "string", default: "200" },
    kills: { type: "string", default: "3" },
    seed: { type: "string", default: "7" },
  },
});
const [messages, orders, kills] = [values.messages, values.orders, values.kills].map(Number) as [
  number,
  number,
  number,
];
const random = new Random(Number(values.seed));
const atOnce = 20;
const folder = join(fileURLToPath(new URL("../../", import.meta.url)), "var/chaos");
rmSync(folder, { recursive: true, force: true });
const started = Date.now();
const say = (text: string) =>
  console.log(`${String(Math.round((Date.now() - started) / 1_000)).padStart(5)} s  ${text}`);

const token = "chaos";
const operator = cfast({ tokens: { [token]: 100_000 } });
const listening = await listen(operator.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
/** Whose orders they are: telecom's. Without it there is nothing to be told of. */
interface Orders {
  readonly secret: string;
  readonly World: { start(): Promise<World> };
}
interface World {
  readonly backend: { readonly url: string };
  readonly operators: readonly string[];
  wanted(order: { readonly action: object }): Promise<{ readonly action: string; readonly key: string }>;
  actionOf(id: string): Promise<{ readonly status?: string | null }>;
  stop(): Promise<void>;
}
const file = new URL("../../services/verticals/telecom/suppliers/testing/world.ts", import.meta.url);
const { secret: serviceSecret, World } = (await import(file.href)) as Orders;
const world = await World.start();
const keys = `chaos:${randomBytes(32).toString("base64")}`;
const services = new Mortal(
  "services",
  () => ["--import", "tsx", "services/main.ts", "--only", "connectors"],
  () => ({
    PORT: "0",
    SW_BACKEND_URL: world.backend.url,
    SW_PLATFORM_ACCOUNT: "admin",
    SW_PLATFORM_PASSWORD: "admin",
    SW_SERVICE_SECRET: serviceSecret,
    SW_SERVICES_DATA: join(folder, "services"),
    SW_CONNECTION_KEYS: keys,
    SW_CONNECTION_ORIGINS: listening.url,
    SW_CONNECTION_FIRST_ASK: "3600",
  }),
);
await services.start();
const session = await signIn(world.backend.url, "administrator", password);
const call = (path: string, write: object) => callService(services.url, `connectors/${path}`, session, { write });
const place = { capability: "supplier", party: world.operators[0] };
await call("save", { ...place, adapter: "cfast", secret: token, origin: listening.url });
const door = (await call("webhook.renew", place)).answer as { readonly path: string; readonly secret: string };

const actions: { readonly action: string; readonly key: string }[] = [];
for (let index = 0; index < orders; index += 1)
  actions.push(await world.wanted({ action: { planned_on: "2020-01-01" } }));
while (operator.ledger.all.length < orders) await pause(500);
say(`${orders} orders lie at the operator.`);

type Kind = "good" | "repeated" | "forged" | "late";
const answers: Record<Kind, Map<number, number>> = {
  good: new Map(),
  repeated: new Map(),
  forged: new Map(),
  late: new Map(),
};
const milliseconds: number[] = [];
/** Sent until somebody answers: an operator does that as well. */
async function send(kind: Kind, id: string, body: Buffer): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const at = new Date(Date.now() - (kind === "late" ? 600_000 : 0));
    const key = kind === "forged" ? `whsec_${randomBytes(24).toString("base64")}` : door.secret;
    const since = performance.now();
    try {
      const answer = await fetch(`${services.url}/connectors${door.path}`, {
        method: "POST",
        headers: sign(new Secret(key), id, at, body),
        body: new Uint8Array(body),
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.status >= 500) throw new Error("away");
      milliseconds.push(performance.now() - since);
      answers[kind].set(answer.status, (answers[kind].get(answer.status) ?? 0) + 1);
      return;
    } catch {
      await pause(500);
    }
  }
  answers[kind].set(0, (answers[kind].get(0) ?? 0) + 1);
}

const known: { readonly id: string; readonly body: Buffer }[] = [];
let sent = 0;
const sendSome = async () => {
  while (sent < messages) {
    sent += 1;
    const share = random.next();
    const order = random.pick(operator.ledger.all);
    const body = Buffer.from(JSON.stringify({ type: "order.updated", data: { id: order.id } }));
    const id = `msg_${randomUUID()}`;
    const old = share < 0.1 && known.length > 0 ? random.pick(known) : undefined;
    if (old) await send("repeated", old.id, old.body);
    else if (share < 0.15) await send("forged", id, body);
    else if (share < 0.2) await send("late", id, body);
    else {
      // Orders go on while it is told; which of their messages comes first is chance.
      operator.ledger.advance(order);
      known.push({ id, body });
      await send("good", id, body);
    }
  }
};
const killing = (async () => {
  for (let kill = 1; kill <= kills; kill += 1) {
    while (sent < (messages * kill) / (kills + 1)) await pause(200);
    await services.kill();
    await services.start();
    say(`${kill} kills, ${sent} messages`);
  }
})();
await Promise.all([killing, ...Array.from({ length: atOnce }, sendSome)]);
say("All messages were sent.");

const states: Readonly<Record<string, string>> = {
  completed: "done",
  acknowledged: "acknowledged",
  delivered: "delivered",
};
const different = async () => {
  const found = await Promise.all(
    actions.map(async ({ action, key }) => {
      const { state } = operator.ledger.of(key) ?? { state: "none" };
      return (await world.actionOf(action)).status === (states[state] ?? state) ? 0 : 1;
    }),
  );
  return found.reduce<number>((sum, one) => sum + one, 0);
};
const end = Date.now() + 600_000;
let left = await different();
while (left > 0 && Date.now() < end) {
  await pause(2_000);
  left = await different();
}
say("Worked off.");
const doubled = operator.ledger.all.length - orders;
const told = (kind: Kind) => [...answers[kind]].map(([status, count]) => `${count} × ${status}`).join(", ") || "none";
const sorted = milliseconds.toSorted((a, b) => a - b);
const percentile = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
console.log(`\ngood: ${told("good")}; repeated: ${told("repeated")}; forged: ${told("forged")}; late: ${told("late")}`);
console.log(`answered after ${percentile(0.5)} ms (median), ${percentile(0.95)} ms (95 of 100), ${atOnce} at once`);
console.log(`${messages} messages, ${kills} kills: ${doubled} doubled, ${left} of another state than at the operator`);
const only = (kind: Kind, status: number) => [...answers[kind].keys()].every((one) => one === status);
const isRight = only("good", 202) && only("repeated", 202) && only("forged", 401) && only("late", 401);
await services.kill();
await world.stop();
await listening.close();
process.exit(isRight && doubled === 0 && left === 0 ? 0 : 1);
