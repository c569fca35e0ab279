import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { type BackendSession, encodeSession, sessionHeaderName } from "../backend/session-header.ts";

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

/** The backend, keeping nothing where `--data` names no directory, with the administrator `admin` / `admin`. */
export const startBackend = (...args: readonly string[]): Promise<TestServer> =>
  startServer("services/embedded-drupal/main.ts", {
    args: ["--port", "0", ...args],
    env: { SW_ADMIN_PASSWORD: "admin" },
  });

/** Runs a TypeScript program of the repository to its end. */
export async function runProgram(file: string, ...args: readonly string[]): Promise<void> {
  const child = program(file, args, {});
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
}

const login = z.object({ csrf_token: z.string() });

/** A person's session at a backend, as the console hands it to services. */
export async function signIn(backendUrl: string, name: string, pass: string): Promise<BackendSession> {
  const response = await fetch(`${backendUrl}/user/login?_format=json`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, pass }),
  });
  return {
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
    csrfToken: login.parse(await response.json()).csrf_token,
  };
}

/** A service's procedure, called as the console calls it: the answer, or the code of the error. */
export async function callService(
  servicesUrl: string,
  path: string,
  session: BackendSession,
  { ask, write }: { readonly ask?: unknown; readonly write?: unknown } = {},
): Promise<{ readonly answer?: unknown; readonly code?: string }> {
  const query = ask === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify({ json: ask }))}`;
  const response = await fetch(`${servicesUrl}/trpc/${path}${query}`, {
    method: write === undefined ? "GET" : "POST",
    headers: { "Content-Type": "application/json", [sessionHeaderName]: encodeSession(session) },
    ...(write !== undefined && { body: JSON.stringify({ json: write }) }),
  });
  const document = calledDocument.parse(await response.json());
  return { answer: document.result?.data.json, ...(document.error && { code: document.error.json.data.code }) };
}

const calledDocument = z.object({
  result: z.object({ data: z.object({ json: z.unknown() }) }).optional(),
  error: z.object({ json: z.object({ data: z.object({ code: z.string() }) }) }).optional(),
});

/** What was built before the tests, by its source: `scripts/stack/built-servers.mjs`. */
const built = z.record(z.string(), z.array(z.string())).parse(JSON.parse(process.env["SW_BUILT_SERVERS"] ?? "{}"));

const program = (file: string, args: readonly string[], env: Record<string, string>) =>
  spawn(process.execPath, [...(built[file] ?? ["--import", "tsx", file]), ...args], {
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
