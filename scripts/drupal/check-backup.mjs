/**
 * Rehearses backup and restore on the installed Drupal: dump, wipe, restore, compare, verify the journal. Nobody may work with it meanwhile.
 *
 *   node scripts/drupal/check-backup.mjs
 *
 * Works on SW_DRUPAL_VAR, which must not be the one that people use: it is removed in between. Ends with `N passed, M failed`.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkBackup, makeBackup, restoreBackup } from "../backup/archive.mjs";
import { installation } from "../backup/installation.mjs";
import { JsonApi } from "./check-client.mjs";
import { paths } from "./environment.mjs";
import { serveDrupal } from "./serve.mjs";

if (!process.env.SW_DRUPAL_VAR) throw new Error("SW_DRUPAL_VAR has to name a site that may be removed.");
let passed = 0;
let failed = 0;
function check(claim, holds) {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? "ok" : "FAILED"}  ${claim}`);
}

/** What a signed-in reader of everything sees: rows of some types, and the bytes of a stored file. */
async function look() {
  const { url, stop } = await serveDrupal({ port: 18560, tries: 50 });
  try {
    const api = await JsonApi.signIn(url, "administrator@softwhere", "demo-2026");
    const seen = {};
    for (const type of ["sw_account", "sw_contact", "sw_line", "sw_journal_entry", "file"])
      seen[type] = (await api.send("GET", `/jsonapi/${type}/${type}?page[limit]=50&sort=-id`)).body.data;
    const logo = await fetch(new URL(seen.file[0].attributes.uri.url, url), { headers: api.headers });
    seen.bytes = Buffer.from(await logo.arrayBuffer()).toString("base64");
    return seen;
  } finally {
    await stop();
  }
}

const to = mkdtempSync(join(tmpdir(), "backups-"));
try {
  const site = installation("drupal");
  const before = await look();
  check(
    "there are rows and bytes to lose",
    Object.values(before).every(({ length }) => length > 0),
  );
  const { folder, sound, journal } = await makeBackup(site, { to, say: console.log });
  console.log(journal);
  check("the journal is sound", sound);
  for (const place of [paths.var, join(paths.site, "files")]) rmSync(place, { recursive: true, force: true });
  check("the site is gone", !existsSync(paths.marker));
  const restored = await restoreBackup(site, folder, await checkBackup(site, folder), { say: console.log });
  console.log(restored.journal);
  check("the journal goes to the heads that were noted", restored.sound);
  const after = await look();
  check("everything that was there is there", isDeepStrictEqual(after, before));
} finally {
  rmSync(to, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
