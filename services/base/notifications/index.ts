/** What a module needs to bring a digest of its own. */
export type { Digest, DigestQuestion } from "./digest/digest.ts";
/** What a module needs to bring a letter to somebody outside. */
export type { Attachment } from "./mail/transport.ts";
export type { Composed, OutsideLetter } from "./outside/outside-letter.ts";
