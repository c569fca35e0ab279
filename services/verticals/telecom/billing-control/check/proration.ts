import type { InvoiceLine } from "../invoice.ts";
import { chargeOf } from "./charge.ts";
import { expectedCost, tolerance } from "./checks.ts";
import { isWhole, type Proration, prorations } from "./days.ts";
import type { Park, ParkLine } from "./park.ts";

/** The one proration by which parts of months are checked, and where it comes from. */
export interface ProrationFound {
  readonly proration: Proration;
  /** "usual": neither the supplier's row nor the document says one. */
  readonly by: "supplier" | "document" | "usual";
  /** Rows of the document that are parts of months with a known price, and how many of them it fits to the cent. */
  readonly rows: number;
  readonly fits: number;
}

interface Candidate {
  readonly line: InvoiceLine;
  readonly parkLine: ParkLine | undefined;
}

/** One for the whole document: what a person set, else what fits most of its rows, else the calendar. A row that fits only another is a gap. */
export function findProration(candidates: readonly Candidate[], park: Park): ProrationFound {
  const parts = candidates.flatMap(({ line, parkLine }) => {
    const { periodStart: start, periodEnd: end } = line;
    if (
      !parkLine ||
      !start ||
      !end ||
      chargeOf(line, park.chargeRules) !== "recurring" ||
      line.net <= 0 ||
      isWhole(start, end)
    )
      return [];
    const costs = prorations.map((proration) => expectedCost({ line, start, end, proration }, park, parkLine)?.net);
    return costs.some((cost) => cost === undefined) ? [] : [{ net: line.net, costs: costs as number[] }];
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
