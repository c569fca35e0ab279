import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** The newest PostgreSQL server installed here: where its programs lie. */
export const postgresPrograms = newest("/usr/lib/postgresql");

/** A server of its own on a free port of loopback, gone with the test. */
export async function startPostgres(programs: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const data = join(folder, "data");
  mkdirSync(data);
  // The server refuses to run as root.
  const who = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (who.uid !== undefined && who.gid !== undefined)
    for (const path of [folder, data]) chownSync(path, who.uid, who.gid);
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "softwhere", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...who,
    stdio: "ignore",
    cwd: folder,
  });
  const port = await freePort();
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-k", folder, "-c", "fsync=off"],
    { ...who, stdio: ["ignore", "ignore", "pipe"], cwd: folder },
  );
  const gone = new Promise((resolve) => server.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    server.stderr.on("data", (chunk) => String(chunk).includes("ready to accept connections") && resolve());
    server.once("exit", () => reject(new Error("PostgreSQL ended at once")));
  });
  return {
    url: `postgres://softwhere@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill("SIGQUIT");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newest(place: string): string | undefined {
  if (!existsSync(place)) return undefined;
  const versions = readdirSync(place).filter((name) => existsSync(join(place, name, "bin/postgres")));
  const [last] = versions.sort((a, b) => Number(b) - Number(a));
  return last && join(place, last, "bin");
}

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
