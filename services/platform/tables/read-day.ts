import { businessDay } from "../day.ts";
import { foldName } from "../fold.ts";

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

/** Which of the two figures before the year is the day. */
export type DayOrder = "dmy" | "mdy";

export type DayResult = { readonly day: string } | { readonly day: undefined; readonly suggestions: readonly string[] };

/**
 * An instant is the brand's day. ISO, 12/03/2026, 12.3.26, 12 mars 2026, March 12, 2026, 20260312, a spreadsheet's day number. A day that doesn't
 * exist comes with what was likely meant.
 */
export function readDay(text: string, timeZone?: string, order: DayOrder = "dmy"): DayResult {
  const instant = instantOf(text);
  if (instant) return { day: businessDay(instant, timeZone) };
  const parts = split(text, order);
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

/** A month by its name or number, as its first and last day: November 2026, nov. 26, 11/2026, 2026-11. */
export function readMonth(text: string): { start: string; end: string } | undefined {
  const [, word = "", namedYear = ""] = /^(\p{L}+)\.?[\s/.-]+(\d{4}|\d{2})$/u.exec(text) ?? [];
  const [, isoYear = "", isoMonth = ""] = /^(\d{4})[-/.]?(\d{2})$/.exec(text) ?? [];
  const [, figure = "", figureYear = ""] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const year = fullYear(namedYear || isoYear || figureYear);
  const month = word ? monthOf(word) : Number(isoMonth || figure);
  const start = month > 0 ? isoDay(year, month, 1) : undefined;
  return start === undefined
    ? undefined
    : { start, end: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

function split(text: string, order: DayOrder): [number, number, number] | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ T].*)?$/.exec(text);
  if (french) {
    const [day, month] = [Number(french[1]), Number(french[2])];
    return [fullYear(french[3] ?? ""), ...(order === "dmy" ? ([month, day] as const) : ([day, month] as const))];
  }
  const written =
    /^(?:\p{L}+\.? )?(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+(\p{L}+)\.?[\s.-]+(\d{4}|\d{2})(?:[ T]\d.*)?$/u.exec(text);
  const month = written ? monthOf(written[2] ?? "") : 0;
  if (written && month > 0) return [fullYear(written[3] ?? ""), month, Number(written[1])];
  const american = /^(?:\p{L}+,? )?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  const first = american ? monthOf(american[1] ?? "") : 0;
  if (american && first > 0) return [Number(american[3]), first, Number(american[2])];
  if (/^[2-6]\d{4}([.,]\d+)?$/.test(text)) {
    // Days since the end of 1899, as spreadsheets count them; what follows is the time of the day.
    const date = new Date(Date.UTC(1899, 11, 30) + Number.parseInt(text, 10) * 86_400_000);
    return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  }
  return undefined;
}

const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 69 ? 1900 : 2000);

function monthOf(word: string): number {
  const start = foldName(word);
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
