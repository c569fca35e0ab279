/**
 * `npm run search:rebuild`: makes the running search service read everything again. What was found before stays findable meanwhile.
 *
 * SW_SERVICES_URL     where the services answer (default http://127.0.0.1:8300)
 * SW_SERVICE_SECRET   the word it was started with; without it the one that `npm start` keeps in var/
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stack/install.mjs";

const url = process.env.SW_SERVICES_URL ?? "http://127.0.0.1:8300";
const secrets = process.env.SW_SERVICE_SECRET
  ? [process.env.SW_SERVICE_SECRET]
  : ["embedded", "drupal"].flatMap((folder) => readSecret(join(root, "var", folder, "service-secret")));

function readSecret(file) {
  try {
    return [readFileSync(file, "utf8").trim()];
  } catch {
    return [];
  }
}

async function rebuild() {
  if (secrets.length === 0)
    throw new Error(
      "No secret of the services is known here: start the platform with npm start, or set SW_SERVICE_SECRET.",
    );
  for (const secret of secrets) {
    const response = await fetch(`${url}/search/rebuild`, {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}` },
    }).catch(() => {
      throw new Error(`The services do not answer at ${url}. Start it first, for example with npm start.`);
    });
    if (response.status === 403) continue;
    if (!response.ok) throw new Error(`The search service answered ${response.status}.`);
    return (await response.json()).brands;
  }
  throw new Error("The search service refused: its SW_SERVICE_SECRET is another one.");
}

try {
  for (const [brand, { rows, removed }] of Object.entries(await rebuild()))
    console.log(`${brand}: ${rows} rows indexed, ${removed} removed`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
