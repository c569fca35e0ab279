import { readServiceAccounts, ServiceSession } from "../platform/backend/service-account.ts";
import { businessDay } from "../platform/day.ts";
import type { Logger } from "../platform/logger.ts";
import { runDay } from "./run-day.ts";

interface ScheduleOptions {
  readonly backendUrl: string;
  /** File with one account per brand; read in every round, because brands are added while we run. */
  readonly accountsFile: string;
  readonly log: Logger;
  readonly now?: () => Date;
}

const hour = 3_600_000;
const afterFailure = 60_000;

/** Milliseconds to the next full hour: midnight in Paris is one of them, on days of 23 and 25 hours too. */
export function untilNextRound(at: Date): number {
  return hour - (at.getTime() % hour);
}

/** A round when it starts and one at each full hour. A round that failed is repeated after a minute. */
export class Schedule {
  private readonly sessions = new Map<string, ServiceSession>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;
  lastRound: { readonly at: string; readonly ok: boolean } | undefined;

  constructor(private readonly options: ScheduleOptions) {}

  start(): void {
    this.running = this.round().then((ok) => {
      if (this.stopped) return;
      const wait = untilNextRound(this.now());
      this.timer = setTimeout(() => this.start(), ok ? wait : Math.min(wait, afterFailure));
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Every brand once; one that fails stops no other. */
  async round(day?: string): Promise<boolean> {
    const { accountsFile, backendUrl, log } = this.options;
    let ok = true;
    try {
      for (const account of readServiceAccounts(accountsFile)) {
        const session = this.sessions.get(account.name) ?? new ServiceSession(backendUrl, account);
        this.sessions.set(account.name, session);
        try {
          const today = day ?? businessDay(this.now());
          const report = await runDay({ session, day: today, log });
          log.info({ account: account.name, day: today, ...report }, "day done");
        } catch (error) {
          ok = false;
          session.expire();
          log.warn({ err: error, account: account.name }, "round interrupted, repeated later");
        }
      }
    } catch (error) {
      ok = false;
      log.warn({ err: error }, "service accounts not usable yet");
    }
    this.lastRound = { at: this.now().toISOString(), ok };
    return ok;
  }

  private now(): Date {
    return this.options.now?.() ?? new Date();
  }
}
