import { addDays, businessDay, startOfDay } from "../../../platform/day.ts";

/** The hour of Monday, where the brand is, at which a week's mails begin to go out. */
const hour = 7;

/** The Monday of the week whose mails are due: this week's from its hour on, the last week's before. */
export function dueWeek(at: Date, timeZone: string): { readonly monday: string; readonly begins: Date } {
  const today = businessDay(at, timeZone);
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday);
  const begins = beginOf(monday, timeZone);
  if (at >= begins) return { monday, begins };
  return { monday: addDays(monday, -7), begins: beginOf(addDays(monday, -7), timeZone) };
}

const beginOf = (monday: string, timeZone: string) =>
  new Date(Date.parse(startOfDay(monday, 0, timeZone)) + hour * 3_600_000);
