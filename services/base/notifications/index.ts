/** What a module needs to bring a digest of its own. */
export type { Digest, DigestQuestion } from "./digest/digest.ts";
