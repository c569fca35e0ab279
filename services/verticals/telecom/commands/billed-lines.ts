import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAction } from "../../../model/generated/entities.ts";
import type { SwBilledItem } from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { serviceItemId } from "../domain/billed-items.ts";
import { readsOf } from "./reads.ts";

/** Which of these lines are billed by what the platform did at the billing system: their service, or an option alone. */
export async function billedLines(backend: BackendClient, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const lineOf = new Map(ids.map((id) => [serviceItemId(id), id]));
  const itemReads = readsOf([...lineOf.keys()], itemRead);
  const read = await backend.lists([...itemReads, ...readsOf(ids, optionRead)]);
  const items = read.slice(0, itemReads.length).flat() as SwBilledItem[];
  const options = read.slice(itemReads.length).flat() as SwAction[];
  return new Set([
    ...items.flatMap(({ id }) => lineOf.get(id) ?? []),
    ...options.flatMap(({ line }) => line?.id ?? []),
  ]);
}

const itemRead = (ids: string[]) => ({
  type: "sw_billed_item" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_billed_item--sw_billed_item", ["period_end"])
    .addFilter("id", ids, "IN")
    .addFilter("period_end", null, "IS NULL")
    .addCustomParam({ page: { limit: ids.length } }),
});

const optionRead = (ids: string[]) => ({
  type: "sw_action" as const,
  params: new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["line"])
    .addFilter("line.id", ids, "IN")
    .addFilter("operation", "add_option")
    .addFilter("status", "done")
    .addCustomParam({ page: { limit: 500 } }),
});
