/** Milliseconds of repeated calls: median and 95th percentile. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
}

export async function measure(times: number, work: (index: number) => Promise<unknown>): Promise<Timing> {
  const samples: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    await work(index);
    samples.push(performance.now() - started);
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
