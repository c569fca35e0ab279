import { addDays, startOfDay } from "@softwhere/services/platform/day";

/** How long ago a gap was found: at most so many days, or longer than all of them. */
export const ages = ["30", "60", "90", "older"] as const;
export type Age = (typeof ages)[number];

export interface AgeSpan {
  readonly age: Age;
  /** RFC 3339: from, inclusive; before, exclusive. */
  readonly from: string | null;
  readonly before: string | null;
}

/** When gaps of each age were found, by the brand's days; together they are all. */
export function ageSpans(today: string, timeZone?: string): AgeSpan[] {
  const limits = [30, 60, 90].map((days) => startOfDay(addDays(today, -days), 0, timeZone));
  return ages.map((age, index) => ({ age, from: limits[index] ?? null, before: limits[index - 1] ?? null }));
}

/** An instant as the backend writes it is of the age, or unknown. */
export function isOfAge({ from, before }: AgeSpan, instant: string | null): boolean {
  const at = Date.parse(instant ?? "");
  return (from === null || at >= Date.parse(from)) && (before === null || at < Date.parse(before));
}
