/**
 * Serves the installed Drupal on this machine.
 *
 *   node scripts/drupal/serve.mjs [--port=8085]
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { drupalUnavailable, paths } from "./environment.mjs";

const iniSettings = {
  memory_limit: "512M",
  max_execution_time: "120",
  post_max_size: "64M",
  upload_max_filesize: "64M",
  "opcache.enable": "1",
  "opcache.memory_consumption": "192",
  "opcache.max_accelerated_files": "20000",
  "opcache.interned_strings_buffer": "16",
  "opcache.revalidate_freq": "2",
  realpath_cache_size: "4M",
  "zend.assertions": "-1",
  expose_php: "0",
  display_errors: "0",
  log_errors: "0",
};

/** Starts PHP's own server on the port or the next free one of `tries`, and waits until it answers: `{ url, stop }`. */
export async function serveDrupal({ port = 8085, tries = 1, workers = 4, log = () => {} } = {}) {
  if (!existsSync(paths.marker))
    throw drupalUnavailable("Drupal isn't installed yet: run node scripts/drupal/install.mjs.");
  for (let offset = 0; offset < tries; offset += 1) {
    const served = await serveAt(port + offset, workers);
    if (!served) continue;
    if (offset > 0) log(`Port ${port} is busy: Drupal takes ${port + offset}.`);
    log(`Drupal answers at ${served.url}`);
    return served;
  }
  throw drupalUnavailable(`Port ${port} is taken by another server.`);
}

/** Undefined where the port is somebody else's. */
async function serveAt(port, workers) {
  const url = `http://127.0.0.1:${port}`;
  const ini = Object.entries(iniSettings).flatMap(([name, value]) => ["-d", `${name}=${value}`]);
  const child = spawn("php", [...ini, "-S", `127.0.0.1:${port}`, "-t", paths.web, `${paths.web}/.ht.router.php`], {
    cwd: paths.web,
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: String(workers) },
    stdio: ["ignore", "ignore", "pipe"],
    // Its workers are children of its own: the group is what has to be stopped.
    detached: true,
  });
  // PHP says "started" once it has bound the port, and "Address already in use" where it couldn't.
  const bound = new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk) => {
      if (said.length < 4000) said += chunk;
      if (/started/.test(said)) resolve(true);
      else if (/Failed to listen/.test(said)) resolve(false);
    });
    child.once("error", reject);
    child.once("exit", () => resolve(false));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode !== null || child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      return;
    }
    await ended;
  };
  const free = await bound.catch(() => {
    throw drupalUnavailable("PHP's server didn't start: is PHP installed?");
  });
  if (!free) {
    await stop();
    return undefined;
  }
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) throw drupalUnavailable(`PHP's server ended on port ${port}.`);
    if (await answers(`${url}/jsonapi`)) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw drupalUnavailable(`Drupal didn't answer on port ${port} within 30 seconds.`);
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return response.status < 500;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const port = Number(
    process.argv.find((argument) => argument.startsWith("--port="))?.slice(7) ?? process.env.SW_DRUPAL_PORT ?? 8085,
  );
  try {
    const { stop } = await serveDrupal({ port, log: console.log });
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop().then(() => process.exit(0)));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
