import { fold } from "../../platform/fold.ts";
import { plainText } from "../../platform/plain-text.ts";

/** How texts and queries become words. Both sides use the same rules, or nothing is found. */

const longest = 40;
const mostWords = 40;

/** The words of a stored text, each once. */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(
      fold(plainText(text))
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
        .map((word) => word.slice(0, longest)),
    ),
  ].slice(0, mostWords);
}

/** The digits that every writing of a number shares: `+33 6 39 98…`, `0033 6…` and `06 39…` are `63998…`, `+590 690…` and `0690…` are `690…`. */
export function numberDigits(text: string): string {
  const digits = text.replace(/\D/g, "");
  if (/^\s*(\+|00)/.test(text)) return digits.replace(/^00/, "").replace(/^(33|590|594|596|262)0?(?=\d)/, "");
  return digits.replace(/^0/, "");
}

export type Term =
  /** Letters, or letters and digits. */
  | { readonly kind: "word"; readonly text: string }
  /** A run of digits, however it was spaced: a number, or a code such as a SIREN. */
  | { readonly kind: "digits"; readonly text: string; readonly number: string };

/** Letters of which the middle of a word is looked for. */
export const shortestPart = 3;

const shortestNumber = 3;
const mostTerms = 6;

/** What a person typed, as terms that must all be found. */
export function termsOf(query: string): Term[] {
  const terms: Term[] = [];
  // A run of digits with the usual separators is one number; letters around it are words of their own.
  for (const [part] of fold(plainText(query))
    .toLowerCase()
    .matchAll(/\+?\d[\d\s.()/-]*\d(?![\p{L}\d])|[\p{L}\p{N}]+/gu)) {
    const digits = part.replace(/\D/g, "");
    const isNumber = /^[+\d\s.()/-]+$/.test(part) && digits.length >= shortestNumber;
    if (isNumber) terms.push({ kind: "digits", text: digits.slice(0, longest), number: numberDigits(part) });
    else for (const text of wordsOf(part)) terms.push({ kind: "word", text });
  }
  return terms.slice(0, mostTerms);
}

/** Edits between two words (insert, remove, replace, swap of neighbours), or `most + 1` when there are more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (older[j - 2] ?? 0) + 1);
      row.push(value);
      best = Math.min(best, value);
    }
    if (best > most) return most + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? most + 1;
}

/** Letters of a word's beginning that mistakes are looked for in. */
export const stemLength = 7;

/** The word's beginning, where mistakes in it are forgiven; nothing for short words and for codes with digits. */
export function stemOf(word: string): string | undefined {
  return word.length >= 4 && !/\d/.test(word) ? word.slice(0, stemLength) : undefined;
}

/** A stem as it is, and with each letter left out once. */
export function formsOf(stem: string): string[] {
  return [...new Set([stem, ...Array.from(stem, (_, at) => stem.slice(0, at) + stem.slice(at + 1))])];
}

/** Mistakes forgiven in a word of that length. */
export const forgiven = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);
