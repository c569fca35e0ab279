/** Letters that no accent explains, and signs that people don't tell apart. */
const alike: Readonly<Record<string, string>> = {
  œ: "OE",
  Œ: "OE",
  æ: "AE",
  Æ: "AE",
  ß: "SS",
  ø: "O",
  Ø: "O",
  ł: "L",
  Ł: "L",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "′": "'",
  "`": "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "\u00a0": " ",
  "\u202f": " ",
};
const letters = new RegExp(`[${Object.keys(alike).join("")}]`, "g");

/**
 * What is alike to a French reader: case, accents, ligatures, apostrophes and dashes. Lists sort by it, and search in it; it never says that
 * two texts are one. Drupal's `TextFolding` is the same.
 */
export function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text) && !text.includes("`")) return text.toUpperCase();
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(letters, (letter) => alike[letter] ?? letter)
    .toUpperCase();
}

/** Letters and digits alone, without accents and case: to find what looks alike. It never says that two rows are one. */
export const foldName = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
