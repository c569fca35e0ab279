/** Writes the demo supplier's detail file of October 2026; `--check` fails where the committed one is another. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildDemo } from "./build.ts";
import { brands } from "./demo-accounts.ts";
import { demoInvoice } from "./demo-invoice.ts";

const [brand] = brands;
if (!brand) throw new Error("The demo has no brand.");
const folder = fileURLToPath(new URL("../../docs/demo/", import.meta.url));
const file = `${folder}orange-2610-884120.csv`;
const text = demoInvoice(buildDemo(brand, ["00000000-0000-5000-8000-000000000000"]).lines, "orange");
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error(
      "docs/demo/orange-2610-884120.csv differs from the demo data. Run npx tsx scripts/seed/write-demo-invoice.ts.",
    );
    process.exit(1);
  }
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
}
