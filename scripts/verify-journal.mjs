/**
 * Verifies the journal of every brand: edits, deletions, other orders, cut ends.
 *
 *   npm run journal:verify -- [--drupal | <data directory> | postgres://…] [--print-heads] [--expect-head <brand>=<sequence>:<hash>…]
 *
 * Without a place: the databases that `npm start` and `npm run drupal` keep below var/. Exit code 1 when something is wrong.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stack/install.mjs";

const given = process.argv.slice(2);
const wantsDrupal = given.includes("--drupal");
const rest = given.filter((argument) => argument !== "--drupal");
const values = rest.filter(
  (argument, index) => argument.startsWith("--") || ["--expect-head", "--model"].includes(rest[index - 1]),
);
const places = rest.filter((argument) => !values.includes(argument));

const embedded = (place) => [
  "--import",
  "tsx",
  join(root, "services/embedded-drupal/verify-journal.ts"),
  place,
  ...values,
];
const drupal = [join(root, "scripts/drupal/verify-journal.mjs"), ...values];
const kept = join(root, "var/embedded/database");
const commands = wantsDrupal
  ? [drupal]
  : places.length > 0
    ? places.map(embedded)
    : [
        ...(existsSync(kept) ? [embedded(kept)] : []),
        ...(existsSync(join(process.env.SW_DRUPAL_VAR ?? join(root, "var/drupal"), "installed")) ? [drupal] : []),
      ];

if (commands.length === 0) {
  console.error("There is no database below var/ yet; name a data directory, a postgres:// address or --drupal.");
  process.exit(2);
}
for (const command of commands) {
  console.log(command === drupal ? "Drupal" : `embedded backend, ${command[3]}`);
  const code = await new Promise((resolve) =>
    spawn(process.execPath, command, { cwd: root, stdio: "inherit" }).once("exit", resolve),
  );
  if (code !== 0) process.exitCode = Math.max(Number(process.exitCode ?? 0), code ?? 1);
}
