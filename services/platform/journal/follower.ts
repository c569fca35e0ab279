import { AsyncLocalStorage } from "node:async_hooks";
import type { BackendClient } from "../backend/client.ts";
import type { BrandAccounts } from "../backend/brand-accounts.ts";
import { type JournalChange, readOutboxChanges } from "../backend/outbox.ts";
import type { ServiceSession } from "../backend/service-account.ts";
import type { Turns } from "../database/turns.ts";
import type { Logger } from "../logger.ts";

/** One brand as its followers see it. */
export interface FollowedBrand {
  readonly brandId: string;
  /** The newest sequence when the outbox was last read. */
  readonly head: number;
  /** The backend as the service's own user in the brand. */
  client(requestId: string): Promise<BackendClient>;
  /** Entries after the sequence, oldest first, at most 500; read once for all who ask. */
  entriesAfter(sequence: number): Promise<readonly JournalChange[]>;
}

/** Takes up what happens. It keeps its own cursor, together with what it does. */
export interface Subscriber {
  /**
   * Called when a brand is first seen, when its journal grew, and after a failure, never twice at once for a brand, on one host only. Gives the
   * milliseconds after which it wants to be called without news.
   */
  follow(brand: FollowedBrand): Promise<number | undefined>;
}

const wait = 25;
const afterFailure = 5_000;
const turnAgain = 250;
/** Brands that one subscriber works on at once. */
const atOnce = 4;

export interface FollowerOptions {
  readonly platform: ServiceSession;
  readonly accounts: BrandAccounts;
  readonly turns: Turns;
  readonly log: Logger;
}

interface Lane {
  readonly subscriber: string;
  readonly brand: Brand;
  dirty: boolean;
  running: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** One waiting read of the outbox for all brands and subscribers of a host. A brand that fails waits by itself. */
export class Follower {
  private readonly subscribers = new Map<string, Subscriber>();
  private readonly brands = new Map<string, Brand>();
  private readonly lanes = new Map<string, Lane>();
  private readonly busy = new Map<string, number>();
  private readonly abort = new AbortController();
  private readonly works = new Set<Promise<void>>();
  /** A job's step may wake a lane; what the lane then does, and its timers, belong to no job. */
  private readonly outside = AsyncLocalStorage.snapshot();
  private loop: Promise<void> | undefined;

  constructor(private readonly options: FollowerOptions) {}

  subscribe(name: string, subscriber: Subscriber): void {
    this.subscribers.set(name, subscriber);
  }

  start(): void {
    if (this.subscribers.size > 0) this.loop ??= this.read();
  }

  /** Ends the waiting read at once, and waits for what is being taken up. */
  async stop(): Promise<void> {
    this.abort.abort();
    for (const { timer } of this.lanes.values()) clearTimeout(timer);
    await this.loop;
    await Promise.all(this.works);
  }

  /** Works on a brand outside the stream: once the subscriber's turn is free, on whichever host has it, and keeps it meanwhile. */
  async alone<Answer>(
    subscriber: string,
    brandId: string,
    work: (brand: FollowedBrand) => Promise<Answer>,
  ): Promise<Answer> {
    const brand = this.brands.get(brandId) ?? new Brand(brandId, this.options.accounts);
    for (;;) {
      const release = await this.options.turns.take(turnOf(subscriber, brandId));
      if (!release) await pause(turnAgain, this.abort.signal);
      else
        try {
          return await work(brand);
        } catch (error) {
          brand.expire();
          throw error;
        } finally {
          await release();
          // The work may have left something for the stream.
          const lane = this.lanes.get(keyOf(subscriber, brandId));
          if (lane) this.wake(lane);
        }
    }
  }

  /** All brands, as the outbox has them now. */
  async brandIds(): Promise<string[]> {
    const { platform } = this.options;
    try {
      return Object.keys((await (await platform.client("outbox")).outbox({})).heads);
    } catch (error) {
      platform.expire();
      throw error;
    }
  }

  /** How many brands are being followed. */
  get followed(): number {
    return this.brands.size;
  }

  private async read(): Promise<void> {
    const { signal } = this.abort;
    const { platform, log } = this.options;
    let mark: string | undefined;
    while (!signal.aborted) {
      try {
        const backend = await platform.client("outbox");
        const outbox = await backend.outbox({ after: mark, wait, signal });
        mark = outbox.mark;
        this.take(outbox.heads);
      } catch (error) {
        if (signal.aborted) return;
        platform.expire();
        log.warn({ err: error }, "outbox not readable, asked again");
        await pause(afterFailure, signal);
      }
    }
  }

