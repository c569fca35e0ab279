import type { SwLineOption, SwLineTerm } from "../../../../model/generated/sw_telecom/entities.ts";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import type { Money } from "../../../../platform/money.ts";
import { datedPriceFields } from "../../domain/dated-prices.ts";
import { optionPrice, type Period, planPrice } from "../check/cost.ts";
import { earlier, later } from "../check/days.ts";
import type { BuyPrice, Park, ParkOption, ParkTerm } from "../check/park.ts";
import { agreed, toBuyPrice, toOption, toTerm } from "../import/load.ts";
import { parts } from "../../../../platform/backend/parts.ts";

export type Direction = "sell" | "buy";

/** What a line has in a month, in one direction's prices. */
export interface Held {
  readonly terms: readonly ParkTerm[];
  readonly options: readonly ParkOption[];
}

const pricesOnly = (prices: readonly BuyPrice[]): Park => ({
  prices,
  lines: [],
  items: [],
  earlier: [],
  noticeDays: 0,
});

/** The dated prices of items, each read once, however many lines have it. */
export class Prices {
  private readonly asked = new Set<string>();
  private readonly read: Record<Direction, BuyPrice[]> = { sell: [], buy: [] };
  private parks: Record<Direction, Park> = { sell: pricesOnly([]), buy: pricesOnly([]) };

  constructor(private readonly backend: BackendClient) {}

  async want(itemIds: readonly string[]): Promise<void> {
    const fresh = [...new Set(itemIds)].filter((id) => id !== "" && !this.asked.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) this.asked.add(id);
    const rows = (await this.backend.lists(parts(fresh).map(priceRead))).flat();
    for (const row of rows) this.read[row.direction ?? "sell"].push(toBuyPrice(row));
    this.parks = { sell: pricesOnly(this.read.sell), buy: pricesOnly(this.read.buy) };
  }

  /** What a line's plan and options cost in these days; undefined where a day has no plan or no price. */
  due({ terms, options }: Held, days: Period, direction: Direction): Money | undefined {
    const park = this.parks[direction];
    const plan = planPrice({ days, billed: days, proration: "calendar" }, park, { terms });
    if (!plan) return undefined;
    // What a month of a price per year costs is no whole amount: the sum is rounded, not its parts.
    let sum = plan.perUnit;
    for (const option of options) {
      const had = { start: later(days.start, option.from), end: option.to ? earlier(days.end, option.to) : days.end };
      if (had.start > had.end) continue;
      const cost = optionPrice({ days: had, billed: days, proration: "calendar" }, park, [option]);
      if (!cost) return undefined;
      sum += cost.perUnit * option.quantity;
    }
    return Math.round(sum);
  }
}

function priceRead(itemIds: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_price--sw_price", [...datedPriceFields, "gross", "discount"])
    .addFilter("item.id", [...itemIds], "IN")
    .addSort("valid_from", "DESC");
  return { type: "sw_price" as const, params };
}

/** Plan periods and options as one direction's negotiated prices have them. */
export function held(terms: readonly SwLineTerm[], options: readonly SwLineOption[], direction: Direction): Held {
  if (direction === "buy") return { terms: terms.map(toTerm), options: options.map(toOption) };
  return {
    terms: terms.map((term) => ({
      ...toTerm(term),
      ...agreed(term.negotiated_sell_price, term.negotiated_sell_period),
    })),
    options: options.map((option) => ({ ...toOption(option), ...agreed(option.sell_price, option.sell_period) })),
  };
}
