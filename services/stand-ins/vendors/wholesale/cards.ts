/** The cards that a simulated operator sends: numbers with their check digits, the same for the same order. */
import { createHash } from "node:crypto";

export interface Card {
  readonly iccid: string;
  readonly eid: string | null;
}

interface Ordered {
  readonly reference: string;
  readonly simKind?: string | undefined;
  readonly quantity?: number | undefined;
}

export function cardsFor({ reference, simKind, quantity = 1 }: Ordered): Card[] {
  return Array.from({ length: quantity }, (_, index) => {
    const digits = digitsOf(`${reference}/${index}`);
    const start = `893399${digits.slice(0, 12)}`;
    return { iccid: `${start}${checkDigit(start)}`, eid: simKind === "esim" ? eidOf(digits) : null };
  });
}

const digitsOf = (text: string): string =>
  BigInt(`0x${createHash("sha256").update(text).digest("hex")}`)
    .toString()
    .slice(-30)
    .padStart(30, "0");

/** ISO/IEC 7812: from the right every second figure counts twice. */
function checkDigit(start: string): number {
  const sum = [...start].reverse().reduce((total, figure, at) => {
    const value = Number(figure) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** The whole number leaves 1 when it is divided by 97. */
function eidOf(digits: string): string {
  const start = `89${digits.slice(0, 28)}`;
  const rest = 98n - (BigInt(`${start}00`) % 97n);
  return `${start}${String(rest).padStart(2, "0")}`;
}
