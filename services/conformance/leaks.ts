import { parseArgs } from "node:util";
import { otherProbes, fieldProbes } from "./leaks/other-probes.ts";
import { moduleProbes } from "./leaks/module-probes.ts";
import { readProbes } from "./leaks/read-probes.ts";
import { Recorder, type Result } from "./leaks/recorder.ts";
import { routeProbes } from "./leaks/route-probes.ts";
import { undoingProbes } from "./leaks/undoing-probes.ts";
import { createLeakWorld } from "./leaks/world.ts";
import { writeProbes } from "./leaks/write-probes.ts";
import { loopbackBase } from "./loopback.ts";

const help = "npm run leaks -- <base-url of a server on this machine> [--every <n>: each n-th question only]";
const fewest = 3600;
const shown = 12;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { every: { type: "string", default: "1" } },
  });
  const base = loopbackBase(positionals[0]);
  const every = Number(values.every);
  if (!base || !Number.isInteger(every) || every < 1) {
    console.error(help);
    return 2;
  }
  const started = Date.now();
  const world = await createLeakWorld(base, process.env["SW_ADMIN_PASSWORD"] ?? "admin");
  const recorder = new Recorder(world, every, tell);
  await readProbes(recorder);
  await otherProbes(recorder);
  await fieldProbes(recorder);
  await undoingProbes(recorder);
  await routeProbes(recorder);
  await moduleProbes(recorder);
  await writeProbes(recorder);
  if (every === 1)
    await recorder.probe(`at least ${fewest} requests`, async () => {
      if (recorder.requests < fewest) recorder.finding(`${recorder.requests} only`);
    });
  const failed = [...recorder.results.values()].filter(({ findings }) => findings.length > 0).length;
  const [foreign, unknown] = [median(recorder.times.foreign), median(recorder.times.unknown)];
  console.log(
    `time of a 404: foreign ${foreign.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms, ratio ${(foreign / unknown).toFixed(3)} (medians of ${recorder.times.foreign.length})`,
  );
  console.log(
    `${world.types.length} types, ${world.actors.length} actors, ${recorder.requests} requests in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  console.log(`${recorder.results.size - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function tell(name: string, { requests, findings }: Readonly<Result>): void {
  console.log(
    `${findings.length === 0 ? "ok    " : "LEAKS "} ${name}: ${requests} requests, ${findings.length} findings`,
  );
  for (const finding of findings.slice(0, shown)) console.log(`    ${finding}`);
  if (findings.length > shown) console.log(`    … and ${findings.length - shown} more`);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    console.log("0 passed, 1 failed");
    process.exit(1);
  },
);
