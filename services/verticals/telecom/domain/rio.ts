/** RIO: what identifies a number at the operator that it comes from. Pure. ARCEP 2009-0239: twelve signs, operator, quality, contract, key. */
import { frenchNumber } from "../../../platform/french-phone.ts";
import { plainText } from "../../../platform/plain-text.ts";

const layout = /^[A-Z0-9]{2}([A-Z])[A-Z0-9+]{9}$/;
const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+";

/** As it is stored and sent: it is written with blanks, dots or dashes, in small letters too. */
export const rioText = (text: string): string =>
  plainText(text)
    .replace(/[\s.\-\u2010-\u2015]/g, "")
    .toUpperCase();

/** As it is read: operator, quality, contract, key. */
export const shownRio = (rio: string): string => rio.replace(/^(.{2})(.)(.{6})(.{3})$/, "$1 $2 $3 $4");

/** The number in E.164, where it can come from another operator: mobile (06, 07), or one of the other ten-figure numbers of the French plan. */
export function portableNumber(text: string): { readonly number: string; readonly kind: "mobile" | "fixed" } | null {
  const number = frenchNumber(text);
  const [, first] = /^\+(?:33|590|594|596|262)([1-79])\d{8}$/.exec(number ?? "") ?? [];
  return number && first ? { number, kind: first === "6" || first === "7" ? "mobile" : "fixed" } : null;
}

export type RioProblem =
  | "missing"
  /** Not twelve signs in that order. */
  | "structure"
  /** Its third sign is not one of a number like this. */
  | "kind";

/** What keeps a RIO from being sent; of a number that isn't known the layout alone is looked at. */
export function rioProblem(text: string, number: string): RioProblem | null {
  const rio = rioText(text);
  if (rio === "") return "missing";
  const [, quality] = layout.exec(rio) ?? [];
  if (!quality) return "structure";
  const kind = portableNumber(number)?.kind;
  if (kind === "mobile" && !/[EP]/.test(quality)) return "kind";
  return kind === "fixed" && !/[F-Z]/.test(quality) ? "kind" : null;
}

/**
 * Whether its key goes with the number. The way the key is computed is not published in a source that we could check: a key that doesn't go with the
 * number is told and stops nobody.
 */
export function isKeyDoubtful(text: string, number: string): boolean {
  const rio = rioText(text);
  const port = portableNumber(number);
  return port !== null && rioProblem(rio, number) === null && rio.slice(9) !== rioKey(rio.slice(0, 9), port.number);
}

/** The three signs that go with the first nine and the number, as far as it is known how. */
export function rioKey(start: string, number: string): string {
  const national = `0${number.slice(-9)}`;
  const sums = [0, 0, 0];
  for (const sign of `${start}${national}`)
    for (const [index, sum] of sums.entries()) sums[index] = (sum * 2 ** index + signs.indexOf(sign)) % signs.length;
  return sums.map((sum) => signs[sum]).join("");
}
