/** Days begin at midnight in France, wherever the process runs: prices, periods and terminations count in them. */
const calendar = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The platform's calendar day at an instant, as `YYYY-MM-DD`. */
export function businessDay(at: Date = new Date()): string {
  return calendar.format(at);
}

const hour = 3_600_000;

/** When a calendar day begins, or the one `later` days after it, in RFC 3339. */
export function startOfDay(day: string, later = 0): string {
  const noon = Date.parse(`${day}T12:00:00Z`) + later * 24 * hour;
  const wanted = businessDay(new Date(noon));
  // Midnight in Paris is one or two hours before midnight in Greenwich.
  const start =
    [14, 13].map((hours) => new Date(noon - hours * hour)).find((at) => businessDay(at) === wanted) ??
    new Date(noon - 12 * hour);
  return start.toISOString().replace(".000Z", "+00:00");
}

const dayLength = 86_400_000;

/** The calendar day so many days after another, or before with a negative number. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** The first of the month after a day's. */
export function nextMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
