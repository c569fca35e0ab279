const window = 60_000;
const mostCounters = 100_000;

/** Requests per minute and caller. Counted in memory: a restart forgives, and no write is spent on a read. */
export class RequestLimit {
  readonly #counters = new Map<string, { until: number; count: number }>();

  /** Counts one: the seconds until the caller may go on, undefined while there are at most `limit` in the minute. */
  count(caller: string, limit: number): number | undefined {
    const now = Date.now();
    const known = this.#counters.get(caller);
    const counter = known && known.until > now ? known : { until: now + window, count: 0 };
    counter.count += 1;
    if (counter !== known) this.#remember(caller, counter, now);
    return counter.count <= limit ? undefined : Math.max(1, Math.ceil((counter.until - now) / 1000));
  }

  #remember(caller: string, counter: { until: number; count: number }, now: number): void {
    if (this.#counters.size >= mostCounters) {
      for (const [old, { until }] of this.#counters) if (until <= now) this.#counters.delete(old);
      if (this.#counters.size >= mostCounters) this.#counters.clear();
    }
    this.#counters.set(caller, counter);
  }
}
