/** What changing a line's plan does and costs. Pure: rows in, decisions out. */

export type PricePolicy = "catalogue" | "keep-negotiated";

export interface PlanChangeLine {
  id: string;
  number: string;
  userName: string | null;
  siteId: string | null;
  operatorId: string | null;
  status: string;
  version: number;
  planId: string | null;
  planName: string | null;
  sell?: number | null | undefined;
  buy?: number | null | undefined;
  negotiated: boolean;
  supplierCommitmentEnd: string | null;
}

export interface NewPlan {
  id: string;
  name: string;
  operatorId: string | null;
  /** Net prices true on the effective day; undefined where the user may not see them, null where none is dated. */
  sell?: number | null | undefined;
  buy?: number | null | undefined;
}

export type BlockReason = "same-plan" | "terminated" | "suspended" | "not-active" | "other-operator" | "no-price" | "supplier-commitment";

export interface PlanChangeRow extends PlanChangeLine {
  blocked: { reason: BlockReason; until: string | null } | null;
  newSell?: number | null | undefined;
  newBuy?: number | null | undefined;
}

export function planChangeRow(line: PlanChangeLine, plan: NewPlan, effectiveOn: string, policy: PricePolicy): PlanChangeRow {
  const keeps = policy === "keep-negotiated" && line.negotiated;
  return {
    ...line,
    blocked: blockOf(line, plan, effectiveOn),
    newSell: keeps ? line.sell : plan.sell,
    newBuy: plan.buy,
  };
}

function blockOf(line: PlanChangeLine, plan: NewPlan, effectiveOn: string): PlanChangeRow["blocked"] {
  const block = (reason: BlockReason, until: string | null = null) => ({ reason, until });
  if (line.status === "terminated" || line.status === "terminating") return block("terminated");
  if (line.status === "suspended") return block("suspended");
  if (line.status !== "active") return block("not-active");
  if (line.planId === plan.id) return block("same-plan");
  if (line.operatorId !== plan.operatorId) return block("other-operator");
  if (line.supplierCommitmentEnd && line.supplierCommitmentEnd >= effectiveOn) return block("supplier-commitment", line.supplierCommitmentEnd);
  if (plan.sell === null || plan.buy === null) return block("no-price");
  return null;
}

export interface Totals {
  changing: number;
  staying: number;
  sell: Movement;
  buy: Movement;
}

export interface Movement {
  before: number;
  after: number;
}

/** Monthly totals of the rows that change. */
export function planChangeTotals(rows: readonly PlanChangeRow[]): Totals {
  const changing = rows.filter((row) => !row.blocked);
  const sum = (pick: (row: PlanChangeRow) => number | null | undefined) => changing.reduce((total, row) => total + (pick(row) ?? 0), 0);
  return {
    changing: changing.length,
    staying: rows.length - changing.length,
    sell: { before: sum((row) => row.sell), after: sum((row) => row.newSell) },
    buy: { before: sum((row) => row.buy), after: sum((row) => row.newBuy) },
  };
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
