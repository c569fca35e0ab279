/** What changing a line's plan does and costs. Pure: rows in, decisions out. */
import { sumOfEuros } from "../../../platform/money.ts";
import type { PeriodPrice } from "./billing-period.ts";

export type PricePolicy = "catalogue" | "keep-negotiated";

/** A plan period that runs or is to come. */
export interface LineTerm {
  id: string;
  version: number;
  planId: string | null;
  planName: string | null;
  validFrom: string;
  validTo: string | null;
  /** As it was agreed, and its month's part. Undefined where prices are not the user's to see. */
  agreedSell?: PeriodPrice | null | undefined;
  negotiatedSell?: number | null | undefined;
}

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
  /** Periods that have not ended, the earliest first. */
  terms: readonly LineTerm[];
}

export interface NewPlan {
  id: string;
  name: string;
  operatorId: string | null;
  /** Net prices per month, true on the effective day; undefined where the user may not see them, null where none is dated. */
  sell?: number | null | undefined;
  buy?: number | null | undefined;
}

export type BlockReason =
  | "same-plan"
  | "terminated"
  | "suspended"
  | "not-active"
  | "other-operator"
  | "no-price"
  | "supplier-commitment";

/** A change that was planned before this one. */
export interface Scheduled {
  readonly day: string;
  readonly plan: string;
}

export interface PlanChangeRow extends PlanChangeLine {
  blocked: { reason: BlockReason; until: string | null } | null;
  newSell?: number | null | undefined;
  newBuy?: number | null | undefined;
  /** Planned changes of that day or later: this one takes their place. */
  replaces: readonly Scheduled[];
  /** The planned change that this one comes after. */
  follows: Scheduled | null;
}

export interface ChangeDay {
  readonly effectiveOn: string;
  readonly today: string;
}

export function planChangeRow(line: PlanChangeLine, plan: NewPlan, policy: PricePolicy, on: ChangeDay): PlanChangeRow {
  const keeps = policy === "keep-negotiated" && line.negotiated;
  const { before, replaced } = termsAround(line.terms, on.effectiveOn);
  const named = (term: LineTerm): Scheduled => ({ day: term.validFrom, plan: term.planName ?? "" });
  return {
    ...line,
    blocked: blockOf(line, plan, on.effectiveOn),
    newSell: keeps ? line.sell : plan.sell,
    newBuy: plan.buy,
    replaces: replaced.filter((term) => term.validFrom > on.today).map(named),
    follows: before && before.validFrom > on.today ? named(before) : null,
  };
}

/** From that day on the line has the new plan: the period before ends, periods of that day or later give way. */
export function termsAround(
  terms: readonly LineTerm[],
  day: string,
): { before: LineTerm | undefined; replaced: readonly LineTerm[] } {
  return {
    before: terms.findLast((term) => term.validFrom < day),
    replaced: terms.filter((term) => term.validFrom >= day),
  };
}

type PricesOf = (planId: string) => { sell: number | null | undefined; buy: number | null | undefined };

/** The line as it would be on a day to come if nothing more were ordered: what the new plan is compared with. */
export function lineOn(line: PlanChangeLine, prices: PricesOf, { effectiveOn, today }: ChangeDay): PlanChangeLine {
  if (effectiveOn <= today) return line;
  const term = line.terms.findLast(({ validFrom }) => validFrom <= effectiveOn);
  const planId = term && term.validFrom > today ? term.planId : line.planId;
  if (!planId) return line;
  const on = prices(planId);
  const buy = line.buy === undefined ? undefined : (on.buy ?? line.buy);
  if (planId === line.planId)
    return { ...line, sell: line.negotiated || line.sell === undefined ? line.sell : (on.sell ?? line.sell), buy };
  return {
    ...line,
    planId,
    planName: term?.planName ?? null,
    negotiated: typeof term?.negotiatedSell === "number",
    sell: line.sell === undefined ? undefined : (term?.negotiatedSell ?? on.sell ?? line.sell),
    buy,
  };
}

function blockOf(line: PlanChangeLine, plan: NewPlan, effectiveOn: string): PlanChangeRow["blocked"] {
  const block = (reason: BlockReason, until: string | null = null) => ({ reason, until });
  if (line.status === "terminated" || line.status === "terminating") return block("terminated");
  if (line.status === "suspended") return block("suspended");
  if (line.status !== "active") return block("not-active");
  if (line.planId === plan.id) return block("same-plan");
  if (line.operatorId !== plan.operatorId) return block("other-operator");
  if (line.supplierCommitmentEnd && line.supplierCommitmentEnd >= effectiveOn)
    return block("supplier-commitment", line.supplierCommitmentEnd);
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
  const sum = (pick: (row: PlanChangeRow) => number | null | undefined) => sumOfEuros(changing.map(pick));
  return {
    changing: changing.length,
    staying: rows.length - changing.length,
    sell: { before: sum((row) => row.sell), after: sum((row) => row.newSell) },
    buy: { before: sum((row) => row.buy), after: sum((row) => row.newBuy) },
  };
}
