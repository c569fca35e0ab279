import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { figuresOf, french, frenchAbroad, frenchCodes, frenchPlan } from "./french-phone.ts";
import { plainText } from "./plain-text.ts";

/** 17, 112, 3631, 10 13, 118 218: dialled as they are, and at home only. */
const short = /^(1[578]|11\d|19[167]|10\d\d|3\d{3}|11[68]\d{3})$/;

/**
 * One form for every writing of a telephone number: E.164, or the figures of a short number. Undefined where the text can be no number.
 * `country` is where a number without a country is dialled.
 */
export function phoneNumber(text: string, country = "FR"): string | undefined {
  const figures = figuresOf(text);
  if (!figures || figures.length > 20) return undefined;
  if (figures.startsWith("+")) {
    const own = frenchAbroad(figures.slice(1));
    if (own) return own;
    if (/^\+33(1[0-9]|3\d{3}$)/.test(figures) && short.test(figures.slice(3))) return figures.slice(3);
    const parsed = frenchCodes.some((code) => figures.startsWith(`+${code}`))
      ? undefined
      : parsePhoneNumberFromString(figures);
    return parsed?.isPossible() ? parsed.number : undefined;
  }
  if (frenchPlan.has(country)) {
    if (short.test(figures)) return figures;
    const own = french(figures.replace(/^0/, ""));
    if (own) return own;
  } else {
    const parsed = parsePhoneNumberFromString(figures, { defaultCountry: country as "BE" });
    // With its zero it was meant as a number; without, only what exists is one.
    if (parsed && (figures.startsWith("0") ? parsed.isPossible() : parsed.isValid())) return parsed.number;
  }
  // 33612345678: the plus is gone.
  if (!/^[1-9]\d{10,14}$/.test(figures)) return undefined;
  const parsed = parsePhoneNumberFromString(`+${figures}`);
  return frenchAbroad(figures) ?? (parsed?.isValid() ? parsed.number : undefined);
}

/** A telephone number as it is stored and compared; what can be none stays the text that it is. */
export const phoneText = (text: string, country?: string): string => phoneNumber(text, country) ?? plainText(text);

/**
 * What a part of a number may be in stored ones, besides the part as it is written: `06 12 34` is in +3361234….
 * `start`: from a number's beginning.
 */
export function phoneParts(text: string, country = "FR", start = false): string[] {
  const whole = phoneNumber(text, country);
  if (whole) return [whole];
  const figures = figuresOf(text);
  if (!figures) return [];
  if (figures.startsWith("+")) return [figures];
  const national = figures.replace(/^0/, "");
  if (national === "") return [];
  if (!start) return [national];
  const codes = frenchPlan.has(country) ? frenchCodes : [];
  return [...codes.map((code) => `+${code}${national}`), figures];
}
