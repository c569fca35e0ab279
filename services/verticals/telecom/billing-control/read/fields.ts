import { findPhoneNumbersInText, isSupportedCountry } from "libphonenumber-js/min";
import { phoneText } from "../../../../platform/phone.ts";
import { type Money, moneyText, parseMoney } from "../../../../platform/money.ts";
import type { Problem } from "../contract.ts";
import type { InvoiceLine } from "../invoice.ts";
import type { XmlNode } from "./xml-node.ts";

/** Collects what is wrong while fields are read, so that one pass names everything. */
export class FieldReader {
  readonly problems: Problem[] = [];

  /** `country`: where telephone numbers without one are dialled. */
  constructor(private readonly country: string) {}

  required(node: XmlNode, path: string, field: string): string {
    const text = node.text(path);
    if (text === null) this.problems.push({ code: "field_missing", field });
    return text ?? "";
  }

  amount(text: string | null, field: string): Money | null {
    if (text === null) return null;
    const amount = parseMoney(text);
    if (amount === undefined) this.problems.push({ code: "number_invalid", field, found: text.slice(0, 80) });
    return amount ?? 0;
  }

  requiredAmount(text: string | null, field: string): Money {
    if (text === null) this.problems.push({ code: "field_missing", field });
    return this.amount(text, field) ?? 0;
  }

  /** `2026-10-01` or the CII form `20261001`. */
  day(text: string | null, field: string): string | null {
    if (text === null) return null;
    const plain = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text.slice(0, 10);
    if (isDay(plain)) return plain;
    this.problems.push({ code: "date_invalid", field, found: text.slice(0, 80) });
    return null;
  }

  requiredDay(text: string | null, field: string): string {
    if (text === null) this.problems.push({ code: "field_missing", field });
    return this.day(text, field) ?? "";
  }

  /** A telephone number named in a free text, as E.164, where there is exactly one. */
  numberIn(text: string): string | null {
    const found = [
      ...new Set(
        findPhoneNumbersInText(text, isSupportedCountry(this.country) ? this.country : "FR").map(({ number }) =>
          phoneText(number.number),
        ),
      ),
    ];
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** The stated sum of line amounts must be the sum of the line amounts. */
  checkTotal(lines: readonly InvoiceLine[], stated: Money | null): void {
    if (stated === null || lines.length === 0) return;
    const sum = lines.reduce((total, line) => total + line.net, 0);
    if (Math.abs(sum - stated) > 100)
      this.problems.push({ code: "total_mismatch", found: moneyText(sum), expected: moneyText(stated) });
  }
}

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/** SIREN of a French VAT number or of a SIREN or SIRET text. */
export function sirenOf(vatNumber: string | null, registration: string | null): string | null {
  const ofVat = /^FR..(\d{9})$/.exec((vatNumber ?? "").replace(/\s/g, ""))?.[1];
  return ofVat ?? /^(\d{9})(\d{5})?$/.exec((registration ?? "").replace(/\s/g, ""))?.[1] ?? null;
}