  private take(heads: Readonly<Record<string, number>>): void {
    for (const id of this.brands.keys()) if (!(id in heads)) this.drop(id);
    for (const [id, head] of Object.entries(heads)) {
      const brand = this.brands.get(id) ?? new Brand(id, this.options.accounts);
      const known = this.brands.has(id);
      this.brands.set(id, brand);
      if (known && brand.head === head) continue;
      brand.head = head;
      for (const name of this.subscribers.keys()) this.wake(this.laneOf(name, brand));
    }
  }

  private drop(brandId: string): void {
    this.brands.delete(brandId);
    for (const name of this.subscribers.keys()) {
      clearTimeout(this.lanes.get(keyOf(name, brandId))?.timer);
      this.lanes.delete(keyOf(name, brandId));
    }
  }

  private laneOf(subscriber: string, brand: Brand): Lane {
    const key = keyOf(subscriber, brand.brandId);
    const lane = this.lanes.get(key) ?? { subscriber, brand, dirty: false, running: false, timer: undefined };
    this.lanes.set(key, lane);
    return lane;
  }

  private wake(lane: Lane): void {
    if (this.abort.signal.aborted) return;
    clearTimeout(lane.timer);
    lane.dirty = true;
    if (lane.running || (this.busy.get(lane.subscriber) ?? 0) >= atOnce) return;
    const work: Promise<void> = this.outside(() => this.work(lane)).finally(() => this.works.delete(work));
    this.works.add(work);
  }

  private async work(lane: Lane): Promise<void> {
    const { subscriber, brand } = lane;
    this.busy.set(subscriber, (this.busy.get(subscriber) ?? 0) + 1);
    lane.running = true;
    lane.dirty = false;
    const again = await this.follow(lane);
    lane.running = false;
    this.busy.set(subscriber, (this.busy.get(subscriber) ?? 1) - 1);
    if (this.abort.signal.aborted || this.brands.get(brand.brandId) !== brand) return;
    if (lane.dirty) return this.wake(lane);
    if (again !== undefined) lane.timer = setTimeout(() => this.wake(lane), again);
    const next = [...this.lanes.values()].find((one) => one.subscriber === subscriber && one.dirty && !one.running);
    if (next) this.wake(next);
  }

  private async follow({ subscriber, brand }: Lane): Promise<number | undefined> {
    const { turns, log } = this.options;
    try {
      const release = await turns.take(turnOf(subscriber, brand.brandId));
      // Another host is at it; should it die, this one goes on.
      if (!release) return afterFailure;
      try {
        return await this.subscribers.get(subscriber)?.follow(brand);
      } finally {
        await release();
      }
    } catch (error) {
      brand.expire();
      if (!this.abort.signal.aborted)
        log.warn({ err: error, subscriber, brand: brand.brandId }, "interrupted, repeated later");
      return afterFailure;
    }
  }
}

const keyOf = (subscriber: string, brandId: string) => `${subscriber} ${brandId}`;
const turnOf = (subscriber: string, brandId: string) => `follow ${keyOf(subscriber, brandId)}`;

class Brand implements FollowedBrand {
  head = 0;
  private last:
    | { readonly after: number; readonly head: number; readonly entries: Promise<readonly JournalChange[]> }
    | undefined;

  constructor(
    readonly brandId: string,
    private readonly accounts: BrandAccounts,
  ) {}

  client(requestId: string): Promise<BackendClient> {
    return this.accounts.client(this.brandId, "service", requestId);
  }

  async entriesAfter(sequence: number): Promise<readonly JournalChange[]> {
    if (sequence >= this.head) return [];
    if (this.last?.after === sequence && this.last.head === this.head) return this.last.entries;
    const entries = this.client("journal-follower").then((backend) => readOutboxChanges(backend, sequence));
    this.last = { after: sequence, head: this.head, entries };
    // A failure is not kept for the next who asks.
    entries.catch(() => {
      this.last = undefined;
    });
    return entries;
  }

  expire(): void {
    this.last = undefined;
    this.accounts.expire(this.brandId, "service");
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
