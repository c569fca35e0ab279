/** Net prices of items on a day. Pure. */
import type { SwPrice } from "../../../model/generated/entities.ts";
import { type PeriodPrice, periodPrice } from "./billing-period.ts";

/** Null where none is dated, undefined in a direction that is not the reader's to see. */
export interface PricesOfItem {
  readonly sell: PeriodPrice | null | undefined;
  readonly buy: PeriodPrice | null | undefined;
}

export type DatedPrices = (itemId: string) => PricesOfItem;

/** The fields that `pricesOn` reads. */
export const datedPriceFields = ["direction", "net", "billing_period", "valid_from", "valid_to", "item"] as const;

/** The rows are those of the items, in the order of their first day: of two that hold on the day the later one counts. */
export function pricesOn(rows: readonly SwPrice[], day: string, permissions: ReadonlySet<string>): DatedPrices {
  const found = new Map<string, PeriodPrice>();
  for (const { item, direction, net, billing_period: period, valid_from: from, valid_to: to } of rows) {
    const price = (from ?? "") <= day && (!to || to >= day) && periodPrice(net, period);
    if (price) found.set(`${item?.id}/${direction}`, price);
  }
  const visible = { sell: permissions.has("view sell price"), buy: permissions.has("view margin") };
  const pick = (itemId: string, direction: "sell" | "buy") =>
    visible[direction] ? (found.get(`${itemId}/${direction}`) ?? null) : undefined;
  return (itemId) => ({ sell: pick(itemId, "sell"), buy: pick(itemId, "buy") });
}
