import { describe, expect, it } from "vitest";
import { addDays } from "../../../../platform/day.ts";
import { planCost } from "./cost.ts";
import { randoms } from "./testing/randoms.ts";
import { line, park, parkLine, price } from "./testing/rows.ts";

/** Slow and obvious: whole months one after the other as long as they fit, then each day its share of the calendar month it lies in. */
function reference(start: string, end: string, priceOn: (day: string) => number): number {
  let sum = 0;
  let from = start;
  for (let month = 1; ; month += 1) {
    const next = sameDay(start, month);
    if (addDays(next, -1) > end) break;
    const days = daysFrom(from, addDays(next, -1));
    for (const day of days) sum += priceOn(day) / days.length;
    from = next;
  }
  for (const day of daysFrom(from, end)) sum += priceOn(day) / Number(lastOf(day).slice(8));
  return Math.round(sum);
}

const lastOf = (day: string): string => {
  let last = day;
  while (addDays(last, 1).slice(0, 7) === day.slice(0, 7)) last = addDays(last, 1);
  return last;
};

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The same day so many months later, by counting month ends. */
function sameDay(day: string, months: number): string {
  let first = `${day.slice(0, 8)}01`;
  for (let month = 0; month < months; month += 1) first = addDays(lastOf(first), 1);
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`;
  return wanted > lastOf(first) ? lastOf(first) : wanted;
}

describe("what a plan should have cost", () => {
  it("is what counting day by day gives: 1,500 periods, prices and plans that change inside", () => {
    const random = randoms(7);
    for (let run = 0; run < 1_500; run += 1) {
      const start = addDays("2025-12-01", random(800));
      const end = addDays(start, random(run % 3 === 0 ? 400 : 45));
      // A period from a month's last day may be a cycle of a later day: the months of check-rows.test.ts hold those.
      if (lastOf(start) === start) continue;
      const change = addDays(start, random(40));
      const move = addDays(start, random(40));
      const prices = [
        price("2020-01-01", addDays(change, -1), random(900_000), 0),
        price(change, null, random(900_000), 0),
        price("2020-01-01", null, random(900_000), 0, "other"),
      ];
      const terms = [
        { planId: "b50", from: "2020-01-01", to: addDays(move, -1), negotiated: null },
        { planId: "other", from: move, to: null, negotiated: run % 5 === 0 ? random(900_000) : null },
      ];
      const priceOn = (day: string) =>
        day >= move
          ? (terms[1]?.negotiated ?? prices[2]?.net ?? 0)
          : ((day >= change ? prices[1] : prices[0])?.net ?? 0);
      const period = { start, end };
      const cost = planCost(line(), period, period, park({ prices }), parkLine({ terms }), "calendar");
      const off = Math.abs((cost?.net ?? 0) - reference(start, end, priceOn));
      // Ten-thousandths of a euro.
      expect(off, `${start} to ${end}`).toBeLessThanOrEqual(1);
    }
  });
});
