import type { WorkRow } from "../work/unit-of-work.ts";
import { type Problem, violation } from "../problem/refusal.ts";

const longest = 60;
/** Of ASCII letters, digits, blanks and a few signs alone; beyond it nothing that can't be seen or looks like something else. */
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
  /[\0-\x1f!-&(-*,/:-?[-^`{-\x7f\x80-\xa0\xad\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff\uff01-\uff60\ufff9-\ufffd]/u;

/** What Drupal asks of a sign-in name, in its words. */
export function signInNameProblems(row: WorkRow, submitted: ReadonlySet<string>): Problem[] {
  const name = row.values["name"];
  if (row.type.kind !== "user" || !(row.state === "new" || submitted.has("name"))) return [];
  const told = (sentence: string) => violation(`name: ${sentence}`, "/data/attributes/name", "sign_in_name");
  if (typeof name !== "string" || name === "") return [told("You must enter a username.")];
  return [
    ...(name.startsWith(" ") ? [told("The username cannot begin with a space.")] : []),
    ...(name.endsWith(" ") ? [told("The username cannot end with a space.")] : []),
    ...(name.includes("  ") ? [told("The username cannot contain multiple spaces in a row.")] : []),
    ...(illegal.test(name) ? [told("The username contains an illegal character.")] : []),
    ...([...name].length > longest
      ? [told(`The username ${name} is too long: it must be ${longest} characters or less.`)]
      : []),
  ];
}
