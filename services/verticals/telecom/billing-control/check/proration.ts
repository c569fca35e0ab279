import { rounding } from "../../../../base/control/index.ts";
import type { Money } from "../../../../platform/money.ts";
import type { Billed } from "./billed.ts";
import { isWhole, type Proration, prorations } from "./days.ts";
import type { Park } from "./park.ts";

/** A cent over a whole row is rounding, not a gap. */
export const tolerance: Money = rounding;

/** The one proration by which parts of months are checked, and where it comes from. */
export interface ProrationFound {
  readonly proration: Proration;
  /** "usual": neither the supplier's row nor the document says one. */
  readonly by: "supplier" | "document" | "usual";
  /** Rows of the document that are parts of months with a known price, and how many of them it fits to the cent. */
  readonly rows: number;
  readonly fits: number;
}

/** One for the whole document: what a person set, else what fits most of its rows, else the calendar. A row that fits only another is a gap. */
export function findProration(rows: readonly Billed[], park: Park): ProrationFound {
  const parts = rows.flatMap(({ charge, period, net, cost }) => {
    if ((charge !== "recurring" && charge !== "option") || isWhole(period.start, period.end)) return [];
    const costs = prorations.map((proration) => cost(proration)?.net);
    return costs.some((one) => one === undefined) ? [] : [{ net, costs: costs as number[] }];
  });
  const fits = prorations.map(
    (_, index) => parts.filter(({ net, costs }) => Math.abs(net - (costs[index] ?? 0)) <= tolerance).length,
  );
  const of = (proration: Proration, by: ProrationFound["by"]): ProrationFound => ({
    proration,
    by,
    rows: parts.length,
    fits: fits[prorations.indexOf(proration)] ?? 0,
  });
  if (park.proration) return of(park.proration, "supplier");
  const best = Math.max(...fits);
  return best > 0 ? of(prorations[fits.indexOf(best)] ?? "calendar", "document") : of("calendar", "usual");
}
