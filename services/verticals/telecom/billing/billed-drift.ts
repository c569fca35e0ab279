/** What is billed beside what was agreed. Pure. */
import type { BilledThere } from "../../../base/connectors/index.ts";
import type { SwBilledItem } from "../../../model/generated/sw_telecom/entities.ts";
import { amountOf, moneyText, parseMoney } from "../../../platform/money.ts";

export interface Comparable {
  /** We had it billed, or it bills our line's service alone. */
  readonly isOurs: boolean;
  readonly isService: boolean;
  /** What the line is sold for each month. */
  readonly sellPrice: string | null;
  readonly known: SwBilledItem | undefined;
}

export type Terms = Required<
  Pick<SwBilledItem, "quantity" | "price" | "net" | "months" | "agreed_price" | "agreed_quantity" | "drift">
>;

/** Eight digits before the point are what an item holds of a price. */
const most = 10 ** 12;
const one = "1.0000";

/** Undefined: amounts that an item can't hold. A service's price is its line's of today; of all else, what was sent when it was had billed. */
export function compared(there: BilledThere, { isOurs, isService, sellPrice, known }: Comparable): Terms | undefined {
  const [price, quantity] = [parseMoney(there.price), parseMoney(there.quantity)];
  if (price === undefined || quantity === undefined || Math.abs(price) >= most || Math.abs(quantity) >= most)
    return undefined;
  const { months } = there;
  const net = Math.round((price * quantity) / 10_000);
  if (!Number.isSafeInteger(price * quantity) && Math.abs(net) >= most) return undefined;
  const sent = isOurs && known ? (known.agreed_price ?? known.price ?? null) : null;
  const agreedPrice = isService && sellPrice ? ofMonths(sellPrice, price, months) : sent;
  const agreedQuantity = isOurs ? (known?.agreed_quantity ?? known?.quantity ?? one) : agreedPrice ? one : null;
  return {
    quantity: moneyText(quantity),
    price: moneyText(price),
    net: moneyText(net),
    months,
    agreed_price: agreedPrice,
    agreed_quantity: agreedQuantity,
    drift: driftOf(),
  };

  function driftOf(): Terms["drift"] {
    if (!isOurs && !agreedPrice) return "unknown";
    if (agreedPrice && amountOf(agreedPrice) !== price) return "price";
    return agreedQuantity && amountOf(agreedQuantity) !== quantity ? "quantity" : null;
  }
}

/** A month's price as one of several months. Their part of it is rounded to the ten-thousandth: within that they are the same. */
function ofMonths(monthly: string, price: number, months: number): string {
  const month = amountOf(monthly);
  return moneyText(Math.abs(price / months - month) <= 0.5 ? price : month * months);
}
