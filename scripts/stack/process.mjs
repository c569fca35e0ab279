import { spawn } from "node:child_process";

/** Runs a program to its end: `{ code, output }`. `live` shows what it prints. A program that isn't there ends with 127. */
export function run(command, args, { cwd, env = {}, live = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (target) => (chunk) => {
      output += chunk;
      if (live) target.write(chunk);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.on("error", (error) => resolve({ code: error.code === "ENOENT" ? 127 : 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Starts a server in a process group of its own: `{ stop, exited, tail }`. */
export function startServer(command, args, { cwd, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let tail = "";
  const keep = (chunk) => {
    tail = (tail + chunk).slice(-4000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  let over = false;
  const exited = new Promise((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).then(() => {
    over = true;
  });
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has ended meanwhile.
    }
  };
  return {
    exited,
    tail: () => tail.trim().split("\n").slice(-8).join("\n"),
    isOver: () => over,
    async stop() {
      if (over) return;
      signal("SIGTERM");
      const timer = setTimeout(() => signal("SIGKILL"), 10_000);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** The server's port belongs to somebody else. */
export class PortBusy extends Error {}

function ended(server) {
  const tail = server.tail();
  if (/EADDRINUSE/.test(tail)) return new PortBusy(tail);
  return new Error(`A server ended at once:\n${tail}`);
}

/** Where one of our servers answers, as it says itself once it has bound a port. */
export async function addressOf(server, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const url = /answers on (http:\/\/[^/\s]+)/.exec(server.tail())?.[1];
    if (url) return url;
    if (server.isOver()) throw ended(server);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`A server did not start within ${seconds} s:\n${server.tail()}`);
}

/** The health answer of this very installation. Throws `PortBusy` where the server ended because the port was taken. */
export async function healthOf(url, installation, server, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (server.isOver()) throw ended(server);
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    const health = response?.ok ? await response.json().catch(() => undefined) : undefined;
    if (health?.installation === installation) return health;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer within ${seconds} s:\n${server.tail()}`);
}
