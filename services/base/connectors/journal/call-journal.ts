import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../../../platform/logger.ts";
import type { Call, Watch } from "../vendor/watch.ts";
import type { CallOwner, Calls, NewCall } from "./calls.ts";
import { currentAction } from "./during-action.ts";
import { redacted } from "./redact.ts";

export const mostWaiting = 1_000;
const writtenAtOnce = 100;
const soon = 250;
const afterFailure = 5_000;
const lastWrite = 2_000;

/**
 * Writes down what connections ask, beside them: a call never waits for it and never fails by it. While the database is slow or away, calls wait in
 * memory; those beyond `mostWaiting` are not written down, and counted. What a process has not written when it is killed is lost: actions are
 * recorded in the backend, this is for looking into them.
 */
export class CallJournal {
  readonly #waiting: NewCall[] = [];
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #leftOut = 0;

  constructor(
    private readonly calls: Pick<Calls, "add">,
    private readonly log?: Logger,
  ) {}

  /** Sees what one connection asks. */
  of(owner: CallOwner): Watch {
    return {
      observe: (call) => {
        try {
          this.#note(entryOf(owner, call));
        } catch (error) {
          this.log?.error({ err: error }, "a call is not in the journal");
        }
      },
    };
  }

  get health(): { readonly waiting: number; readonly leftOut: number } {
    return { waiting: this.#waiting.length, leftOut: this.#leftOut };
  }

  /** Writes what waits, if the database takes it in time. */
  async close(): Promise<void> {
    const tooLate = pause(lastWrite, "late" as const, { ref: false });
    for (let before = Number.POSITIVE_INFINITY; this.#waiting.length > 0 && this.#waiting.length < before; ) {
      before = this.#waiting.length;
      if ((await Promise.race([this.#write(), tooLate])) === "late") return;
    }
    clearTimeout(this.#timer);
  }

  #note(entry: NewCall): void {
    if (this.#waiting.length < mostWaiting) this.#waiting.push(entry);
    else if (this.#leftOut++ === 0) this.log?.warn("the journal of calls is full: calls are left out of it");
    this.#writeIn(soon);
  }

  #writeIn(milliseconds: number): void {
    if (this.#timer || this.#writing) return;
    this.#timer = setTimeout(() => void this.#write(), milliseconds).unref();
  }

  /** One batch at a time; its rows wait until they are written, so that waiting is all that there is in memory. */
  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#writeBatch();
    return this.#writing;
  }

  async #writeBatch(): Promise<void> {
    const batch = this.#waiting.slice(0, writtenAtOnce);
    let next = soon;
    try {
      await this.calls.add(batch);
      this.#waiting.splice(0, batch.length);
    } catch (error) {
      next = afterFailure;
      this.log?.warn({ err: error, waiting: this.#waiting.length }, "the journal of calls can't be written");
    }
    this.#writing = undefined;
    if (this.#waiting.length > 0) this.#writeIn(next);
  }
}

function entryOf({ brand, connection }: CallOwner, call: Call): NewCall {
  const { answer, asked, at, milliseconds } = call;
  const status = answer.ok ? answer.value.status : null;
  return {
    brand,
    connection,
    ...redacted(call),
    id: randomUUID(),
    at: at.toISOString(),
    method: asked.method,
    status,
    failure: answer.ok ? null : answer.failure.code,
    milliseconds,
    action: currentAction() ?? null,
    refused: status === null || status >= 300,
  };
}
