/**
 * Runs in a worker: what making an embedded database takes, half a gigabyte, goes with it. The first one that this installation makes is
 * kept as a copy; the others are unpacked from it, in a tenth of the time.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

const { directory, copy } = workerData;
const loadDataDir = existsSync(copy) ? new Blob([readFileSync(copy)]) : undefined;
const database = await PGlite.create(directory, { loadDataDir });
if (!loadDataDir) keep(Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer()));
await database.close();

/** Whole or not at all; where nothing may be written, the next database is made as this one was. */
function keep(data) {
  try {
    mkdirSync(dirname(copy), { recursive: true });
    const unfinished = `${copy}.${process.pid}`;
    writeFileSync(unfinished, data);
    renameSync(unfinished, copy);
  } catch {}
}
