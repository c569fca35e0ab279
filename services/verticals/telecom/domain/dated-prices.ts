/** Net prices of items on a day. Pure. */
import type { SwPrice } from "../../../model/generated/entities.ts";

/** Decimal texts: null where none is dated, undefined in a direction that is not the reader's to see. */
export interface PricesOfItem {
  readonly sell: string | null | undefined;
  readonly buy: string | null | undefined;
}

export type DatedPrices = (itemId: string) => PricesOfItem;

/** The rows are those of the items, in the order of their first day: of two that hold on the day the later one counts. */
export function pricesOn(rows: readonly SwPrice[], day: string, permissions: ReadonlySet<string>): DatedPrices {
  const found = new Map<string, string>();
  for (const { item, direction, net, valid_from: from, valid_to: to } of rows)
    if ((from ?? "") <= day && (!to || to >= day) && net) found.set(`${item?.id}/${direction}`, net);
  const visible = { sell: permissions.has("view sell price"), buy: permissions.has("view margin") };
  const pick = (itemId: string, direction: "sell" | "buy") =>
    visible[direction] ? (found.get(`${itemId}/${direction}`) ?? null) : undefined;
  return (itemId) => ({ sell: pick(itemId, "sell"), buy: pick(itemId, "buy") });
}
