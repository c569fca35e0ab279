import { codeText } from "../../../../platform/normalise.ts";
import { phoneText } from "../../../../platform/phone.ts";
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
      ["service_id", (line) => exact(line.serviceId), index(park.lines, (line) => [exact(line.serviceId)])],
      ["iccid", (line) => exact(line.iccid), index(park.lines, (line) => line.iccids.map(exact))],
      ["number", (line) => phone(line.number), index(park.lines, (line) => [phone(line.number)])],
      ["customer_reference", (line) => exact(line.customerReference), index(park.lines, referencesOf)],
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
  for (const line of lines)
    for (const value of new Set(keys(line))) if (value) found.set(value, found.has(value) ? null : line);
  return found;
}

const referencesOf = ({ references }: ParkLine) => references.map(exact);

/** Identifiers count as they are written: another case or separator is another one. Blanks group figures at most. */
const exact = (text: string | null): string | null => codeText(text ?? "") || null;

/** One number however it is written. */
const phone = (text: string | null): string | null => phoneText(text ?? "") || null;
