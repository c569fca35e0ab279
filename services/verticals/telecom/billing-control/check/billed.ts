import type { Money } from "../../../../platform/money.ts";
import type { UncheckedReason } from "../contract.ts";
import type { InvoiceLine } from "../invoice.ts";
import type { Charge } from "./charge.ts";
import {
  type Cost,
  type Entitled,
  entitled,
  itemKey,
  costOf,
  optionPrice,
  type Period,
  planPrice,
  type UnitPrice,
  type When,
} from "./cost.ts";
import { type Proration, prorations } from "./days.ts";
import type { CatalogueItem, Park, ParkLine, ParkOption } from "./park.ts";
import { overlap, type Row } from "./row.ts";

/** A row that asks for something, with what may be asked for it. */
export interface Billed {
  readonly line: InvoiceLine;
  readonly charge: Charge;
  /** Undefined where the park has no such line. */
  readonly parkLine: ParkLine | undefined;
  readonly item: CatalogueItem | undefined;
  /** What the line has of that item, where it is an option. */
  readonly options: readonly ParkOption[];
  readonly period: Period;
  /** What was really asked for the row, discounts and credits of its own taken off. */
  readonly net: Money;
  readonly entitled: Entitled;
  /** What the days that may be billed should have cost; undefined where one of them has no price. */
  readonly cost: (proration: Proration) => Cost | undefined;
}

const always: Entitled = { days: null, early: 0, overdue: 0, begins: null, ends: null };

/** `ofLine`: all rows of the same park line; `issuedOn` stands for the period of what is billed once. */
export function billed(
  row: Row,
  net: Money,
  ofLine: readonly Row[],
  park: Park,
  issuedOn: string,
): Billed | UncheckedReason {
  const { line, charge, item } = row;
  const parkLine = row.match.line;
  const regular = charge === "recurring" || charge === "option";
  const once = charge === "one_off" || charge === "device";
  if (!regular && !once) return parkLine ? "not_recurring" : "unmatched";
  const [start, end] = [line.periodStart, line.periodEnd];
  if (regular && (!start || !end)) return parkLine ? "no_period" : "unmatched";
  const period = start && end ? { start, end } : { start: issuedOn, end: issuedOn };
  const of = { line, charge, parkLine, item, period, net };
  if (!parkLine || !regular) return { ...of, options: [], entitled: always, cost: () => undefined };
  if (charge === "option") {
    const options = parkLine.options.filter(({ itemId }) => itemId === item?.id);
    const may = entitled(period, first(options), last(options, parkLine.endDate), park.noticeDays);
    const cost = byProration(line, period, may, (when) => optionPrice(when, park, options));
    return { ...of, options, entitled: options.length > 0 ? may : always, cost };
  }
  const covered = parkLine.terms.some(({ from, to }) => from <= period.start && (!to || to >= period.start));
  const may = entitled(period, covered ? null : parkLine.activatedOn, parkLine.endDate, park.noticeDays);
  const clear = isPlan(row, ofLine);
  const cost = byProration(line, period, may, (when) => (clear ? planPrice(when, park, parkLine) : undefined));
  return { ...of, options: [], entitled: may, cost };
}

/** Computed when it is first asked for. */
function byProration(
  line: InvoiceLine,
  billed: Period,
  { days }: Entitled,
  priceOf: (when: When) => UnitPrice | undefined,
): Billed["cost"] {
  const known: (Cost | null | undefined)[] = [];
  const answer = (proration: Proration) => {
    const when = days && { days, billed, proration };
    return when ? costOf(line, when, priceOf(when)) : undefined;
  };
  return (proration) => {
    const at = prorations.indexOf(proration);
    if (known[at] === undefined) known[at] = answer(proration) ?? null;
    return known[at] ?? undefined;
  };
}

/** Whether a subscription is the line's plan: it names it, or is the only thing that the line is billed in its period. */
function isPlan(row: Row, ofLine: readonly Row[]): boolean {
  const named = ({ item, match }: Row) =>
    item !== undefined && match.line?.terms.some(({ planId }) => planId === item.id);
  if (named(row)) return true;
  return !ofLine.some(
    (other) =>
      other.charge === "recurring" &&
      other.line.net > 0 &&
      overlap(other.line, row.line) &&
      itemKey(other.line) !== itemKey(row.line),
  );
}

const first = (options: readonly ParkOption[]): string | null => options.map(({ from }) => from).sort()[0] ?? null;

/** The last day of the last of them, or of the line where that comes first. */
function last(options: readonly ParkOption[], endDate: string | null): string | null {
  const ends = options.map(({ to }) => to);
  const own = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  return own && endDate ? (own < endDate ? own : endDate) : (own ?? endDate);
}
