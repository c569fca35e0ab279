import { existsSync } from "node:fs";
import { run } from "./process.mjs";

/**
 * Installs Debian packages where this machine lets us: as root, or with a sudo that asks nothing. Gives undefined when they are there
 * afterwards, else the reason in one sentence.
 */
export async function installDebianPackages(packages, say) {
  if (!existsSync("/usr/bin/apt-get")) return "this is no Debian machine";
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (prefix.length > 0 && (await run("sudo", ["-n", "true"])).code !== 0)
    return "that needs root, and sudo asks for a password here";
  say(`Installing ${packages.join(", ")} with apt-get…`);
  const apt = (...args) =>
    run(prefix[0] ?? "apt-get", [...prefix.slice(1), ...(prefix.length > 0 ? ["apt-get"] : []), ...args], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
  let result = await apt("install", "-y", "--no-install-recommends", ...packages);
  if (result.code !== 0) {
    await apt("update");
    result = await apt("install", "-y", "--no-install-recommends", ...packages);
  }
  return result.code === 0 ? undefined : `apt-get failed: ${result.output.trim().split("\n").at(-1)}`;
}

/** The one without a window's own surface comes first: nothing is seen of it here, and it works a fifth less. */
const browsers = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Path of a Chromium: one that is there, or Debian's installed now. `{ path }` or `{ reason }`. */
export async function findChromium(say) {
  const wanted = process.env.SW_CHROMIUM;
  if (wanted)
    return existsSync(wanted) ? { path: wanted } : { reason: `SW_CHROMIUM names ${wanted}, which isn't there` };
  const found = () => browsers.find((path) => existsSync(path));
  let reason;
  // Older lists of packages know no headless shell.
  for (const name of ["chromium-headless-shell", "chromium"])
    if (!found()) reason = await installDebianPackages([name], say);
  const path = found();
  return path ? { path } : { reason: `no Chromium on this machine, and ${reason ?? "Debian's package brought none"}` };
}

/** PHP and Composer for a real Drupal; undefined where they are there, else the reason. */
export async function ensurePhp(say) {
  const php = await run("php", [
    "-r",
    "exit(extension_loaded('pdo_sqlite') && extension_loaded('gd') && extension_loaded('dom') && extension_loaded('mbstring') ? 0 : 3);",
  ]);
  const composer = await run("composer", ["--version"]);
  if (php.code === 0 && composer.code === 0) return undefined;
  return installDebianPackages(
    ["php-cli", "php-sqlite3", "php-gd", "php-xml", "php-mbstring", "php-curl", "composer", "unzip"],
    say,
  );
}

/** A PostgreSQL server for the tests of two hosts, which start one of their own; where it can't be had they say that they were skipped. */
export async function ensurePostgres(say) {
  if (existsSync("/usr/lib/postgresql")) return;
  const reason = await installDebianPackages(["postgresql"], say);
  if (reason) say(`No PostgreSQL here: ${reason}.`);
}
