/**
 * Whether the base lives without its modules, in a copy of the repository: all add-ons and verticals are removed and what remains is
 * generated, type-checked and tested; then the smallest vertical is added, and the contract suite asks both. `node
 * scripts/boundaries/without-modules.mjs [--walk]` does it alone, with a walk through the base's console.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium } from "../stack/debian.mjs";
import { root, typeChecker } from "../stack/install.mjs";
import { addressOf, run, startServer } from "../stack/process.mjs";
import { addToy, copyRepository, modulesIn, must, removeModule } from "./copy-without.mjs";

const folder = join(root, "var", "without-modules");

/** A copy that has the base alone. Answers its folder. */
export async function makeCopy() {
  await copyRepository(folder);
  const modules = modulesIn(folder);
  if (modules.length === 0) throw new Error("There is no module to remove: the check would prove nothing.");
  for (const name of modules) removeModule(folder, name);
  await must("npm", ["run", "--silent", "generate"], folder);
  await must(typeChecker, ["-b"], folder);
  return folder;
}

/** The unit tests of what remains: Vitest's report. */
export async function unitTests(files = []) {
  const report = join(folder, "test-results/vitest.json");
  rmSync(report, { force: true });
  const { output } = await run("npx", ["vitest", "run", ...files], { cwd: folder });
  process.stdout.write(output);
  if (!existsSync(report)) throw new Error("Vitest ended without its report.");
  return JSON.parse(readFileSync(report, "utf8"));
}

/** The copy with the smallest vertical; `work` gets the address of its backend, which has the platform's model of the copy. */
export async function withToy(work) {
  addToy(folder);
  await must("npm", ["run", "--silent", "generate"], folder);
  await must(typeChecker, ["-b", "services"], folder);
  const server = startServer(
    process.execPath,
    ["--import", "tsx", join(folder, "services/embedded-drupal/main.ts"), "--port", "0"],
    { cwd: folder, env: { SW_ADMIN_PASSWORD: "admin" } },
  );
  try {
    await work(await addressOf(server), folder);
  } finally {
    await server.stop();
  }
}

/** The base's console, built in the copy, and the walks that need no module: Playwright's report. */
export async function walk(chromium, ports, say) {
  const { buildConsole } = await import(pathToFileURL(join(folder, "scripts/stack/install.mjs")).href);
  const { startStack } = await import(pathToFileURL(join(folder, "scripts/stack/stack.mjs")).href);
  await buildConsole(say);
  const report = join(folder, "test-results/playwright.json");
  rmSync(report, { force: true });
  const data = join(folder, "var", "walk");
  mkdirSync(data, { recursive: true });
  const stack = await startStack({ folder: data, ports, say });
  try {
    await run("npx", ["playwright", "test", "-c", "frontend/playwright.config.ts", "--grep", "@base-walk"], {
      cwd: folder,
      env: { SW_E2E_URL: stack.consoleUrl, SW_E2E_MAILS: stack.mailUrl, SW_CHROMIUM: chromium },
      live: true,
    });
  } finally {
    await stack.stop();
  }
  if (!existsSync(report)) throw new Error("Playwright ended without its report.");
  return JSON.parse(readFileSync(report, "utf8"));
}

async function alone() {
  const started = Date.now();
  const say = (text) => console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${text}`);
  await makeCopy();
  say("The base alone: generated, types checked.");
  let failed = 0;
  if (!process.argv.includes("--no-units")) {
    const report = await unitTests();
    failed += report.numFailedTests;
    say(
      `Unit tests: ${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped.`,
    );
  }
  if (process.argv.includes("--walk")) {
    const chromium = await findChromium(say);
    if (!chromium.path) say(`No walk: ${chromium.reason}`);
    else {
      const { stats } = await walk(chromium.path, { console: 18700, backend: 18720, services: 18740 }, say);
      failed += stats.unexpected + (stats.expected === 0 ? 1 : 0);
      say(`Walk: ${stats.expected} passed, ${stats.unexpected} failed.`);
    }
  }
  await withToy(async (url) => {
    say("The smallest vertical is added: generated, types checked.");
    const { code, output } = await run("npm", ["run", "--silent", "contract", "--", url], {
      cwd: folder,
      env: { SW_ADMIN_PASSWORD: "admin" },
    });
    if (code !== 0) failed += 1;
    say(`Contract suite: ${output.trim().split("\n").at(-1)}`);
  });
  return failed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exit((await alone()) > 0 ? 1 : 0);
