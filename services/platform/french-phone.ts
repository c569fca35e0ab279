/** Telephone numbers of the French plan, however they are written: what of `phone.ts` needs no other country's rules, so that a browser can have it. */
import { plainText } from "./plain-text.ts";

/** Countries that share the French numbering plan: ten figures from everywhere, and a calling code of their own. */
export const frenchPlan: ReadonlySet<string> = new Set(["FR", "GP", "BL", "MF", "MQ", "GF", "RE", "YT", "TF"]);
export const frenchCodes = ["33", "590", "594", "596", "262"] as const;

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
export function figuresOf(text: string): string | undefined {
  const plain = plainText(text).replace(/^tel:/i, "");
  const international = /^\(?\s*(\+|00)/.test(plain);
  // +33 (0)6…: the zero is not dialled.
  const bare = (international ? plain.replace(/\(\s*0\s*\)/, "") : plain).replace(separators, "");
  if (!/^\+?\d+$/.test(bare)) return undefined;
  return bare.startsWith("00") ? `+${bare.slice(2)}` : bare;
}

/** A number of the French plan, without its zero. */
export function french(national: string): string | undefined {
  if (/^[1-9]\d{8}$/.test(national))
    return national.startsWith("508") ? `+${national}` : `+${codeOf(national)}${national}`;
  // Machines: 14 figures with the zero on the mainland, 13 overseas.
  if (/^700[0-4]\d{9}$|^700[5-8]\d{8}$/.test(national)) return `+${codeOf(national)}${national}`;
  return undefined;
}

/** The French number that an international writing means, whichever of the plan's calling codes it has. */
export function frenchAbroad(figures: string): string | undefined {
  const code = frenchCodes.find((one) => figures.startsWith(one));
  return code && french(figures.slice(code.length).replace(/^0/, ""));
}

/** In E.164 where it is one of ten figures or a machine's; undefined otherwise. */
export function frenchNumber(text: string): string | undefined {
  const figures = figuresOf(text);
  if (!figures) return undefined;
  return figures.startsWith("+")
    ? frenchAbroad(figures.slice(1))
    : (french(figures.replace(/^0/, "")) ?? frenchAbroad(figures));
}
