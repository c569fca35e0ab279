import { addDays } from "../../../platform/day.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import type { AtomicOperation } from "../../../platform/backend/client.ts";
import { monthlyText } from "./billing-period.ts";
import { type ChangeDay, type LineTerm, type PlanChangeRow, termsAround } from "./plan-change.ts";

export interface PlanOrder extends ChangeDay {
  readonly planId: string;
  /** Groups the whole run; a repeated run of the same line makes the same period, once. */
  readonly runId: string;
}

/**
 * The operations that give one line its new plan: the line itself, the end of the period before, the new period. For a day to come
 * the line is only named with its version: what it has today stays until the daily job carries the period over.
 */
export function planChangeOperations(
  row: PlanChangeRow,
  { planId, effectiveOn, today, runId }: PlanOrder,
): AtomicOperation[] {
  const scheduled = effectiveOn > today;
  const plan = { data: { type: "sw_catalogue_item--sw_catalogue_item", id: planId } };
  const keeps = row.negotiated && row.newSell === row.sell;
  const applies = scheduled
    ? {}
    : {
        ...decimal("sell_price", row.newSell),
        ...decimal("buy_price", row.newBuy),
        ...(row.negotiated && !keeps ? { price_reason: null } : {}),
      };
  const operations: AtomicOperation[] = [
    {
      op: "update",
      data: {
        type: "sw_line--sw_line",
        id: row.id,
        attributes: { version: row.version, ...applies },
        ...(scheduled ? {} : { relationships: { plan } }),
      },
    },
  ];
  const update = (
    term: { id: string; version: number },
    attributes: Record<string, unknown>,
    relationships?: { plan: typeof plan },
  ): AtomicOperation => ({
    op: "update",
    data: {
      type: "sw_line_term--sw_line_term",
      id: term.id,
      attributes: { version: term.version, ...attributes },
      ...(relationships && { relationships }),
    },
  });
  const { before, replaced } = termsAround(row.terms, effectiveOn);
  const [first, ...others] = replaced;
  if (before && (!before.validTo || before.validTo >= effectiveOn))
    operations.push(update(before, { valid_to: addDays(effectiveOn, -1) }));
  for (const term of others)
    operations.push({ op: "remove", ref: { type: "sw_line_term--sw_line_term", id: term.id } });
  const validTo =
    (replaced.at(-1) ?? (before?.validTo && before.validTo >= effectiveOn ? before : undefined))?.validTo ?? null;
  const attributes = {
    valid_from: effectiveOn,
    valid_to: validTo,
    applied: !scheduled,
    ...(row.newSell === undefined ? {} : agreed(keeps ? row.newSell : null, [before, first])),
  };
  if (first) operations.push(update(first, attributes, { plan }));
  else
    operations.push({
      op: "add",
      data: {
        type: "sw_line_term--sw_line_term",
        id: deterministicUuid(`term/${runId}/${row.id}`),
        attributes,
        relationships: { plan, line: { data: { type: "sw_line--sw_line", id: row.id } } },
      },
    });
  return operations;
}

/** A sell price of a month that is kept: as it was agreed where a period before has it, so that a price per year stays to the cent. */
function agreed(perMonth: number | null | undefined, terms: readonly (LineTerm | undefined)[]) {
  const text = perMonth?.toFixed(4) ?? null;
  const same = terms.find((term) => text !== null && monthlyText(term?.agreedSell) === text)?.agreedSell;
  const isPeriodSaid = text !== null || terms.some((term) => term?.agreedSell);
  return {
    negotiated_sell_price: same?.net ?? text,
    ...(isPeriodSaid && { negotiated_sell_period: same?.period ?? "month" }),
  };
}

function decimal(field: string, value: number | null | undefined): Record<string, string | null> {
  if (value === undefined) return {};
  return { [field]: value === null ? null : value.toFixed(4) };
}
