import { businessDay } from "../../services/platform/day.ts";

/** So many months after the one that the demo is made in, a day of it; `last`: its last. What is to come in the demo stays to come, whenever it is made. */
export function comingDay(months: number, day: number | "last"): string {
  const [year = 0, month = 1] = businessDay().split("-").map(Number);
  const at = day === "last" ? Date.UTC(year, month + months, 0) : Date.UTC(year, month - 1 + months, day);
  return new Date(at).toISOString().slice(0, 10);
}
