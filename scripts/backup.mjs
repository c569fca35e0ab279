/**
 * Copies everything an installation keeps into a folder of its own, and says whether its journal is as it was written.
 *
 *   npm run backup -- <compose | drupal | embedded> [--to <folder>] [--keep <number>]
 *
 * compose: what docker-compose.yml runs, while it runs. drupal, embedded: what `npm run drupal` and `npm start` keep below var/, after they
 * were stopped. Without --to: var/backups. Secrets of .env are not in it: keep them apart.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeBackup } from "./backup/archive.mjs";
import { installation, kinds } from "./backup/installation.mjs";
import { fail, say } from "./stack/console-output.mjs";
import { root } from "./stack/install.mjs";

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { to: { type: "string", default: join(root, "var", "backups") }, keep: { type: "string" } },
  });
  if (positionals.length !== 1) fail(`Which installation? npm run backup -- ${kinds.join(" | ")}`);
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0)) fail("--keep needs a whole number from 1.");
  const { folder, sound, journal } = await makeBackup(installation(positionals[0]), { to: values.to, keep, say });
  console.log(`${journal}\n${folder}`);
  if (!sound) fail("The backup is made, but the journal isn't as it was written: see above.");
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
