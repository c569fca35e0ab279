import { otherProbes, fieldProbes } from "./leaks/other-probes.ts";
import { readProbes } from "./leaks/read-probes.ts";
import { Recorder } from "./leaks/recorder.ts";
import { createLeakWorld } from "./leaks/world.ts";
import { writeProbes } from "./leaks/write-probes.ts";
import { loopbackBase } from "./loopback.ts";

const help = "npm run leaks -- <base-url of a server on this machine>";
const fewest = 3600;
const shown = 12;

async function main(): Promise<number> {
  const base = loopbackBase(process.argv[2]);
  if (!base) {
    console.error(help);
    return 2;
  }
  const started = Date.now();
  const world = await createLeakWorld(base, process.env["SW_ADMIN_PASSWORD"] ?? "admin");
  const recorder = new Recorder(world);
  await readProbes(recorder);
  await otherProbes(recorder);
  await fieldProbes(recorder);
  await writeProbes(recorder);
  await recorder.probe(`at least ${fewest} requests`, async () => {
    if (recorder.requests < fewest) recorder.finding(`${recorder.requests} only`);
  });
  let failed = 0;
  for (const [name, { requests, findings }] of recorder.results) {
    console.log(`${findings.length === 0 ? "ok    " : "LEAKS "} ${name}: ${requests} requests, ${findings.length} findings`);
    if (findings.length > 0) failed += 1;
    for (const finding of findings.slice(0, shown)) console.log(`    ${finding}`);
    if (findings.length > shown) console.log(`    … and ${findings.length - shown} more`);
  }
  const [foreign, unknown] = [median(recorder.times.foreign), median(recorder.times.unknown)];
  console.log(`time of a 404: foreign ${foreign.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms, ratio ${(foreign / unknown).toFixed(3)} (medians of ${recorder.times.foreign.length})`);
  console.log(`${world.types.length} types, ${world.actors.length} actors, ${recorder.requests} requests in ${Math.round((Date.now() - started) / 1000)} s`);
  console.log(`${recorder.results.size - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
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
