/** What stands in for the outside on a local run: today a mail server that takes every mail and delivers none. Never for production. */
import * as z from "zod";
import { readEnv } from "../platform/env.ts";
import { listen } from "../platform/service/listen.ts";
import { startMailCatcher } from "./mail-catcher/mail-catcher.ts";
import { mailPages } from "./mail-catcher/page.ts";

const env = readEnv(
  z.object({
    PORT: z.coerce.number().int(),
    SMTP_PORT: z.coerce.number().int(),
    HOSTNAME: z.string().default("127.0.0.1"),
    /** How many ports are tried, from PORT and from SMTP_PORT on. */
    SW_PORT_TRIES: z.coerce.number().int().min(1).default(1),
    SW_INSTALLATION: z.string().min(1).default("softwhere"),
  }),
);
const catcher = await startMailCatcher(env.SMTP_PORT, env.HOSTNAME, env.SW_PORT_TRIES);
const app = mailPages(catcher);
app.get("/health", (context) => context.json({ ok: true, installation: env.SW_INSTALLATION, smtpPort: catcher.port }));
const listening = await listen(app.fetch, { port: env.PORT, hostname: env.HOSTNAME, tries: env.SW_PORT_TRIES });
console.log(`Stand-ins answers on ${listening.url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void Promise.all([listening.close(), catcher.close()]).then(() => process.exit(0)));
