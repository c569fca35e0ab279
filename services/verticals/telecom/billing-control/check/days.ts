import { addDays } from "../../../../platform/day.ts";

const dayMs = 86_400_000;

const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Days from the first to the last, both counted; 0 where the last is before the first. */
export function daysBetween(first: string, last: string): number {
  return Math.max(0, Math.round((stamp(last) - stamp(first)) / dayMs) + 1);
}

export const later = (a: string, b: string): string => (a > b ? a : b);

/** Length of a period in months: whole calendar months where it is made of them, else by 30.4375 days. */
export function months(first: string, last: string): number {
  const next = addDays(last, 1);
  const [y1 = 0, m1 = 0, d1 = 0] = first.split("-").map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = next.split("-").map(Number);
  const whole = (y2 - y1) * 12 + (m2 - m1);
  return d1 === d2 && whole > 0 ? whole : daysBetween(first, last) / 30.4375;
}
