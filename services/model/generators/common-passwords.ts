import { readFileSync } from "node:fs";

const list = new URL("../../../drupal/web/modules/custom/sw_base/data/common-passwords.txt", import.meta.url);

/** The passwords that nobody may choose, from the list that Drupal reads too. */
export function commonPasswordsSource(): string {
  const words = readFileSync(list, "utf8").trim().split("\n").join(" ");
  return `// Written by \`npm run generate\` from sw_base/data/common-passwords.txt. Do not edit.
export const commonPasswords: ReadonlySet<string> = /* @__PURE__ */ new Set(${JSON.stringify(words)}.split(" "));
`;
}
