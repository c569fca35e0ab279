import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A server of ours in a process of its own, as a test needs it. */
export interface TestServer {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a TypeScript program of the repository, such as `services/main.ts`, and waits until it says where it answers. */
export async function startServer(
  file: string,
  { args = [], env = {} }: { readonly args?: readonly string[]; readonly env?: Record<string, string> } = {},
): Promise<TestServer> {
  const child = program(file, args, env);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      const said = /answers on (http:\/\/[^/\s]+)/.exec(String(chunk))?.[1];
      if (said) resolve(said);
    });
    child.once("exit", () => reject(new Error(`${file} ended at once`)));
  });
  return { url, child, stop: () => stopped(child) };
}

/** The backend that keeps nothing, with the administrator `admin` / `admin`. */
export const startBackend = (...args: readonly string[]): Promise<TestServer> =>
  startServer("services/embedded-drupal/main.ts", { args: ["--port", "0", ...args] });

/** Runs a TypeScript program of the repository to its end. */
export async function runProgram(file: string, ...args: readonly string[]): Promise<void> {
  const child = program(file, args, {});
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
}

const program = (file: string, args: readonly string[], env: Record<string, string>) =>
  spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: root,
    env: { ...process.env, SW_LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill();
  });
}
