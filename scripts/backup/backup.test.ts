import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "../../services/conformance/client.ts";
import { startEmbeddedDrupal } from "../../services/embedded-drupal/server.ts";
import { loadPlatformModel } from "../../services/model/index.ts";
import { openDatabase } from "../../services/platform/database/database.ts";
import {
  postgresPrograms,
  startPostgres,
  type TestPostgres,
} from "../../services/platform/database/testing/postgres.ts";

const load = (file: string) => import(new URL(file, import.meta.url).href);
const { makeBackup, checkBackup, restoreBackup } = await load("./archive.mjs");
const { localEmbedded, postgres } = await load("./installation.mjs");

const silent = { say: () => {} };
let place: string;
let to: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "backup-"));
  to = join(place, "backups");
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("an installation on the embedded backend", () => {
  const brandNames = async (client: Client) =>
    (await client.get("/jsonapi/sw_brand/sw_brand?sort=name")).is(200).each("/attributes/name");

  async function withServer(folder: string, work: (client: Client) => Promise<void>): Promise<void> {
    const server = await startEmbeddedDrupal({
      model: loadPlatformModel(),
      dataDir: join(folder, "database"),
      port: 0,
      adminPassword: "admin",
    });
    try {
      const client = new Client(server.url);
      (await client.login("admin", "admin")).is(200);
      await work(client);
    } finally {
      await server.close();
    }
  }

  it("comes back as it was, journal included, and says what isn't as it was written", {
    timeout: 180_000,
  }, async () => {
    const folder = join(place, "installation");
    const installation = localEmbedded(folder);
    await withServer(folder, async (client) => {
      (await client.create("sw_brand", { name: "Première" })).is(201);
      await expect(makeBackup(installation, { to, ...silent })).rejects.toThrow(/works with .*: stop it first/);
    });
    writeFileSync(join(folder, "session-secret"), "kept");
    const made = await makeBackup(installation, { to, now: new Date("2026-11-01T02:00:00Z"), ...silent });
    expect(made).toMatchObject({ sound: true, folder: join(to, "embedded-2026-11-01T02-00-00Z") });

    rmSync(folder, { recursive: true });
    const manifest = await checkBackup(installation, made.folder);
    const restored = await restoreBackup(installation, made.folder, manifest, silent);
    expect(restored).toMatchObject({ sound: true, journal: expect.stringMatching(/entries verified$/) });
    expect(readFileSync(join(folder, "session-secret"), "utf8")).toBe("kept");
    await withServer(folder, async (client) => expect(await brandNames(client)).toEqual(["Première"]));

    const cut = { ...manifest, heads: [`platform=1000:${"0".repeat(64)}`] };
    expect(await restoreBackup(installation, made.folder, cut, silent)).toMatchObject({
      sound: false,
      journal: expect.stringContaining("noted outside"),
    });

    const file = join(made.folder, "data.tar.gz");
    const bytes = readFileSync(file);
    bytes[1000] = (bytes[1000] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    await expect(checkBackup(installation, made.folder)).rejects.toThrow("data.tar.gz isn't as it was written");
    rmSync(file);
    await expect(checkBackup(installation, made.folder)).rejects.toThrow("data.tar.gz is missing");
  });
});

describe("a backup", () => {
  const made = (day: number) => new Date(Date.UTC(2026, 10, day));
  const verify = () => ["sh", ["-c", "echo HEAD platform=0:00"]];
  const part = (file: string, script: string) => ({
    file,
    write: ["sh", ["-c", script]],
    read: ["sh", ["-c", "cat >&2; exit 3"]],
  });
  const installation = (script: string) => ({ kind: "trial", folders: [], parts: [part("a.gz", script)], verify });

  it("that could not be written leaves nothing behind, and says why", async () => {
    const there = join(place, "failing");
    mkdirSync(join(there, ".unfinished-trial-of-a-run-that-was-killed"), { recursive: true });
    await expect(
      makeBackup(installation("echo half; echo 'the disk is gone' >&2; exit 1"), { to: there, ...silent }),
    ).rejects.toThrow("the disk is gone");
    expect(readdirSync(there)).toEqual([]);
    const missing = { ...installation(""), parts: [{ file: "a.gz", write: ["no-such-program", []] }] };
    await expect(makeBackup(missing, { to: there, ...silent })).rejects.toThrow(
      "The program no-such-program is missing",
    );
  });

  it("of an unsound journal is made, and said", async () => {
    const unsound = { ...installation("echo a"), verify: () => ["sh", ["-c", "echo WRONG entry 3; exit 1"]] };
    const { folder, sound } = await makeBackup(unsound, { to: join(place, "unsound"), ...silent });
    expect(sound).toBe(false);
    expect(existsSync(join(folder, "manifest.json"))).toBe(true);
  });

  it("keeps the newest ones, and none of another installation's goes", async () => {
    const there = join(place, "many");
    mkdirSync(join(there, "drupal-2020-01-01T00-00-00Z"), { recursive: true });
    for (const day of [1, 2, 3, 4])
      await makeBackup(installation("echo a"), { to: there, keep: 2, now: made(day), ...silent });
    expect(readdirSync(there)).toEqual([
      "drupal-2020-01-01T00-00-00Z",
      "trial-2026-11-03T00-00-00Z",
      "trial-2026-11-04T00-00-00Z",
    ]);
  });

  it("is for the installation it was made of, and a failing program's sentence is passed on", async () => {
    const { folder } = await makeBackup(installation("echo no luck"), { to: join(place, "other"), ...silent });
    await expect(checkBackup({ ...installation(""), kind: "compose" }, folder)).rejects.toThrow('not "compose"');
    const more = { ...installation(""), parts: [part("a.gz", ""), part("b.gz", "")] };
    await expect(checkBackup(more, folder)).rejects.toThrow("made of a.gz, b.gz");
    const manifest = await checkBackup(installation(""), folder);
    await expect(restoreBackup(installation(""), folder, manifest, silent)).rejects.toThrow("no luck");
  });
});

describe.skipIf(!postgresPrograms)("a PostgreSQL database", () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres(postgresPrograms ?? "");
  });
  afterAll(() => server.stop());

  async function ask(database: string, ...statements: string[]): Promise<unknown[]> {
    const { db, close } = await openDatabase({ databaseUrl: server.url.replace(/postgres$/, database) });
    try {
      let rows: unknown[] = [];
      for (const statement of statements) ({ rows } = await sql.raw(statement).execute(db));
      return rows;
    } finally {
      await close();
    }
  }

  it("comes back as it was, also a second time, and what is newer is gone", async () => {
    await ask("postgres", "CREATE DATABASE kept");
    await ask("kept", "CREATE SCHEMA jobs", "CREATE TABLE jobs.job (name text)", "INSERT INTO jobs.job VALUES ('é€')");
    const { hostname, port } = new URL(server.url);
    const part = postgres({ host: hostname, port, database: "kept", username: "softwhere", password: "" });
    const installation = { kind: "trial", folders: [], parts: [part], verify: () => ["true", []] };
    for (const round of ["first", "second"]) {
      const { folder } = await makeBackup(installation, { to: join(place, round), ...silent });
      await ask(
        "kept",
        "DELETE FROM jobs.job",
        "CREATE TABLE jobs.newer (name text)",
        "CREATE TABLE newer (name text)",
      );
      await restoreBackup(installation, folder, await checkBackup(installation, folder), silent);
      expect(await ask("kept", "SELECT * FROM jobs.job")).toEqual([{ name: "é€" }]);
      expect(await ask("kept", "SELECT 1 FROM pg_class WHERE relname = 'newer'")).toEqual([]);
    }
  });
});
