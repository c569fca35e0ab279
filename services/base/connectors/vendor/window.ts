import type { Wait } from "./vendor-client.ts";

/** So many in so much time, in the order they came: the vendor's limit kept before it has to say it. */
export class Window {
  readonly #starts: number[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly most: number,
    private readonly milliseconds: number,
    private readonly wait: Wait,
    private readonly now: () => number = Date.now,
  ) {}

  /** Comes back when it is one's turn. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#turn());
    return this.#last;
  }

  async #turn(): Promise<void> {
    const oldest = this.#starts.length >= this.most ? this.#starts.shift() : undefined;
    const rest = oldest === undefined ? 0 : oldest + this.milliseconds - this.now();
    if (rest > 0) await this.wait(rest);
    this.#starts.push(this.now());
  }
}
