/** What a bulk order does to a line. Pure: a line and an order in, a decision out. */

import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import type { AtomicOperation } from "../../../platform/backend/client.ts";
import type { PeriodPrice } from "./billing-period.ts";
import { endServiceOperation } from "./deployment-order.ts";
import * as z from "zod";

export const contactPurposes = ["site", "billing", "support", "communications", "tickets", "deployments"] as const;

export const lineOrder = z.discriminatedUnion("action", [
  z.object({ action: z.literal("suspend") }),
  z.object({ action: z.literal("resume") }),
  z.object({ action: z.literal("terminate"), on: z.iso.date() }),
  z.object({ action: z.literal("keep") }),
  z.object({ action: z.literal("move-site"), siteId: z.uuid().nullable() }),
  z.object({ action: z.literal("move-park"), parkId: z.uuid() }),
  z.object({ action: z.literal("move-billing-site"), billingSiteId: z.uuid().nullable() }),
  z.object({ action: z.literal("add-option"), itemId: z.uuid(), from: z.iso.date() }),
  z.object({ action: z.literal("remove-option"), itemId: z.uuid(), on: z.iso.date() }),
  z.object({ action: z.literal("assign-contact"), contactId: z.uuid(), purpose: z.enum(contactPurposes) }),
]);
export type LineOrder = z.infer<typeof lineOrder>;
export type LineAction = LineOrder["action"];

export interface OrderedLine {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly userName: string | null;
  readonly status: string;
  readonly accountId: string | null;
  readonly parkId: string | null;
  readonly parkKind: string | null;
  readonly operatorId: string | null;
  readonly site: { readonly id: string; readonly name: string } | null;
  readonly billingSite: { readonly id: string; readonly name: string } | null;
  readonly endDate: string | null;
  /** Options that run, with what was read of them. */
  readonly options: readonly {
    readonly id: string;
    readonly itemId: string;
    readonly version: number;
    readonly validFrom: string;
  }[];
  /** Assignments that its site has already, of the contact and purpose asked for. */
  readonly assignments: readonly string[];
  /** Planned actions that it has already, of the kind asked for. */
  readonly plannedActions: readonly string[];
  /** Whether the billing system bills it by what the platform did there; read where an order has to know. */
  readonly isBilled?: boolean;
}

/** What the order names, as the backend has it. */
export interface OrderTarget {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly operatorId: string | null;
  readonly sell?: PeriodPrice | null;
  readonly buy?: PeriodPrice | null;
}

export type LineBlock =
  | "wrong-status"
  | "already"
  | "other-account"
  | "other-operator"
  | "terminated"
  | "has-option"
  | "no-option"
  | "starts-later"
  | "no-site"
  | "has-contact"
  | "not-mobile"
  | "already-planned"
  | "no-article"
  | "no-card";

/** A shown value: a status to be worded, a day, or a name. */
export type Shown = { readonly kind: "status" | "day" | "name"; readonly value: string | null };

export interface LineOrderRow {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly userName: string | null;
  readonly siteName: string | null;
  readonly before: Shown;
  readonly after: Shown;
  readonly blocked: LineBlock | null;
  /** What else is planned with it. */
  readonly also?: "end_service";
}

const steps: Readonly<Record<"suspend" | "resume" | "terminate" | "keep", { from: readonly string[]; to: string }>> = {
  suspend: { from: ["active"], to: "suspended" },
  resume: { from: ["suspended"], to: "active" },
  terminate: { from: ["active", "suspended"], to: "terminating" },
  keep: { from: ["terminating"], to: "active" },
};

export function lineOrderRow(line: OrderedLine, order: LineOrder, target: OrderTarget | null): LineOrderRow {
  const base = {
    id: line.id,
    version: line.version,
    number: line.number,
    userName: line.userName,
    siteName: line.site?.name ?? null,
  };
  const status: Shown = { kind: "status", value: line.status };
  const name = (value: string | null): Shown => ({ kind: "name", value });
  const foreign = target?.accountId && line.accountId !== target.accountId ? "other-account" : null;
  switch (order.action) {
    case "suspend":
    case "resume":
    case "keep":
      return {
        ...base,
        before: status,
        after: { kind: "status", value: steps[order.action].to },
        blocked: steps[order.action].from.includes(line.status) ? null : "wrong-status",
      };
    case "terminate":
      return {
        ...base,
        before: status,
        after: { kind: "day", value: order.on },
        blocked: steps.terminate.from.includes(line.status) ? null : "wrong-status",
        ...(line.isBilled && { also: "end_service" }),
      };
    case "move-site":
      return {
        ...base,
        before: name(line.site?.name ?? null),
        after: name(target?.name ?? null),
        blocked: (line.site?.id ?? null) === order.siteId ? "already" : foreign,
      };
    case "move-billing-site":
      return {
        ...base,
        before: name(line.billingSite?.name ?? null),
        after: name(target?.name ?? null),
        blocked: (line.billingSite?.id ?? null) === order.billingSiteId ? "already" : foreign,
      };
    case "move-park":
      return {
        ...base,
        before: status,
        after: name(target?.name ?? null),
        blocked:
          line.parkId === order.parkId
            ? "already"
            : (foreign ?? (target?.operatorId && target.operatorId !== line.operatorId ? "other-operator" : null)),
      };
    case "add-option":
      return {
        ...base,
        before: name(null),
        after: name(target?.name ?? null),
        blocked:
          line.status === "terminated"
            ? "terminated"
            : line.options.some(({ itemId }) => itemId === order.itemId)
              ? "has-option"
              : line.status === "cancelled"
                ? "wrong-status"
                : target?.operatorId && target.operatorId !== line.operatorId
                  ? "other-operator"
                  : null,
      };
    case "remove-option": {
      const option = line.options.find(({ itemId }) => itemId === order.itemId);
      return {
        ...base,
        before: name(target?.name ?? null),
        after: { kind: "day", value: order.on },
        blocked: !option ? "no-option" : option.validFrom > order.on ? "starts-later" : null,
      };
    }
    case "assign-contact":
      return {
        ...base,
        before: name(null),
        after: name(target?.name ?? null),
        blocked: !line.site ? "no-site" : (foreign ?? (line.assignments.length > 0 ? "has-contact" : null)),
      };
  }
}

