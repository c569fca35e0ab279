import { codeText } from "../../../../platform/normalise.ts";
import { phoneText } from "../../../../platform/phone.ts";
import type { InvoiceLine } from "../invoice.ts";
import { daysBetween, earlier, later } from "./days.ts";
import type { Park, ParkLine } from "./park.ts";

export type MatchKey = "service_id" | "iccid" | "number" | "customer_reference" | "manual" | "none";

export interface Match {
  readonly key: MatchKey;
  readonly line: ParkLine | undefined;
  /**
   * How sure the line is: it alone has the key; of several that have it, it alone had it in the period; another identifier of the row is another
   * line's; a person has said it. Without a line: whether no line has a key, or none can be chosen.
   */
  readonly confidence: "sure" | "dated" | "contradicted" | "manual" | "ambiguous" | "unknown";
}

type Keys = { readonly [Key in Exclude<MatchKey, "manual" | "none">]: string | null };

type Named = Pick<InvoiceLine, "serviceId" | "iccid" | "number" | "customerReference">;

/** What an invoice line may be found by, strongest first, each in the form that the park has it in; `country` as of the park. */
export function keysOf({ serviceId, iccid, number, customerReference }: Named, country: string | undefined): Keys {
  return {
    service_id: exact(serviceId),
    iccid: exact(iccid),
    number: phone(number, country),
    customer_reference: exact(customerReference),
  };
}

/** All by which a row names its line, strongest first, for a person's word to be remembered by. */
export const identifiersOf = (line: Named, country: string | undefined): string[] => identifiers(keysOf(line, country));

const identifiers = ({ service_id, iccid, number, customer_reference }: Keys): string[] =>
  [service_id, iccid, number, customer_reference].filter((value) => value !== null);

type Index = ReadonlyMap<string, readonly ParkLine[]>;

/**
 * Finds park lines for invoice lines, strongest identifier first. Of several that have a key, the one that had it on most days of the period. A
 * reference, which many lines may share, finds no line whose own identifiers are others than the row's.
 */
export class Matcher {
  private readonly country: string | undefined;
  private readonly found: { readonly [Key in keyof Keys]: Index };
  private readonly remembered: Index;

  constructor({ lines, country }: Pick<Park, "lines" | "country">) {
    this.country = country;
    this.found = {
      service_id: index(lines, (line) => [exact(line.serviceId)]),
      iccid: index(lines, (line) => line.iccids.map(exact)),
      number: index(lines, (line) => [phone(line.number, country)]),
      customer_reference: index(lines, (line) => line.references.map(exact)),
    };
    this.remembered = index(lines, (line) => line.remembered);
  }

  match(line: Named & Pick<InvoiceLine, "periodStart" | "periodEnd">): Match {
    const keys = keysOf(line, this.country);
    let confidence: Match["confidence"] = "unknown";
    for (const key of ["service_id", "iccid", "number", "customer_reference"] as const) {
      const holders = this.found[key].get(keys[key] ?? "") ?? [];
      if (holders.length === 0) continue;
      confidence = "ambiguous";
      const hit = holders.length === 1 ? holders[0] : holderIn(holders, line);
      if (!hit) continue;
      const contradicted = this.contradicts(keys, hit);
      if (contradicted && key === "customer_reference") continue;
      return { key, line: hit, confidence: contradicted ? "contradicted" : holders.length === 1 ? "sure" : "dated" };
    }
    const said = only([...new Set(identifiers(keys).flatMap((value) => this.remembered.get(value) ?? []))]);
    return said ? { key: "manual", line: said, confidence: "manual" } : { key: "none", line: undefined, confidence };
  }

  /** Whether the row names another service or telephone number than the line has. */
  private contradicts(keys: Keys, line: ParkLine): boolean {
    const number = phone(line.number, this.country);
    const isOther = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;
    const isPhone = (text: string | null) => text?.startsWith("+") ?? false;
    return (
      isOther(keys.service_id, exact(line.serviceId)) ||
      (isPhone(keys.number) && isPhone(number) && isOther(keys.number, number))
    );
  }
}

/** The one of several that had the key on most days of the billed period; where none had it then, the last that had it before. */
function holderIn(
  holders: readonly ParkLine[],
  { periodStart, periodEnd }: Pick<InvoiceLine, "periodStart" | "periodEnd">,
): ParkLine | undefined {
  if (!periodStart || !periodEnd) return only(holders.filter(({ endDate }) => endDate === null));
  const days = ({ activatedOn, endDate }: ParkLine) =>
    daysBetween(later(periodStart, activatedOn ?? periodStart), earlier(periodEnd, endDate ?? periodEnd));
  const most = Math.max(...holders.map(days));
  if (most > 0) return only(holders.filter((line) => days(line) === most));
  const before = holders.filter(({ endDate }) => endDate !== null && endDate < periodStart);
  const last = before
    .map(({ endDate }) => endDate ?? "")
    .sort()
    .at(-1);
  return only(before.filter(({ endDate }) => endDate === last));
}

const only = <One>(some: readonly One[]): One | undefined => (some.length === 1 ? some[0] : undefined);

function index(lines: readonly ParkLine[], keys: (line: ParkLine) => readonly (string | null)[]): Index {
  const found = new Map<string, ParkLine[]>();
  for (const line of lines)
    for (const value of new Set(keys(line))) {
      const some = value ? found.get(value) : undefined;
      if (some) some.push(line);
      else if (value) found.set(value, [line]);
    }
  return found;
}

/** Identifiers count as they are written: another case or separator is another one. Blanks group figures at most. */
const exact = (text: string | null): string | null => codeText(text ?? "") || null;

/** One number however it is written. */
const phone = (text: string | null, country: string | undefined): string | null =>
  phoneText(text ?? "", country) || null;
