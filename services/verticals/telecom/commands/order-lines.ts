import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import { labelOf } from "../../../model/row-label.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import { todayOf, type Viewer } from "../../../platform/backend/viewers.ts";
import { type RowWrite, writeEach } from "../../../platform/backend/write-each.ts";
import { pricesOn } from "../domain/dated-prices.ts";
import {
  assignmentId,
  type LineOrder,
  type LineOrderRow,
  lineOrderOperations,
  lineOrderRow,
  type OrderedLine,
  type OrderTarget,
} from "../domain/line-order.ts";
import { type LineFacts, loadLines } from "./load-lines.ts";
import { billedLines } from "./billed-lines.ts";
import { pricesRead } from "./reads.ts";
import type { orderInput, orderPreviewInput, RowResult } from "./contract.ts";
import { changedResult, inOrder } from "./run.ts";

/** What would happen to each line. Writes nothing. */
export async function previewOrder(
  backend: BackendClient,
  viewer: Viewer,
  { order, lineIds }: z.infer<typeof orderPreviewInput>,
): Promise<LineOrderRow[]> {
  const [target, lines] = await Promise.all([
    targetOf(backend, viewer, order),
    linesFor(backend, viewer, order, lineIds),
  ]);
  return lines.map((line) => lineOrderRow(line, order, target));
}

/** Carries an order out for each line, whole or not at all; a refused one stops no other. Repeating a run changes nothing twice. */
export async function orderLines(
  backend: BackendClient,
  viewer: Viewer,
  { order, runId, lines: asked }: z.infer<typeof orderInput>,
): Promise<RowResult[]> {
  const ids = asked.map((line) => line.id);
  const [target, lines] = await Promise.all([targetOf(backend, viewer, order), linesFor(backend, viewer, order, ids)]);
  const found = new Map(lines.map((line) => [line.id, line]));
  const results: RowResult[] = [];
  const writes: RowWrite<string>[] = [];
  const carriers = new Map<string, string>();
  const followers = new Map<string, string>();
  for (const { id, version } of asked) {
    const line = found.get(id);
    const blocked = line && lineOrderRow(line, order, target).blocked;
    if (!line) results.push({ id, kind: "refused", reason: "missing", detail: null });
    else if (
      order.action === "assign-contact" &&
      line.site &&
      line.assignments.includes(assignmentId(runId, line.site.id))
    )
      results.push({ id, kind: "changed", version });
    else if (line.version !== version) results.push({ id, kind: "refused", reason: "changed-since", detail: null });
    else if (blocked) results.push({ id, kind: "refused", reason: blocked, detail: null });
    else {
      const operations = lineOrderOperations(line, order, { runId, target, today: todayOf(viewer) });
      // Lines of one site share what is made for it: the first carries it, the others have its result.
      const made = operations.flatMap((operation) =>
        operation.op === "add" && operation.data.id ? [operation.data.id] : [],
      );
      const carrier = made.map((one) => carriers.get(one)).find((one) => one !== undefined);
      if (carrier) followers.set(id, carrier);
      else {
        for (const one of made) carriers.set(one, id);
        writes.push({ id, operations });
      }
    }
  }
  const written = (await writeEach(() => backend, writes)).map(changedResult);
  for (const [id, carrier] of followers)
    results.push(...written.filter((result) => result.id === carrier).map((result) => ({ ...result, id })));
  return inOrder(ids, [...results, ...written]);
}

async function targetOf(backend: BackendClient, viewer: Viewer, order: LineOrder): Promise<OrderTarget | null> {
  switch (order.action) {
    case "move-site": {
      if (!order.siteId) return null;
      const site = await backend.get("sw_site", order.siteId);
      return { id: site.id, name: site.name ?? "", accountId: site.account?.id ?? null, operatorId: null };
    }
    case "move-billing-site": {
      if (!order.billingSiteId) return null;
      const site = await backend.get("sw_billing_site", order.billingSiteId);
      return { id: site.id, name: site.name ?? "", accountId: site.account?.id ?? null, operatorId: null };
    }
    case "move-park": {
      const park = await backend.get("sw_park", order.parkId, new DrupalJsonApiParams().addInclude(["operator"]));
      return {
        id: park.id,
        name: park.operator?.name ?? "",
        accountId: park.account?.id ?? null,
        operatorId: park.operator?.id ?? null,
      };
    }
    case "add-option":
    case "remove-option": {
      const item = await backend.get("sw_catalogue_item", order.itemId);
      const target = { id: item.id, name: item.name ?? "", accountId: null, operatorId: item.supplier?.id ?? null };
      if (order.action === "remove-option" || !viewer.permissions.has("view sw_price")) return target;
      const [rows] = await backend.lists([pricesRead([item.id], order.from)]);
      const { sell, buy } = pricesOn(rows, order.from, viewer.permissions)(item.id);
      return { ...target, ...(sell !== undefined && { sell }), ...(buy !== undefined && { buy }) };
    }
    case "assign-contact": {
      const contact = await backend.get("sw_contact", order.contactId);
      const name = labelOf("sw_contact", contact);
      return { id: contact.id, name, accountId: contact.account?.id ?? null, operatorId: null };
    }
    default:
      return null;
  }
}

/** The lines, with what the order has to know of them. What is billed for a line ends with it where the person may plan that. */
async function linesFor(
  backend: BackendClient,
  viewer: Viewer,
  order: LineOrder,
  ids: readonly string[],
): Promise<OrderedLine[]> {
  const mayPlan = viewer.permissions.has("carry out actions");
  const action = { operation: "end_service", isReady: true } as const;
  if (order.action === "keep") return loadLines(backend, ids, mayPlan ? { action } : {});
  if (order.action !== "terminate" || !mayPlan) return loadLines(backend, ids, factsOf(order));
  const [lines, billed] = await Promise.all([
    loadLines(backend, ids, { action }),
    billedLines(backend, ids).catch((error: unknown) => {
      if (error instanceof BackendError && error.status === 403) return new Set<string>();
      throw error;
    }),
  ]);
  return lines.map((line) => ({ ...line, isBilled: billed.has(line.id) && line.plannedActions.length === 0 }));
}

function factsOf(order: LineOrder): LineFacts {
  if (order.action === "add-option" || order.action === "remove-option") return { options: true };
  return order.action === "assign-contact" ? { contact: { id: order.contactId, purpose: order.purpose } } : {};
}
