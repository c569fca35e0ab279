/** `npm run due -- <backend-url> [--day YYYY-MM-DD] [--accounts <file>]`: carries out once, in every brand, what is due on the day (today). */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as z from "zod";
import { createLogger } from "../platform/logger.ts";
import { Schedule } from "./schedule.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { day: { type: "string" }, accounts: { type: "string" } },
});
const input = z
  .object({ url: z.url(), day: z.iso.date().optional() })
  .safeParse({ url: positionals[0], ...(values.day !== undefined && { day: values.day }) });
// Where `npm start` and `npm run drupal` keep theirs.
const kept = ["embedded", "drupal"].map((name) =>
  fileURLToPath(new URL(`../../var/${name}/scheduler-accounts.json`, import.meta.url)),
);
const accountsFile = values.accounts ?? process.env["SW_SCHEDULER_ACCOUNTS"] ?? kept.find((file) => existsSync(file));
if (!input.success || !accountsFile) {
  console.error(
    input.success
      ? "No accounts are known here: start the platform with npm start, or name a file with --accounts."
      : "Usage: npm run due -- <backend-url> [--day YYYY-MM-DD] [--accounts <file>]",
  );
  process.exit(1);
}
const done = await new Schedule({ backendUrl: input.data.url, accountsFile, log: createLogger("line-schedule") }).round(
  input.data.day,
);
process.exit(done ? 0 : 1);
