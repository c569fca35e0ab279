import { sumOfEuros } from "@softwhere/services/platform/money";
import type { AnomalyRow } from "./server";

export const groupings = ["cause", "supplier", "customer"] as const;
export type Grouping = (typeof groupings)[number];

export interface AnomalyGroup {
  readonly key: string;
  readonly rows: readonly AnomalyRow[];
}

const keys: Readonly<Record<Grouping, (row: AnomalyRow) => string>> = {
  cause: (row) => row.check,
  supplier: (row) => row.supplierId ?? "",
  customer: (row) => row.accountId ?? "",
};

/** Causes by their number; suppliers and customers by what they cost, the dearest first. */
export function groupAnomalies(rows: readonly AnomalyRow[], by: Grouping): AnomalyGroup[] {
  const groups = new Map<string, AnomalyRow[]>();
  for (const row of rows) groups.set(keys[by](row), [...(groups.get(keys[by](row)) ?? []), row]);
  const cost = ({ rows: some }: AnomalyGroup) => sumOfEuros(some.map(({ amount }) => amount));
  const all = [...groups].map(([key, some]) => ({ key, rows: some }));
  return by === "cause"
    ? all.sort((a, b) => a.key.localeCompare(b.key, "en", { numeric: true }))
    : all.sort((a, b) => cost(b) - cost(a) || b.rows.length - a.rows.length);
}

/** The month that was billed, as `2026-10`. */
export const monthOf = ({ periodStart }: AnomalyRow): string => periodStart?.slice(0, 7) ?? "";

export interface MonthSum {
  readonly month: string;
  readonly found: number;
  readonly recovered: number;
}

/** What was found in each of the twelve months up to one, and recovered of it; what turned out to be no gap counts nothing. */
export function lastMonths(rows: readonly AnomalyRow[], until: string, count = 12): MonthSum[] {
  const real = rows.filter(({ status }) => status !== "false_positive");
  return Array.from({ length: count }, (_, index) => {
    const month = monthBefore(until, count - 1 - index);
    const some = real.filter((row) => monthOf(row) === month);
    return {
      month,
      found: sumOfEuros(some.map(({ amount }) => amount)),
      recovered: sumOfEuros(some.map(({ recovered }) => recovered)),
    };
  });
}

export function monthBefore(month: string, count: number): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, of - 1 - count, 1)).toISOString().slice(0, 7);
}

/** In euros: what came back, what is claimed, what waits for somebody. Together what was billed too much and not explained. */
export function totalsOf(rows: readonly Pick<AnomalyRow, "status" | "amount" | "recovered">[]) {
  const of = (status: AnomalyRow["status"]) =>
    sumOfEuros(rows.filter((row) => row.status === status).map((row) => (row.amount ?? 0) - (row.recovered ?? 0)));
  const recovered = sumOfEuros(rows.map((row) => row.recovered));
  const [disputed, open] = [of("disputed"), of("open")];
  return { recovered, disputed, open, total: sumOfEuros([recovered, disputed, open]) };
}
