/** Milliseconds of repeated calls: median and 95th percentile. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
}

export async function measure(
  times: number,
  work: (index: number) => Promise<unknown>,
  before?: (index: number) => Promise<unknown>,
): Promise<Timing> {
  const samples: number[] = [];
  for (let index = 0; index < times; index += 1) {
    await before?.(index);
    samples.push(await once(() => work(index)));
  }
  samples.sort((a, b) => a - b);
  const at = (share: number) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export const once = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const milliseconds = (time: number): string => `${time.toFixed(time < 100 ? 1 : 0)} ms`;

export const ratio = (a: number, b: number): string => `${(a / b).toFixed(1)}×`;

/** One line of the report: what, how long, and a remark in ratios. */
export function report(what: string, time: Timing | number, remark = ""): void {
  const shown =
    typeof time === "number" ? milliseconds(time) : `p50 ${milliseconds(time.p50)}, p95 ${milliseconds(time.p95)}`;
  console.log(`  ${what.padEnd(52)} ${shown.padEnd(30)} ${remark}`.trimEnd());
}
