/**
 * `npm run bench`: starts both backends of its own (Drupal when it is installed), measures the same work side by side and prints ratios.
 * `npm run bench -- <base-url> [<base-url>…]` measures backends that run already. `--rows N` says how many lines (default 20,000).
 * `--only rows` measures the rows of supplier invoices alone: as single adds, and many in one operation. `--only billing` matches and checks
 * loaded rows beside the same join in DuckDB. `--only imports` writes rows through the bulk door alone, imports invoices of a park of `--rows` lines for
 * `--months` months (default 1), checks one, and says how long others wait meanwhile (p50/p99/most) and what memory both processes took.
 * `--objects N` says how many the search index holds (default 50,000). The console is measured last, in a real Chromium. Talks to this
 * machine only, makes a brand of its own, ends by itself.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BackendFigures, measureBackend } from "./backend.ts";
import { measureBilling } from "./billing.ts";
import { startEmbedded, startInstalledDrupal } from "./backends.ts";
import { measureConsole } from "./console.ts";
import { measureDoor, measureImports } from "./imports.ts";
import { ratio } from "./measure.ts";
import { measureRawSql } from "./raw-sql.ts";
import { measureVerification } from "./journal.ts";
import { measureRows } from "./rows.ts";
import { measureSearch } from "./search.ts";
import { startBackend } from "../../services/platform/testing/servers.ts";
import { createWorld } from "./world.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "20000" },
    objects: { type: "string", default: "50000" },
    months: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const rows = Number(values.rows);
if (!Number.isInteger(rows) || rows < 2000 || ![undefined, "rows", "billing", "imports"].includes(values.only)) {
  console.error(
    "Usage: npm run bench -- [<base-url>…] [--rows 20000] [--only rows|billing|imports] [--months 1]   (2000 rows at least)",
  );
  process.exit(1);
}
const elsewhere = positionals.find(
  (url) => !URL.canParse(url) || !["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname),
);
if (elsewhere) {
  console.error(`${elsewhere} is not this machine: the bench aims at loopback only.`);
  process.exit(1);
}

const password = process.env["SW_ADMIN_PASSWORD"] ?? "admin";
const figures: BackendFigures[] = [];
try {
  if (values.only === "rows") await measureRowsAlone();
  else if (values.only === "billing") await measureBilling();
  else if (values.only === "imports") await measureImportsAlone();
  else if (positionals.length > 0)
    for (const url of positionals) figures.push(await measureBackend(url, { rows, password }));
  else {
    await measureOwnBackends();
    await measureBilling();
    await measureImportsAlone();
    await measureSearch(Number(values.objects));
    await measureConsole();
  }
  const [first, ...others] = figures;
  for (const other of first ? others : []) {
    if (first)
      console.log(
        `\n${other.url} against ${first.url}: page ${ratio(other.page.p50, first.page.p50)}, 1,000 changes in one request ${ratio(other.atomic, first.atomic)}`,
      );
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** A request holds 50,000 rows at most. */
async function measureRowsAlone(): Promise<void> {
  const own = positionals.length === 0 ? await startEmbedded(password) : undefined;
  for (const url of own ? [own.url] : positionals) {
    console.log(url);
    await measureRows(await createWorld(url, password), Math.min(rows, 50_000));
  }
  await own?.close();
}

/** The backend is a process of its own: what waits for it must not wait for the bench. */
async function measureImportsAlone(): Promise<void> {
  // Kept in files, as a platform that somebody works with: a database in memory would count as the process's own.
  const directory = mkdtempSync(join(tmpdir(), "sw-bench-"));
  const own = positionals.length === 0 ? await startBackend("--data", directory) : undefined;
  const months = Number(values.months);
  for (const url of own ? [own.url] : positionals) {
    const options = { password: own ? "admin" : password, lines: rows, months, pid: own?.child.pid };
    await measureDoor(url, options);
    await measureImports(url, options);
  }
  await own?.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function measureOwnBackends(): Promise<void> {
  const embedded = await startEmbedded(password);
  console.log("Embedded backend, its database in memory");
  const measured = await measureBackend(embedded.url, { rows, password });
  figures.push(measured);
  await measureRawSql(embedded.db, measured);
  await measureVerification(embedded.db);
  await embedded.close();
  const drupal = await startInstalledDrupal();
  if ("reason" in drupal) return console.log(`\nDrupal is not measured: ${drupal.reason}`);
  console.log("\nReal Drupal");
  try {
    figures.push(await measureBackend(drupal.url, { rows, password }));
  } finally {
    await drupal.stop();
  }
}
