/**
 * Writes the .env that docker-compose.yml needs: a value made for each variable that it can't start without.
 *
 *   npm run secrets [-- <file>]
 *
 * Only its owner can read the file. One that exists keeps its values and gets what it lacks.
 */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stack/install.mjs";

const file = process.argv[2] ?? join(root, ".env");
const needed = new Set(
  [...readFileSync(join(root, "docker-compose.yml"), "utf8").matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name),
);
const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
const missing = [...needed].filter((name) => !new RegExp(`^${name}=`, "m").test(kept));
const made = () => Buffer.from(crypto.getRandomValues(new Uint8Array(36))).toString("base64url");
const key = () => `first:${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64")}`;
const newValue = (name) => (name === "SW_PLATFORM_ACCOUNT" ? "services" : name.endsWith("_KEYS") ? key() : made());
const lines = missing.map((name) => `${name}=${newValue(name)}\n`);
writeFileSync(file, `${kept && !kept.endsWith("\n") ? `${kept}\n` : kept}${lines.join("")}`, { mode: 0o600 });
chmodSync(file, 0o600);
console.log(missing.length > 0 ? `${file}: made ${missing.join(", ")}.` : `${file} has everything.`);
