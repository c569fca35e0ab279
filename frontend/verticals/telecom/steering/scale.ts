/** Round steps from below the least to above the most value, and where a value lies between the ends, in percent. */
export function scaleOf(values: readonly number[]): {
  readonly ticks: readonly number[];
  readonly share: (value: number) => number;
} {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = roundStep(Math.max((most - least) / 2, Math.abs(most) * 0.005, 1));
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const count = Math.round((high - low) / step);
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => low + index * step),
    share: (value) => ((value - low) / (high - low)) * 100,
  };
}

/** The next of 1, 2, 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((times) => times * power >= least) ?? 10) * power;
}