/** One assignment per site and run: parts of a run that meet the same site make it once. */
export const assignmentId = (runId: string, siteId: string): string =>
  deterministicUuid(`assignment/${runId}/${siteId}`);

/** The operations that carry it out for one line; ids are made of run and line, so that a repeated part makes nothing twice. */
export function lineOrderOperations(
  line: OrderedLine,
  order: LineOrder,
  run: { runId: string; target: OrderTarget | null; today: string },
): AtomicOperation[] {
  const change = (
    attributes: Record<string, unknown>,
    relationships?: NonNullable<Extract<AtomicOperation, { data: unknown }>["data"]["relationships"]>,
  ): AtomicOperation => ({
    op: "update",
    data: {
      type: "sw_line--sw_line",
      id: line.id,
      attributes: { version: line.version, ...attributes },
      ...(relationships && { relationships }),
    },
  });
  const to = (type: string, id: string | null) => ({ data: id === null ? null : { type: `${type}--${type}`, id } });
  switch (order.action) {
    case "suspend":
      return [change({ status: "suspended", suspended_on: run.today })];
    case "resume":
      return [change({ status: "active", suspended_on: null })];
    case "terminate":
      return [
        change({ status: "terminating", end_date: order.on }),
        ...(line.isBilled && line.accountId
          ? [endServiceOperation(line, { runId: run.runId, accountId: line.accountId, on: order.on })]
          : []),
      ];
    case "keep":
      // What was to end with it is billed on.
      return [
        change({ status: "active", end_date: null }),
        ...line.plannedActions.map(
          (id): AtomicOperation => ({
            op: "update",
            data: { type: "sw_action--sw_action", id, attributes: { status: "cancelled" } },
          }),
        ),
      ];
    case "move-site":
      return [change({}, { site: to("sw_site", order.siteId) })];
    case "move-billing-site":
      return [change({}, { billing_site: to("sw_billing_site", order.billingSiteId) })];
    case "move-park":
      return [change({}, { park: to("sw_park", order.parkId) })];
    case "add-option": {
      const prices = {
        ...agreed("sell", run.target?.sell),
        ...agreed("buy", run.target?.buy),
      };
      return [
        {
          op: "add",
          data: {
            type: "sw_line_option--sw_line_option",
            id: deterministicUuid(`option/${run.runId}/${line.id}`),
            attributes: { valid_from: order.from, ...prices },
            relationships: { line: to("sw_line", line.id), item: to("sw_catalogue_item", order.itemId) },
          },
        },
      ];
    }
    case "remove-option": {
      const option = line.options.find(({ itemId }) => itemId === order.itemId);
      return option
        ? [
            {
              op: "update",
              data: {
                type: "sw_line_option--sw_line_option",
                id: option.id,
                attributes: { version: option.version, valid_to: order.on },
              },
            },
          ]
        : [];
    }
    case "assign-contact":
      // One per site, however many of its lines are chosen.
      return line.site
        ? [
            {
              op: "add",
              data: {
                type: "sw_assignment--sw_assignment",
                id: assignmentId(run.runId, line.site.id),
                attributes: { purpose: order.purpose, valid_from: run.today },
                relationships: { contact: to("sw_contact", order.contactId), site: to("sw_site", line.site.id) },
              },
            },
          ]
        : [];
  }
}

/** An option has the price of its first day, with what it pays for. */
function agreed(direction: "sell" | "buy", price: PeriodPrice | null | undefined): Record<string, string | null> {
  if (!price) return price === null ? { [`${direction}_price`]: null } : {};
  return { [`${direction}_price`]: price.net, [`${direction}_period`]: price.period };
}
