import * as z from "zod";
import { hourlyForEachBrand } from "../../platform/jobs/hourly.ts";
import { defineService, type ServiceDefinition } from "../../platform/service/define-service.ts";
import { accountMailJob } from "./account/account-mail-job.ts";
import { WaitingMails } from "./account/waiting-mails.ts";
import type { Digest } from "./digest/digest.ts";
import { digestJobs } from "./digest/digest-jobs.ts";
import { DigestWindows } from "./digest/windows.ts";
import { Deliveries } from "./mail/deliveries.ts";
import { mailJob } from "./mail/mail-job.ts";
import { smtpTransport } from "./mail/transport.ts";
import { Notifier } from "./notifier.ts";
import type { OutsideLetter } from "./outside/outside-letter.ts";
import { outsideMailJob } from "./outside/outside-mail-job.ts";
import { OutsideMails } from "./outside/outside-mails.ts";
import { notificationsRouter } from "./router.ts";
import { PendingEvents } from "./store/pending.ts";
import { tables } from "./store/schema.ts";
import { Teller } from "./tell/teller.ts";

const seconds = (standard: number) =>
  z.coerce
    .number()
    .positive()
    .default(standard)
    .transform((value) => value * 1000);

/** `digests` are those of the modules, `letters` what may be sent to people outside. */
export const notifications = (digests: readonly Digest[], letters: readonly OutsideLetter[]): ServiceDefinition =>
  defineService({
    name: "notifications",
    router: notificationsRouter,
    env: z.object({
      /** The mail server. Without it no mail is sent, and none is kept for later. */
      SW_SMTP_URL: z
        .string()
        .regex(/^(smtps?:\/\/.+)?$/, "must begin with smtp:// or smtps://")
        .optional()
        .transform((url) => url || undefined),
      SW_SMTP_TIMEOUT: z.coerce.number().positive().default(30),
      /** Where a brand's console answers; {host} stands for its host name. */
      SW_CONSOLE_ADDRESS: z.string().default("https://{host}"),
      /** Seconds without news after which a run counts as over. */
      SW_NOTIFICATIONS_QUIET: seconds(3),
      SW_NOTIFICATIONS_LONGEST: seconds(60),
      /** Days after which a notification that was read is removed. */
      SW_NOTIFICATIONS_KEEP_DAYS: z.coerce.number().positive().default(90),
      /** Seconds until the second try of a mail. */
      SW_MAIL_FIRST_WAIT: seconds(60),
    }),
    tables,
    create(platform, env) {
      const { log } = platform;
      const pending = new PendingEvents(platform.db);
      if (!env.SW_SMTP_URL) log.info("SW_SMTP_URL is not set: notifications are shown in the console only");
      const teller = new Teller(
        pending,
        env.SW_SMTP_URL ? (mail) => platform.startJob("mail", mail, mail.id) : undefined,
        log,
      );
      const notifier = new Notifier(pending, teller, {
        quiet: env.SW_NOTIFICATIONS_QUIET,
        longest: env.SW_NOTIFICATIONS_LONGEST,
        keepRead: env.SW_NOTIFICATIONS_KEEP_DAYS * 86_400_000,
      });
      const mailing = env.SW_SMTP_URL && {
        deliveries: new Deliveries(
          smtpTransport(env.SW_SMTP_URL, env.SW_SMTP_TIMEOUT),
          // Doubling from a minute to six hours: a mail is given up after about two days.
          { firstWait: env.SW_MAIL_FIRST_WAIT, longestWait: 6 * 3_600_000, mostAttempts: 15 },
          log,
        ),
        accounts: platform.accounts,
        options: { consoleAddress: env.SW_CONSOLE_ADDRESS },
        log,
      };
      const waiting = new WaitingMails(platform.accounts, (id) => platform.startJob("account-mail", { id }, id), log);
      const hourly = hourlyForEachBrand(platform, {
        name: "hour",
        label: { fr: "Échéances à annoncer", en: "Due dates to tell of" },
        run: (brand) => platform.alone(brand, (one) => notifier.hour(one)),
      });
      const calls = new OutsideMails({
        letters,
        log,
        mailing: env.SW_SMTP_URL !== undefined,
        consoleAddress: env.SW_CONSOLE_ADDRESS,
        start: (mail, id) => platform.startJob("outside-mail", mail, id),
        stateOf: (id) => platform.jobState("outside-mail", id),
      });
      return {
        calls,
        follows: notifier,
        jobs: [
          ...hourly,
          ...(mailing
            ? [
                mailJob(mailing),
                accountMailJob(mailing),
                outsideMailJob({ ...mailing, letters }),
                ...digestJobs(platform, { ...mailing, digests, windows: new DigestWindows(platform.db) }),
              ]
            : []),
        ],
        ...(mailing && { start: () => waiting.start(), stop: () => waiting.stop() }),
        health: async () => ({ brands: await pending.followed(), mail: env.SW_SMTP_URL ? "on" : "off" }),
      };
    },
  });
