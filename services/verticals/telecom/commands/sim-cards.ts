import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type {} from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { openActionStates } from "../domain/deployment-order.ts";
import type { OrderedLine } from "../domain/line-order.ts";
import type { stockInput } from "./contract.ts";
import { loadLines } from "./load-lines.ts";

export interface StockCard {
  readonly iccid: string;
  readonly kind: "sim" | "esim";
  /** Whether it was ordered for this very line. */
  readonly isMeant: boolean;
}

/** The cards in stock that a line could work with: its account's, of its operator or of nobody's, and promised to no other line. */
export async function stockOf(
  backend: BackendClient,
  { id, accountId, operatorId }: Pick<OrderedLine, "id" | "accountId" | "operatorId">,
): Promise<StockCard[]> {
  if (!accountId) return [];
  const [cards, swaps] = await Promise.all([
    backend.listAll("sw_sim", () =>
      new DrupalJsonApiParams()
        .addFields("sw_sim--sw_sim", ["iccid", "kind", "line", "operator"])
        .addFilter("account.id", accountId)
        .addFilter("status", "stock")
        .addSort("iccid"),
    ),
    backend.listAll("sw_action", () =>
      new DrupalJsonApiParams()
        .addFields("sw_action--sw_action", ["payload", "line"])
        .addFilter("account.id", accountId)
        .addFilter("operation", "swap_sim")
        .addFilter("status", [...openActionStates], "IN"),
    ),
  ]);
  const promised = new Set(
    swaps.flatMap(({ payload, line }) => (line?.id !== id && payload && "iccid" in payload ? payload.iccid : [])),
  );
  return cards
    .filter(({ line, operator }) => (!line || line.id === id) && (!operator || operator.id === operatorId))
    .flatMap(({ iccid, kind, line }) =>
      iccid && !promised.has(iccid) ? [{ iccid, kind: kind ?? "sim", isMeant: line?.id === id }] : [],
    )
    .sort((a, b) => Number(b.isMeant) - Number(a.isMeant));
}

/** What a line could be given, and by which operator. */
export async function stockForLine(
  backend: BackendClient,
  { lineId }: z.infer<typeof stockInput>,
): Promise<{ readonly cards: readonly StockCard[]; readonly operatorId: string | null }> {
  const [line] = await loadLines(backend, [lineId]);
  return { cards: line ? await stockOf(backend, line) : [], operatorId: line?.operatorId ?? null };
}
