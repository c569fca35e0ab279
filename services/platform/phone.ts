import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { plainText } from "./plain-text.ts";

/** Countries that share the French numbering plan: ten figures from everywhere, and a calling code of their own. */
export const frenchPlan: ReadonlySet<string> = new Set(["FR", "GP", "BL", "MF", "MQ", "GF", "RE", "YT", "TF"]);
const frenchCodes = ["33", "590", "594", "596", "262"] as const;

/** First figures after the zero → calling code, of ordinary numbers and of the longer ones of machines. The rest is mainland's. */
const territories: readonly (readonly [RegExp, string])[] = [
  // 06 39 98 is the mainland's range for invented numbers, the rest of 06 39 Mayotte's.
  [/^63998/, "33"],
  [/^(590|69[01]|7090|9475)|^7005/, "590"],
  [/^(594|694|7093[0-4]|9476)|^7006/, "594"],
  [/^(596|69[67]|7091|9477)|^7007/, "596"],
  [/^(26[239]|639|69[23]|7092|7093[5-9]|947[89])|^7008/, "262"],
];

const codeOf = (national: string): string => territories.find(([start]) => start.test(national))?.[1] ?? "33";

const separators = /[\s.()/\-\u2010-\u2015\u00b7\u2022_]/g;

/** Figures alone, with a plus where the text is written internationally; undefined where other signs say that it is no number. */
function figuresOf(text: string): string | undefined {
  const plain = plainText(text).replace(/^tel:/i, "");
  const international = /^\(?\s*(\+|00)/.test(plain);
  // +33 (0)6…: the zero is not dialled.
  const bare = (international ? plain.replace(/\(\s*0\s*\)/, "") : plain).replace(separators, "");
  if (!/^\+?\d+$/.test(bare)) return undefined;
  return bare.startsWith("00") ? `+${bare.slice(2)}` : bare;
}

/** 17, 112, 3631, 10 13, 118 218: dialled as they are, and at home only. */
const short = /^(1[578]|11\d|19[167]|10\d\d|3\d{3}|11[68]\d{3})$/;

/** A number of the French plan, without its zero. */
function french(national: string): string | undefined {
  if (/^[1-9]\d{8}$/.test(national))
    return national.startsWith("508") ? `+${national}` : `+${codeOf(national)}${national}`;
  // Machines: 14 figures with the zero on the mainland, 13 overseas.
  if (/^700[0-4]\d{9}$|^700[5-8]\d{8}$/.test(national)) return `+${codeOf(national)}${national}`;
  return undefined;
}

/** The French number that an international writing means, whichever of the plan's calling codes it has. */
function frenchAbroad(figures: string): string | undefined {
  const code = frenchCodes.find((one) => figures.startsWith(one));
  return code && french(figures.slice(code.length).replace(/^0/, ""));
}

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
