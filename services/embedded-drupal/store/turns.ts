/** Writers that must not overlap although their requests are several transactions, in the order in which they came. */
export class WriterTurns {
  readonly #last = new Map<string, Promise<void>>();

  /** Waits for everyone who has one of these names; gives back what ends the turn. */
  async take(names: Iterable<string>): Promise<() => void> {
    let end = () => {};
    const promise = new Promise<void>((resolve) => {
      end = resolve;
    });
    const mine = [...new Set(names)];
    // All places at once, so that two who want the same ones never wait for each other.
    const before = mine.map((name) => this.#last.get(name));
    for (const name of mine) this.#last.set(name, promise);
    await Promise.all(before);
    return () => {
      for (const name of mine) if (this.#last.get(name) === promise) this.#last.delete(name);
      end();
    };
  }
}
