/** Writes the demo supplier's detail file of October 2026 next to the demo data. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildDemo } from "./build.ts";
import { brands } from "./demo-accounts.ts";
import { demoInvoice } from "./demo-invoice.ts";

const [brand] = brands;
if (!brand) throw new Error("The demo has no brand.");
const folder = fileURLToPath(new URL("../../docs/demo/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}orange-2610-884120.csv`, demoInvoice(buildDemo(brand, ["00000000-0000-5000-8000-000000000000"]).lines, "orange"));
