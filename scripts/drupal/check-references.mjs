/**
 * Finds rows in the installed Drupal whose references lead to another brand or to nothing. Cron does the same every night.
 *
 *   node scripts/drupal/check-references.mjs
 *
 * The exit code is 1 when there are any.
 */
import { runPhp } from "./environment.mjs";

process.exitCode = await runPhp("check-references.php");
