/**
 * Customers made at billing systems and lines ended at operators, while faults befall the vendors and the servers are killed: how many were lost, how many done twice.
 *
 *   npm run chaos -- [--actions 1000] [--vendors 4] [--kills 50] [--seed 7] [--drupal]
 *
 * Works on data of its own below `var/chaos` and on loopback only, and ends by itself. With --drupal on a real Drupal, installed anew.
 */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Random } from "../seed/random.ts";
import { Mortal } from "./servers.ts";
import { vendorOf } from "./vendors.ts";
import { type BrandAtVendor, brandAt, doneOf, linesOn, statesOf } from "./world.ts";

const { values } = parseArgs({
  options: {
    actions: { type: "string", default: "1000" },
    vendors: { type: "string", default: "4" },
    kills: { type: "string", default: "50" },
    seed: { type: "string", default: "7" },
    drupal: { type: "boolean", default: false },
  },
});
const [actions, vendors, kills, seed] = [values.actions, values.vendors, values.kills, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
/** After the last kill all has to be done within. */
const longest = 900_000;
const folder = join(fileURLToPath(new URL("../../", import.meta.url)), "var/chaos");
rmSync(folder, { recursive: true, force: true });
const random = new Random(seed);
const started = Date.now();
const say = (text: string) =>
  console.log(`${String(Math.round((Date.now() - started) / 1_000)).padStart(5)} s  ${text}`);

const sellers = await Promise.all(
  Array.from({ length: vendors }, (_, index) => vendorOf(index, join(folder, `exchange-${index}`))),
);
const backend = values.drupal ? await drupal() : embedded();
await backend.start();
const keys = `chaos:${randomBytes(32).toString("base64")}`;
const services = new Mortal(
  "services",
  () => ["--import", "tsx", "services/main.ts", "--only", "connectors"],
  () => ({
    PORT: "0",
    SW_BACKEND_URL: backend.url,
    SW_PLATFORM_ACCOUNT: "admin",
    SW_PLATFORM_PASSWORD: "admin",
    SW_SERVICE_SECRET: "chaos-service-secret",
    SW_SERVICES_DATA: join(folder, "services"),
    SW_CONNECTION_KEYS: keys,
    SW_CONNECTION_ORIGINS: sellers.map(({ origin }) => origin).join(","),
    SW_CONNECTION_TIMEOUT: "2",
    SW_CONNECTION_SETTLE: "4",
    SW_CONNECTION_FIRST_WAIT: "1",
    SW_CONNECTION_FIRST_ASK: "0.5",
  }),
);
await services.start();
say(`Backend and services run; ${vendors} vendors.`);

const brands: BrandAtVendor[] = [];
for (const [index, vendor] of sellers.entries())
  brands.push(
    await brandAt({ backend: backend.url, services: services.url }, vendor, {
      index,
      count: Math.floor(actions / vendors) + (index < actions % vendors ? 1 : 0),
      random,
    }),
  );
say(`${actions} actions are wanted.`);

let slowest = 0;
for (let kill = 1; kill <= kills; kill += 1) {
  for (const brand of brands) if (random.chance(0.5)) brand.vendor.misfortune(random);
  await pause(500 + random.next() * 2_500);
  const victim = random.chance(0.6) ? services : backend;
  await victim.kill();
  await pause(random.next() * 500);
  await victim.start();
  const before = await done();
  const since = Date.now();
  // Nothing to resume where nothing is left.
  while (before < actions && (await done()) <= before && Date.now() - since < 60_000) await pause(200);
  const resumed = Date.now() - since;
  slowest = Math.max(slowest, resumed);
  if (kill % 5 === 0 || kill === kills) say(`${kill} kills, ${await done()} done`);
}
for (const { vendor } of brands) vendor.calm();
const end = Date.now() + longest;
while ((await done()) < actions && Date.now() < end) await pause(500);

let [lost, doubled, different] = [0, 0, 0];
for (const brand of brands) {
  const states = await statesOf(brand);
  for (const { action, reference } of brand.wanted) {
    const made = brand.vendor.made(reference);
    if (made.length === 0) lost += 1;
    if (made.length > 1) doubled += 1;
    const state = states.get(action);
    if (state?.status !== "done" || !made.includes(state.known)) different += 1;
  }
  // A line whose end the operator confirmed has ended here too.
  different += await linesOn(brand);
}
say(`Resumed after ${Math.round(slowest / 1_000)} s at most.`);
console.log(
  `\n${actions} actions, ${kills} kills: ${lost} lost, ${doubled} doubled, ${different} of another state than at the vendor`,
);
await services.kill();
await backend.kill();
await Promise.all(sellers.map((seller) => seller.close()));
process.exit(lost + doubled + different > 0 || slowest >= 60_000 ? 1 : 0);

async function done(): Promise<number> {
  for (let tries = 0; ; tries += 1)
    try {
      return (await Promise.all(brands.map(doneOf))).reduce((sum, count) => sum + count, 0);
    } catch (error) {
      if (tries === 20) throw error;
      await pause(500);
    }
}

function embedded(): Mortal {
  return new Mortal(
    "embedded backend",
    (port = 0) => [
      "--import",
      "tsx",
      "services/embedded-drupal/main.ts",
      "--port",
      String(port),
      "--data",
      join(folder, "database"),
    ],
    () => ({ SW_ADMIN_PASSWORD: "admin", SW_REQUESTS_PER_MINUTE: "100000" }),
  );
}

async function drupal(): Promise<Mortal> {
  Object.assign(process.env, { SW_ADMIN_PASSWORD: "admin", SW_DRUPAL_VAR: folder });
  const install = new URL("../drupal/install.mjs", import.meta.url).href;
  const { installDrupal } = (await import(install)) as {
    installDrupal(given: { reset: boolean; log: typeof say }): Promise<void>;
  };
  await installDrupal({ reset: true, log: say });
  return new Mortal(
    "Drupal",
    (port = 18900) => ["scripts/drupal/serve.mjs", `--port=${port}`],
    () => ({ SW_DRUPAL_VAR: folder, SW_ADMIN_PASSWORD: "admin", SW_REQUESTS_PER_MINUTE: "100000" }),
  );
}
