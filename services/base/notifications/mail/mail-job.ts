import { defineJob, JobFailure } from "../../../platform/jobs/job.ts";
import type { BrandAccounts } from "../../../platform/backend/brand-accounts.ts";
import type { Logger } from "../../../platform/logger.ts";
import { type LetterOptions, letterOf } from "./letter.ts";
import { type QueuedMail, queuedMail } from "./queued-mail.ts";
import type { Outcome, Transport } from "./transport.ts";

export interface MailOptions extends LetterOptions {
  /** Wait after the first failed try; it doubles each time. */
  readonly firstWait: number;
  readonly longestWait: number;
  readonly mostAttempts: number;
}

/** What became of one try: besides the transport's outcomes, nobody to send it to any more, or a backend that couldn't be asked. */
type Try =
  | Outcome
  | { readonly kind: "dropped"; readonly reason: string }
  | { readonly kind: "unasked"; readonly reason: string };

/** Sends one mail. A try under way when the process ended is made again, under the same Message-ID. */
export function mailJob(parts: {
  readonly transport: Transport;
  readonly accounts: BrandAccounts;
  readonly options: MailOptions;
  readonly log: Logger;
}) {
  const { options, log } = parts;
  let busy: Promise<unknown> = Promise.resolve();
  /** One mail after the other, whatever is waiting. */
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const turn = busy.then(work);
    busy = turn.catch(() => undefined);
    return turn;
  };
  const attempt = async (mail: QueuedMail): Promise<Try> => {
    try {
      const backend = await parts.accounts.client(mail.brand, "service", "notification-mail");
      const letter = await letterOf(backend, mail, options, log);
      return "dropped" in letter ? { kind: "dropped", reason: letter.dropped } : await parts.transport.send(letter);
    } catch (error) {
      parts.accounts.expire(mail.brand, "service");
      return { kind: "unasked", reason: error instanceof Error ? error.message : "unknown error" };
    }
  };
  return defineJob({
    name: "mail",
    label: { fr: "Mail de notification", en: "Notification mail" },
    input: queuedMail,
    about: ({ brand, recipient }) => ({ brand, row: { type: "user", id: recipient } }),
    async run(mail, steps) {
      for (let attempts = 1; ; ) {
        const outcome = await steps.run(`try ${attempts}`, () => inTurn(() => attempt(mail)));
        if (outcome.kind === "sent" || outcome.kind === "dropped") return outcome;
        if (outcome.kind === "refused" || (outcome.kind === "later" && attempts >= options.mostAttempts)) {
          log.warn({ mail: mail.id, reason: outcome.reason, attempts }, "mail given up");
          throw new JobFailure(outcome.kind === "refused" ? "mail_refused" : "mail_given_up", outcome.reason);
        }
        await steps.sleep(Math.min(options.firstWait * 2 ** (attempts - 1), options.longestWait));
        // Where the mail server wasn't asked it was no try of the mail's own.
        if (outcome.kind === "later") attempts += 1;
      }
    },
  });
}
