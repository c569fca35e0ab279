/**
 * Brings a backup back. Without --replace it only says whether the backup is whole; nothing is touched.
 *
 *   npm run restore -- <compose | drupal | embedded> <folder of the backup> [--replace]
 *
 * --replace removes what the installation holds now. A restore that was cut off is begun again with the same command.
 */
import { parseArgs } from "node:util";
import { checkBackup, restoreBackup } from "./backup/archive.mjs";
import { installation, kinds } from "./backup/installation.mjs";
import { fail, say } from "./stack/console-output.mjs";

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: "boolean" } } });
  const [kind, folder] = positionals;
  if (positionals.length !== 2) fail(`Which backup? npm run restore -- <${kinds.join(" | ")}> <folder>`);
  const target = installation(kind);
  const manifest = await checkBackup(target, folder);
  say(`The backup of ${manifest.made} is whole: ${manifest.parts.map((part) => part.file).join(", ")}.`);
  if (!values.replace) {
    console.log("Nothing was touched. With --replace it takes the place of what the installation holds now.");
  } else {
    const { sound, journal } = await restoreBackup(target, folder, manifest, { say });
    console.log(journal);
    if (!sound) fail("The backup is in place, but its journal isn't as it was noted: nothing was started.");
    say("The backup is in place.");
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
