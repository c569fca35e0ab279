/** What stands in for the outside on a local run: a mail server that takes every mail and delivers none, and the vendors' simulators. Never for production. */
import * as z from "zod";
import { readEnv } from "../platform/env.ts";
import { listen } from "../platform/service/listen.ts";
import { startMailCatcher } from "./mail-catcher/mail-catcher.ts";
import { mailPages } from "./mail-catcher/page.ts";
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { webhookReceiver } from "./webhook-receiver/webhook-receiver.ts";
import { demoToken, folderSimulators, simulators } from "./composition.ts";

const env = readEnv(
  z.object({
    PORT: z.coerce.number().int(),
    SMTP_PORT: z.coerce.number().int(),
    /** Of the vendors' simulators, one port each, from this one on. */
    VENDORS_PORT: z.coerce.number().int(),
    /** Where those lie that are reached by files; without it there are none. */
    VENDORS_FOLDER: z.string().min(1).optional(),
    HOSTNAME: z.string().default("127.0.0.1"),
    /** How many ports are tried, from each on. */
    SW_PORT_TRIES: z.coerce.number().int().min(1).default(1),
    SW_INSTALLATION: z.string().min(1).default("softwhere"),
  }),
);
const catcher = await startMailCatcher(env.SMTP_PORT, env.HOSTNAME, env.SW_PORT_TRIES);
const vendors = await Promise.all(
  Object.entries(simulators).map(async ([name, simulator], index) => {
    const port = env.VENDORS_PORT + index;
    return [name, await listen(simulator.fetch, { port, hostname: env.HOSTNAME, tries: env.SW_PORT_TRIES })] as const;
  }),
);
const receiver = await listen(webhookReceiver().app.fetch, {
  port: env.VENDORS_PORT + vendors.length,
  hostname: env.HOSTNAME,
  tries: env.SW_PORT_TRIES,
});
const root = env.VENDORS_FOLDER;
if (root) mkdirSync(root, { recursive: true });
const folders = root ? Object.values(folderSimulators).map((simulator) => simulator(root)) : [];
const app = mailPages(catcher);
app.get("/health", (context) =>
  context.json({
    ok: true,
    installation: env.SW_INSTALLATION,
    smtpPort: catcher.port,
    vendors: {
      ...Object.fromEntries(vendors.map(([name, { url }]) => [name, url])),
      ...(root && Object.fromEntries(Object.keys(folderSimulators).map((name) => [name, pathToFileURL(root).href]))),
    },
    vendorToken: demoToken,
    webhookReceiver: receiver.url,
  }),
);
const listening = await listen(app.fetch, { port: env.PORT, hostname: env.HOSTNAME, tries: env.SW_PORT_TRIES });
console.log(`Stand-ins answers on ${listening.url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(
    signal,
    () =>
      void Promise.all([
        listening.close(),
        catcher.close(),
        receiver.close(),
        ...[...vendors.map(([, one]) => one), ...folders].map((one) => one.close()),
      ]).then(() => process.exit(0)),
  );
