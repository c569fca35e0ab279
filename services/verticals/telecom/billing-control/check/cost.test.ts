import { describe, expect, it } from "vitest";
import { addDays } from "../../../../platform/day.ts";
import type { InvoiceLine } from "../invoice.ts";
import { costOf, planPrice, type When } from "./cost.ts";
import { type Proration, prorations } from "./days.ts";
import type { Park, ParkLine } from "./park.ts";
import { randoms } from "./testing/randoms.ts";
import { line, park, parkLine, price } from "./testing/rows.ts";
import { remembering } from "./remembering.ts";

const pers = ["month", "quarter", "year"] as const;
const lengths = { month: 1, quarter: 3, year: 12 };

interface Price {
  readonly net: number;
  readonly per: (typeof pers)[number];
}

/**
 * Slow and obvious: whole months one after the other as long as they fit, then each day its share of the calendar month it lies in, of thirty days, or of
 * the year; a price for longer is a twelfth or a third a month. By days of the year, what a quarter or a year is priced for is counted in whole ones,
 * then each day as one of the year's, unless the whole period is months.
 */
function reference(start: string, end: string, priceOn: (day: string) => Price, proration: Proration = "calendar") {
  let sum = 0;
  const shares = { month: sharesOf(1), quarter: sharesOf(1), year: sharesOf(1) };
  if (proration === "year" && !shares.month.isWhole) {
    shares.quarter = sharesOf(3);
    shares.year = sharesOf(12);
  }
  for (const day of daysFrom(start, end)) {
    const { net, per } = priceOn(day);
    sum += (net / lengths[per]) * (shares[per].of.get(day) ?? 0);
  }
  return Math.round(sum);

  /** Each day as a part of a month, whole ones of so many months together. */
  function sharesOf(step: number) {
    const of = new Map<string, number>();
    let from = start;
    for (let month = step; ; month += step) {
      const next = sameDay(start, month);
      if (addDays(next, -1) > end) break;
      const days = daysFrom(from, addDays(next, -1));
      for (const day of days) of.set(day, step / days.length);
      from = next;
    }
    const isWhole = from > end;
    for (const day of daysFrom(from, end)) {
      of.set(day, { calendar: 1 / Number(lastOf(day).slice(8)), thirty: 1 / 30, year: 12 / yearOf(day) }[proration]);
    }
    return { of, isWhole };
  }
}

const lastOf = remembering((day: string): string => {
  let last = day;
  while (addDays(last, 1).slice(0, 7) === day.slice(0, 7)) last = addDays(last, 1);
  return last;
});

const daysOfYear = remembering((year: string): number => daysFrom(`${year}-01-01`, `${year}-12-31`).length);
const yearOf = (day: string): number => daysOfYear(day.slice(0, 4));

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

const planCost = (row: InvoiceLine, when: When, of: Park, own: ParkLine) => costOf(row, when, planPrice(when, of, own));

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
      const days = { start, end };
      const when = { days, billed: days, proration: "calendar" as const };
      const cost = planCost(line(), when, park({ prices }), parkLine({ terms }));
      const off = Math.abs((cost?.net ?? 0) - reference(start, end, (day) => ({ net: priceOn(day), per: "month" })));
      // Ten-thousandths of a euro.
      expect(off, `${start} to ${end}`).toBeLessThanOrEqual(1);
    }
  });

  it("counts prices per quarter and per year as their months, by each proration: 600 periods, prices and agreements that change inside", () => {
    const random = randoms(11);
    const per = () => pers[random(3)] ?? "month";
    for (let run = 0; run < 600; run += 1) {
      const start = addDays("2025-12-01", random(800));
      const end = addDays(start, random(run % 3 === 0 ? 60 : 900));
      if (lastOf(start) === start) continue;
      const proration = prorations[random(3)] ?? "calendar";
      const change = addDays(start, random(200));
      const agreedFrom = run % 4 === 0 ? addDays(start, random(400)) : "2099-01-01";
      const [before, after, agreed] = [0, 1, 2].map(() => ({ net: random(9_000_000), per: per() }));
      if (!before || !after || !agreed) throw new Error("three prices");
      const prices = [
        { ...price("2020-01-01", addDays(change, -1), before.net, 0), per: before.per },
        { ...price(change, null, after.net, 0), per: after.per },
      ];
      const terms = [
        { planId: "b50", from: "2020-01-01", to: addDays(agreedFrom, -1), negotiated: null },
        { planId: "b50", from: agreedFrom, to: null, negotiated: agreed.net, negotiatedPer: agreed.per },
      ];
      const days = { start, end };
      const cost = planCost(line(), { days, billed: days, proration }, park({ prices }), parkLine({ terms }));
      const expected = reference(
        start,
        end,
        (day) => (day >= agreedFrom ? agreed : day >= change ? after : before),
        proration,
      );
      // Ten-thousandths of a euro.
      expect(Math.abs((cost?.net ?? 0) - expected), `${start} to ${end}, ${proration}`).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    ["a year of a price per year", "year", "2026-01-01", "2026-12-31", 1_000_000],
    ["a year from a day inside a month", "year", "2026-03-15", "2027-03-14", 1_000_000],
    ["a quarter of it", "year", "2026-01-01", "2026-03-31", 250_000],
    ["a month of it", "year", "2026-02-01", "2026-02-28", 83_333],
    ["two years of it", "year", "2026-01-01", "2027-12-31", 2_000_000],
    ["a quarter of a price per quarter", "quarter", "2026-04-01", "2026-06-30", 1_000_000],
    ["a year of a price per quarter", "quarter", "2026-01-01", "2026-12-31", 4_000_000],
    ["a month of a price per quarter", "quarter", "2026-05-01", "2026-05-31", 333_333],
  ] as const)("%s", (_, per, start, end, expected) => {
    const days = { start, end };
    const of = park({ prices: [{ ...price("2020-01-01", null, 1_000_000, 0), per }] });
    for (const proration of prorations)
      expect(planCost(line(), { days, billed: days, proration }, of, parkLine())?.net).toBe(expected);
  });

  it("by days of the year, a price per year has 292 of 365 days", () => {
    const days = { start: "2026-03-15", end: "2026-12-31" };
    const of = park({ prices: [{ ...price("2020-01-01", null, 3_650_000, 0), per: "year" }] });
    const of365 = { days, billed: days, proration: "year" as const };
    expect(planCost(line(), of365, of, parkLine())?.net).toBe(2_920_000);
    // Nine months, and 17 of 31 days.
    expect(planCost(line(), { ...of365, proration: "calendar" }, of, parkLine())?.net).toBe(
      Math.round((3_650_000 / 12) * (9 + 17 / 31)),
    );
  });

  it("a quantity that counts the quarters or years says no more than the period does", () => {
    const days = { start: "2026-01-01", end: "2026-12-31" };
    const when = { days, billed: days, proration: "calendar" as const };
    const of = (per: (typeof pers)[number]) => park({ prices: [{ ...price("2020-01-01", null, 1_000_000, 0), per }] });
    const cost = (per: (typeof pers)[number], quantity: number) =>
      planCost(line({ quantity }), when, of(per), parkLine())?.net;
    expect([cost("quarter", 40_000), cost("year", 120_000), cost("year", 10_000)]).toEqual([
      4_000_000, 1_000_000, 1_000_000,
    ]);
    // Four of them, or five.
    expect([cost("year", 40_000), cost("quarter", 50_000), cost("month", 40_000)]).toEqual([
      4_000_000, 20_000_000, 48_000_000,
    ]);
  });
});
