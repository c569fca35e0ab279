import type { Money } from "../../../platform/money.ts";
import type { ClaimLanguage } from "./claim-text.ts";

/** Days and amounts as the claim's language writes them. Amounts are whole cents: that is what a credit note can say. */
export function claimFormat(language: ClaimLanguage) {
  const region = language === "fr" ? "fr-FR" : "en-GB";
  const euros = new Intl.NumberFormat(region, { style: "currency", currency: "EUR" });
  const plain = new Intl.NumberFormat(region, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: false,
  });
  const day = new Intl.DateTimeFormat(region, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
  return {
    money: (amount: Money) => euros.format(cents(amount) / 100),
    number: (amount: Money) => plain.format(cents(amount) / 100),
    day: (text: string) => (text ? day.format(Date.parse(`${text}T00:00:00Z`)) : "—"),
  };
}

export const cents = (amount: Money): number => Math.round(amount / 100);

/** The sum of what each says in whole cents, so that a reader who adds up the rows finds the total. */
export const sumOfCents = (amounts: readonly Money[]): Money =>
  amounts.reduce((sum, amount) => sum + cents(amount), 0) * 100;
