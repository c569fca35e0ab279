import type { Logger } from "../../../platform/logger.ts";
import type { Secret } from "../../../platform/secrets/secret.ts";
import type { Deliveries, DueDelivery } from "../store/deliveries.ts";
import type { Endpoints, Target } from "../store/endpoints.ts";
import { atOnce, attempt, doorTo, type Tried } from "./attempt.ts";
import { waitAfter } from "./schedule.ts";

/** What has become due is looked for so often, in milliseconds. */
const lookEvery = 1_000;
/** After something went wrong on our side. */
const pause = 5_000;

export interface Sending {
  readonly endpoints: Endpoints;
  readonly deliveries: Deliveries;
  readonly log: Logger;
  secretsOf(target: Target): Promise<readonly Secret[]>;
  /** Who sends to an address, among all hosts. */
  turn(name: string): Promise<(() => Promise<void>) | undefined>;
  /** Addresses inside that may be sent to. */
  readonly inside: readonly string[];
  /** Of one try, in milliseconds. */
  readonly timeout: number;
  /** Seconds after each failed try. */
  readonly schedule: readonly number[];
}

/**
 * Sends what is due. Each address has a lane of its own, on one host at a time, so that a slow one keeps no other waiting and nothing is sent by two.
 * What came of a try is written after it: a process that dies meanwhile leaves it to be tried again, under the same id.
 */
export class Sender {
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #resting = new Map<string, number>();
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  readonly #abort = new AbortController();

  constructor(private readonly given: Sending) {}

  start(): void {
    this.#timer = setInterval(() => this.look(), lookEvery);
    this.look();
  }

  /** Takes up nothing more. A try that is under way is broken off, and made again by whoever sends next. */
  async stop(): Promise<void> {
    this.#abort.abort();
    clearInterval(this.#timer);
    this.#wake();
    await this.#looking;
    await Promise.all(this.#lanes.values());
  }

  /** Something may have become due. */
  look(): void {
    if (this.#abort.signal.aborted) return;
    this.#wake();
    this.#looking ??= this.#open()
      .catch((error: unknown) => this.given.log.warn({ err: error }, "webhooks are looked for again"))
      .finally(() => {
        this.#looking = undefined;
      });
  }

  #wake(): void {
    for (const looked of this.#waiting.splice(0)) looked();
  }

  async #open(): Promise<void> {
    for (const endpoint of await this.given.deliveries.dueEndpoints()) {
      if (this.#lanes.has(endpoint) || (this.#resting.get(endpoint) ?? 0) > Date.now()) continue;
      const lane = this.#lane(endpoint)
        .catch((error: unknown) => {
          this.#resting.set(endpoint, Date.now() + pause);
          this.given.log.warn({ err: error, endpoint }, "a webhook's sending is interrupted");
        })
        .finally(() => this.#lanes.delete(endpoint));
      this.#lanes.set(endpoint, lane);
    }
  }

  async #lane(endpoint: string): Promise<void> {
    const release = await this.given.turn(endpoint);
    if (!release) return;
    const underWay = new Map<string, Promise<void>>();
    const failures: unknown[] = [];
    try {
      while (!this.#abort.signal.aborted && failures.length === 0) {
        const target = await this.given.endpoints.target(endpoint);
        const free = atOnce - underWay.size;
        const due =
          target?.state === "active" && free > 0
            ? await this.given.deliveries.due(endpoint, free, [...underWay.keys()])
            : [];
        for (const delivery of due)
          if (target)
            underWay.set(
              delivery.id,
              this.#send(target, delivery)
                .catch((error: unknown) => void failures.push(error))
                .finally(() => underWay.delete(delivery.id)),
            );
        if (underWay.size === 0) break;
        // What becomes due meanwhile doesn't wait for one that is under way.
        await Promise.race([...underWay.values(), new Promise<void>((looked) => this.#waiting.push(looked))]);
      }
    } finally {
      await Promise.all(underWay.values());
      await this.#stopped(endpoint);
      await release();
    }
    if (failures.length > 0) throw failures[0];
  }

  async #send(target: Target, delivery: DueDelivery): Promise<void> {
    const { inside, timeout, log } = this.given;
    const secrets = await this.given.secretsOf(target);
    const door = doorTo(target.url, { inside, timeout, log });
    try {
      const { signal } = this.#abort;
      const tried = await attempt(door, target.url, delivery, secrets, signal);
      if (tried.isTaken || !signal.aborted) await this.#settle(target, delivery, tried);
    } finally {
      await door.close();
    }
  }

  async #settle({ id: endpoint }: Target, { id, attempts, startedAt }: DueDelivery, tried: Tried): Promise<void> {
    const { deliveries, endpoints, schedule, log } = this.given;
    if (tried.isTaken) {
      await deliveries.delivered(id, tried);
      return endpoints.succeeded(endpoint);
    }
    const wait = tried.status === 410 ? undefined : waitAfter(attempts + 1, schedule, tried.retryAfter);
    if (wait !== undefined) return deliveries.again(id, tried, wait);
    const reason = tried.status === 410 ? "gone" : "failing";
    // One message that is never taken says nothing of the others.
    if (reason === "failing" && (await endpoints.succeededSince(endpoint, startedAt ?? new Date())))
      return deliveries.failed(id, tried);
    await deliveries.failed(id, tried, { endpoint, reason });
    log.info({ endpoint, reason }, "a webhook is disabled");
  }

  /** Nothing waits for an address that takes nothing more. */
  async #stopped(endpoint: string): Promise<void> {
    const target = await this.given.endpoints.target(endpoint);
    if (target?.state === "disabled") await this.given.deliveries.stop(endpoint);
  }
}
