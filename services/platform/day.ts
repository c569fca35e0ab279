/** Days begin at midnight in France, wherever the process runs: prices, periods and terminations count in them. */
const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit" });

/** The platform's calendar day at an instant, as `YYYY-MM-DD`. */
export function businessDay(at: Date = new Date()): string {
  return calendar.format(at);
}
