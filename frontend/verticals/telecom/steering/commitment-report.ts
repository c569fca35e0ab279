import "server-only";
import type { AggregateGroup, BackendClient } from "@softwhere/services/platform/backend/client";
import { addDays } from "@softwhere/services/platform/day";
import { euros, marginOf, ofLines, totalOf } from "./margins";
import { linesInService, namesOf } from "./reads";

const mostNamed = 5;

/** Whose commitment ends within ninety days, by thirds of them and the soonest by name. */
export async function commitmentReport(backend: BackendClient, today: string, { money }: { money: boolean }) {
  const [groups = []] = await backend.aggregates([
    {
      type: "sw_line",
      groupBy: ["commitment_end", "park.account"],
      ...(money && { sumOf: ["sell_price", "buy_price"] }),
      filter: linesInService()
        .addFilter("commitment_end", today, ">=")
        .addFilter("commitment_end", addDays(today, 90), "<="),
    },
  ]);
  const of = (some: readonly AggregateGroup[]) => {
    const sums = totalOf(some.map(ofLines));
    return { lines: sums.lines, margin: money ? euros(marginOf(sums)) : null };
  };
  const soonest = groups.slice(0, mostNamed);
  const names = await namesOf(backend, "sw_account", soonest.map(accountOf));
  return {
    today,
    until: addDays(today, 90),
    lines: of(groups).lines,
    spans: [0, 31, 61].map((first, index) => {
      const last = (index + 1) * 30;
      const [from, to] = [addDays(today, first), addDays(today, last)];
      return { first, last, from, to, ...of(groups.filter((one) => dayOf(one) >= from && dayOf(one) <= to)) };
    }),
    soonest: soonest.map((one) => ({
      accountId: accountOf(one),
      name: names.get(accountOf(one)) ?? "",
      day: dayOf(one),
      ...of([one]),
    })),
  };
}

const accountOf = ({ keys }: AggregateGroup): string => String(keys["park.account"]);
const dayOf = ({ keys }: AggregateGroup): string => String(keys["commitment_end"]);

export type CommitmentReport = Awaited<ReturnType<typeof commitmentReport>>;
