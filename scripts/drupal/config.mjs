/**
 * Configuration of the installed Drupal as files, without Drush.
 *
 *   node scripts/drupal/config.mjs status|export|import [<directory>]
 *
 * The directory is drupal/config/sync unless SW_DRUPAL_CONFIG or the command names another one. `status` says what differs and ends with 1 when something does;
 * `import` makes the site have what the files say, fields of the site included, and takes over the files' site id on a site that
 * was installed by itself.
 */
import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { paths, runPhp } from "./environment.mjs";

const [action, directory = paths.config] = process.argv.slice(2);
const folder = resolve(directory);
if (!["status", "export", "import"].includes(action)) {
  console.error("Usage: node scripts/drupal/config.mjs status|export|import [<directory>]");
  process.exitCode = 2;
} else if (action !== "export" && !existsSync(folder)) {
  console.error(`${folder} doesn't exist: export first.`);
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  process.exitCode = await runPhp("config.php", [action, folder]);
}
