import { fold } from "./fold.ts";

export const shortestPassword = 8;
export const longestPassword = 255;
/** How long a mailed link to a new password lives. */
export const linkMinutes = 10;

/** What a password can lack, with the sentence that both backends say. */
export const passwordSentences = {
  text: "The password must be a text.",
  blank: "The password must not begin or end with a blank.",
  short: `The password needs at least ${shortestPassword} characters.`,
  long: `The password can have at most ${longestPassword} characters.`,
  name: "The password must not be the sign-in name.",
  common: "The password is one of the most common ones.",
  words: "The password must be more than names of the product, the brand and roles.",
} as const;

export type PasswordProblem = keyof typeof passwordSentences;

/** What a backend's refusal complains of; undefined where it is of something else. */
export function problemOfSentence(text: string): PasswordProblem | undefined {
  const problems = Object.entries(passwordSentences) as [PasswordProblem, string][];
  return problems.find(([, sentence]) => text.endsWith(sentence))?.[0];
}

const product = "SoftWhere";
const shortestWord = 3;

/** Names that everybody here knows: of the product, of the roles in both languages, of the brand. */
export function passwordWords(
  roles: Readonly<Record<string, { readonly fr: string; readonly en: string }>>,
  brand: string,
): string[] {
  return [product, brand, ...Object.entries(roles).flatMap(([name, { fr, en }]) => [name, fr, en])];
}

/** What a password is judged by. The common ones are given, so that a browser can load them late. */
export interface PasswordFacts {
  readonly name: string;
  readonly common: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** The first thing that is wrong with a password. */
export function passwordProblem(given: unknown, { name, common, words }: PasswordFacts): PasswordProblem | undefined {
  if (typeof given !== "string") return "text";
  // Sign-in forms take such blanks away.
  if (given.trim() !== given) return "blank";
  const { length } = [...given];
  if (length < shortestPassword) return "short";
  if (length > longestPassword) return "long";
  const lower = given.toLowerCase();
  if (lower === name.toLowerCase()) return "name";
  if (common.has(lower)) return "common";
  return isMadeOf(words, given) ? "words" : undefined;
}

/** Whether there are no letters but those of such names; figures and signs around them are what everybody tries. */
function isMadeOf(words: readonly string[], given: string): boolean {
  const known = [...new Set(words.map(lettersOf))].filter((word) => [...word].length >= shortestWord);
  return known.length > 0 && new RegExp(`^(?:${known.join("|")})+$`, "u").test(lettersOf(given));
}

const lettersOf = (text: string) => fold(text).replace(/[^\p{L}]/gu, "");

export type PasswordStrength = "weak" | "fair" | "good" | "strong";

/** How good a password is that the rule accepts: length counts, repeated characters and what is easily guessed don't. */
export function passwordStrength(given: string, { name, common }: Omit<PasswordFacts, "words">): PasswordStrength {
  const lower = given.toLowerCase();
  const worth = withoutName(withoutCommon(lower, common), name.toLowerCase());
  const distinct = new Set(worth).size;
  const length = Math.min([...worth].length, distinct * 2);
  if (length < shortestPassword) return "weak";
  if (length < 12) return "fair";
  return length < 16 ? "good" : "strong";
}

/** A common word inside counts as one character. */
function withoutCommon(text: string, common: ReadonlySet<string>): string {
  for (let length = text.length; length >= shortestPassword; length -= 1)
    for (let start = 0; start + length <= text.length; start += 1)
      if (common.has(text.slice(start, start + length)))
        return `${text.slice(0, start)}*${withoutCommon(text.slice(start + length), common)}`;
  return text;
}

function withoutName(text: string, name: string): string {
  return name.length < 3 ? text : text.replaceAll(name, "*");
}
