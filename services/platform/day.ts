/** Where days begin unless a brand says otherwise: prices, periods and terminations count in them, wherever the process runs. */
export const usualTimeZone = "Europe/Paris";

const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    calendars.set(timeZone, calendar);
  }
  return calendar;
}

/** The calendar day at an instant, as `YYYY-MM-DD`, where the brand is. */
export function businessDay(at: Date = new Date(), timeZone = usualTimeZone): string {
  return calendarOf(timeZone).format(at);
}

const minute = 60_000;

/** When a calendar day begins, or the one `later` days after it, in RFC 3339. */
export function startOfDay(day: string, later = 0, timeZone = usualTimeZone): string {
  const wanted = addDays(day, later);
  const midnight = Date.parse(`${wanted}T00:00:00Z`);
  // No zone is further from Greenwich than 14 hours. Where clocks go forward at midnight the day begins later than at 0:00.
  let before = midnight - 15 * 60 * minute;
  let within = midnight + 15 * 60 * minute;
  while (within - before > minute) {
    const middle = before + Math.floor((within - before) / minute / 2) * minute;
    if (businessDay(new Date(middle), timeZone) >= wanted) within = middle;
    else before = middle;
  }
  return new Date(within).toISOString().replace(".000Z", "+00:00");
}

const dayLength = 86_400_000;

/** The calendar day so many days after another, or before with a negative number. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** A day of the month so many months after a day's; `last`: its last. */
export function dayOfMonth(from: string, months: number, day: number | "last"): string {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const at = day === "last" ? Date.UTC(year, month + months, 0) : Date.UTC(year, month - 1 + months, day);
  return new Date(at).toISOString().slice(0, 10);
}

/** The first of the month after a day's. */
export const nextMonth = (day: string): string => dayOfMonth(day, 1, 1);
