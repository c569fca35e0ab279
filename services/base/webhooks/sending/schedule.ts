/** Standard Webhooks' schedule: seconds after each try that failed until the next; 75 hours and 35 minutes in all. */
export const standardSchedule = [
  5,
  5 * 60,
  30 * 60,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * 3_600),
] as const satisfies readonly number[];

/** A wait is so much shorter or longer, so that what failed together isn't tried again together. */
const jitter = 0.1;
/** As long as a receiver can have us wait, in seconds. */
const longest = 24 * 3_600;

/** Milliseconds until the next try after so many that failed; undefined: there is none. A receiver may ask for more, never for less. */
export function waitAfter(
  failed: number,
  schedule: readonly number[],
  retryAfter = 0,
  random: () => number = Math.random,
): number | undefined {
  const seconds = schedule[failed - 1];
  if (seconds === undefined) return undefined;
  const wait = seconds * (1 - jitter + 2 * jitter * random());
  return Math.round(Math.max(wait, Math.min(retryAfter, longest)) * 1_000);
}
