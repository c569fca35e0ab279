/**
 * `npm start`: everything on this machine, on the embedded backend. `npm run drupal`: the same on a real Drupal.
 *
 *   --reset   start over with fresh demo data
 *   --drupal  use a real Drupal
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fail, say } from "./stack/console-output.mjs";
import { ensurePhp } from "./stack/debian.mjs";
import { buildConsole, checkNode, installPackages, root } from "./stack/install.mjs";
import { startStack } from "./stack/stack.mjs";

const backend = process.argv.includes("--drupal") ? "drupal" : "embedded";
const folder = join(root, "var", backend);
const roles = [
  "administrator",
  "direction",
  "manager",
  "support-n1",
  "support-n2",
  "sales",
  "accounting",
  "client",
  "partner",
];

let stack;
let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  say("Stopping…");
  await stack?.stop();
  process.exit(0);
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());

try {
  checkNode();
  await installPackages(say);
  if (backend === "drupal") {
    const reason = await ensurePhp(say);
    if (reason)
      throw new Error(
        `Drupal needs PHP 8.1 or later with sqlite, gd, xml, mbstring and curl, and Composer; they can't be installed here: ${reason}.`,
      );
  }
  await buildConsole(say);
  const reset = process.argv.includes("--reset");
  if (reset) {
    rmSync(folder, { recursive: true, force: true });
    say("The demo starts over.");
  }
  stack = await startStack({ folder, backend, host: process.env.HOST ?? "127.0.0.1", reset, say });
  if (stopping) await stack.stop();
  else {
    console.log(
      `\n${stack.consoleUrl}  sign in as ${roles.join(", ")} @softwhere or @connextoo (manager@softwhere), password demo-2026. Ctrl-C stops.`,
    );
    console.log(`${stack.mailUrl}  the mails that would have been sent.`);
    for (const [name, url] of Object.entries(stack.vendors))
      console.log(
        `${url}  stands in for ${name}: a connection takes it under Administration, with the token "${stack.vendorToken}".`,
      );
    console.log(
      `${stack.webhookReceiver}/  stands in for a customer’s system: a webhook takes it under Administration, and it shows what came.`,
    );
    await stack.exited;
    if (!stopping) {
      await stack.stop();
      fail(`One of the servers ended:\n${stack.tails()}`);
    }
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
