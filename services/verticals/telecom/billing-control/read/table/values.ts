import { phoneNumber, phoneText } from "../../../../../platform/phone.ts";
import { plainText } from "../../../../../platform/plain-text.ts";
import { type DayOrder, readDay, readMonth } from "../../../../../platform/tables/read-day.ts";
import { readDecimal } from "../../../../../platform/tables/read-decimal.ts";
import type { DecimalMark } from "../../../../../platform/tables/settings.ts";
import { type Money, parseMoney } from "../../../../../platform/money.ts";

/** How the figures of a table are to be read. */
export interface Writing {
  readonly decimals: DecimalMark;
  readonly days: DayOrder;
  /** Where telephone numbers without a country are dialled. */
  readonly country: string;
}

/** A cell's text without what a spreadsheet needed to take it for one: `'06…`, `="06…"`. */
export function cellText(raw: string): string {
  const text = plainText(raw.replace(/[\u00a0\u202f\u2007]/g, " "));
  const formula = /^="(.*)"$/.exec(text);
  return (formula?.[1] ?? text).replace(/^'(?=[\d+(=])/, "").trim();
}

/** A dash, or words for none, say that nothing stands there. */
export const isNothing = (text: string): boolean => /^([-–—]|n\.?\s?[ac]\.?|n\/[ac]|néant|none|null)?$/i.test(text);

/** Ten figures before the decimals: what the model holds. */
const largest: Money = 10 ** 14;

export function moneyOf(text: string, decimals: DecimalMark): Money | undefined {
  const decimal = readDecimal(text, decimals);
  const money = decimal === undefined ? undefined : parseMoney(decimal);
  return money !== undefined && Math.abs(money) < largest ? money : undefined;
}

const scientific = /^(\d)(?:[.,](\d+)E\+?|E\+)(\d{1,2})$/i;

/** What a spreadsheet left of a long number: its figures where all are there, null where some are lost, undefined where it is no such writing. */
export function spreadsheetNumber(text: string): string | null | undefined {
  const [, first, decimals = "", exponent] = scientific.exec(text) ?? [];
  if (!first) return undefined;
  // Five zeros at the end are what is left of figures; four may be a number's own.
  const whole = decimals.length === Number(exponent) && !/0{5}$/.test(decimals);
  return whole ? first + decimals : null;
}

/** A code, a telephone number or an ICCID as it was before a spreadsheet took it for a number; null where figures are lost. */
export function keyText(text: string): string | null {
  const number = spreadsheetNumber(text);
  if (number !== undefined) return number;
  return /^\d{6,}[.,]0+$/.test(text) ? text.replace(/[.,]0+$/, "") : text;
}

export const phoneOf = (text: string, country: string): string => phoneText(text, country);
export const isPhone = (text: string, country: string): boolean =>
  (keyText(text) === null && /E\+?0?(8|9|10|11)$/i.test(text)) || isNumberOf(keyText(text) ?? "", country);
const isNumberOf = (text: string, country: string): boolean =>
  text.replace(/\D/g, "").length >= 8 && phoneNumber(text, country) !== undefined;

export const isIccid = (text: string): boolean =>
  /^89\d{16,18}$/.test(text.replace(/[\s-]/g, "")) || /^8[.,]9\d*E\+?1[789]$/i.test(text);

const figures15 = (text: string): boolean => {
  const figures = text.replace(/\s/g, "");
  return /^\d{16,22}$/.test(figures) && /^0+$/.test(figures.slice(15));
};

/** A column in which every long number ends with zeros behind the fifteen figures that a spreadsheet keeps. */
export function cutAtFifteen(texts: readonly string[]): boolean {
  const long = texts.filter((text) => /^\d{16,22}$/.test(text.replace(/\s/g, "")));
  return long.length > 0 && long.every(figures15);
}

/** A day; the first or the last one where the text names a month. */
export function dayOf(text: string, side: "start" | "end", days: DayOrder): string | undefined {
  return readDay(text, undefined, days).day ?? readMonth(text)?.[side];
}

const oneDay = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:er)?\s\p{L}+\.?\s\d{4}`;
const fromTo = new RegExp(String.raw`(${oneDay})\s*(?:-|–|—|>|/|\||au|to|jusqu['’]au|\s)+\s*(${oneDay})`, "iu");

/** `du 01/10/2026 au 31/10/2026`, `2026-10-01 / 2026-10-31`, `Octobre 2026`. */
export function periodOf(text: string, days: DayOrder): { start: string; end: string } | undefined {
  const [, from = "", to = ""] = fromTo.exec(text) ?? [];
  const start = readDay(from, undefined, days).day;
  const end = readDay(to, undefined, days).day;
  return start && end ? { start, end } : readMonth(text);
}

/** The order of day and month that the days of a table can have: American where one can't be anything else. */
export function dayOrder(texts: Iterable<string>): DayOrder {
  let american = false;
  for (const text of texts) {
    const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?:[ T].*)?$/.exec(text) ?? [];
    if (Number(first) > 12) return "dmy";
    if (Number(second) > 12) american = true;
  }
  return american ? "mdy" : "dmy";
}

const letterFigures: Readonly<Record<string, string>> = { O: "0", o: "0", l: "1", I: "1", S: "5", B: "8" };

/** What a number was meant to be in which letters stand for figures (`17,5O`). */
export function meantNumber(text: string, decimals: DecimalMark): string | null {
  const meant = text.replace(/[OolISB]/g, (letter) => letterFigures[letter] ?? letter);
  return meant !== text && moneyOf(meant, decimals) !== undefined ? meant : null;
}
