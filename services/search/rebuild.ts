/** `npm run search:rebuild`: makes the running search service read everything again. What was found before stays findable meanwhile. */
import * as z from "zod";
import { readEnv } from "../platform/env.ts";
import { readSecretFile } from "../platform/secret-file.ts";

const env = readEnv(z.object({ SW_SEARCH_URL: z.url().default("http://127.0.0.1:8310"), SW_SERVICE_SECRET: z.string().optional(), SW_SERVICE_SECRET_FILE: z.string().default("var/embedded/service-secret") }));
const secret = env.SW_SERVICE_SECRET ?? readSecretFile(env.SW_SERVICE_SECRET_FILE);
const response = await fetch(`${env.SW_SEARCH_URL}/rebuild`, { method: "POST", headers: { Authorization: `Bearer ${secret}` } }).catch(() => undefined);
if (!response) {
  console.error(`The search service does not answer at ${env.SW_SEARCH_URL}. Start it first, for example with npm start.`);
  process.exit(1);
}
if (!response.ok) {
  console.error(response.status === 403 ? "The search service refused: its SW_SERVICE_SECRET is another one." : `The search service answered ${response.status}.`);
  process.exit(1);
}
const { brands } = z.object({ brands: z.record(z.string(), z.object({ rows: z.number(), removed: z.number() })) }).parse(await response.json());
for (const [account, { rows, removed }] of Object.entries(brands)) console.log(`${account}: ${rows} rows indexed, ${removed} removed`);
