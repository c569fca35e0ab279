import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BilledAction, BilledTrade } from "../../../base/connectors/index.ts";
import type { SwBilledItem, SwLine } from "../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { addedItemId, serviceItemId } from "../domain/billed-items.ts";

/** A line that has ended, with its options: none of them is billed from then on. What undoes an action ends what that one had billed, and only that. */
export async function endOf(backend: BackendClient, { id, today }: BilledAction): ReturnType<BilledTrade["endOf"]> {
  const { line, compensates: undone } = await backend.get("sw_action", id, withLine());
  if (!line) return undefined;
  const number = line.number ?? "";
  const hasEnded = line.status === "terminated" || (line.status === "terminating" && (line.end_date ?? today) <= today);
  if (!hasEnded && !undone)
    return {
      refused: {
        fr: `La ligne ${number} n’est pas résiliée à ce jour : elle reste facturée.`,
        en: `The line ${number} has not ended as of today: it goes on being billed.`,
      },
    };
  const [added, open] = await Promise.all([
    undone?.operation === "create_service" ? [] : backend.listAll("sw_action", () => addedTo(line.id, undone?.id)),
    backend.listAll("sw_billed_item", () => openItemsOf(line.id)),
  ]);
  const isService = !undone || undone.operation === "create_service";
  const ours = new Set([
    ...(isService ? [serviceItemId(line.id)] : []),
    ...added.map((action) => addedItemId(action.id)),
  ]);
  const items = open.filter((item) => ours.has(item.id));
  const sites = new Set(items.flatMap(({ billing_site: site }) => site?.id ?? []));
  const usual = (line.billing_site ?? line.site?.billing_site)?.id;
  return {
    names: [...(isService ? [line.id] : []), ...added.flatMap(({ idempotency_key: key }) => key ?? [])],
    // It may have been moved since it is billed: then it is where it was.
    billingSites: sites.size > 0 ? [...sites] : usual ? [usual] : [],
    isBilledBy: ({ name: system }) => (line.external_ids ?? []).some((one) => one.system === system),
    follows: ({ name: system }) => [
      ...(isService ? withoutId(line, system) : []),
      ...items.map((item) => ended(item, undone ? today : (line.end_date ?? today))),
    ],
  };
}

/** The day of an end comes after the operator has confirmed it; that of a deployment may have been put off since it was launched. */
export async function waitingAfter(backend: BackendClient, day: string): Promise<ReadonlySet<string>> {
  const ready = () =>
    new DrupalJsonApiParams()
      .addFields("sw_action--sw_action", ["status"])
      .addFilter("status", "ready")
      .addFilter("capability", "billing")
      // What is undone is undone at once, whatever day it was planned for.
      .addFilter("compensates.id", null, "IS NULL");
  const [ending, putOff] = await Promise.all([
    backend.listAll("sw_action", () =>
      ready()
        .addFilter("operation", "end_service")
        .addFilter("line.status", "terminating")
        .addFilter("line.end_date", day, ">"),
    ),
    backend.listAll("sw_action", () => ready().addFilter("deployment.planned_on", day, ">")),
  ]);
  return new Set([...ending, ...putOff].map(({ id }) => id));
}

function ended({ id, period_start: start }: SwBilledItem, day: string): AtomicOperation {
  const attributes = { period_end: start && start > day ? start : day };
  return { op: "update", data: { type: "sw_billed_item--sw_billed_item", id, attributes } };
}

/** The billing system knows it no more. */
function withoutId({ id, version, external_ids: ids }: SwLine, system: string): AtomicOperation[] {
  const others = (ids ?? []).filter((one) => one.system !== system);
  if (others.length === (ids ?? []).length) return [];
  return [{ op: "update", data: { type: "sw_line--sw_line", id, attributes: { version, external_ids: others } } }];
}

/** Actions that had options billed; or the one of them that is meant. */
const addedTo = (line: string, id: string | undefined) => {
  const params = new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["idempotency_key"])
    .addFilter("line.id", line)
    .addFilter("operation", "add_option");
  return id === undefined ? params : params.addFilter("id", id);
};

const openItemsOf = (line: string) =>
  new DrupalJsonApiParams()
    .addFields("sw_billed_item--sw_billed_item", ["billing_site", "period_start"])
    .addFilter("line.id", line)
    .addFilter("kind", ["recurring", "option"], "IN")
    .addFilter("period_end", null, "IS NULL");

const withLine = () =>
  new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["line", "compensates", "operation"])
    .addFields("sw_line--sw_line", ["number", "status", "version", "end_date", "external_ids", "site", "billing_site"])
    .addFields("sw_site--sw_site", ["billing_site"])
    .addInclude(["line.site", "compensates"]);
