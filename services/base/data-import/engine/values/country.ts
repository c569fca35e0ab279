import { fold } from "../fold.ts";

let codes: Map<string, string> | undefined;

/** Folded French and English names, and the codes themselves → code. */
function known(): Map<string, string> {
  if (codes) return codes;
  codes = new Map();
  const languages = ["en", "fr"].map(
    (language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }),
  );
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const names of languages) {
      const name = names.of(code);
      if (!name) continue;
      // Withdrawn codes lead to the present one.
      const present = new Intl.Locale(`und-${code}`).region ?? code;
      codes.set(fold(name), present);
      codes.set(fold(code), present);
    }
  }
  return codes;
}

/** `France`, `fr` → `FR`. */
export const countryCode = (text: string): string | undefined => known().get(fold(text));

export const countryNames = (): Iterable<readonly [string, string]> => known();
