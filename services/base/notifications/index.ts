/** What a module needs to bring a digest of its own. */
export type { Digest, DigestQuestion } from "./digest/digest.ts";
/** What a module needs to bring a letter to people outside. */
export type { OutsideLetter } from "./outside/outside-letter.ts";
