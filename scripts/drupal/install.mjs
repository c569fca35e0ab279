/**
 * Installs Drupal with the SoftWhere profile, from nothing or again.
 *
 *   node scripts/drupal/install.mjs [--reset]
 *
 * SW_DRUPAL_DB          mysql://user:password@host:port/name or pgsql://…; SQLite in var/drupal without it
 * SW_DRUPAL_COLLATION   collation of MySQL's tables; MariaDB's utf8mb4_uca1400_nopad_as_ci without it (MySQL 8: utf8mb4_0900_as_ci)
 * SW_ADMIN_PASSWORD     password of the account `admin`; one is made and printed once without it
 * SW_DRUPAL_HOSTS       more host names the site answers to, separated by commas
 * SW_DRUPAL_MODULES     more modules to enable, separated by commas
 * SW_DRUPAL_TESTS       1 lets Drupal find the modules in tests/modules
 * SW_DRUPAL_CONFIG      directory of exported configuration (default: drupal/config/sync)
 * SW_DRUPAL_PROXIES     addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas (default: this machine; empty: none)
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkPhp, drupalUnavailable, paths, run } from "./environment.mjs";
import { settingsSource } from "./settings.mjs";

/** Makes sure that an installed Drupal exists. Throws an Error with `code: "DRUPAL_UNAVAILABLE"` when it can't be had. */
export async function installDrupal({ reset = false, log = () => {} } = {}) {
  const database = readDatabase(process.env.SW_DRUPAL_DB);
  await checkPhp(database.driver);
  await installPackages(log);
  if (reset) removeSite();
  if (!reset && existsSync(paths.marker)) {
    writeSettings(database);
    await updateSite();
    log("Drupal is installed and matches the entity model.");
    return;
  }
  for (const folder of [paths.private, join(paths.site, "files"), paths.config]) mkdirSync(folder, { recursive: true });
  rmSync(join(paths.var, "drupal.sqlite"), { force: true });
  writeSettings(database);
  log("Installing the SoftWhere profile…");
  const started = Date.now();
  const made = process.env.SW_ADMIN_PASSWORD ? undefined : newPassword();
  const { code, output } = await run("php", ["-d", "memory_limit=1G", "-d", "opcache.enable_cli=0", paths.installer], {
    SW_DRUPAL_ROOT: paths.web,
    ...(made ? { SW_ADMIN_PASSWORD: made } : {}),
    SW_DRUPAL_RESET: reset && database.driver !== "sqlite" ? "1" : "",
  });
  if (code !== 0 || !output.includes("installed\n")) {
    throw drupalUnavailable(`The Drupal installation failed: ${lastLine(output)}`);
  }
  writeFileSync(paths.marker, `${new Date().toISOString()}\n`);
  log(`Drupal is installed (${Math.round((Date.now() - started) / 1000)} s).`);
  if (made) log(`Account admin, password ${made}. It is printed this once and kept nowhere: write it down.`);
}

/** Creates what the entity model has gained since the installation, and rebuilds caches. */
async function updateSite() {
  const { code, output } = await run("php", ["-d", "memory_limit=1G", paths.updater], { SW_DRUPAL_ROOT: paths.web });
  if (code !== 0 || !output.includes("updated\n"))
    throw drupalUnavailable(`Drupal couldn't be updated: ${lastLine(output)}`);
}

async function installPackages(log) {
  const { missing, dev } = installedPackages();
  if (missing.length === 0) return;
  log("Fetching Drupal with Composer…");
  // A lock file of before knows nothing of a package that is new; the others stay as they are.
  const isLocked = existsSync(join(paths.drupal, "composer.lock"));
  const { code, output } = await run("composer", [
    ...(isLocked ? ["update", ...missing, "--with-all-dependencies"] : ["install"]),
    "--no-interaction",
    "--no-progress",
    ...(dev ? [] : ["--no-dev"]),
    "--working-dir",
    paths.drupal,
  ]);
  if (code === 127)
    throw drupalUnavailable("Composer isn't installed: get it from https://getcomposer.org and run this again.");
  if (code !== 0) throw drupalUnavailable(`Composer couldn't fetch Drupal: ${lastLine(output)}`);
}

/** The packages that Drupal needs and that aren't there, and whether those for development are. */
function installedPackages() {
  const { require: needed } = JSON.parse(readFileSync(join(paths.drupal, "composer.json"), "utf8"));
  const file = join(paths.drupal, "vendor", "composer", "installed.json");
  const isThere = existsSync(file) && existsSync(join(paths.web, "core", "lib", "Drupal.php"));
  const { packages, dev } = isThere ? JSON.parse(readFileSync(file, "utf8")) : { packages: [], dev: false };
  const names = new Set(packages.map(({ name }) => name));
  return { missing: Object.keys(needed).filter((name) => name.includes("/") && !names.has(name)), dev };
}

function writeSettings(database) {
  mkdirSync(paths.site, { recursive: true });
  writeFileSync(
    join(paths.site, "settings.php"),
    settingsSource({ database, hashSalt: hashSalt(), paths, env: process.env }),
  );
}

function removeSite() {
  rmSync(paths.var, { recursive: true, force: true });
  rmSync(join(paths.site, "files"), { recursive: true, force: true });
}

function newPassword() {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64url");
}

/** Kept between runs: a new salt would invalidate every session and one-time link. */
function hashSalt() {
  const file = join(paths.var, "hash-salt");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}

export function readDatabase(url) {
  if (!url) return { driver: "sqlite", database: join(paths.var, "drupal.sqlite") };
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    throw drupalUnavailable("SW_DRUPAL_DB isn't a URL: it should read like mysql://user:password@host:3306/name.");
  }
  const driver = parsed.protocol.slice(0, -1);
  if (driver !== "mysql" && driver !== "pgsql")
    throw drupalUnavailable("SW_DRUPAL_DB must start with mysql:// or pgsql://.");
  return {
    driver,
    host: parsed.hostname,
    port: parsed.port || (driver === "mysql" ? "3306" : "5432"),
    database: parsed.pathname.slice(1),
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
  };
}

function lastLine(output) {
  const lines = output
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    lines.findLast((line) => /error|exception|could not|not found|failed/i.test(line)) ??
    lines.at(-1) ??
    "no output"
  ).slice(0, 300);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  installDrupal({ reset: process.argv.includes("--reset"), log: console.log }).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
