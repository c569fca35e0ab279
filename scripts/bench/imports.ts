import { existsSync } from "node:fs";
import { ratio, report } from "./measure.ts";

interface Wait {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** What a vertical may bring. */
interface ImportBench {
  peakOf(pid: number | undefined): number | undefined;
  ScaleWorld: {
    create(backendUrl: string, adminPassword: string): Promise<World>;
  };
}

interface World {
  readonly host: { readonly child: { readonly pid?: number }; stop(): Promise<void> };
  grow(lines: number): Promise<void>;
  importMonth(month: string, rows?: number): Promise<{ rows: number; time: number }>;
  checkMonth(month: string): Promise<{ time: number; report: { lines: number } }>;
  waits<Answer>(
    work: () => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly waits: Readonly<Record<string, Wait>> }>;
}

interface Options {
  readonly password: string;
  /** Lines of the park, and rows of each month. */
  readonly lines: number;
  readonly months: number;
  /** The backend's process, where it is our own. */
  readonly pid?: number | undefined;
}

const count = (value: number): string => value.toLocaleString("en");

/**
 * Invoices of a whole park imported month by month and a month checked, at a running backend, as the console has it done; how long other people
 * wait meanwhile; and an invoice of one row against a small and a large park.
 */
export async function measureImports(backendUrl: string, { password, lines, months, pid }: Options): Promise<void> {
  const file = new URL("../../services/verticals/telecom/billing-control/testing/at-scale.ts", import.meta.url);
  if (!existsSync(file)) return;
  console.log(`Invoices imported and checked at ${backendUrl}`);
  const { ScaleWorld, peakOf } = (await import(file.href)) as ImportBench;
  const world = await ScaleWorld.create(backendUrl, password);
  try {
    const one = async () => {
      const times: number[] = [];
      for (let run = 0; run < 5; run += 1) times.push((await world.importMonth("2025-06", 1)).time);
      return times.sort((a, b) => a - b)[2] ?? 0;
    };
    const small = Math.min(1_000, lines);
    await world.grow(small);
    const few = await one();
    report(`one row against ${count(small)} lines`, few);
    await world.grow(lines);
    const many = await one();
    report(`one row against ${count(lines)} lines`, many, `${ratio(many, few)} of the small park`);
    for (let month = 1; month <= months; month += 1) {
      const name = `2026-${String(month).padStart(2, "0")}`;
      const { answer, waits } = await world.waits(() => world.importMonth(name));
      const speed = Math.round(answer.rows / (answer.time / 1000));
      report(`${name}: ${count(answer.rows)} rows imported`, answer.time, `${speed} a second; ${words(waits)}`);
    }
    const { answer, waits } = await world.waits(() => world.checkMonth("2026-01"));
    report(`2026-01 checked, ${count(answer.report.lines)} lines`, answer.time, words(waits));
    const peaks = { services: peakOf(world.host.child.pid), backend: peakOf(pid) };
    for (const [name, peak] of Object.entries(peaks)) if (peak) console.log(`  ${name}: ${peak} MB at most`);
  } finally {
    await world.host.stop();
  }
}

/** How long others wait. */
const words = (waits: Readonly<Record<string, Wait>>): string =>
  Object.entries(waits)
    .map(([name, { p50, p99, most }]) => `${name} ${[p50, p99, most].map(Math.round).join("/")} ms`)
    .join(", ");
