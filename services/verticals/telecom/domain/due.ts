/** What a due plan period does to its line. Pure: a line, its periods and the day's prices in, operations out. */
import type { AtomicOperation } from "../../../platform/backend/client.ts";

/** A period that has begun and that the line has not taken over. Prices are decimal texts, per month. */
export interface DueTerm {
  readonly id: string;
  readonly version: number;
  readonly planId: string;
  readonly from: string;
  readonly to: string | null;
  readonly negotiatedSell: string | null;
  readonly negotiatedBuy: string | null;
}

export interface DueLine {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly status: string;
  readonly planId: string | null;
  readonly sell: string | null;
  readonly buy: string | null;
  readonly priceReason: string | null;
  readonly terms: readonly DueTerm[];
}

/** Net price of an item per month on the day, or null where none is dated. */
export type PriceOf = (itemId: string, direction: "sell" | "buy") => string | null;

export type Decision =
  | { readonly kind: "write"; readonly operations: readonly AtomicOperation[] }
  | { readonly kind: "refused"; readonly reason: "no-price" };

/**
 * The line takes over the period that runs on the day; every due period is marked, in the same transaction. A mark that is there means
 * that its work was done, however often or late the job runs.
 */
export function carryOver(line: DueLine, day: string, priceOf: PriceOf): Decision {
  const marks = line.terms.map(
    (term): AtomicOperation => ({
      op: "update",
      data: { type: "sw_line_term--sw_line_term", id: term.id, attributes: { version: term.version, applied: true } },
    }),
  );
  const running =
    line.status === "terminated" || line.status === "cancelled"
      ? undefined
      : [...line.terms].sort((a, b) => a.from.localeCompare(b.from)).findLast((term) => !term.to || term.to >= day);
  if (!running) return { kind: "write", operations: marks };
  const sell = running.negotiatedSell ?? priceOf(running.planId, "sell");
  const buy = running.negotiatedBuy ?? priceOf(running.planId, "buy");
  // A line with a plan whose price nobody knows would be billed wrongly without a word.
  if (sell === null || buy === null) return { kind: "refused", reason: "no-price" };
  const reason = running.negotiatedSell === null ? null : line.priceReason;
  if (line.planId === running.planId && line.sell === sell && line.buy === buy && line.priceReason === reason)
    return { kind: "write", operations: marks };
  const change: AtomicOperation = {
    op: "update",
    data: {
      type: "sw_line--sw_line",
      id: line.id,
      attributes: { version: line.version, sell_price: sell, buy_price: buy, price_reason: reason },
      relationships: { plan: { data: { type: "sw_catalogue_item--sw_catalogue_item", id: running.planId } } },
    },
  };
  return { kind: "write", operations: [change, ...marks] };
}
