import { serve } from "@hono/node-server";
import { Hono } from "hono";
import * as z from "zod";
import { readServiceAccounts, ServiceSession } from "../platform/backend/service-account.ts";
import { openDatabase } from "../platform/database/database.ts";
import { readEnv } from "../platform/env.ts";
import { createLogger } from "../platform/logger.ts";
import { MailSender } from "./mail/sender.ts";
import { smtpTransport } from "./mail/transport.ts";
import { Notifiers } from "./notifiers.ts";
import { MailQueue } from "./store/mail-queue.ts";
import { PendingEvents } from "./store/pending.ts";
import { createTables } from "./store/schema.ts";
import { Teller } from "./tell/teller.ts";

const seconds = (standard: number) =>
  z.coerce
    .number()
    .positive()
    .default(standard)
    .transform((value) => value * 1000);
const env = readEnv(
  z.object({
    SW_BACKEND_URL: z.url(),
    /** File with the service's accounts, one per brand. */
    SW_SERVICE_ACCOUNTS: z.string().min(1),
    /** Folder of what is not told and not sent yet; without it, and without a server, it lives in memory and dies with the process. */
    SW_NOTIFICATIONS_DATA: z.string().optional(),
    /** A PostgreSQL server for it. */
    SW_NOTIFICATIONS_DATABASE_URL: z.string().optional(),
    /** The mail server. Without it no mail is sent, and none is kept for later. */
    SW_SMTP_URL: z
      .string()
      .regex(/^(smtps?:\/\/.+)?$/, "must begin with smtp:// or smtps://")
      .optional()
      .transform((url) => url || undefined),
    SW_SMTP_TIMEOUT: z.coerce.number().positive().default(30),
    /** Where a brand's console answers; {host} stands for its host name. */
    SW_CONSOLE_ADDRESS: z.string().default("https://{host}"),
    /** Where a day begins. */
    SW_TIME_ZONE: z.string().default("Europe/Paris"),
    /** Seconds without news after which a run counts as over. */
    SW_NOTIFICATIONS_QUIET: seconds(3),
    SW_NOTIFICATIONS_LONGEST: seconds(60),
    /** Days after which a notification that was read is removed. */
    SW_NOTIFICATIONS_KEEP_DAYS: z.coerce.number().positive().default(90),
    /** Seconds between two looks for such ones. */
    SW_NOTIFICATIONS_FORGET_EVERY: seconds(3600),
    /** Seconds until the second try of a mail. */
    SW_MAIL_FIRST_WAIT: seconds(60),
    PORT: z.coerce.number().int().default(8350),
    HOSTNAME: z.string().default("127.0.0.1"),
  }),
);
const log = createLogger("notifications");
const database = await openDatabase({
  ...(env.SW_NOTIFICATIONS_DATABASE_URL ? { databaseUrl: env.SW_NOTIFICATIONS_DATABASE_URL } : {}),
  ...(env.SW_NOTIFICATIONS_DATA ? { dataDir: env.SW_NOTIFICATIONS_DATA } : {}),
});
await createTables(database.db);
const mails = new MailQueue(database.db);
const sessions = new Map<string, ServiceSession>();
const notifiers = new Notifiers(
  () =>
    readServiceAccounts(env.SW_SERVICE_ACCOUNTS).map((account) => {
      const session = sessions.get(account.name) ?? new ServiceSession(env.SW_BACKEND_URL, account);
      sessions.set(account.name, session);
      return { name: account.name, session };
    }),
  {
    pending: new PendingEvents(database.db),
    teller: new Teller(mails, log, env.SW_SMTP_URL !== undefined),
    pace: {
      quiet: env.SW_NOTIFICATIONS_QUIET,
      longest: env.SW_NOTIFICATIONS_LONGEST,
      dueEvery: 5 * 60_000,
      timeZone: env.SW_TIME_ZONE,
      keepRead: env.SW_NOTIFICATIONS_KEEP_DAYS * 86_400_000,
      forgetEvery: env.SW_NOTIFICATIONS_FORGET_EVERY,
    },
  },
  log,
);
const sender = env.SW_SMTP_URL
  ? new MailSender(
      mails,
      smtpTransport(env.SW_SMTP_URL, env.SW_SMTP_TIMEOUT),
      (brand) => notifiers.sessionOf(brand),
      // Doubling from a minute to six hours: a mail is given up after about two days.
      {
        consoleAddress: env.SW_CONSOLE_ADDRESS,
        timeZone: env.SW_TIME_ZONE,
        firstWait: env.SW_MAIL_FIRST_WAIT,
        longestWait: 6 * 3_600_000,
        mostAttempts: 15,
      },
      log,
    )
  : undefined;
if (!sender) log.info("SW_SMTP_URL is not set: notifications are shown in the console only");
notifiers.start();
sender?.start();

const app = new Hono();
app.get("/health", async (context) =>
  context.json({ ok: true, brands: notifiers.brands, mail: env.SW_SMTP_URL ? await mails.counts() : "off" }),
);
const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOSTNAME }, ({ port }) =>
  console.log(`Notifications answers on http://${env.HOSTNAME}:${port}`),
);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    server.close();
    void Promise.all([notifiers.stop(), sender?.stop()])
      .then(() => database.close())
      .then(() => process.exit(0));
  });
}
