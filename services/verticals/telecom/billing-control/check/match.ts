import type { InvoiceLine } from "../invoice.ts";
import type { Park, ParkLine } from "./park.ts";

export type MatchKey = "service_id" | "iccid" | "number" | "customer_reference" | "none";

export interface Match {
  readonly key: MatchKey;
  readonly line: ParkLine | undefined;
}

/** Finds park lines for invoice lines, strongest identifier first. A key that several lines share finds none. */
export class Matcher {
  private readonly indexes: readonly [
    Exclude<MatchKey, "none">,
    (line: InvoiceLine) => string | null,
    ReadonlyMap<string, ParkLine | null>,
  ][];

  constructor(park: Park) {
    this.indexes = [
      ["service_id", (line) => fold(line.serviceId), index(park.lines, (line) => [line.serviceId])],
      ["iccid", (line) => fold(line.iccid), index(park.lines, (line) => line.iccids)],
      ["number", (line) => fold(line.number), index(park.lines, (line) => [line.number])],
      ["customer_reference", (line) => fold(line.customerReference), index(park.lines, (line) => line.references)],
    ];
  }

  match(line: InvoiceLine): Match {
    for (const [key, read, found] of this.indexes) {
      const value = read(line);
      const hit = value ? found.get(value) : undefined;
      if (hit) return { key, line: hit };
    }
    return { key: "none", line: undefined };
  }
}

function index(
  lines: readonly ParkLine[],
  keys: (line: ParkLine) => readonly (string | null)[],
): ReadonlyMap<string, ParkLine | null> {
  const found = new Map<string, ParkLine | null>();
  for (const line of lines) {
    for (const key of keys(line)) {
      const value = fold(key);
      if (value) found.set(value, found.has(value) ? null : line);
    }
  }
  return found;
}

function fold(text: string | null): string | null {
  const plain = text?.replace(/[\s.\-_/]/g, "").toUpperCase();
  return plain || null;
}
