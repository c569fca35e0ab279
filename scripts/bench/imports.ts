import { existsSync, readFileSync } from "node:fs";
import { monitorOf, type Waits } from "../../services/platform/testing/waits.ts";
import { signIn } from "../../services/platform/testing/servers.ts";
import { once, ratio, report } from "./measure.ts";
import { addSupplier, writeRows } from "./rows.ts";
import { createWorld } from "./world.ts";

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
  waits<Answer>(work: () => Promise<Answer>): Promise<{ readonly answer: Answer; readonly waits: Waits }>;
}

interface Options {
  readonly password: string;
  /** Lines of the park, and rows of each month. */
  readonly lines: number;
  readonly months: number;
  /** The backend's process, where it is our own. */
  readonly pid?: number | undefined;
}

/** A request holds no more. */
const mostRows = 50_000;

const count = (value: number): string => value.toLocaleString("en");

/** Rows through the bulk door alone: how fast, how much of it the processor works, and how long others wait meanwhile. */
export async function measureDoor(backendUrl: string, { password, lines, pid }: Options): Promise<void> {
  console.log(`The bulk door at ${backendUrl}`);
  const world = await createWorld(backendUrl, password);
  await world.grow(1_000);
  const supplier = await addSupplier(world);
  const { cookie } = await signIn(backendUrl, world.login.name, world.login.password);
  const list = `${backendUrl}/jsonapi/sw_line/sw_line?fields[sw_line--sw_line]=number,status&sort=number&page[limit]=50`;
  const asked = {
    health: { url: `${backendUrl}/user/login_status?_format=json` },
    list: { url: list, headers: { Cookie: cookie } },
  };
  const rows = Math.min(lines, mostRows);
  for (const what of ["the first time", "again"]) {
    const before = processorTime(pid);
    const { answer, waits } = await monitorOf(asked, () => once(() => writeRows(world, supplier, rows)));
    const busy = processorTime(pid) - before;
    const per = pid === undefined ? "" : `, ${Math.round(rows / busy)} a second of processor`;
    report(
      `${count(rows)} rows, ${what}`,
      answer,
      `${Math.round(rows / (answer / 1000))} a second${per}; ${words(waits)}`,
    );
  }
}

/** Seconds for which the processor has worked for a process; the others' waiting meanwhile is in it. */
function processorTime(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (pid === undefined || !existsSync(file)) return 0;
  const [user = 0, system = 0] = (readFileSync(file, "utf8").split(") ")[1] ?? "").split(" ").slice(11, 13).map(Number);
  return (user + system) / 100;
}

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
const words = (waits: Waits): string =>
  Object.entries(waits)
    .map(([name, { p50, p99, most }]) => `${name} ${[p50, p99, most].map(Math.round).join("/")} ms`)
    .join(", ");
