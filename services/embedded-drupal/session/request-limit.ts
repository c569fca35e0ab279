import { Refusal } from "../problem/refusal.ts";

const window = 60_000;
const anonymousShare = 10;
const mostCounters = 100_000;

/** Requests per minute and caller. Counted in memory: a restart forgives, and no write is spent on a read. */
export class RequestLimit {
  readonly #perUser: number;
  readonly #counters = new Map<string, { until: number; count: number }>();

  constructor(perUser: number) {
    this.#perUser = perUser;
  }

  user(id: number): void {
    this.#count(`user ${id}`, this.#perUser);
  }

  anonymous(address: string): void {
    this.#count(`address ${address}`, Math.max(1, Math.floor(this.#perUser / anonymousShare)));
  }

  #count(key: string, limit: number): void {
    const now = Date.now();
    const known = this.#counters.get(key);
    const counter = known && known.until > now ? known : { until: now + window, count: 0 };
    counter.count += 1;
    if (counter !== known) this.#remember(key, counter, now);
    if (counter.count <= limit) return;
    const retryAfter = Math.max(1, Math.ceil((counter.until - now) / 1000));
    throw new Refusal([{ status: 429, detail: `Too many requests. Try again in ${retryAfter} seconds.` }], {
      "Retry-After": String(retryAfter),
    });
  }

  #remember(key: string, counter: { until: number; count: number }, now: number): void {
    if (this.#counters.size >= mostCounters) {
      for (const [old, { until }] of this.#counters) if (until <= now) this.#counters.delete(old);
      if (this.#counters.size >= mostCounters) this.#counters.clear();
    }
    this.#counters.set(key, counter);
  }
}
