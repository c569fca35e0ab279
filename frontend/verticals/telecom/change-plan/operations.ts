import { deterministicUuid } from "@softwhere/services/platform/deterministic-uuid";
import type { AtomicOperation } from "@softwhere/services/platform/backend/client";
import { dayBefore, type PlanChangeRow } from "./plan-change";

export interface CurrentTerm {
  id: string;
  version: number;
  validFrom: string;
}

export interface TermChange {
  planId: string;
  effectiveOn: string;
  /** Groups the whole run; a repeated run of the same line makes the same period, once. */
  runId: string;
  term: CurrentTerm | undefined;
}

/** The operations that give one line its new plan: the line itself, the end of its current period, the new period. */
export function planChangeOperations(row: PlanChangeRow, change: TermChange): AtomicOperation[] {
  const plan = { data: { type: "sw_catalogue_item--sw_catalogue_item", id: change.planId } };
  const negotiated = row.negotiated && row.newSell === row.sell;
  const operations: AtomicOperation[] = [
    {
      op: "update",
      data: {
        type: "sw_line--sw_line",
        id: row.id,
        attributes: { version: row.version, ...decimal("sell_price", row.newSell), ...decimal("buy_price", row.newBuy), ...(row.negotiated && !negotiated ? { price_reason: null } : {}) },
        relationships: { plan },
      },
    },
  ];
  const { term, effectiveOn } = change;
  const keptPrice = row.newSell === undefined ? {} : { negotiated_sell_price: negotiated && row.newSell !== null ? row.newSell.toFixed(4) : null };
  if (term && term.validFrom >= effectiveOn) {
    operations.push({ op: "update", data: { type: "sw_line_term--sw_line_term", id: term.id, attributes: { version: term.version, ...keptPrice }, relationships: { plan } } });
    return operations;
  }
  if (term) operations.push({ op: "update", data: { type: "sw_line_term--sw_line_term", id: term.id, attributes: { version: term.version, valid_to: dayBefore(effectiveOn) } } });
  operations.push({
    op: "add",
    data: {
      type: "sw_line_term--sw_line_term",
      id: deterministicUuid(`term/${change.runId}/${row.id}`),
      attributes: { valid_from: effectiveOn, ...keptPrice },
      relationships: { plan, line: { data: { type: "sw_line--sw_line", id: row.id } } },
    },
  });
  return operations;
}

function decimal(field: string, value: number | null | undefined): Record<string, string | null> {
  if (value === undefined) return {};
  return { [field]: value === null ? null : value.toFixed(4) };
}
