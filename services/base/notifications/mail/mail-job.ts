import type { BrandAccounts } from "../../../platform/backend/brand-accounts.ts";
import { defineJob } from "../../../platform/jobs/job.ts";
import type { Logger } from "../../../platform/logger.ts";
import { type Deliveries, type Try, unasked } from "./deliveries.ts";
import { type LetterOptions, letterOf } from "./letter.ts";
import { type QueuedMail, queuedMail } from "./queued-mail.ts";

/** Sends one notification. */
export function mailJob(parts: {
  readonly deliveries: Deliveries;
  readonly accounts: BrandAccounts;
  readonly options: LetterOptions;
  readonly log: Logger;
}) {
  const { accounts, deliveries, options, log } = parts;
  const attempt = (mail: QueuedMail): Promise<Try> =>
    accounts
      .acting(mail.brand, "service", async (client) =>
        deliveries.send(await letterOf(await client("notification-mail"), mail, options, log)),
      )
      .catch(unasked);
  return defineJob({
    name: "mail",
    label: { fr: "Mail de notification", en: "Notification mail" },
    input: queuedMail,
    about: ({ brand, recipient }) => ({ brand, row: { type: "user", id: recipient } }),
    run: (mail, steps) => deliveries.deliver(mail.id, steps, () => attempt(mail)),
  });
}
