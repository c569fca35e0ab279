import { randomBytes, randomInt } from "node:crypto";

export interface Actor {
  readonly key: string;
  readonly brand: string;
  /** The id of the actor's user; none for anonymous. */
  readonly user: string;
  /** Client or partner: sees only what leads to the own account. */
  readonly limited: boolean;
  readonly permissions: ReadonlySet<string>;
}

/** A value that exists once in the world of a run, and who may read it. */
export interface Token {
  readonly value: string;
  readonly about: string;
  seen(actor: Actor): boolean;
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const numbers = /(?<![0-9A-Za-z-])\d{8,32}(?![0-9A-Za-z-])/g;

/** All canaries of a run: found again wherever an answer shows them. */
export class Tokens {
  readonly run = randomBytes(3).toString("hex");
  readonly #byValue = new Map<string, Token>();
  readonly #texts = new RegExp(`zq${this.run}[0-9a-z]{3}`, "gi");

  add(value: string, about: string, seen: (actor: Actor) => boolean): string {
    this.#byValue.set(value.toLowerCase(), { value, about, seen });
    return value;
  }

  text(about: string, seen: (actor: Actor) => boolean): string {
    return this.add(`zq${this.run}${this.#byValue.size.toString(36).padStart(3, "0")}`, about, seen);
  }

  digits(length: number, about: string, seen: (actor: Actor) => boolean, prefix = ""): string {
    let value = "";
    do {
      value = prefix;
      while (value.length < length) value += String(randomInt(value === "" ? 1 : 0, 10));
    } while (this.#byValue.has(value));
    return this.add(value, about, seen);
  }

  /** A value of the same shape that nobody has. */
  unknown(): string {
    return `zq${randomBytes(3).toString("hex")}000`;
  }

  /** What a text shows that the actor may not see; `sent` is what the request itself said. */
  leaks(text: string, actor: Actor, sent: string): string[] {
    const found = new Set(
      [...(text.match(uuids) ?? []), ...(text.match(numbers) ?? []), ...(text.match(this.#texts) ?? [])].map((value) =>
        value.toLowerCase(),
      ),
    );
    const said = sent.toLowerCase();
    const leaks: string[] = [];
    for (const value of found) {
      const token = this.#byValue.get(value);
      if (token && !said.includes(value) && !token.seen(actor)) leaks.push(`${token.about} (${value})`);
    }
    return leaks;
  }
}
