import { addDays } from "@softwhere/services/platform/day";
import { readDay } from "@softwhere/services/platform/tables/read-day";

/** Words for a day that hangs on today's, in both languages. */
const words: Readonly<Record<string, number>> = {
  "aujourd'hui": 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  hier: -1,
  yesterday: -1,
};

/**
 * What a person typed or pasted, as `YYYY-MM-DD`: 30/11/2026, 30.11.26, 30 nov. 2026, November 30, 2026; without a year (30/11, 30 novembre) it is
 * today's year; `demain`, `+15` and `-3` count from today. Undefined where it is no day that exists.
 */
export function typedDay(text: string, today: string): string | undefined {
  const plain = text.trim().replaceAll("’", "'");
  const word = words[plain.toLowerCase()];
  if (word !== undefined) return addDays(today, word);
  const counted = /^([+-]) ?(\d{1,4})(?: ?[jd])?$/.exec(plain);
  if (counted) return addDays(today, Number(`${counted[1]}${counted[2]}`));
  // A spreadsheet's day number is no way for people to write a day.
  if (/^\d+$/.test(plain) && plain.length !== 8) return undefined;
  return readDay(plain).day ?? readDay(`${plain.replace(/[/. -]+$/, "")}${separatorOf(plain)}${today.slice(0, 4)}`).day;
}

const separatorOf = (text: string): string => /^\d{1,2}([-/.])\d{1,2}/.exec(text)?.[1] ?? " ";

/** The same day so many months later, or the last of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
