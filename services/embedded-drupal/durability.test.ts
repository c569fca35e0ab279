import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Client } from "../conformance/client.ts";

let directory = "";
const children: ChildProcess[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "embedded-"));
});

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await rm(directory, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly output: Promise<string>;
}

/** Resolves with the first line that says where the server is, or why it isn't. */
function start(): Started {
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", main, "--port", "0", "--data", directory], {
    stdio: "pipe",
    env: { SW_ADMIN_PASSWORD: "admin", ...process.env },
  });
  children.push(child);
  const output = new Promise<string>((resolve) => {
    let text = "";
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      if (/answers on|in use/.test(text)) resolve(text);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", () => resolve(text));
  });
  return { child, output };
}

async function signIn(started: Started): Promise<Client> {
  const base = /http:\/\/[^/]+/.exec(await started.output)?.[0];
  if (!base) throw new Error(await started.output);
  const client = new Client(base);
  (await client.login("admin", process.env["SW_ADMIN_PASSWORD"] ?? "admin")).is(200);
  return client;
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.on("exit", () => resolve()));
}

it("keeps what it acknowledged when the process is killed, and lets nobody else in meanwhile", {
  timeout: 60_000,
}, async () => {
  const first = start();
  const before = await signIn(first);
  expect(await start().output).toContain("in use by process");

  const acknowledged: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const id = randomUUID();
    (await before.create("sw_brand", { name: `Brand ${count}` }, {}, id)).is(201);
    acknowledged.push(id);
  }
  // Killed in the middle of writes: these may or may not be there, but never by halves.
  const open = Array.from({ length: 10 }, () =>
    before.create("sw_brand", { name: "unanswered" }).catch(() => undefined),
  );
  first.child.kill("SIGKILL");
  await exited(first.child);
  await Promise.all(open);

  const after = await signIn(start());
  for (const id of acknowledged) (await after.get(`/jsonapi/sw_brand/sw_brand/${id}`)).is(200);
  const brands = (await after.get("/jsonapi/aggregate/sw_brand")).at("/meta/groups/0/count");
  const entries = (await after.get("/jsonapi/aggregate/sw_journal_entry?filter[subject_type]=sw_brand")).at(
    "/meta/groups/0/count",
  );
  expect(entries).toBe(brands);
});
