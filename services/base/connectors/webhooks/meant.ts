import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { AnyExecutor } from "../execution/executor.ts";
import { statesAtVendor } from "../contract.ts";
import { readingOf } from "../vendor/record.ts";
import type { Addressed } from "./addresses.ts";

/** It may be there, and its number isn't known yet. */
const withoutNumber = ["submitted", "unknown"];

/** The actions that a vendor's messages are about, by the orders' numbers; where one is unknown, those that have none yet as well. */
export async function meantActions(
  backend: BackendClient,
  orders: readonly string[],
  { capability, party }: Pick<Addressed, "capability" | "party">,
  executorOf: (capability: string, operation: string) => AnyExecutor | undefined,
): Promise<readonly string[]> {
  const asked = (states: readonly string[]) =>
    new DrupalJsonApiParams()
      .addFields("sw_action--sw_action", ["operation", "vendor_reference"])
      .addFilter("capability", capability)
      .addFilter("status", [...states], "IN")
      .addSort("id");
  const named = await backend.listAll("sw_action", () =>
    asked([...statesAtVendor]).addFilter("vendor_reference", [...orders], "IN"),
  );
  const known = new Set(named.map(({ vendor_reference: order }) => order));
  const isWhole = orders.every((order) => known.has(order));
  const rows = isWhole ? named : [...named, ...(await backend.listAll("sw_action", () => asked(withoutNumber)))];
  const ours = new Set<string>();
  for (const { id, operation } of rows) {
    const executor = executorOf(capability, operation ?? "");
    if (executor && ((await executor.partyOf?.(backend, id)) ?? null) === party) ours.add(id);
  }
  return [...ours];
}

/** The number of the order that a message is about; undefined where it names none. */
export function orderOf(body: Buffer, path: string): string | undefined {
  let at: unknown;
  try {
    at = JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
  const { path: members, read } = readingOf(`${path} id`, "webhook");
  for (const member of members)
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[member] : undefined;
  const value = read(at);
  return typeof value === "string" ? value : undefined;
}
