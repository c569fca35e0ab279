import { JobFailure, type Steps } from "../../../platform/jobs/job.ts";
import type { Logger } from "../../../platform/logger.ts";
import type { Letter, Outcome, Transport } from "./transport.ts";

export interface DeliveryOptions {
  /** Wait after the first failed try; it doubles each time. */
  readonly firstWait: number;
  readonly longestWait: number;
  readonly mostAttempts: number;
}

/** What became of one try: besides the transport's outcomes, nobody to send it to any more, or a backend that couldn't be asked. */
export type Try =
  | Outcome
  | { readonly kind: "dropped"; readonly reason: string }
  | { readonly kind: "unasked"; readonly reason: string };

export function unasked(error: unknown): Try {
  return { kind: "unasked", reason: error instanceof Error ? error.message : "unknown error" };
}

/** Sends mails, one after the other, and tries again. A try under way when the process ended is made again, under the same Message-ID. */
export class Deliveries {
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transport: Transport,
    private readonly options: DeliveryOptions,
    private readonly log: Logger,
  ) {}

  async send(letter: Letter | { readonly dropped: string }): Promise<Try> {
    return "dropped" in letter ? { kind: "dropped", reason: letter.dropped } : this.transport.send(letter);
  }

  async deliver(id: string, steps: Steps, attempt: () => Promise<Try>): Promise<Try> {
    const { options, log } = this;
    for (let attempts = 1; ; ) {
      const outcome = await steps.run(`try ${attempts}`, () => this.inTurn(attempt));
      if (outcome.kind === "sent" || outcome.kind === "dropped") return outcome;
      if (outcome.kind === "refused" || (outcome.kind === "later" && attempts >= options.mostAttempts)) {
        log.warn({ mail: id, reason: outcome.reason, attempts }, "mail given up");
        throw new JobFailure(outcome.kind === "refused" ? "mail_refused" : "mail_given_up", outcome.reason);
      }
      await steps.sleep(Math.min(options.firstWait * 2 ** (attempts - 1), options.longestWait));
      // Where the mail server wasn't asked it was no try of the mail's own.
      if (outcome.kind === "later") attempts += 1;
    }
  }

  private inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const turn = this.busy.then(work);
    this.busy = turn.catch(() => undefined);
    return turn;
  }
}
