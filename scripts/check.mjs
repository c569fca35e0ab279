/** `npm run check`: everything that can be said of the code without running the product. Ends with the plain totals. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkBoundaries, checkNetworkDoors, checkVendorNames, checkVerticalNames } from "./boundaries/check.mjs";
import { root, typeChecker } from "./stack/install.mjs";
import { run } from "./stack/process.mjs";

/** A program that must end with 0; its last lines are the reason when it doesn't. */
async function program(command, args, cwd = root) {
  const { code, output } = await run(command, args, { cwd });
  if (code !== 0) throw new Error(output.trim().split("\n").slice(-40).join("\n"));
  return output.trim().split("\n").at(-1)?.slice(0, 120) ?? "";
}

class Skipped extends Error {}

const checks = [
  ["Biome, lint and format", () => program("npx", ["biome", "check", "."])],
  ["Types", () => program(typeChecker, ["-b"])],
  ["Unused code", () => program("npx", ["knip", "--no-progress"])],
  ["Import boundaries", checkBoundaries],
  ["Drawing of the imports", () => program("node", ["scripts/draw-imports.mjs", "--check"])],
  ["Base names no vertical", async () => checkVerticalNames()],
  ["Vendors' names", async () => checkVendorNames()],
  ["Network doors", async () => checkNetworkDoors()],
  ["Generated files", () => program("npx", ["tsx", "services/model/generate.ts", "--check"])],
  ["Demo invoice", () => program("npx", ["tsx", "scripts/seed/write-demo-invoice.ts", "--check"])],
  ["File sizes", async () => checkSizes()],
  ["Messages", async () => checkMessages()],
  ["PHP syntax", phpLint],
  ["PHPStan", phpStan],
  ["PHP coding standard", phpCodingStandard],
];

/** Runs all checks: totals, `failures` with the last line of each reason, and `reasons` of the skipped ones. */
export async function runChecks() {
  const totals = { passed: 0, failed: 0, skipped: 0, reasons: [], failures: [] };
  for (const [name, check] of checks) {
    const started = Date.now();
    try {
      const detail = await check();
      totals.passed += 1;
      console.log(`  ok    ${name} (${((Date.now() - started) / 1000).toFixed(1)} s) ${detail ?? ""}`);
    } catch (error) {
      if (error instanceof Skipped) {
        totals.skipped += 1;
        totals.reasons.push(`${name}: ${error.message}`);
        console.log(`  SKIP  ${name}: ${error.message}`);
      } else {
        totals.failed += 1;
        totals.failures.push(`${name}: ${String(error.message).trim().split("\n").at(-1)}`);
        console.log(`  FAIL  ${name}\n${String(error.message).replace(/^/gm, "        ")}`);
      }
    }
  }
  return totals;
}

/** Files above 400 lines are split; generated ones are exempt. */
function checkSizes() {
  const large = [];
  const visit = (path) => {
    if (
      /node_modules|\/\.next|\/generated|\/vendor|\/web\/(core|libraries|sites|modules\/contrib|profiles\/contrib|themes)/.test(
        path,
      )
    )
      return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else if (/\.(ts|tsx|mjs|css|php|module)$/.test(path)) {
      const lines = readLines(path);
      if (lines > 400) large.push(`${path.slice(root.length)}: ${lines} lines`);
    }
  };
  for (const place of ["frontend", "services", "scripts", "drupal/web/modules", "drupal/web/profiles"])
    visit(join(root, place));
  if (large.length > 0) throw new Error(large.join("\n"));
  return "no file above 400 lines";
}

/** French and English have the same messages. */
function checkMessages() {
  const [fr, en] = ["fr", "en"].map((language) =>
    keys(JSON.parse(readText(join(root, `frontend/messages/${language}.json`)))),
  );
  const missing = [
    ...fr.filter((key) => !en.includes(key)).map((key) => `en lacks ${key}`),
    ...en.filter((key) => !fr.includes(key)).map((key) => `fr lacks ${key}`),
  ];
  if (missing.length > 0) throw new Error(missing.join("\n"));
  return `${fr.length} messages in both languages`;
}

function keys(messages, prefix = "") {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "object" ? keys(value, `${prefix}${key}.`) : [prefix + key],
  );
}

async function phpLint() {
  if ((await run("php", ["--version"])).code !== 0) throw new Skipped("PHP is not installed on this machine");
  const files = [];
  const visit = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else if (/\.(php|module|install|inc)$/.test(path)) files.push(path);
  };
  for (const place of ["drupal/web/modules/custom", "drupal/web/profiles/custom", "scripts/drupal"])
    visit(join(root, place));
  const script =
    'foreach (array_slice($argv, 1) as $file) { try { token_get_all(file_get_contents($file), TOKEN_PARSE); } catch (ParseError $error) { fwrite(STDERR, $file . ":" . $error->getLine() . " " . $error->getMessage() . "\\n"); exit(1); } }';
  await program("php", ["-r", script, "--", ...files]);
  return `${files.length} files`;
}

/** A program that Composer installs for development, in the folder of the Drupal. */
function phpProgram(name, ...args) {
  const bin = join(root, "drupal/vendor/bin", name);
  if (!existsSync(bin))
    throw new Skipped("its package is not installed: composer install --working-dir=drupal brings it");
  return program("php", [bin, ...args], join(root, "drupal"));
}

async function phpStan() {
  return phpProgram("phpstan", "analyse", "--no-progress", "--memory-limit=1G");
}

async function phpCodingStandard() {
  await phpProgram("phpcs", "-q");
  return "Drupal's, phpcs.xml.dist says where ours differs";
}

function readText(path) {
  return readFileSync(path, "utf8");
}

function readLines(path) {
  return readText(path).split("\n").length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { passed, failed, skipped } = await runChecks();
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : 0);
}
