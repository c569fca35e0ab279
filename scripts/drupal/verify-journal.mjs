/**
 * Verifies the journal of every brand in the installed Drupal's database: edits, deletions, other orders, cut ends.
 *
 *   node scripts/drupal/verify-journal.mjs [--print-heads] [--expect-head <brand>=<sequence>:<hash>…]
 *
 * Prints what is wrong and ends with `N entries verified`; the exit code is 1 when something is wrong.
 */
import { runPhp } from "./environment.mjs";

process.exitCode = await runPhp("verify-journal.php", process.argv.slice(2));
