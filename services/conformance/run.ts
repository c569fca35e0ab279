import { parseArgs } from "node:util";
import { groups } from "./cases/index.ts";
import { Mismatch } from "./client.ts";
import { Skip } from "./suite.ts";
import { createWorld } from "./world.ts";

const help = "npm run contract -- <base-url> [--only <text of a group or case>]";

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
  const base = positionals[0];
  if (!base || !URL.canParse(base)) {
    console.error(help);
    return 2;
  }
  const only = values.only?.toLowerCase();
  const world = await createWorld(base, process.env["SW_ADMIN_PASSWORD"] ?? "admin");
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const { name, cases } of groups) {
    for (const test of cases) {
      const title = `${name}: ${test.name}`;
      if (only && !title.toLowerCase().includes(only)) continue;
      try {
        await test.run(world);
        passed += 1;
      } catch (error) {
        if (error instanceof Skip) {
          skipped.push(`${title}: ${error.message}`);
          continue;
        }
        failed += 1;
        report(title, error);
      }
    }
  }
  for (const reason of skipped) console.log(`SKIPPED ${reason}`);
  console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

function report(title: string, error: unknown): void {
  console.log(`FAILED ${title}`);
  if (error instanceof Mismatch) {
    console.log(`    request: ${error.request}\n    expected: ${error.expected}\n    got: ${error.got}\n`);
  } else {
    console.log(`    ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (error instanceof Mismatch) report("preparing the run's own brands", error);
    else console.error(error);
    console.log("0 passed, 1 failed");
    process.exit(1);
  },
);
