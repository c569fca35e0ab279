/** Runs in a worker: what making an embedded database takes, half a gigabyte, goes with it. */
import { workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

const database = await PGlite.create(String(workerData));
await database.close();
