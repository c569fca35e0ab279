import { codeText } from "../../../../platform/normalise.ts";
import { phoneText } from "../../../../platform/phone.ts";
import type { InvoiceLine } from "../invoice.ts";
import type { Park, ParkLine } from "./park.ts";

export type MatchKey = "service_id" | "iccid" | "number" | "customer_reference" | "none";

export interface Match {
  readonly key: MatchKey;
  readonly line: ParkLine | undefined;
}

type Keys = { readonly [Key in Exclude<MatchKey, "none">]: string | null };

/** What an invoice line may be found by, strongest first, each in the form that the park has it in; `country` as of the park. */
export function keysOf(
  { serviceId, iccid, number, customerReference }: InvoiceLine,
  country: string | undefined,
): Keys {
  return {
    service_id: exact(serviceId),
    iccid: exact(iccid),
    number: phone(number, country),
    customer_reference: exact(customerReference),
  };
}

/** Finds park lines for invoice lines, strongest identifier first. A key that several lines share finds none. */
export class Matcher {
  private readonly country: string | undefined;
  private readonly found: { readonly [Key in keyof Keys]: ReadonlyMap<string, ParkLine | null> };

  constructor({ lines, country }: Park) {
    this.country = country;
    this.found = {
      service_id: index(lines, (line) => [exact(line.serviceId)]),
      iccid: index(lines, (line) => line.iccids.map(exact)),
      number: index(lines, (line) => [phone(line.number, country)]),
      customer_reference: index(lines, (line) => line.references.map(exact)),
    };
  }

  match(line: InvoiceLine): Match {
    for (const [key, value] of Object.entries(keysOf(line, this.country)) as [keyof Keys, string | null][]) {
      const hit = value ? this.found[key].get(value) : undefined;
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

/** Identifiers count as they are written: another case or separator is another one. Blanks group figures at most. */
const exact = (text: string | null): string | null => codeText(text ?? "") || null;

/** One number however it is written. */
const phone = (text: string | null, country: string | undefined): string | null =>
  phoneText(text ?? "", country) || null;
