import type { BrandAccounts } from "../../../platform/backend/brand-accounts.ts";
import type { Logger } from "../../../platform/logger.ts";

const every = 2_000;
const afterFailure = 10_000;

/** Asks the backend again and again for mails about people's own accounts. Each is started once, whoever asked before and died. */
export class WaitingMails {
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly accounts: BrandAccounts,
    private readonly startJob: (id: string) => Promise<void>,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.next(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.asking;
  }

  private next(wait: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.asking = this.ask().then((again) => this.next(again));
    }, wait);
  }

  private async ask(): Promise<number> {
    try {
      const mailer = await this.accounts.client(null, "account_mailer", "account-mails");
      for (const id of await mailer.waitingMails()) await this.startJob(id);
      return every;
    } catch (error) {
      this.accounts.expire(null, "account_mailer");
      if (!this.stopped) this.log.warn({ err: error }, "account mails not looked for, asked again");
      return afterFailure;
    }
  }
}
