/** What a deployment with new lines writes: the lines, what is ordered for each, and what is billed once it is there. Pure. */
import type { BillingWork, DescribedWork } from "../../../model/generated/entities.ts";
import type { PortInOrder } from "../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation } from "../../../platform/backend/client.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { monthlyText } from "./billing-period.ts";
import type { PricesOfItem } from "./dated-prices.ts";
import { actionId, deploymentId } from "./deployment-order.ts";
import { milestoneOperations, usualMilestones } from "./milestones.ts";
import type { NewLine, NewLinesOrder } from "./new-lines.ts";
import { portableNumber, rioText } from "./rio.ts";

export interface OfferedPlanNamed extends PricesOfItem {
  readonly id: string;
  readonly name: string;
}

export interface NewLinesGiven {
  readonly runId: string;
  readonly operatorId: string;
  readonly plans: ReadonlyMap<string, OfferedPlanNamed>;
}

/** An operation, and the line it is for; null: it is the deployment's. */
export interface RowOperation {
  readonly row: number | null;
  readonly operation: AtomicOperation;
}

/** A line belongs to its run and its place in it, so that whoever asks twice makes it once. */
export const newLineId = (runId: string, row: number): string => deterministicUuid(`line/${runId}/${row}`);
const billingActionId = (runId: string, lineId: string): string => deterministicUuid(`billing/${runId}/${lineId}`);

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

/** All of it in the order in which it can be written. */
export function newLineOperations(order: NewLinesOrder, given: NewLinesGiven): RowOperation[] {
  const id = deploymentId(given.runId, order.accountId);
  const kinds = [
    ...new Set(order.lines.map(({ port }) => (port ? "port_in" : "create_line"))),
    ...(order.billingSiteId ? ["create_service"] : []),
  ];
  const steps = milestoneOperations(
    { deploymentId: id, ownerId: order.ownerId, day: order.plannedOn },
    usualMilestones(kinds),
  );
  return [
    ...[deploymentOperation(order, id, given.operatorId), ...steps].map((operation) => ({ row: null, operation })),
    ...order.lines.flatMap((line, row) =>
      operationsOf(order, { ...given, line, lineId: newLineId(given.runId, row), deployment: id }).map((operation) => ({
        row,
        operation,
      })),
    ),
  ];
}

function deploymentOperation(order: NewLinesOrder, id: string, operatorId: string): AtomicOperation {
  const sites = [...new Set(order.lines.flatMap(({ siteId }) => siteId ?? []))];
  return {
    op: "add",
    data: {
      type: "sw_deployment--sw_deployment",
      id,
      attributes: { name: order.name, kind: "lines", status: "planned", planned_on: order.plannedOn },
      relationships: {
        account: to("sw_account", order.accountId),
        sites: { data: sites.map((site) => to("sw_site", site).data) },
        supplier: to("sw_supplier", operatorId),
        ...(order.ownerId && { owner: to("user", order.ownerId) }),
        ...(order.billingSiteId && { billing_site: to("sw_billing_site", order.billingSiteId) }),
      },
    },
  };
}

interface Placed extends NewLinesGiven {
  readonly line: NewLine;
  readonly lineId: string;
  readonly deployment: string;
}

function operationsOf(order: NewLinesOrder, { line, lineId, deployment, runId, plans }: Placed): AtomicOperation[] {
  const plan = plans.get(line.planId ?? "");
  if (!plan) throw new Error("A new line needs a plan that is offered.");
  const userName = line.userName.trim();
  const ordered = actionId(runId, lineId);
  const action = (
    id: string,
    attributes: Readonly<Record<string, unknown>>,
    relationships: Readonly<Record<string, ReturnType<typeof to> | { data: ReturnType<typeof to>["data"][] }>>,
  ): AtomicOperation => ({
    op: "add",
    data: {
      type: "sw_action--sw_action",
      id,
      attributes,
      relationships: {
        account: to("sw_account", order.accountId),
        deployment: to("sw_deployment", deployment),
        line: to("sw_line", lineId),
        ...relationships,
      },
    },
  });
  // What the operator reads with the order: the line itself says its number and its site.
  const work: DescribedWork & BillingWork = { details: [plan.name, userName].filter(Boolean).join(" — ") };
  const key = `${runId}/${lineId}`;
  return [
    {
      op: "add",
      data: {
        type: "sw_line--sw_line",
        id: lineId,
        attributes: {
          number: line.number.trim(),
          status: "ordered",
          ...(userName && { user_name: userName }),
          // What a month brings and costs is asked before launching; who may not see it leaves it out.
          ...(plan.sell && { sell_price: monthlyText(plan.sell) }),
          ...(plan.buy && { buy_price: monthlyText(plan.buy) }),
        },
        relationships: {
          park: to("sw_park", order.parkId),
          plan: to("sw_catalogue_item", plan.id),
          ...(line.siteId && { site: to("sw_site", line.siteId) }),
          ...(order.billingSiteId && { billing_site: to("sw_billing_site", order.billingSiteId) }),
        },
      },
    },
    action(
      ordered,
      {
        capability: "supplier",
        ...(line.port
          ? { operation: "port_in", payload: { ...portOf(line.number, line.port), ...work } }
          : { operation: "create_line", payload: work }),
        idempotency_key: key,
      },
      {},
    ),
    ...(order.billingSiteId
      ? [
          action(
            billingActionId(runId, lineId),
            {
              capability: "billing",
              operation: "create_service",
              payload: work,
              idempotency_key: `${key}/billing`,
            },
            {
              billing_site: to("sw_billing_site", order.billingSiteId),
              depends_on: { data: [to("sw_action", ordered).data] },
            },
          ),
        ]
      : []),
  ];
}

/** What the operator is asked with; its layout was looked at before. */
function portOf(number: string, { rio, holder, wishedOn }: NonNullable<NewLine["port"]>): PortInOrder {
  const day = wishedOn.trim();
  return {
    number: portableNumber(number)?.number ?? number,
    rio: rioText(rio),
    holder: holder.trim(),
    ...(day && { wishedOn: day }),
  };
}
