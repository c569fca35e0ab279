import type { ServiceSession } from "../../platform/backend/service-account.ts";
import type { Logger } from "../../platform/logger.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { BrandFeed } from "./brand-feed.ts";

const idle = 700;
const afterFailure = 5_000;

interface Account {
  readonly name: string;
  readonly session: ServiceSession;
}

/** One feed per brand that has a service account. The list of accounts is read again now and then: brands are added while we run. */
export class Feeds {
  private readonly feeds = new Map<string, BrandFeed>();
  private running: Promise<void> | undefined;
  private stopped = false;
  private waiting: (() => void) | undefined;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly accounts: () => Account[],
    private readonly index: SearchIndex,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.waiting?.();
    await this.running;
    await this.busy.catch(() => undefined);
  }

  /** Reads every brand anew: rows indexed and rows removed, by account. */
  async rebuild(): Promise<Record<string, { rows: number; removed: number }>> {
    const work = this.busy.then(async () => {
      const done: Record<string, { rows: number; removed: number }> = {};
      for (const [name, feed] of this.feeds) done[name] = await feed.rebuild();
      return done;
    });
    this.busy = work.catch(() => undefined);
    return work;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const more = await this.round();
      if (!more && !this.stopped) await this.pause(idle);
    }
  }

  private async round(): Promise<boolean> {
    const work = this.busy.then(async () => {
      let more = false;
      try {
        await this.openNew();
      } catch (error) {
        this.log.warn({ err: error }, "service accounts not usable yet");
        await this.pause(afterFailure);
      }
      for (const [name, feed] of this.feeds) {
        try {
          more = (await feed.step()) || more;
        } catch (error) {
          feed.expire();
          this.log.warn({ err: error, account: name }, "feed interrupted, repeated later");
          await this.pause(afterFailure);
        }
      }
      return more;
    });
    this.busy = work.catch(() => undefined);
    return work;
  }

  private async openNew(): Promise<void> {
    for (const { name, session } of this.accounts())
      if (!this.feeds.has(name)) this.feeds.set(name, await BrandFeed.open(session, this.index));
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.waiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
