import { parseArgs } from "node:util";
import { groups as base } from "./cases/index.ts";
import { Client, Mismatch } from "./client.ts";
import { modulesOf } from "./modules.ts";
import { Skip } from "./suite.ts";
import { createWorld } from "./world.ts";

const help = "npm run contract -- <base-url> [--only <text of a group or case>] [--modules <name>,…]";

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { only: { type: "string" }, modules: { type: "string" } },
  });
  const url = positionals[0];
  if (!url || !URL.canParse(url)) {
    console.error(help);
    return 2;
  }
  const only = values.only?.toLowerCase();
  const modules = await modulesOf(
    new Client(url),
    values.modules?.split(",").filter((name) => name !== ""),
  );
  console.log(`base${modules.map(({ name }) => `, ${name}`).join("")}`);
  const world = await createWorld(url, process.env["SW_ADMIN_PASSWORD"] ?? "admin", modules);
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const { name, cases } of [...base, ...modules.flatMap(({ groups }) => groups)]) {
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
