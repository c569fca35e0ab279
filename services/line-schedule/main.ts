import { serve } from "@hono/node-server";
import { Hono } from "hono";
import * as z from "zod";
import { readEnv } from "../platform/env.ts";
import { createLogger } from "../platform/logger.ts";
import { Schedule } from "./schedule.ts";

const env = readEnv(
  z.object({
    SW_BACKEND_URL: z.url(),
    /** File with the job's accounts, one per brand. */
    SW_SCHEDULER_ACCOUNTS: z.string().min(1),
    PORT: z.coerce.number().int().default(8330),
    HOSTNAME: z.string().default("127.0.0.1"),
  }),
);
const schedule = new Schedule({
  backendUrl: env.SW_BACKEND_URL,
  accountsFile: env.SW_SCHEDULER_ACCOUNTS,
  log: createLogger("line-schedule"),
});
schedule.start();

const app = new Hono();
app.get("/health", (context) => context.json({ ok: true, lastRound: schedule.lastRound ?? null }));
const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOSTNAME }, ({ port }) =>
  console.log(`Line schedule answers on http://${env.HOSTNAME}:${port}`),
);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    server.close();
    void schedule.stop().then(() => process.exit(0));
  });
}
