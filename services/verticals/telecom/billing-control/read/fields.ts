import { findPhoneNumbersInText, isSupportedCountry } from "libphonenumber-js/min";
import { frenchPlan } from "../../../../platform/french-phone.ts";
import { phoneText } from "../../../../platform/phone.ts";
import type { Money } from "../../../../platform/money.ts";
import type { Problem } from "../contract.ts";
import type { XmlNode } from "./xml-node.ts";

/** A number with how exactly it is written. */
export interface Decimal {
  readonly value: number;
  readonly decimals: number;
}

/** Collects what is wrong while fields are read, so that one pass names everything. */
export class FieldReader {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];
  private readonly lineNumbers = new Map<string, number>();

  /** `country`: where telephone numbers without one are dialled. */
  constructor(readonly country: string) {}

  required(node: XmlNode, path: string, field: string): string {
    const text = node.text(path);
    if (text === null) this.problems.push({ code: "field_missing", field });
    return text ?? "";
  }

  amount(text: string | null, field: string): Money | null {
    const number = this.decimal(text, field);
    return number === null ? null : Math.round(number.value * 10_000);
  }

  /** A number as XML writes it: `64.`, `.50` and `+5.00` are some, `1,5` and `1e3` are none. */
  decimal(text: string | null, field: string): Decimal | null {
    if (text === null) return null;
    const [plain, whole = "", part = ""] = /^[+-]?(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
    if (plain !== undefined && whole.length <= 11 && whole + part !== "")
      return { value: Number(plain), decimals: part.length };
    this.problems.push({ code: "number_invalid", field, found: text.slice(0, 80) });
    return null;
  }

  requiredAmount(text: string | null, field: string): Money {
    if (text === null) this.problems.push({ code: "field_missing", field });
    return this.amount(text, field) ?? 0;
  }

  /** `2026-10-01`, also with a time or a zone, or the CII forms `20261001` and `202610011230`. */
  day(text: string | null, field: string): string | null {
    if (text === null) return null;
    const [, year, month, day] =
      /^(\d{4})-(\d{2})-(\d{2})(?:T.*|Z|[+-]\d{2}:\d{2})?$/.exec(text) ??
      /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text) ??
      [];
    const plain = `${year}-${month}-${day}`;
    if (isDay(plain)) return plain;
    this.problems.push({ code: "date_invalid", field, found: text.slice(0, 80) });
    return null;
  }

  requiredDay(text: string | null, field: string): string {
    if (text === null) this.problems.push({ code: "field_missing", field });
    return this.day(text, field) ?? "";
  }

  /** What a line is called: its own number, else its place; one that another line has is told apart, `3 (2)`, and said. */
  lineNumber(own: string | null, index: number): string {
    const wanted = (own ?? String(index + 1)).slice(0, 32);
    if (this.takeNumber(wanted)) return wanted;
    if (own !== null) this.warnings.push({ code: "duplicate_line", found: wanted });
    let count = this.lineNumbers.get(wanted) ?? 1;
    let number: string;
    do {
      count += 1;
      number = `${wanted.slice(0, 25)} (${count})`;
    } while (!this.takeNumber(number));
    this.lineNumbers.set(wanted, count);
    return number;
  }

  /** False where a line has the number already. */
  takeNumber(number: string): boolean {
    if (this.lineNumbers.has(number)) return false;
    this.lineNumbers.set(number, 1);
    return true;
  }

  /** Whether an allowance is a charge. */
  indicator(text: string | null, field: string): boolean {
    const charge = text === "true" || text === "1";
    if (!charge && text !== "false" && text !== "0")
      this.problems.push({ code: "field_missing", field, ...(text !== null && { found: text.slice(0, 80) }) });
    return charge;
  }

  /** A telephone number named in a free text, as E.164, where there is exactly one. */
  numberIn(text: string): string | null {
    const country = isSupportedCountry(this.country) ? this.country : "FR";
    const numbers = findPhoneNumbersInText(text, country).flatMap(({ number, startsAt, endsAt }) => {
      // Nine figures without their zero are a SIREN or another reference rather than a French number.
      const bare = frenchPlan.has(country) && /^[1-9](?:\D*\d){8}$/.test(text.slice(startsAt, endsAt));
      return bare ? [] : [phoneText(number.number)];
    });
    const found = [...new Set(numbers)];
    return found.length === 1 ? (found[0] ?? null) : null;
  }
}

/** A line of an order as a reference; its place in the order is none. */
export const orderLine = (text: string | null): string | null => (/^\d{1,4}$/.test(text ?? "") ? null : text);

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/** Schemes of ISO 6523 that say a SIREN or a SIRET. */
const french = /^(0002|0009|SIRENE?|SIRET)$/i;

/** SIREN of a French VAT number, else of the first identifier that is a SIREN or SIRET; one of another scheme is none. */
export function sirenOf(
  vatNumber: string | null,
  registration: XmlNode | undefined,
  others: XmlNode[] = [],
): string | null {
  const ofVat = /^FR..(\d{9})$/.exec((vatNumber ?? "").replace(/\s/g, ""))?.[1];
  const said = (id: XmlNode) => french.test(id.attribute("schemeID") ?? "");
  const ids = [...others.filter(said), ...(registration ? [registration] : [])].filter(
    (id) => said(id) || id.attribute("schemeID") === null,
  );
  const found = ids.flatMap((id) => /^(\d{9})(\d{5})?$/.exec((id.own ?? "").replace(/\s/g, ""))?.[1] ?? []);
  return ofVat ?? found[0] ?? null;
}
