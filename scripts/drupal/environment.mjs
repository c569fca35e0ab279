/** Where things are, and whether this machine can run Drupal. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const drupal = join(root, "drupal");
const web = join(drupal, "web");
const varFolder = process.env.SW_DRUPAL_VAR ?? join(root, "var", "drupal");

export const paths = {
  drupal,
  web,
  site: join(web, "sites", "default"),
  var: varFolder,
  private: join(varFolder, "private"),
  config: process.env.SW_DRUPAL_CONFIG ?? join(drupal, "config", "sync"),
  marker: join(varFolder, "installed"),
  router: fileURLToPath(new URL("router.php", import.meta.url)),
  installer: fileURLToPath(new URL("install-site.php", import.meta.url)),
  updater: fileURLToPath(new URL("update-site.php", import.meta.url)),
};

const extensions = ["dom", "gd", "json", "mbstring", "openssl", "pdo", "session", "simplexml", "tokenizer", "xml"];

export function drupalUnavailable(message) {
  return Object.assign(new Error(message), { code: "DRUPAL_UNAVAILABLE" });
}

export async function checkPhp(driver) {
  const { code, output } = await run("php", [
    "-r",
    "echo PHP_VERSION, \"\\n\", strtolower(implode(',', get_loaded_extensions()));",
  ]);
  if (code === 127) throw drupalUnavailable("PHP isn't installed: Drupal needs PHP 8.1 or later on the command line.");
  const [version = "", loaded = ""] = output.trim().split("\n").slice(-2);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 8 || (major === 8 && minor < 1))
    throw drupalUnavailable(`PHP ${version} is too old: Drupal needs PHP 8.1 or later.`);
  const missing = [...extensions, `pdo_${driver}`].filter((name) => !loaded.split(",").includes(name));
  if (missing.length > 0)
    throw drupalUnavailable(
      `PHP lacks the extension${missing.length > 1 ? "s" : ""} ${missing.join(", ")}: install ${missing.map((name) => `php-${name.replace("pdo_", "")}`).join(", ")}.`,
    );
}

/** Runs one of this folder's PHP scripts on the installed site, its output going where ours goes: the exit code. */
export function runPhp(script, args = []) {
  if (!existsSync(join(paths.site, "settings.php"))) {
    console.error("Drupal isn't installed yet: run node scripts/drupal/install.mjs.");
    return 2;
  }
  return new Promise((resolve) => {
    const file = fileURLToPath(new URL(script, import.meta.url));
    const child = spawn("php", ["-d", "memory_limit=512M", file, ...args], {
      env: { ...process.env, SW_DRUPAL_ROOT: web },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", () => resolve(2));
    child.on("close", (code) => resolve(code ?? 2));
  });
}

/** Runs a program to its end. A program that isn't there ends with 127, as in a shell. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: error.code === "ENOENT" ? 127 : 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
