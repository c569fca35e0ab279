import { createHash } from "node:crypto";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What we call a thing where customers may read it: always the same for the same, sixty bits of it. */
export function shortReference(of: string): string {
  const bytes = createHash("sha256").update(of).digest();
  return `SW-${Array.from({ length: 12 }, (_, place) => letters[(bytes[place] ?? 0) % 32]).join("")}`;
}
