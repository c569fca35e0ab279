/** What a deployment plans for the chosen lines. Pure: lines and an order in, decisions and operations out. */
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import type { AtomicOperation } from "../../../platform/backend/client.ts";
import type { BillingWork, DescribedWork } from "../../../model/generated/entities.ts";
import type { SimOrder, SimSwap } from "../../../model/generated/sw_telecom/entities.ts";
import * as z from "zod";
import type { LineBlock, LineOrderRow, OrderedLine } from "./line-order.ts";

/** What can be planned for lines that exist, besides their cards. */
export const lineActionKinds = [
  "modify_line",
  "terminate_line",
  "modify_options",
  "create_service",
  "modify_subscription",
  "add_option",
  "add_hardware",
  "add_fee",
] as const;
export const actionKind = z.enum([...lineActionKinds, "order_sim", "swap_sim"]);
export type ActionKind = z.infer<typeof actionKind>;

const simWork = z.object({
  kind: z.literal("order_sim"),
  sim: z.enum(["sim", "esim"]),
  quantity: z.int().min(1).max(10),
  deliverySiteId: z.uuid().nullable(),
  deliveryContactId: z.uuid().nullable(),
});
/** The card that a line gets: one for one line. */
const swapWork = z.object({ kind: z.literal("swap_sim"), iccid: z.string().regex(/^89\d{16,18}$/) });
/** What is billed by an article of the catalogue, and of which kind that is. */
export const articleKinds = { add_option: "option", add_hardware: "hardware", add_fee: "fee" } as const;
export type ArticleWork = keyof typeof articleKinds;
export const isArticleWork = (kind: string): kind is ArticleWork => Object.hasOwn(articleKinds, kind);

const details = z.string().trim().max(2_000);
const articleWork = z
  .object({
    kind: z.enum(["add_option", "add_hardware", "add_fee"]),
    /** Its code; null where it is described in words, for a person. */
    code: z.string().min(1).max(64).nullable(),
    quantity: z.int().min(1).max(100_000),
    details,
  })
  .refine((work) => work.code !== null || work.details !== "", { path: ["details"] });
const otherWork = z.object({
  kind: z.enum(["modify_line", "terminate_line", "modify_options", "create_service", "modify_subscription"]),
  details: details.min(1),
});

export const deploymentOrder = z.object({
  name: z.string().trim().min(1).max(160),
  plannedOn: z.iso.date(),
  ownerId: z.uuid().nullable(),
  work: z.discriminatedUnion("kind", [simWork, swapWork, articleWork, otherWork]),
});
export type DeploymentOrder = z.infer<typeof deploymentOrder>;

/** States of an action that is still to be done: another of the same would be one too many. */
export const openActionStates = [
  "ready",
  "submitted",
  "acknowledged",
  "held",
  "correcting",
  "in_progress",
  "delivered",
  "cancelling",
  "unknown",
] as const;

/** An article of the catalogue that a deployment adds. */
export interface OrderedArticle {
  readonly code: string;
  readonly name: string;
  /** The only one whose lines take it; null: any line does, or who supplies it isn't the reader's to see. */
  readonly operatorId: string | null;
}

/** An action's `payload`: what whoever carries it out has to know. Amounts have no place in it. */
export function payloadOf(
  work: DeploymentOrder["work"],
  article?: OrderedArticle | null,
): SimOrder | SimSwap | DescribedWork | BillingWork {
  if (work.kind === "order_sim") return { sim: work.sim, quantity: work.quantity };
  if (work.kind === "swap_sim") return { iccid: work.iccid };
  if (!("code" in work)) return { details: work.details };
  const { code, quantity } = work;
  return { details: work.details || (article?.name ?? ""), ...(code && { code }), quantity };
}

/** `article`: what is added; null where the catalogue has none of that code. */
export function deploymentBlock(
  line: OrderedLine,
  kind: ActionKind,
  article?: OrderedArticle | null,
): LineBlock | null {
  if (article === null) return "no-article";
  if (article?.operatorId && article.operatorId !== line.operatorId) return "other-operator";
  if (line.status === "terminated") return "terminated";
  if (line.status === "cancelled") return "wrong-status";
  if (kind === "terminate_line" && line.status === "terminating") return "wrong-status";
  const isOfCards = kind === "order_sim" || kind === "swap_sim";
  if (isOfCards && line.status === "terminating") return "wrong-status";
  if (isOfCards && line.parkKind !== "mobile") return "not-mobile";
  // A person who means a second order of the same writes it into the first, or cancels that.
  return line.plannedActions.length > 0 ? "already-planned" : null;
}

export function deploymentRow(line: OrderedLine, kind: ActionKind, article?: OrderedArticle | null): LineOrderRow {
  return {
    id: line.id,
    version: line.version,
    number: line.number,
    userName: line.userName,
    siteName: line.site?.name ?? null,
    before: { kind: "status", value: line.status },
    after: { kind: "day", value: null },
    blocked: deploymentBlock(line, kind, article),
    ...(endsBilling(line, kind) && { also: "end_service" }),
  };
}

