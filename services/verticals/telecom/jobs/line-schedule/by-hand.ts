/** `npm run due -- <backend-url> [--day YYYY-MM-DD]`: carries out once, in every brand, what is due on the day (today). */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as z from "zod";
import { BrandAccounts } from "../../../../platform/backend/brand-accounts.ts";
import { brandSettings } from "../../../../platform/backend/brand-settings.ts";
import { ServiceSession } from "../../../../platform/backend/service-account.ts";
import { businessDay } from "../../../../platform/day.ts";
import { createLogger } from "../../../../platform/logger.ts";
import { runDay } from "./run-day.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { day: { type: "string" } } });
const input = z
  .object({ url: z.url(), day: z.iso.date().optional() })
  .safeParse({ url: positionals[0], ...(values.day !== undefined && { day: values.day }) });
// Where `npm start` and `npm run drupal` keep theirs.
const kept = ["embedded", "drupal"]
  .map((name) => fileURLToPath(new URL(`../../../../../var/${name}/service-secret`, import.meta.url)))
  .find((file) => existsSync(file));
const secret = process.env["SW_SERVICE_SECRET"] ?? (kept && readFileSync(kept, "utf8").trim());
if (!input.success || !secret) {
  console.error(
    input.success
      ? "No secret of the services is known here: start the platform with npm start, or set SW_SERVICE_SECRET."
      : "Usage: npm run due -- <backend-url> [--day YYYY-MM-DD]",
  );
  process.exit(1);
}
const { url } = input.data;
const log = createLogger("line-schedule");
const platform = new ServiceSession(url, {
  name: process.env["SW_PLATFORM_ACCOUNT"] ?? "admin",
  password: process.env["SW_PLATFORM_PASSWORD"] ?? "admin",
});
const accounts = new BrandAccounts(url, platform, secret);
let failed = false;
for (const brand of Object.keys((await (await platform.client("due")).outbox({})).heads)) {
  try {
    const { timeZone, modules } = await brandSettings(await accounts.client(brand, "scheduler", "due"), brand);
    if (!modules.includes("sw_telecom")) continue;
    const day = input.data.day ?? businessDay(new Date(), timeZone);
    const report = await runDay({ client: (run) => accounts.client(brand, "scheduler", run), day, log });
    log.info({ brand, day, ...report }, "day done");
  } catch (error) {
    failed = true;
    log.error({ err: error, brand }, "day not done");
  }
}
process.exit(failed ? 1 : 0);
