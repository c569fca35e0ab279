/** What the backend says of a value in a sentence of its own, in English: those that people meet are said in their language. */
const known: readonly (readonly [RegExp, RefusalKey])[] = [
  [/should not be (null|blank)/, "required"],
  [/already has this value|is already taken/, "taken"],
  [/not a valid email/, "email"],
  [/not a valid choice/, "choice"],
  [/valid number|not a number|primitive type/, "number"],
  [/a number in short/, "short"],
  [/is too long|may not be longer/, "long"],
  [/cannot be referenced/, "reference"],
  [/is not valid/, "invalid"],
];

export type RefusalKey =
  | "required"
  | "taken"
  | "email"
  | "choice"
  | "number"
  | "short"
  | "long"
  | "reference"
  | "invalid";

/** The known kind of a refusal, or the sentence without the path of the field in front. */
export function readRefusal(detail: string): { key: RefusalKey } | { text: string } {
  const text = detail.replace(/^[a-z0-9_.]+: /, "");
  const key = known.find(([pattern]) => pattern.test(text))?.[1];
  return key ? { key } : { text };
}
