import { readDecimal } from "@softwhere/services/platform/tables/read-decimal";

/**
 * What a person typed or pasted as a decimal with `scale` digits behind the point: `1 234,50 €` → `1234.5000`. A text that is no number, or has more
 * digits than are kept, stays as typed: the backend says what is wrong with it, and nothing is cut.
 */
export function typedDecimal(text: string, scale: number): string {
  const number = readDecimal(text.trim());
  if (number === undefined) return text.trim();
  const [whole = "0", digits = ""] = number.split(".");
  const kept = digits.replace(/0+$/, "");
  if (kept.length > scale) return text.trim();
  return scale === 0 ? whole : `${whole}.${kept.padEnd(scale, "0")}`;
}

/** What is stored as a person types it, without zeros behind: `24.9000` → `24,9`. On the text itself, so that nothing of it is lost. */
export function typedMoney(stored: string, language: "fr" | "en"): string {
  const short = stored.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  return language === "fr" ? short.replace(".", ",") : short;
}

/** The backend would take it: `1e3` is a thousand to a machine, and may be an item's code or a slip to who typed it. */
export const shortNumber = "short";

const short = /^\s*[+-]?[\d.,]+\s*e\s*[+-]?\d+\s*$/i;

/** Whether a value for a number's field is one that a person has to be asked about. */
export function isShortNumber(type: string | undefined, value: unknown): boolean {
  return (type === "decimal" || type === "integer") && typeof value === "string" && short.test(value);
}
