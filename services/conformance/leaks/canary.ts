/** A value to be made unique: a text, an amount, or digits of a given form. */
export class Canary {
  readonly kind: "text" | "money" | "digits";
  readonly needs: readonly string[];
  readonly length: number;
  readonly prefix: string;

  constructor(kind: Canary["kind"], needs: readonly string[], length = 8, prefix = "") {
    this.kind = kind;
    this.needs = needs;
    this.length = length;
    this.prefix = prefix;
  }
}

export const text = (...needs: string[]) => new Canary("text", needs);
export const money = (...needs: string[]) => new Canary("money", needs);
export const digits = (length: number, prefix = "", ...needs: string[]) => new Canary("digits", needs, length, prefix);

/** The first in a value. */
export function canaryIn(value: unknown): Canary | undefined {
  if (value instanceof Canary) return value;
  if (typeof value !== "object" || value === null) return undefined;
  return Object.values(value)
    .map(canaryIn)
    .find((found) => found !== undefined);
}
