import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadModelOnBase, loadPlatformModel } from "../model/index.ts";
import { type Head, verifyJournal } from "./journal/verify.ts";
import { resourceTypes } from "./store/resource-type.ts";
import { openDatabase } from "../platform/database/database.ts";

const help =
  "npm run journal:verify -- [<data directory> | postgres://…] [--model <file>…] [--print-heads] [--expect-head <brand>=<sequence>:<hash>…]";
const shown = 200;

/** Verifies the chains of an embedded server's database: a folder that no server has open, or a PostgreSQL server. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      model: { type: "string", multiple: true },
      "print-heads": { type: "boolean" },
      "expect-head": { type: "string", multiple: true },
    },
  });
  const place = positionals[0] ?? "";
  const server = /^postgres(ql)?:\/\//.test(place);
  if (place === "" || (!server && !existsSync(join(place, "pgdata")))) {
    console.error(place === "" ? help : `${place} holds no database of an embedded server.`);
    return 2;
  }
  const types = resourceTypes(values.model ? loadModelOnBase(values.model) : loadPlatformModel());
  const database = await openDatabase(server ? { databaseUrl: place } : { dataDir: place });
  try {
    const started = Date.now();
    let told = 0;
    const report = (finding: string) => {
      told += 1;
      if (told <= shown) console.log(`WRONG ${finding}`);
    };
    const { entries, problems, heads } = await verifyJournal(database.db, types, {
      report,
      expected: expectedHeads(values["expect-head"] ?? []),
    });
    if (problems > shown) console.log(`… and ${problems - shown} more`);
    if (values["print-heads"])
      for (const [brand, { sequence, hash }] of heads) console.log(`HEAD ${brand}=${sequence}:${hash}`);
    const seconds = (Date.now() - started) / 1000;
    console.log(`${seconds.toFixed(1)} s, ${Math.round(entries / Math.max(seconds, 0.001))} entries per second`);
    console.log(problems === 0 ? `${entries} entries verified` : `${entries} entries verified, ${problems} problems`);
    return problems === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** Heads as `--print-heads` printed them, kept where nobody who can write the database can write. */
function expectedHeads(texts: readonly string[]): Map<string, Head> {
  return new Map(
    texts.map((text) => {
      const match = /^(.+)=(\d+):([0-9a-f]{64})$/.exec(text);
      if (!match) throw new Error(`--expect-head needs <brand>=<sequence>:<hash>, not ${text}`);
      return [match[1] ?? "", { sequence: Number(match[2]), hash: match[3] ?? "" }];
    }),
  );
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
