import type { ServiceSession } from "../platform/backend/service-account.ts";
import type { Logger } from "../platform/logger.ts";
import { BrandNotifier, type Pace } from "./brand-notifier.ts";
import type { PendingEvents } from "./store/pending.ts";
import type { Teller } from "./tell/teller.ts";

const idle = 700;
const afterFailure = 5_000;

interface Account {
  readonly name: string;
  readonly session: ServiceSession;
}

/** One notifier per brand that has a service account. The list of accounts is read again now and then: brands are added while we run. */
export class Notifiers {
  private readonly notifiers = new Map<string, BrandNotifier>();
  private readonly failedUntil = new Map<string, number>();
  private readonly followed = new Set<string>();
  private running: Promise<void> | undefined;
  private stopped = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly accounts: () => Account[],
    private readonly parts: { pending: PendingEvents; teller: Teller; pace: Pace },
    private readonly log: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.running;
  }

  /** The session that speaks for a brand, once its account has been opened. */
  sessionOf(brand: string): ServiceSession | undefined {
    return [...this.notifiers.values()].find(({ brandId }) => brandId === brand)?.session;
  }

  /** Brands whose journal is being followed: what happens there from now on is told. */
  get brands(): number {
    return this.followed.size;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let more = false;
      for (const account of this.known()) more = (await this.step(account)) || more;
      if (!more && !this.stopped) await this.pause(idle);
    }
  }

  private known(): Account[] {
    try {
      return this.accounts();
    } catch (error) {
      this.log.warn({ err: error }, "service accounts not usable yet");
      return [];
    }
  }

  /** A brand that fails waits by itself; the others go on. */
  private async step({ name, session }: Account): Promise<boolean> {
    if (this.stopped || (this.failedUntil.get(name) ?? 0) > Date.now()) return false;
    try {
      const { pending, teller, pace } = this.parts;
      const notifier = this.notifiers.get(name) ?? (await BrandNotifier.open(session, pending, teller, pace));
      this.notifiers.set(name, notifier);
      const more = await notifier.step();
      this.followed.add(notifier.brandId);
      return more;
    } catch (error) {
      (this.notifiers.get(name)?.session ?? session).expire();
      this.failedUntil.set(name, Date.now() + afterFailure);
      this.log.warn({ err: error, account: name }, "notifying interrupted, repeated later");
      return false;
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
