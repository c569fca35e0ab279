import { inspect } from "node:util";

const shown = "[secret]";

/** A text that is never shown: printed, logged, put into JSON or a message it reads `[secret]`. Only `reveal` gives it, where it is used. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}
