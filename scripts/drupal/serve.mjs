/**
 * Serves the installed Drupal on this machine.
 *
 *   node scripts/drupal/serve.mjs [--port=8085]
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { drupalUnavailable, paths } from "./environment.mjs";

const iniSettings = {
  memory_limit: "512M",
  max_execution_time: "120",
  post_max_size: "64M",
  upload_max_filesize: "64M",
  // What is counted has to be counted for all workers: in files.
  "apc.enabled": "0",
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

/**
 * Serves on the port or the next free one of `tries`, and waits until it answers: `{ url, stop }`.
 *
 * One of PHP's own servers answers one request at a time, and one that has workers hands a request to a worker that
 * is busy with a waiting read. So each has a request to itself: `workers` from the start, up to `most` when all are busy.
 */
export async function serveDrupal({ port = 8085, tries = 1, workers = 4, most = 32, log = () => {} } = {}) {
  if (!existsSync(paths.marker))
    throw drupalUnavailable("Drupal isn't installed yet: run node scripts/drupal/install.mjs.");
  for (let offset = 0; offset < tries; offset += 1) {
    const served = await serveAt(port + offset, workers, most);
    if (!served) continue;
    if (offset > 0) log(`Port ${port} is busy: Drupal takes ${port + offset}.`);
    log(`Drupal answers at ${served.url}`);
    return served;
  }
  throw drupalUnavailable(`Port ${port} is taken by another server.`);
}

/** Undefined where the port is somebody else's. */
async function serveAt(port, workers, most) {
  const url = `http://127.0.0.1:${port}`;
  const children = new Set();
  const idle = [];
  const queue = [];
  let starting = 0;
  let stopped = false;

  const start = async () => {
    starting += 1;
    try {
      const worker = await startWorker(children);
      if (stopped) worker.child.kill();
      else free(worker);
    } finally {
      starting -= 1;
    }
  };
  const free = (worker) => {
    if (!children.has(worker.child)) return;
    const next = queue.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  const take = () => {
    const worker = idle.pop();
    if (worker) return children.has(worker.child) ? Promise.resolve(worker) : take();
    if (children.size < most && starting <= queue.length) start().catch(() => {});
    return new Promise((resolve) => queue.push(resolve));
  };
  // PHP's server ends each connection after its answer: a connection is a request.
  const front = createServer({ allowHalfOpen: true }, (client) => {
    client.on("error", () => {});
    client.once("readable", async () => {
      const worker = await take();
      const upstream = connect({ port: worker.port, host: "127.0.0.1", allowHalfOpen: true });
      upstream.once("close", () => {
        client.destroySoon();
        free(worker);
      });
      upstream.on("error", () => client.destroy());
      client.once("close", () => upstream.end());
      client.pipe(upstream);
      upstream.pipe(client);
    });
  });
  const listening = await new Promise((resolve) => {
    front.once("error", () => resolve(false));
    front.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (!listening) return undefined;

  const stop = async () => {
    stopped = true;
    front.close();
    await Promise.all([...children].map((child) => ended(child, () => child.kill("SIGTERM"))));
  };
  try {
    await Promise.all(Array.from({ length: workers }, start));
    for (let attempt = 0; attempt < 150; attempt++) {
      if (await answers(`${url}/jsonapi`)) return { url, stop };
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  await stop();
  throw drupalUnavailable(`Drupal didn't answer on port ${port} within 30 seconds.`);
}

/** One of PHP's servers, on a port that the system gives. */
async function startWorker(children) {
  const port = await freePort();
  const compiled = join(paths.var, "opcache");
  mkdirSync(compiled, { recursive: true });
  const ini = Object.entries({ ...iniSettings, "opcache.file_cache": compiled }).flatMap(([name, value]) => [
    "-d",
    `${name}=${value}`,
  ]);
  const child = spawn("php", [...ini, "-S", `127.0.0.1:${port}`, "-t", paths.web, paths.router], {
    cwd: paths.web,
    stdio: ["ignore", "ignore", "pipe"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  // PHP says "started" once it has bound the port.
  await new Promise((resolve, reject) => {
    const failed = () => reject(drupalUnavailable("PHP's server didn't start: is PHP installed?"));
    child.stderr.on("data", (chunk) => /started/.test(chunk) && resolve());
    child.once("error", failed);
    child.once("exit", failed);
  });
  return { child, port };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function ended(child, end) {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    end();
  });
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
