import "server-only";
import type { AggregateGroup, BackendClient } from "@softwhere/services/platform/backend/client";
import { pricesOn } from "@softwhere/services/verticals/telecom/domain/dated-prices";
import {
  changeOf,
  euros,
  firstOf,
  lastOf,
  marginOf,
  monthEnds,
  nothing,
  ofLines,
  ofTerms,
  rateOf,
  type Sums,
  sumsBy,
  totalOf,
  type comparisons,
  type customerOrders,
  type whichCustomers,
} from "./margins";
import { keysIn, linesInService, namesOf, pricesOf, termsOn } from "./reads";

/** Of these the months and the end of commitment are read one by one. */
export const mostCustomers = 50;
const mostParts = 8;
/** A customer's margin is low below this share of what is sold. */
const lowRate = 0.3;
const seesBoth: ReadonlySet<string> = new Set(["view sell price", "view margin"]);

/** Per month, in euros. */
export interface Part {
  /** Null: those that have none, or the others together. */
  readonly id: string | null;
  readonly name: string;
  readonly lines: number;
  readonly sell: number;
  readonly margin: number;
  /** The margin that it is compared with. */
  readonly before: number;
}

export interface Customer extends Part {
  /** Margins of twelve months, this one last. */
  readonly months: readonly number[];
  readonly commitmentEnd: string | null;
}

const sumOf = ["sell_price", "buy_price"];
const priced = [
  "plan",
  "negotiated_sell_price",
  "negotiated_sell_period",
  "negotiated_buy_price",
  "negotiated_buy_period",
];
const accountTerms = (day: string) => ({
  type: "sw_line_term" as const,
  groupBy: ["line.park.account", ...priced],
  filter: termsOn(day),
});
const inEuros = (sums: Sums) => ({ lines: sums.lines, sell: euros(sums.sell), margin: euros(marginOf(sums)) });
const isLow = (sums: Sums) => marginOf(sums) < sums.sell * lowRate;
/** A margin that has lost more than this share in a year is told of. */
const losingRate = -0.05;
const mostLosing = 4;

/** Which customers are shown, the first of how many, in which order: from the largest value, or from the smallest. */
export interface CustomerChoice {
  readonly customers: number;
  readonly which: (typeof whichCustomers)[number];
  readonly by: (typeof customerOrders)[number];
  readonly up: boolean;
}

/** A month that is over, by its last day, or none: today's lines and prices. And what it is compared with. */
export interface Span {
  readonly month: string | null;
  readonly with: (typeof comparisons)[number];
}

/**
 * What lines in service are sold and bought for: today as their prices say, at the end of a month, and of the twelve before, as their plan periods and
 * the prices of that day do. Read as sums of the backend: the requests grow with nothing but the customers that are shown.
 */
export async function marginReport(
  backend: BackendClient,
  today: string,
  { customers, which, by, up }: CustomerChoice,
  span: Span,
) {
  const asOf = span.month ? lastOf(span.month) : today;
  const days = monthEnds(asOf, 12);
  const [first = asOf] = days;
  const compared = span.with === "month" ? days.length - 1 : 0;
  const ofParks = (day: string) => ({
    type: "sw_line_term" as const,
    groupBy: ["line.park.kind", "line.park.operator", ...priced],
    filter: termsOn(day),
  });
  const now = span.month
    ? [ofParks(asOf), accountTerms(asOf)]
    : [
        { type: "sw_line" as const, groupBy: ["park.kind", "park.operator", "plan"], sumOf, filter: linesInService() },
        { type: "sw_line" as const, groupBy: ["park.account"], sumOf, filter: linesInService() },
      ];
  const [parks = [], accounts = [], accountsAgo = [], ...earlier] = await backend.aggregates([
    ...now,
    accountTerms(days[compared] ?? first),
    ...days.map(ofParks),
  ]);
  const prices = await pricesOf(backend, keysIn([...parks, ...accountsAgo, ...earlier.flat()], "plan"), first);
  const onDay = days.map((day) => ofTerms(pricesOn(prices, day, seesBoth)));
  const ofNow = span.month ? ofTerms(pricesOn(prices, asOf, seesBoth)) : ofLines;
  const at = (path: string) => (span.month && path !== "plan" ? `line.${path}` : path);
  const byAccount = sumsBy(accounts, at("park.account"), ofNow);
  const ago = sumsBy(accountsAgo, "line.park.account", onDay[compared] ?? (() => nothing));
  const changeOver = (id: string, sums: Sums) => changeOf(marginOf(sums), marginOf(ago.get(id) ?? nothing));
  const isFalling = (id: string, sums: Sums) => (changeOver(id, sums) ?? 0) < 0;
  const belongs = { all: () => true, falling: isFalling, low: (_id: string, sums: Sums) => isLow(sums) }[which];
  const worthOf = {
    margin: (_id: string, sums: Sums) => marginOf(sums),
    sell: (_id: string, sums: Sums) => sums.sell,
    rate: (_id: string, sums: Sums) => rateOf(sums),
    change: changeOver,
  }[by];
  // What has no value stands last, in either direction.
  const ordered = (id: string, sums: Sums) => {
    const value = worthOf(id, sums);
    return value === undefined ? Number.NEGATIVE_INFINITY : up ? -value : value;
  };
  const chosen = new Map([...byAccount].filter(([id, sums]) => belongs(id, sums)));
  const { first: rows, others } = firstOf(chosen, customers, ordered);
  const losing = [...byAccount]
    .flatMap(([id, sums]) => {
      const change = changeOver(id, sums);
      const lost = marginOf(sums) - marginOf(ago.get(id) ?? nothing);
      return change !== undefined && change <= losingRate ? [{ id, change, lost: euros(lost) }] : [];
    })
    .sort((a, b) => a.lost - b.lost || a.id.localeCompare(b.id));
  const shown = rows.map(([id]) => id);
  const { ends, theirs } = await historyOf(backend, shown, { today, days });
  const dated = (groups: readonly (readonly AggregateGroup[])[], path: string) =>
    groups.map((some, index) => sumsBy(some, path, onDay[index] ?? (() => nothing)));
  const total = totalOf(byAccount.values());
  const months = dated(earlier, "plan").map((plans, index) => ({
    month: days[index] ?? today,
    ...inEuros(totalOf(plans.values())),
  }));
  const partsBy = async (path: string, nameOf: NamesOf) => {
    const before = dated(earlier, path === "plan" ? path : `line.${path}`)[compared] ?? new Map<string, Sums>();
    return partsOf(sumsBy(parks, at(path), ofNow), before, nameOf);
  };
  const named = (type: Parameters<typeof namesOf>[1]) => (ids: readonly string[]) => namesOf(backend, type, ids);
  const [names, kinds, operators, plans] = await Promise.all([
    namesOf(backend, "sw_account", [...new Set([...shown, ...losing.slice(0, mostLosing).map(({ id }) => id)])]),
    partsBy("park.kind", async (ids) => new Map(ids.map((id) => [id, id]))),
    partsBy("park.operator", named("sw_supplier")),
    partsBy("plan", named("sw_catalogue_item")),
  ]);
  const history = dated(theirs, "line.park.account");
  return {
    today,
    ...span,
    lowRate,
    total: inEuros(total),
    compared: months[compared] ?? null,
    months: [...months.slice(1), { month: asOf, ...inEuros(total) }],
    customerCount: byAccount.size,
    lowCount: [...byAccount.values()].filter(isLow).length,
    fallingCount: [...byAccount].filter(([id, sums]) => isFalling(id, sums)).length,
    losing: losing.slice(0, mostLosing).map((one) => ({ ...one, name: names.get(one.id) ?? "" })),
    losingCount: losing.length,
    customers: rows.map(([id, sums]): Customer => {
      const margins = history.map((month) => euros(marginOf(month.get(id) ?? nothing)));
      const now = inEuros(sums);
      return {
        id,
        name: names.get(id) ?? "",
        ...now,
        before: margins[compared] ?? 0,
        months: [...margins.slice(1), now.margin],
        commitmentEnd: ends.get(id) ?? null,
      };
    }),
    others: { count: others.count, ...inEuros(others) },
    kinds,
    operators,
    plans,
  };
}

