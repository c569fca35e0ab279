import { businessDay } from "../../../../platform/day.ts";
import { fold } from "../fold.ts";

const months = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];
const englishMonths = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

export type DayResult = { readonly day: string } | { readonly day: undefined; readonly suggestions: readonly string[] };

/** An instant is the brand's day. ISO, 12/03/2026, 12.3.26, 12 mars 2026, 20260312, a spreadsheet's day number. A day that doesn't exist comes with what was likely meant. */
export function readDay(text: string, timeZone?: string): DayResult {
  const instant = instantOf(text);
  if (instant) return { day: businessDay(instant, timeZone) };
  const parts = split(text);
  if (!parts) return { day: undefined, suggestions: [] };
  const [year, month, day] = parts;
  const iso = isoDay(year, month, day);
  if (iso) return { day: iso };
  const suggestions: string[] = [];
  // Month and day the American way round.
  const turned = isoDay(year, day, month);
  if (turned) suggestions.push(turned);
  // 31 June: the month's last day.
  if (month >= 1 && month <= 12 && day > 28 && day <= 31)
    suggestions.push(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
  return { day: undefined, suggestions };
}

/** A moment with its zone; without one it is a wall clock's, and its day the one that is written. */
function instantOf(text: string): Date | undefined {
  const [, day, clock = "", zone = ""] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)$/i.exec(text) ?? [];
  if (!day || !isoDay(...(day.split("-").map(Number) as [number, number, number]))) return undefined;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}` : "Z";
  const instant = new Date(`${day}T${clock.replace(/(\.\d{3})\d+/, "$1")}${offset}`);
  return Number.isNaN(instant.valueOf()) ? undefined : instant;
}

function split(text: string): [number, number, number] | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ T].*)?$/.exec(text);
  if (french) return [fullYear(french[3] ?? ""), Number(french[2]), Number(french[1])];
  const written = /^(\d{1,2})(?:er)?\s+(\p{L}+)\.?\s+(\d{4}|\d{2})$/u.exec(text);
  const month = written ? monthOf(written[2] ?? "") : 0;
  if (written && month > 0) return [fullYear(written[3] ?? ""), month, Number(written[1])];
  if (/^[2-6]\d{4}$/.test(text)) {
    // Days since the end of 1899, as spreadsheets count them.
    const date = new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000);
    return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  }
  return undefined;
}

const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 69 ? 1900 : 2000);

function monthOf(word: string): number {
  const start = fold(word);
  if (start.length < 3) return 0;
  // Three letters tell every month but June from July in French.
  if (start === "jui") return 0;
  const at = months.findIndex((month) => month.startsWith(start));
  return (at < 0 ? englishMonths.findIndex((month) => month.startsWith(start)) : at) + 1;
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}
