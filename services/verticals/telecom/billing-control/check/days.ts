import { remembering } from "./remembering.ts";

const dayMs = 86_400_000;

/** Days since 1970: rows of one document name the same few days. */
const dayNumber = remembering((day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs);
const dayText = remembering((day: number): string => new Date(day * dayMs).toISOString().slice(0, 10));

/** The calendar day so many days after another, or before with a negative number; as `platform/day.ts` has it, for the few days of a document. */
export const addDays = (day: string, days: number): string => dayText(dayNumber(day) + days);

/** Days from the first to the last, both counted; 0 where the last is before the first. */
export function daysBetween(first: string, last: string): number {
  return Math.max(0, dayNumber(last) - dayNumber(first) + 1);
}

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * How a supplier bills a part of a month: by the days of the calendar month it lies in, by thirtieths, or by days of the year, twelve months of
 * which are 365 or 366.
 */
export const prorations = ["calendar", "thirty", "year"] as const;

export type Proration = (typeof prorations)[number];

/** Days that follow each other, and how many such days make one month: a monthly price counts `1 / of` on each. */
export interface Stretch {
  readonly first: string;
  readonly last: string;
  readonly of: number;
}

/**
 * A period as the months it is made of: whole ones by its own day of the month, as a cycle has them (31 January to 27 February, 15 October to
 * 14 November), and what is left as shares of months, calendar month by calendar month (16 to 31 October is 16 of 31, or of 30, or of 365 / 12).
 * By days of the year, a price `per` 3 or 12 months has whole quarters or years, and what is left as days of the year, whole months or not.
 */
export function stretches(first: string, last: string, proration: Proration = "calendar", per = 1): readonly Stretch[] {
  const isByDays = proration === "year" && (per === 3 || per === 12) && !isWhole(first, last);
  return (isByDays ? byDaysOfYear[per](first)(last) : measured(first, last, proration)).stretches;
}

/** A period as it is cut, and its length in months. */
interface Measured {
  readonly stretches: readonly Stretch[];
  readonly months: number;
  readonly isWhole: boolean;
}

const measured = (first: string, last: string, proration: Proration): Measured => known[proration](first)(last);

const measure = (first: string, last: string, proration: Proration, step: number): Measured => {
  const found = cut(first, last, proration, step);
  const lengths = found.map((part) => daysBetween(part.first, part.last) / part.of);
  return {
    stretches: found,
    months: lengths.reduce((sum, length) => sum + length, 0),
    isWhole: lengths.every((length) => length === 1),
  };
};

/** First days, and last days of each, whose periods are kept. */
const [firstDays, lastDays] = [1_000, 40];

const measuring = (proration: Proration, step = 1) =>
  remembering(
    (first: string) => remembering((last: string) => measure(first, last, proration, step), lastDays),
    firstDays,
  );

const known = { calendar: measuring("calendar"), thirty: measuring("thirty"), year: measuring("year") };
const byDaysOfYear = { 3: measuring("year", 3), 12: measuring("year", 12) };

function cut(first: string, last: string, proration: Proration, step: number): Stretch[] {
  const found: Stretch[] = [];
  const day = cycleDay(first, addDays(last, 1));
  let from = first;
  for (let month = step; ; month += step) {
    const until = addDays(monthLater(first, month, day), -1);
    if (until > last) break;
    found.push({ first: from, last: until, of: daysBetween(from, until) / step });
    from = addDays(until, 1);
  }
  while (from <= last) {
    const end = monthLater(`${from.slice(0, 8)}01`, 1, 1);
    const until = addDays(end, -1) < last ? addDays(end, -1) : last;
    found.push({ first: from, last: until, of: daysOfMonth(from, proration) });
    from = addDays(until, 1);
  }
  return found;
}

/** How many days make a month around this one. */
function daysOfMonth(day: string, proration: Proration): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  if (proration === "thirty") return 30;
  if (proration === "year") return daysBetween(`${year}-01-01`, `${year}-12-31`) / 12;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a period is made of whole months: then no proration has a part in it. */
export const isWhole = (first: string, last: string): boolean => measured(first, last, "calendar").isWhole;

/** Length of a period in months. */
export const months = (first: string, last: string, proration: Proration = "calendar"): number =>
  measured(first, last, proration).months;

/** How many of a period's months lie between two days, as the whole period is cut into months. */
export function monthsWithin(first: string, last: string, from: string, to: string, proration: Proration): number {
  return stretches(first, last, proration).reduce(
    (sum, part) => sum + daysBetween(later(part.first, from), earlier(part.last, to)) / part.of,
    0,
  );
}

/** The day of the month that a cycle begins on. In a short month's last day a cycle of a later day may hide: the next beginning tells. */
function cycleDay(first: string, next: string): number {
  const own = Number(first.slice(8));
  if (addDays(first, 1).endsWith("-01"))
    for (let day = own + 1; day <= 31; day += 1)
      for (let month = 1, at = first; at < next; month += 1) {
        at = monthLater(first, month, day);
        if (at === next && Number(next.slice(8)) === day) return day;
      }
  return own;
}

/** The day so many months after the first's month, the month's last where it has no such day. */
function monthLater(first: string, count: number, day: number): string {
  const [year = 0, month = 1] = first.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
