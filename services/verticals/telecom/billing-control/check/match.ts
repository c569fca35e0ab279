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

/** Strongest first. */
const keys = ["service_id", "iccid", "number", "customer_reference"] as const;
type Key = (typeof keys)[number];

/** One key of an invoice line, in the form that the park has it in; `country` as of the park. */
export function keyOf(key: Key, line: Named, country: string | undefined): string | null {
  if (key === "service_id") return exact(line.serviceId);
  if (key === "iccid") return exact(line.iccid);
  return key === "number" ? phone(line.number, country) : exact(line.customerReference);
}

/** What an invoice line may be found by, each in the form that the park has it in. */
export function keysOf(line: Named, country: string | undefined): Keys {
  const [service_id = null, iccid = null, number = null, customer_reference = null] = keys.map((key) =>
    keyOf(key, line, country),
  );
  return { service_id, iccid, number, customer_reference };
}

/** All by which a row names its line, strongest first, for a person's word to be remembered by. */
export const identifiersOf = (line: Named, country: string | undefined): string[] =>
  keys.map((key) => keyOf(key, line, country)).filter((value) => value !== null);

/** Lines by what they are called; most names are of one. */
type Index = ReadonlyMap<string, ParkLine | readonly ParkLine[]>;

/**
 * Finds park lines for invoice lines, strongest identifier first. Of several that have a key, the one that had it on most days of the period. A
 * reference, which many lines may share, finds no line whose own identifiers are others than the row's.
 */
export class Matcher {
  private readonly lines: readonly ParkLine[];
  private readonly country: string | undefined;
  /** Each made when it is first asked. */
  private readonly found: { [Of in Key | "remembered"]?: Index } = {};

  constructor({ lines, country }: Pick<Park, "lines" | "country">) {
    this.lines = lines;
    this.country = country;
  }

  match(line: Named & Pick<InvoiceLine, "periodStart" | "periodEnd">): Match {
    let confidence: Match["confidence"] = "unknown";
    for (const key of keys) {
      const value = keyOf(key, line, this.country);
      const holders = value === null ? undefined : this.index(key).get(value);
      if (!holders) continue;
      confidence = "ambiguous";
      const alone = !isSeveral(holders);
      const hit = alone ? holders : holderIn(holders, line);
      if (!hit) continue;
      const contradicted = this.contradicts(line, hit);
      if (contradicted && key === "customer_reference") continue;
      return { key, line: hit, confidence: contradicted ? "contradicted" : alone ? "sure" : "dated" };
    }
    const remembered = this.index("remembered");
    const said =
      remembered.size === 0
        ? undefined
        : only([...new Set(identifiersOf(line, this.country).flatMap((value) => remembered.get(value) ?? []))]);
    return said ? { key: "manual", line: said, confidence: "manual" } : { key: "none", line: undefined, confidence };
  }

  private index(of: Key | "remembered"): Index {
    const found = this.found[of] ?? index(this.lines, of, this.country);
    this.found[of] = found;
    return found;
  }

  /** Whether the row names another service or telephone number than the line has. */
  private contradicts({ serviceId, number }: Named, line: ParkLine): boolean {
    if (serviceId !== null && line.serviceId !== null && isOther(exact(serviceId), exact(line.serviceId))) return true;
    if (number === null || line.number === null) return false;
    const [own, other] = [phone(line.number, this.country), phone(number, this.country)];
    return isPhone(own) && isPhone(other) && isOther(other, own);
  }
}

const isSeveral = (holders: ParkLine | readonly ParkLine[]): holders is readonly ParkLine[] => Array.isArray(holders);

const isOther = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;

const isPhone = (text: string | null): boolean => text?.startsWith("+") ?? false;

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

function index(lines: readonly ParkLine[], of: Key | "remembered", country: string | undefined): Index {
  const found = new Map<string, ParkLine | ParkLine[]>();
  const put = (value: string | null, line: ParkLine) => {
    if (!value) return;
    const some = found.get(value);
    if (some === undefined) found.set(value, line);
    else if (!Array.isArray(some)) found.set(value, some === line ? line : [some, line]);
    else if (some.at(-1) !== line) some.push(line);
  };
  for (const line of lines)
    if (of === "service_id") put(exact(line.serviceId), line);
    else if (of === "number") put(phone(line.number, country), line);
    else if (of === "iccid") for (const iccid of line.iccids) put(exact(iccid), line);
    else if (of === "customer_reference") for (const reference of line.references) put(exact(reference), line);
    else for (const value of line.remembered) put(value, line);
  return found;
}

/** Identifiers count as they are written: another case or separator is another one. Blanks group figures at most. */
const exact = (text: string | null): string | null => (text === null ? null : codeText(text) || null);

/** One number however it is written. */
const phone = (text: string | null, country: string | undefined): string | null =>
  text === null ? null : phoneText(text, country) || null;