export const deploymentId = (runId: string, accountId: string): string =>
  deterministicUuid(`deployment/${runId}/${accountId}`);
export const actionId = (runId: string, lineId: string): string => deterministicUuid(`action/${runId}/${lineId}`);

/** What ends at its operator is no longer billed then, where it is. */
const endsBilling = (line: OrderedLine, kind: ActionKind): boolean =>
  kind === "terminate_line" && Boolean(line.isBilled);
/** As many actions as a line takes at most. */
export const actionsPerLine = (kind: ActionKind): number => (kind === "terminate_line" ? 2 : 1);

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

/** One deployment per account, with the sites of its lines. */
export function deploymentOperation(
  order: DeploymentOrder,
  lines: readonly OrderedLine[],
  given: { runId: string; accountId: string; severalAccounts: boolean },
): AtomicOperation {
  const { work } = order;
  const operators = [...new Set(lines.flatMap((line) => line.operatorId ?? []))];
  const sites = [...new Set(lines.flatMap((line) => line.site?.id ?? []))];
  const [operator] = operators;
  // A place of delivery belongs to one account; with several each line's own site is meant.
  const sim = work.kind === "order_sim" && !given.severalAccounts ? work : undefined;
  return {
    op: "add",
    data: {
      type: "sw_deployment--sw_deployment",
      id: deploymentId(given.runId, given.accountId),
      attributes: {
        name: order.name,
        kind: work.kind === "order_sim" ? "sim_order" : billingKinds.has(work.kind) ? "billing" : "lines",
        status: "planned",
        planned_on: order.plannedOn,
      },
      relationships: {
        account: to("sw_account", given.accountId),
        sites: { data: sites.map((id) => to("sw_site", id).data) },
        ...(order.ownerId && { owner: to("user", order.ownerId) }),
        ...(operator && operators.length === 1 && { supplier: to("sw_supplier", operator) }),
        ...(sim?.deliverySiteId && { delivery_site: to("sw_site", sim.deliverySiteId) }),
        ...(sim?.deliveryContactId && { delivery_contact: to("sw_contact", sim.deliveryContactId) }),
      },
    },
  };
}

const billingKinds: ReadonlySet<string> = new Set([
  "create_service",
  "modify_subscription",
  "end_service",
  "add_option",
  "add_hardware",
  "add_fee",
]);

interface Planned {
  readonly runId: string;
  readonly accountId: string;
  readonly article?: OrderedArticle | null | undefined;
}

/** What is planned for a line, each after what it depends on. */
export function actionOperations(order: DeploymentOrder, line: OrderedLine, given: Planned): AtomicOperation[] {
  const { kind } = order.work;
  const first = actionId(given.runId, line.id);
  const place = { accountId: given.accountId, deploymentId: deploymentId(given.runId, given.accountId) };
  const action = actionOperation(line, place, {
    id: first,
    key: `${given.runId}/${line.id}`,
    operation: kind,
    payload: payloadOf(order.work, given.article),
  });
  if (!endsBilling(line, kind)) return [action];
  const details = "details" in order.work ? order.work.details : "";
  const end = actionOperation(line, place, {
    id: deterministicUuid(`action/${given.runId}/${line.id}/end_service`),
    key: `${given.runId}/${line.id}/end_service`,
    operation: "end_service",
    payload: { details },
    after: first,
  });
  return [action, end];
}

/** What ends for the line by itself, without a deployment: on the day, and once the line has ended. */
export function endServiceOperation(
  line: OrderedLine,
  { runId, accountId, on }: { readonly runId: string; readonly accountId: string; readonly on: string },
): AtomicOperation {
  return actionOperation(
    line,
    { accountId, plannedOn: on },
    {
      id: deterministicUuid(`action/${runId}/${line.id}/end_service`),
      key: `${runId}/${line.id}/end_service`,
      operation: "end_service",
      payload: { details: line.number },
    },
  );
}

function actionOperation(
  line: OrderedLine,
  given: { readonly accountId: string; readonly deploymentId?: string; readonly plannedOn?: string },
  {
    id,
    key,
    operation,
    payload,
    after,
  }: {
    readonly id: string;
    readonly key: string;
    readonly operation: string;
    readonly payload: ReturnType<typeof payloadOf>;
    readonly after?: string;
  },
): AtomicOperation {
  return {
    op: "add",
    data: {
      type: "sw_action--sw_action",
      id,
      attributes: {
        capability: billingKinds.has(operation) ? "billing" : "supplier",
        operation,
        payload,
        idempotency_key: key,
        ...(given.plannedOn && { planned_on: given.plannedOn }),
      },
      relationships: {
        account: to("sw_account", given.accountId),
        ...(given.deploymentId && { deployment: to("sw_deployment", given.deploymentId) }),
        line: to("sw_line", line.id),
        ...(after && { depends_on: { data: [to("sw_action", after).data] } }),
      },
    },
  };
}