export type MarginReport = Awaited<ReturnType<typeof marginReport>>;
type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Every customer with lines in service, today or at the end of a month, the dearest first. */
export async function allCustomers(backend: BackendClient, month: string | null) {
  const { first } = firstOf(
    await (month ? accountsOn(backend, lastOf(month)) : accountsToday(backend)),
    Number.POSITIVE_INFINITY,
  );
  const names = await namesOf(
    backend,
    "sw_account",
    first.map(([id]) => id),
  );
  return first.map(([id, sums]) => ({ name: names.get(id) ?? "", ...inEuros(sums) }));
}

async function accountsToday(backend: BackendClient) {
  const [accounts = []] = await backend.aggregates([
    { type: "sw_line", groupBy: ["park.account"], sumOf, filter: linesInService() },
  ]);
  return sumsBy(accounts, "park.account", ofLines);
}

async function accountsOn(backend: BackendClient, day: string) {
  const [accounts = []] = await backend.aggregates([accountTerms(day)]);
  const prices = await pricesOf(backend, keysIn(accounts, "plan"), day);
  return sumsBy(accounts, "line.park.account", ofTerms(pricesOn(prices, day, seesBoth)));
}

/** Of these customers, the plan periods on each of the days, and when the next commitment ends. */
async function historyOf(
  backend: BackendClient,
  accounts: readonly string[],
  { today, days }: { readonly today: string; readonly days: readonly string[] },
) {
  if (accounts.length === 0) return { ends: new Map<string, string>(), theirs: [] };
  const [groups = [], ...theirs] = await backend.aggregates([
    {
      type: "sw_line",
      groupBy: ["park.account", "commitment_end"],
      filter: linesInService()
        .addFilter("commitment_end", today, ">=")
        .addFilter("park.account.id", [...accounts], "IN"),
    },
    ...days.map((day) => ({
      type: "sw_line_term" as const,
      groupBy: ["line.park.account", ...priced],
      filter: termsOn(day).addFilter("line.park.account.id", [...accounts], "IN"),
    })),
  ]);
  const ends = new Map<string, string>();
  for (const { keys } of groups) {
    const [account, day] = [String(keys["park.account"]), String(keys["commitment_end"])];
    const known = ends.get(account);
    if (known === undefined || day < known) ends.set(account, day);
  }
  return { ends, theirs };
}

/** The dearest parts, and those beyond them together. */
async function partsOf(now: ReadonlyMap<string, Sums>, ago: ReadonlyMap<string, Sums>, nameOf: NamesOf) {
  const { first, others } = firstOf(now, mostParts);
  const names = await nameOf(first.map(([id]) => id));
  const shown = new Set(first.map(([id]) => id));
  const marginBefore = (some: Iterable<Sums>) => euros(marginOf(totalOf(some)));
  const parts = first.map(
    ([id, sums]): Part => ({
      id: id || null,
      name: names.get(id) ?? "",
      ...inEuros(sums),
      before: marginBefore([ago.get(id) ?? nothing]),
    }),
  );
  const rest = [...ago].flatMap(([id, sums]) => (shown.has(id) ? [] : [sums]));
  return { parts, others: { count: others.count, ...inEuros(others), before: marginBefore(rest) } };
}
