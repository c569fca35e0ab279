import { readFileSync } from "node:fs";

/** A secret kept in a file of its own. Throws `Error` naming the file. */
export function readSecretFile(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw new Error(`The secret file ${path} can't be read: start the platform first, or set SW_SERVICE_SECRET.`);
  }
}
