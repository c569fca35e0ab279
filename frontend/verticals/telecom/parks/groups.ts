import { sumOfEuros } from "@softwhere/services/platform/money";
import type { LineRow, ParkRow } from "./server";

export interface ParkGroup {
  /** `mobile/<supplier id>`: parks of several sites read as one. */
  readonly key: string;
  readonly kind: string;
  readonly operator: string;
  readonly lines: readonly LineRow[];
  readonly sell: number | undefined;
  readonly buy: number | undefined;
}

const kindOrder = ["mobile", "internet", "fixed", "cyber"];

/** Lines under "Mobile / Orange", in the order given. Money counts running lines only; undefined where prices aren't the user's to see. */
export function groupByPark(parks: readonly ParkRow[], lines: readonly LineRow[]): ParkGroup[] {
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const groups = new Map<string, { park: ParkRow; lines: LineRow[] }>();
  for (const line of lines) {
    const park = line.parkId ? parkOf.get(line.parkId) : undefined;
    if (!park) continue;
    const key = `${park.kind}/${park.operatorId ?? park.operator}`;
    const group = groups.get(key) ?? { park, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { park, lines: rows }]) => ({
      key,
      kind: park.kind,
      operator: park.operator,
      lines: rows,
      sell: total(rows, "sell"),
      buy: total(rows, "buy"),
    }))
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || a.operator.localeCompare(b.operator));
}

export function isRunning(line: LineRow): boolean {
  return line.status === "active" || line.status === "suspended";
}

function total(lines: readonly LineRow[], price: "sell" | "buy"): number | undefined {
  if (lines.every((line) => line[price] === undefined)) return undefined;
  return sumOfEuros(lines.filter(isRunning).map((line) => Number(line[price] ?? 0)));
}
