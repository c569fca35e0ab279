import type { Client } from "../client.ts";
import type { Actor } from "./tokens.ts";

/** The family of brands: each with its parent. */
export const tree: readonly (readonly [string, string | undefined])[] = [
  ["g", undefined],
  ["p", "g"],
  ["u", "g"],
  ["a", "p"],
  ["b", "p"],
  ["c", "u"],
];

export interface LeakActor extends Actor {
  readonly client: Client;
}

/** Which rows belong together for a viewer: those of one customer, or those a brand has once. */
export interface Part {
  readonly key: string;
  readonly brand: string;
  readonly customer: "own" | "other" | "none";
}

export interface Placed {
  readonly part: Part;
  readonly type: string;
  readonly id: string;
  readonly internal: number;
  /** Every text value of the row by its field. */
  readonly texts: Readonly<Record<string, string>>;
  readonly visible: (actor: Actor) => boolean;
  /** The one person who reads it, where the brand's administrator doesn't. */
  readonly reader?: string;
}

/** The values that exist nowhere else: canaries, and keys made for the run. */
export function texts(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  const values = Object.entries(attributes).map(
    ([field, value]) => [field, Array.isArray(value) ? value[0] : value] as const,
  );
  return Object.fromEntries(
    values.filter(([, value]) => typeof value === "string" && /^(zq|U[0-9A-F]{6}|\d{8})/.test(value)),
  );
}

export function required<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
}
