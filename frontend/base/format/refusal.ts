/**
 * What the backend says of a value in a sentence of its own, in English: each is said in the person's language, with its bounds. In the order
 * in which they are tried. What stands in the sentence is `bound`.
 */
const known = [
  [/should not be (?:null|blank)|needs a value here/, "required"],
  [/already has this value|is already taken/, "taken"],
  [/not a valid email/, "email"],
  [/not a valid choice/, "choice"],
  [/(?:may be no less than|should be greater than or equal to) (-?[\d.]*\d)/, "atLeast"],
  [/should be (-?[\d.]*\d) or more/, "atLeast"],
  [/(?:may be no greater than|should be less than or equal to) (-?[\d.]*\d)/, "atMost"],
  [/should be (-?[\d.]*\d) or less/, "atMost"],
  [/(?:may not be longer than|must be|should have|limited to) (\d+) characters/, "longerThan"],
  [/cannot hold more than (\d+) values?/, "tooMany"],
  [/[Pp]assword/, "password"],
  [/username/, "signInName"],
  [/valid number|not a number|primitive type/, "number"],
  [/a number in short/, "short"],
  [/is too long|may not be longer/, "long"],
  [/cannot be referenced/, "reference"],
  [/must lead to the same row/, "sameOwner"],
  [/The row ended on ([\d-]+)/, "ended"],
  [/state can't change|can't start in the state/, "transition"],
  [/refer to (?:it|this)|still referenced|is still referred to/, "referenced"],
  [/was changed|has changed since|another version/, "changedSince"],
  [/not allowed|Access denied|permission/, "forbidden"],
  [/is not valid/, "invalid"],
] as const satisfies readonly (readonly [RegExp, string])[];

export type RefusalKey = (typeof known)[number][1] | "other";

/** The known kind of a refusal, and the bound that it names. Sentences that nobody knows are refusals all the same. */
export function readRefusal(detail: string): { readonly key: RefusalKey; readonly bound?: string } {
  for (const [pattern, key] of known) {
    const match = pattern.exec(detail);
    if (match) return { key, ...(match[1] && { bound: match[1] }) };
  }
  return { key: "other" };
}
