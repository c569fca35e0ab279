import {
  type CircuitBreakerPolicy,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhenResult,
  type IBackoff,
  isBrokenCircuitError,
} from "cockatiel";
import type { EgressAnswer, EgressFailure } from "../../../platform/egress/egress.ts";
import type { Result } from "../../../platform/result.ts";

type Answer = Result<EgressAnswer, EgressFailure>;

export type BreakerState =
  | { readonly kind: "closed" }
  /** Nothing is sent until then; `since`: from when on it wasn't there. Both ISO 8601. */
  | { readonly kind: "open"; readonly since: string; readonly until: string };

/** As many requests in a row that the vendor was not there for. */
export const faultsInARow = 5;
/** How long nothing is sent after that, and after each probe that failed; the last one stays. */
const pauses = [30_000, 60_000, 120_000, 300_000] as const;
/** Seconds, while a probe is on its way. */
const probing = 5;

/**
 * Spares a vendor that isn't there, and whoever would wait for it: after faults in a row nothing is sent for a while, then one request goes as a
 * probe, and what became of it decides. A refusal is an answer. One per brand and vendor: no other waits for it.
 */
export class Breaker {
  #policy: CircuitBreakerPolicy = this.#made();
  #since = 0;
  #until = 0;

  get state(): BreakerState {
    if (this.#policy.state === CircuitState.Closed) return { kind: "closed" };
    return { kind: "open", since: new Date(this.#since).toISOString(), until: new Date(this.#until).toISOString() };
  }

  /** Seconds for which nothing is sent; undefined: one may go. */
  get rest(): number | undefined {
    const { state } = this.#policy;
    if (state === CircuitState.HalfOpen) return probing;
    const rest = this.#until - Date.now();
    return state === CircuitState.Open && rest > 0 ? Math.ceil(rest / 1000) : undefined;
  }

  /** The answer; undefined where nothing was sent. */
  async run(send: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.rest !== undefined) return undefined;
    try {
      return await this.#policy.execute(send);
    } catch (error) {
      if (isBrokenCircuitError(error)) return undefined;
      throw error;
    }
  }

  /** Somebody has seen that it is there. */
  close(): void {
    this.#policy = this.#made();
  }

  #made(): CircuitBreakerPolicy {
    return circuitBreaker(
      handleWhenResult((answer) => isFault(answer as Answer)),
      { breaker: new ConsecutiveBreaker(faultsInARow), halfOpenAfter: { next: () => this.#pause(0) } },
    );
  }

  /** Asked for when it opens. */
  #pause(index: number): IBackoff<unknown> {
    const duration = pauses[index] ?? pauses[pauses.length - 1] ?? 0;
    if (index === 0) this.#since = Date.now();
    this.#until = Date.now() + duration;
    return { duration, next: () => this.#pause(Math.min(index + 1, pauses.length - 1)) };
  }
}

const absences: ReadonlySet<string> = new Set(["unreachable", "unresolved", "timeout", "cut"]);

const isFault = (answer: Answer): boolean =>
  answer.ok ? answer.value.status >= 500 : absences.has(answer.failure.code);

/** One for all who go to a place for a brand. */
export class Breakers {
  readonly #breakers = new Map<string, Breaker>();

  of(brand: string, place: { readonly adapter: string; readonly origin?: string | null | undefined }): Breaker {
    const key = JSON.stringify([brand, place.adapter, place.origin ?? null]);
    const breaker = this.#breakers.get(key) ?? new Breaker();
    this.#breakers.set(key, breaker);
    return breaker;
  }
}
