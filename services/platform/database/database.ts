import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { lockDirectory } from "./lock-file.ts";

export type Database = Kysely<unknown>;

export interface OpenDatabase {
  readonly db: Database;
  /** The one pool behind `db`: a second one on the embedded database would lose rows in silence. */
  readonly pool: pg.Pool;
  /** True when one connection serves everything, so that transactions can't overlap anyway. */
  readonly embedded: boolean;
  /** Address of the server; undefined for the embedded database. */
  readonly url: string | undefined;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Directory of the embedded database; absent: in memory. */
  readonly dataDir?: string;
  /** A PostgreSQL server instead of the embedded one. */
  readonly databaseUrl?: string;
  /** What a new embedded database begins with. */
  readonly beginning?: Beginning;
}

/** Tables that are made once by an installation, and kept as a copy for the databases after it. */
export interface Beginning {
  /** All that they are made of: where it is another, they are made anew. */
  readonly of: string;
  make(db: Database): Promise<void>;
}

const bigint = 20;
const asText = new Set([1082, 1114, 1184, 1700]);

// Whole numbers stay numbers, dates and decimals stay the text that the wire shows.
const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === bigint) return Number;
    if (asText.has(oid)) return String;
    return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
  },
};

export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  if (options.databaseUrl) {
    const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 10, types });
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    return { db, pool, embedded: false, url: options.databaseUrl, close: () => db.destroy() };
  }
  const unlock = options.dataDir ? lockDirectory(options.dataDir) : () => {};
  try {
    const copy = options.beginning && copyOf(options.beginning.of);
    const directory = options.dataDir && join(options.dataDir, "pgdata");
    const isNew = !directory || !existsSync(directory);
    const isBegun = copy !== undefined && existsSync(copy);
    const from = isBegun ? copy : emptyDatabase;
    if (isBegun) stillUsed(copy);
    const lite = directory ? await openDirectory(directory, from) : await openInMemory(from);
    answerOthers(lite);
    const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, types });
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    if (isNew && copy && !isBegun) {
      await options.beginning?.make(db);
      await keepCopy(lite, copy);
    }
    const vacuuming = keepStatisticsFresh(db);
    const close = async () => {
      clearInterval(vacuuming);
      await db.destroy();
      await lite.close();
      unlock();
    };
    return { db, pool, embedded: true, url: undefined, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Statements may run one after the other for so long before the process looks for other work, in milliseconds. */
const longestChain = 15;

/** The database works in this very thread: statements that follow one another at once would keep everything else waiting. */
function answerOthers(lite: PGlite): void {
  const run = lite.execProtocolStream.bind(lite);
  let looked = performance.now();
  lite.execProtocolStream = async (...message) => {
    if (performance.now() - looked > longestChain) {
      await setImmediate();
      looked = performance.now();
    }
    return run(...message);
  };
}

// What a server takes by default (128 MB) is memory of this process for good.
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"];

async function openDirectory(directory: string, from: string): Promise<PGlite> {
  if (!existsSync(directory)) {
    const unfinished = `${directory}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    await createData(from, unfinished);
    // Whole or not at all, whatever ends this process.
    renameSync(unfinished, directory);
  }
  return PGlite.create(directory, { startParams });
}

async function openInMemory(from: string): Promise<PGlite> {
  if (!existsSync(from)) await createData(from);
  const loadDataDir = existsSync(from) ? new Blob([readFileSync(from)]) : undefined;
  return PGlite.create({ startParams, ...(loadDataDir && { loadDataDir }) });
}

/** Copies are kept once per installation, for every database of one version of PGlite. */
const copies = (() => {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite")), "..");
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
  return { folder: join(packageFolder, "../../.cache/softwhere"), name: `pglite-${version}` };
})();
/** What PGlite makes of nothing. */
const emptyDatabase = join(copies.folder, `${copies.name}.tar`);

const copyOf = (beginning: string): string =>
  join(copies.folder, `${copies.name}-${createHash("sha256").update(beginning).digest("hex").slice(0, 16)}.tar`);

/** Tables of earlier models are no use to anybody; those of the models that are tried side by side are few. */
const mostCopies = 6;

function stillUsed(copy: string): void {
  try {
    utimesSync(copy, new Date(), new Date());
  } catch {}
}

/** Whole or not at all; where nothing may be written, the next database is made as this one was. */
async function keepCopy(lite: PGlite, copy: string): Promise<void> {
  await lite.exec("CHECKPOINT");
  const data = Buffer.from(await (await lite.dumpDataDir("none")).arrayBuffer());
  try {
    mkdirSync(copies.folder, { recursive: true });
    const unfinished = `${copy}.${process.pid}`;
    writeFileSync(unfinished, data);
    renameSync(unfinished, copy);
    const known = readdirSync(copies.folder).filter((name) => /-[0-9a-f]{16}\.tar$/.test(name));
    const byAge = known.map((name) => ({ name, at: statSync(join(copies.folder, name)).mtimeMs }));
    byAge.sort((one, other) => other.at - one.at);
    for (const { name } of byAge.slice(mostCopies)) rmSync(join(copies.folder, name), { force: true });
  } catch {}
}

/** Makes a database at `directory` of a copy; without a directory, the copy alone. */
async function createData(copy: string, directory?: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL("./create-data.mjs", import.meta.url), {
      workerData: { directory, copy },
    });
    worker.once("error", reject);
    worker.once("exit", () => resolve());
  });
}

/** The embedded database has no autovacuum. Table by table, others are answered in between. */
async function vacuum(db: Database): Promise<void> {
  const { rows } = await sql<{ schema: string; name: string }>`
    SELECT schemaname AS schema, relname AS name FROM pg_stat_user_tables`.execute(db);
  for (const { schema, name } of rows) await sql`VACUUM ANALYZE ${sql.id(schema, name)}`.execute(db);
}

function keepStatisticsFresh(db: Database): NodeJS.Timeout {
  const timer = setInterval(() => {
    vacuum(db).catch(() => {});
  }, 10 * 60_000);
  timer.unref();
  return timer;
}
